#include "write/trace_report.h"

#include <algorithm>
#include <utility>

#include "base/json_writer.h"
#include "base/text.h"

namespace gov_report {
namespace {

using Kind = TraceEntry::Kind;
using Part = TraceEntry::Part;

constexpr std::string_view kTraceSchema = "gov-report/trace/1";
constexpr std::size_t kShownWidth = 24;  // of a value in the terminal

std::string_view kind_name(Kind kind) {
  switch (kind) {
    case Kind::record:
      return "record";
    case Kind::typed:
      return "typed";
    case Kind::sealed:
      break;
  }
  return "sealed";
}

std::string_view part_name(Part part) {
  switch (part) {
    case Part::counted:
      return "counted";
    case Part::plus:
      return "plus";
    case Part::minus:
      return "minus";
    case Part::opening:
      return "opening";
    case Part::figure:
      break;
  }
  return "figure";
}

std::string place_of(const std::string& file, std::uint64_t line) {
  return line == 0 ? file : file + ":" + std::to_string(line);
}

std::string count_of(std::uint64_t count) {
  return std::to_string(count);
}

/// The front of a long value, so that a table stays a table.
std::string shortened(const std::string& text) {
  if (display_width(text) <= kShownWidth) return text;
  std::string front;
  for (std::size_t count = 1; display_width(front) < kShownWidth - 2; ++count) {
    front = first_characters(text, count);
  }
  return front + "\u2026";
}

class AlignedText final : public TraceWriter {
 public:
  AlignedText(TraceWords words, TextSink sink)
      : words_(std::move(words)), sink_(std::move(sink)) {}

  void measure(const TraceEntry& entry) override {
    const auto cells = cells_of(entry);
    if (widths_.size() < cells.size()) widths_.resize(cells.size());
    for (std::size_t i = 0; i < cells.size(); ++i) {
      widths_[i] = std::max(widths_[i], display_width(cells[i]));
    }
    several_ = several_ || (!only_.empty() && only_ != entry.cell);
    only_ = entry.cell;
  }

  void begin(const TraceFigure& figure) override {
    sink_(figure.cell + " = " +
          (figure.value ? figure.value->text() : words_("trace.none", {})) +
          "\n" +
          words_("trace.of", {{"cell", figure.label},
                              {"year", std::to_string(figure.year)},
                              {"format", figure.format}}) +
          "\n\n");
    for (const TraceGap& gap : figure.gaps) {
      const std::string place = place_of(gap.file, gap.line);
      const std::string key = !gap.reason.empty() ? "trace.gap-because"
                              : place.empty()     ? "trace.gap"
                                                  : "trace.gap-at";
      sink_(words_(key, {{"cell", gap.cell},
                         {"label", gap.label},
                         {"place", place},
                         {"reason", gap.reason}}) +
            "\n");
    }
    if (widths_.empty()) return;
    std::vector<std::string> heads = {
        words_("trace.place", {}), words_("trace.record", {}),
        words_("trace.cell", {}), words_("trace.part", {}),
        words_("trace.adds", {})};
    for (const TraceField& field : figure.fields) {
      heads.push_back(field.heading);
    }
    widths_.resize(std::max(widths_.size(), heads.size()));
    for (std::size_t i = 0; i < heads.size(); ++i) {
      const bool shown = i == kAdds || widths_[i] > 0;
      if (shown) widths_[i] = std::max(widths_[i], display_width(heads[i]));
    }
    if (!several_ && only_ == figure.cell) widths_[kCell] = 0;
    line(heads);
  }

  void entry(const TraceEntry& entry) override { line(cells_of(entry)); }

  void end(const TraceFigure& figure) override {
    if (!widths_.empty()) sink_("\n");
    put_parts(figure);
    if (figure.value) {
      sink_(words_(figure.records > 0 ? "trace.proof" : "trace.proof-places",
                   {{"records", count_of(figure.records)},
                    {"value", figure.value->text()}}) +
            "\n");
    }
    if (figure.missed_in_all == 0) return;
    sink_("\n" +
          words_("trace.missed", {{"rows", count_of(figure.missed_in_all)}}) +
          "\n");
    for (const TraceMiss& miss : figure.missed) {
      sink_("  " + place_of(miss.file, miss.line) +
            (miss.name.empty() ? "" : "  " + miss.name) + "  " + miss.reason +
            "\n");
    }
    const std::uint64_t rest = figure.missed_in_all - figure.missed.size();
    if (rest > 0) {
      sink_("  " + words_("trace.missed-more", {{"rows", count_of(rest)}}) +
            "\n");
    }
  }

 private:
  static constexpr std::size_t kCell = 2;
  static constexpr std::size_t kAdds = 4;

  std::vector<std::string> cells_of(const TraceEntry& entry) const {
    const bool plain =
        entry.part == Part::counted || entry.part == Part::figure;
    std::vector<std::string> cells = {
        place_of(entry.file, entry.line), entry.name, entry.cell,
        plain ? "" : words_("trace." + std::string(part_name(entry.part)), {}),
        entry.adds.text()};
    for (const std::string& value : entry.values) {
      cells.push_back(shortened(value));
    }
    return cells;
  }

  void line(const std::vector<std::string>& cells) {
    std::string text;
    std::string blanks;  // before the next cell
    for (std::size_t i = 0; i < cells.size(); ++i) {
      if (widths_[i] == 0) continue;
      const std::size_t own = display_width(cells[i]);
      const std::string rest(widths_[i] > own ? widths_[i] - own : 0, ' ');
      if (i == kAdds) blanks += rest;
      if (!cells[i].empty()) text += std::exchange(blanks, "") + cells[i];
      blanks += (i == kAdds ? "" : rest) + "  ";
    }
    sink_(text + "\n");
  }

  void put_parts(const TraceFigure& figure) {
    std::uint64_t entries = 0;
    std::size_t ids = 0;
    std::size_t values = 0;
    for (const TracePart& part : figure.parts) {
      entries += part.entries;
      ids = std::max(ids, display_width(part.cell));
      values = std::max(values, part.value.text().size());
    }
    // Where each stands in a line of its own, all has been said.
    if (figure.parts.size() < 2 || entries == figure.parts.size()) return;
    for (const TracePart& part : figure.parts) {
      const std::string value = part.value.text();
      sink_(part.cell + std::string(ids - display_width(part.cell) + 2, ' ') +
            std::string(values - value.size(), ' ') + value + "  " +
            part.label + "\n");
    }
    sink_("\n");
  }

  TraceWords words_;
  TextSink sink_;
  std::vector<std::size_t> widths_;
  std::string only_;      // the cell of the last entry
  bool several_ = false;  // entries of several cells
};

class Csv final : public TraceWriter {
 public:
  Csv(TraceWords words, TextSink sink)
      : words_(std::move(words)), sink_(std::move(sink)) {}

  void begin(const TraceFigure& figure) override {
    std::string line = "\xEF\xBB\xBF";
    for (const char* head :
         {"file", "line", "record", "cell", "part", "adds"}) {
      line += quoted(words_("trace.csv." + std::string(head), {})) + ",";
    }
    fields_ = figure.fields.size();
    for (const TraceField& field : figure.fields) {
      line += quoted(field.heading) + ",";
    }
    put(std::move(line));
  }

  void entry(const TraceEntry& entry) override {
    std::string line = quoted(entry.file) + ",";
    line += count_of(entry.line) + ",";
    line += quoted(entry.name) + ",";
    line += quoted(entry.cell) + ",";
    line +=
        quoted(words_("trace." + std::string(part_name(entry.part)), {})) + ",";
    line += entry.adds.text() + ",";
    for (std::size_t i = 0; i < fields_; ++i) {
      line += i < entry.values.size() ? quoted(entry.values[i]) : "";
      line += ",";
    }
    put(std::move(line));
  }

  /// Rows that could not be counted add nothing, and say why.
  void end(const TraceFigure& figure) override {
    for (const TraceMiss& miss : figure.missed) {
      put(quoted(miss.file) + "," + count_of(miss.line) + "," +
          quoted(miss.name) + ",," + quoted(miss.reason) + ",0," +
          std::string(fields_, ','));
    }
    const std::uint64_t rest = figure.missed_in_all - figure.missed.size();
    if (rest == 0) return;
    put(",,,," +
        quoted(words_("trace.missed-more", {{"rows", count_of(rest)}})) +
        ",0," + std::string(fields_, ','));
  }

 private:
  /// `line` has a comma after its last field.
  void put(std::string line) {
    line.back() = '\n';
    sink_(line);
  }

  static std::string quoted(const std::string& text) {
    std::string safe;
    if (!text.empty() &&
        std::string_view("=+-@\t\r").find(text[0]) != std::string_view::npos) {
      safe = "'";
    }
    safe += text;
    if (safe.find_first_of(",\"\n\r") == std::string::npos) return safe;
    std::string out = "\"";
    for (const char c : safe) out += c == '"' ? "\"\"" : std::string(1, c);
    return out + "\"";
  }

  TraceWords words_;
  TextSink sink_;
  std::size_t fields_ = 0;
};

class Json final : public TraceWriter {
 public:
  explicit Json(TextSink sink) : sink_(std::move(sink)) {}

  void begin(const TraceFigure& figure) override {
    fields_ = figure.fields;
    json_.object().key("schema").value(kTraceSchema);
    json_.key("year").value(Decimal(figure.year));
    json_.key("format").value(figure.format);
    json_.key("cell").value(figure.cell);
    json_.key("label").value(figure.label);
    json_.key("value");
    if (figure.value) {
      json_.value(*figure.value);
    } else {
      json_.null();
    }
    json_.key("entries").array();
  }

  void entry(const TraceEntry& entry) override {
    json_.object().key("kind").value(kind_name(entry.kind));
    json_.key("part").value(part_name(entry.part));
    put_place(entry.file, entry.line);
    if (!entry.name.empty()) json_.key("record").value(entry.name);
    json_.key("cell").value(entry.cell);
    json_.key("adds").value(entry.adds);
    if (!entry.meanings.empty()) {
      json_.key("values").object();
      for (std::size_t i = 0; i < entry.meanings.size(); ++i) {
        if (entry.meanings[i].empty()) continue;
        json_.key(fields_[i].id).value(entry.meanings[i]);
      }
      json_.end();
    }
    json_.end();
    sink_(json_.drain());
  }

  void end(const TraceFigure& figure) override {
    json_.end();
    json_.key("records").value(whole(figure.records));
    json_.key("parts").array();
    for (const TracePart& part : figure.parts) {
      json_.object().key("cell").value(part.cell);
      json_.key("label").value(part.label);
      json_.key("entries").value(whole(part.entries));
      json_.key("value").value(part.value).end();
    }
    json_.end().key("gaps").array();
    for (const TraceGap& gap : figure.gaps) {
      json_.object().key("cell").value(gap.cell);
      if (!gap.file.empty()) put_place(gap.file, gap.line);
      if (!gap.reason.empty()) json_.key("reason").value(gap.reason);
      json_.end();
    }
    json_.end().key("not_counted").object();
    json_.key("rows").value(whole(figure.missed_in_all));
    json_.key("named").array();
    for (const TraceMiss& miss : figure.missed) {
      json_.object();
      put_place(miss.file, miss.line);
      if (!miss.name.empty()) json_.key("record").value(miss.name);
      json_.key("reason").value(miss.reason).end();
    }
    json_.end().end().end();
    sink_(json_.take() + "\n");
  }

 private:
  static Decimal whole(std::uint64_t count) {
    return static_cast<Count>(count);
  }

  void put_place(const std::string& file, std::uint64_t line) {
    json_.key("file").value(file);
    json_.key("line").value(whole(line));
  }

  JsonWriter json_;
  TextSink sink_;
  std::vector<TraceField> fields_;
};

}  // namespace

std::unique_ptr<TraceWriter> trace_text(TraceWords words, TextSink sink) {
  return std::make_unique<AlignedText>(std::move(words), std::move(sink));
}

std::unique_ptr<TraceWriter> trace_csv(TraceWords words, TextSink sink) {
  return std::make_unique<Csv>(std::move(words), std::move(sink));
}

std::unique_ptr<TraceWriter> trace_json(TextSink sink) {
  return std::make_unique<Json>(std::move(sink));
}

}  // namespace gov_report
