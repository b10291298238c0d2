// Sorts, searches and opens the reports of the page. What it does stands in
// the address: #q=words&sort=3&down=1&open=r2
(function () {
  "use strict";
  var table = document.getElementById("reports");
  var body = table.tBodies[0];
  var rows = Array.prototype.slice.call(body.rows);
  var search = document.getElementById("search");
  var shown = document.getElementById("shown");
  var heads = Array.prototype.slice.call(table.tHead.rows[0].cells);
  var state = { q: "", sort: -1, down: false, open: "" };
  document.documentElement.classList.add("has-script");

  // What is searched of a report: its row and its findings.
  var words = rows.map(function (row) {
    var report = document.getElementById(row.dataset.report);
    var findings = report.querySelector("table.findings");
    return (row.textContent + " " + (findings ? findings.textContent : ""))
      .toLowerCase();
  });
  rows.forEach(function (row, place) { row.place = place; });

  function key(row) {
    var text = row.cells[state.sort].textContent.trim();
    return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text;
  }

  function compare(a, b) {
    if (state.sort < 0) return a.place - b.place;
    var x = key(a), y = key(b), order;
    if (typeof x === "number" && typeof y === "number") order = x - y;
    else order = String(x).localeCompare(String(y), "zh-CN");
    return (state.down ? -order : order) || a.place - b.place;
  }

  function show() {
    heads.forEach(function (head, i) {
      if (i === state.sort) {
        head.setAttribute("aria-sort", state.down ? "descending" : "ascending");
      } else {
        head.removeAttribute("aria-sort");
      }
    });
    var wanted = state.q.toLowerCase().split(/\s+/).filter(Boolean);
    var count = 0;
    var bodies = {};
    var sorted = rows.slice().sort(compare);
    var last = document.querySelector("main");
    sorted.forEach(function (row) {
      var hit = wanted.every(function (word) {
        return words[row.place].indexOf(word) >= 0;
      });
      var report = document.getElementById(row.dataset.report);
      row.hidden = report.hidden = !hit;
      if (hit) {
        ++count;
        bodies[row.cells[0].textContent.trim()] = true;
      }
      body.appendChild(row);
      last.appendChild(report);
    });
    Array.prototype.forEach.call(
      document.querySelectorAll("#series figure"), function (figure) {
        var name = figure.querySelector("figcaption").textContent.trim();
        figure.hidden = !Object.prototype.hasOwnProperty.call(bodies, name);
      });
    var series = document.getElementById("series");
    if (series) {
      series.hidden = !series.querySelector("figure:not([hidden])");
    }
    shown.textContent = shown.dataset.text.replace("{count}", count);
  }

  function open() {
    var report = state.open && document.getElementById(state.open);
    if (!report || !report.classList.contains("report")) return;
    report.open = true;
    report.scrollIntoView();
  }

  function remember() {
    var parts = [];
    if (state.q) parts.push("q=" + encodeURIComponent(state.q));
    if (state.sort >= 0) parts.push("sort=" + state.sort);
    if (state.sort >= 0 && state.down) parts.push("down=1");
    history.replaceState(null, "", "#" + parts.join("&"));
  }

  function read() {
    var hash = location.hash.slice(1);
    if (/^r\d+$/.test(hash)) {
      state.open = hash;
    } else {
      var given = new URLSearchParams(hash);
      var sort = given.get("sort");
      state.q = given.get("q") || "";
      state.sort = /^\d+$/.test(sort) && Number(sort) < heads.length ?
        Number(sort) : -1;
      state.down = given.get("down") === "1";
      state.open = given.get("open") || "";
      search.value = state.q;
      show();
    }
    open();
  }

  heads.forEach(function (head, i) {
    var button = document.createElement("button");
    button.type = "button";
    button.textContent = head.textContent;
    head.textContent = "";
    head.appendChild(button);
    button.addEventListener("click", function () {
      state.down = state.sort === i && !state.down;
      state.sort = i;
      show();
      remember();
    });
  });
  search.addEventListener("input", function () {
    state.q = search.value;
    show();
    remember();
  });
  window.addEventListener("hashchange", read);

  // Figures that findings are about.
  Array.prototype.forEach.call(
    document.querySelectorAll("tr[data-cell-of]"), function (row) {
      var id = row.dataset.cellOf;
      if (!/^[a-z0-9_.]+$/.test(id)) return;
      var report = row.closest("details.report");
      var cell = report.querySelector('td[data-cell="' + id + '"]');
      if (cell) cell.classList.add("faulty");
    });
  read();
  if (state.sort < 0 && !state.q) show();
})();
