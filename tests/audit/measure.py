"""Runs `gov-report audit` on all pages and says how much it read right.

    python3 measure.py BINARY [--pages N] [--write DIR] [--only QUIRK]
                       [--show] [--markdown]

Exits with 1 if a cell is wrong, a cell of a clean page unread, a defect of
arithmetic missed, an error found where there is none, a hostile file read, or an
inspector told of the files of a workspace.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path

import defects
import hostile
from model import Page, Want, same
from pages import DEFAULT, WRITERS, all_pages, expected

BATCH = 40
SECONDS = 10  # for one file
# A workbook without words says nothing about these.
OF_WORDS = ("title-", "section-", "period-", "overview-", "supervision-",
            "problems-", "improvement-", "narrative-", "processing-fee-")


class Failed(Exception):
    """The program crashed, hung, or printed no JSON."""


@dataclass
class Score:
    """Cells of some pages: right, unread though they must be read, unread and
    free to be, wrong."""

    pages: int = 0
    right: int = 0
    unread: int = 0
    open: int = 0
    wrong: int = 0

    def add(self, other: "Score") -> None:
        for name in vars(self):
            setattr(self, name, getattr(self, name) + getattr(other, name))


@dataclass
class Totals:
    cells: dict[tuple[str, str], Score] = field(
        default_factory=lambda: defaultdict(Score))  # by quirk and kind
    kinds: dict[str, Score] = field(default_factory=lambda: defaultdict(Score))
    clean: Score = field(default_factory=Score)
    seeded: Score = field(default_factory=Score)
    found: Counter = field(default_factory=Counter)
    planted: Counter = field(default_factory=Counter)
    notes: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))


# The program

def run(binary: Path, files: list[Path], seconds: int,
        against: Path | None = None) -> list[dict]:
    """The verdicts on some files; raises Failed."""
    command = [str(binary), "audit", *map(str, files), "--format", "json"]
    if against:
        command += ["--against", str(against)]
    try:
        done = subprocess.run(command, capture_output=True, timeout=seconds)
    except subprocess.TimeoutExpired as late:
        raise Failed(f"no answer in {seconds} s") from late
    if done.returncode not in (0, 1, 2):
        raise Failed(f"exit code {done.returncode}: {done.stderr[-200:]!r}")
    try:
        verdicts = json.loads(done.stdout, parse_float=Decimal)
    except ValueError as bad:
        raise Failed(f"no JSON: {done.stderr[-200:]!r}") from bad
    if len(verdicts) != len(files):
        raise Failed(f"{len(verdicts)} verdicts on {len(files)} files")
    return verdicts


def verdicts_on(binary: Path, files: list[Path],
                against: Path | None = None) -> list[dict | Failed]:
    """As run; files of a batch that failed are tried one by one."""
    try:
        return list(run(binary, files, SECONDS + 2 * len(files), against))
    except Failed as failed:
        if len(files) == 1:
            return [failed]
    return [verdicts_on(binary, [file], against)[0] for file in files]


# Comparison

def judge(page: Page, verdict: dict, notes: dict[str, list[str]]) -> Score:
    """Compares the cells read with those wanted."""
    score = Score(pages=1)
    cells = dict(verdict.get("cells") or {})
    for id, want in page.wants.items():
        if id not in cells:
            score.open += want.open
            score.unread += not want.open
            if not want.open:
                notes["unread"].append(f"{page.file} {id}")
        elif any(same(cells[id], value) for value in want.accept):
            score.right += 1
        else:
            score.wrong += 1
            notes["wrong"].append(f"{page.file} {id}: {shown(cells[id])} for "
                                  + " or ".join(map(shown, want.accept)))
    for id in sorted(cells.keys() - page.wants.keys()):
        score.wrong += 1
        notes["wrong"].append(f"{page.file} {id}: {shown(cells[id])} for a cell "
                              "that is not there")
    return score


def shown(value: object) -> str:
    return "null" if value is None else f'"{value}"' if isinstance(
        value, str) else str(value)


def judge_head(page: Page, verdict: dict, notes: dict[str, list[str]]) -> None:
    """Format, year and body of a page."""
    figure = page.report.figure
    wanted = {"format": figure.format, "year": figure.year,
              "agency": figure.agency}
    if page.report.style.get("titles", True) is False:
        wanted = {"format": figure.format}
    for key, value in wanted.items():
        if verdict.get(key) != value:
            notes["head"].append(f"{page.file} {key}: {verdict.get(key)} "
                                 f"for {value}")


def false_errors(page: Page, verdict: dict) -> list[str]:
    """Errors found on a page without a defect."""
    findings = [f for f in verdict.get("findings", [])
                if f.get("severity") == "error"]
    if page.kind == "xlsx" and not page.report.style.get("words"):
        findings = [f for f in findings if not f["rule"].startswith(OF_WORDS)]
    return [f"{page.file} {f['rule']} {f.get('cell', '')} {f.get('message', '')}"
            for f in findings]


# What only who fills in a report with this program has at hand.
OURS = ("{{", "gov-report", "sealed", "counts file", "counts/", "ledger")


def words_of_ours(file: str, verdict: dict) -> list[str]:
    """Findings that tell an inspector of the files of a workspace."""
    return [f"{file} {f['rule']}: {f.get('help', '')}"
            for f in verdict.get("findings", [])
            if any(word in f"{f.get('message', '')} {f.get('help', '')}"
                   for word in OURS)]


# The three jobs

def measure_pages(binary: Path, folder: Path, pages: list[Page],
                  totals: Totals) -> None:
    for start in range(0, len(pages), BATCH):
        batch = pages[start:start + BATCH]
        files = [folder / page.file for page in batch]
        for page, verdict in zip(batch, verdicts_on(binary, files)):
            measure_page(page, verdict, totals)


def measure_page(page: Page, verdict: dict | Failed, totals: Totals) -> None:
    if isinstance(verdict, Failed):
        totals.notes["failed"].append(f"{page.file}: {verdict}")
        verdict = {}
    score = judge(page, verdict, totals.notes)
    totals.cells[page.quirk, page.kind].add(score)
    totals.kinds[page.kind].add(score)
    if page.quirk == "clean" and page.kind != "joined":
        totals.clean.add(score)
    totals.notes["ours"] += words_of_ours(page.file, verdict)
    if page.clean:
        judge_head(page, verdict, totals.notes)
        totals.notes["false"] += false_errors(page, verdict)


def measure_defects(binary: Path, folder: Path, totals: Totals) -> None:
    for one, page in defects.seeded_pages():
        against = None
        if page.against:
            against = folder / page.against.file
            against.write_bytes(page.against.data)
        file = folder / page.file
        file.write_bytes(page.data)
        verdict = verdicts_on(binary, [file], against)[0]
        if isinstance(verdict, Failed):
            totals.notes["failed"].append(f"{page.file}: {verdict}")
            verdict = {}
        totals.seeded.add(judge(page, verdict, totals.notes))
        totals.notes["ours"] += words_of_ours(page.file, verdict)
        rules = {f["rule"] for f in verdict.get("findings", [])}
        note_defect(one.rules, one.arithmetic, page.file, rules, totals)


def note_defect(rules: list[str], arithmetic: bool, file: str, found: set[str],
                totals: Totals) -> None:
    totals.planted[rules[0]] += 1
    if found & set(rules):
        totals.found[rules[0]] += 1
    else:
        kind = "missed sums" if arithmetic else "missed"
        totals.notes[kind].append(f"{file}: no {' or '.join(rules)}")


def measure_pairs(binary: Path, folder: Path, totals: Totals) -> None:
    """Last year's reports without a defect, and drafts of two bodies."""
    for page in defects.controls():
        for one in (page, page.against):
            (folder / one.file).write_bytes(one.data)
        verdict = verdicts_on(binary, [folder / page.file],
                              folder / page.against.file)[0]
        if isinstance(verdict, Failed):
            totals.notes["failed"].append(f"{page.file}: {verdict}")
            continue
        totals.seeded.add(judge(page, verdict, totals.notes))
        totals.notes["false"] += false_errors(page, verdict)
    rule = "copied-from-other-body"
    for copied, first, second in defects.sibling_pairs():
        files = [folder / first.file, folder / second.file]
        for file, page in zip(files, (first, second)):
            file.write_bytes(page.data)
        found = set()
        for verdict in verdicts_on(binary, files):
            if isinstance(verdict, dict):
                found |= {f["rule"] for f in verdict.get("findings", [])}
        if copied:
            note_defect([rule], False, first.file, found, totals)
        elif rule in found:
            totals.notes["false"].append(f"{first.file} {rule}")


def measure_hostile(binary: Path, folder: Path, totals: Totals) -> None:
    for case in hostile.CASES:
        file = folder / case.file
        case.write(file)
        began = time.monotonic()
        verdict = verdicts_on(binary, [file])[0]
        took = time.monotonic() - began
        file.unlink()
        problem = judge_hostile(case.wants, verdict)
        if not problem and took > SECONDS:
            problem = f"took {took:.0f} s"
        totals.notes["hostile" if problem else "hostile well"].append(
            f"{case.file}: {problem or 'well'}")


def judge_hostile(wants: dict[str, Want], verdict: dict | Failed) -> str:
    """What is wrong with a verdict on a hostile file."""
    if isinstance(verdict, Failed):
        return str(verdict)
    if verdict.get("verdict") == "unreadable":
        return ""
    if not wants:
        return f"verdict {verdict.get('verdict')}"
    wrong = [id for id, value in (verdict.get("cells") or {}).items()
             if id not in wants or not any(same(value, v)
                                           for v in wants[id].accept)]
    return f"wrong cells: {', '.join(wrong[:3])}" if wrong else ""


# What is printed

def share(part: int, whole: int) -> str:
    """Percent, rounded down so that 100 means all."""
    return f"{int(1000 * part / whole) / 10:g}" if whole else "-"


def read_share(score: Score) -> str:
    return share(score.right, score.right + score.unread + score.wrong)


def row_of(name: str, score: Score) -> list[str]:
    return [name, str(score.pages), str(score.right), str(score.unread),
            str(score.open), str(score.wrong), read_share(score)]


def quirk_row(quirk: str, totals: Totals) -> list[str]:
    """The share read by kind of file, in percent."""
    whole = Score()
    shares = []
    for kind in WRITERS:
        score = totals.cells.get((quirk, kind), Score())
        whole.add(score)
        shares.append(read_share(score) if score.pages else "")
    return [quirk, str(whole.pages), *shares, str(whole.unread),
            str(whole.open), str(whole.wrong)]


def print_table(head: list[str], rows: list[list[str]], markdown: bool) -> None:
    if markdown:
        print("| " + " | ".join(head) + " |")
        print("|" + "---|" * len(head))
        for row in rows:
            print("| " + " | ".join(row) + " |")
        print()
        return
    widths = [max(len(row[at]) for row in [head, *rows])
              for at in range(len(head))]
    for row in [head, *rows]:
        print("  ".join(text.ljust(size) if at == 0 else text.rjust(size)
                        for at, (text, size) in enumerate(zip(row, widths))))
    print()


def print_totals(totals: Totals, markdown: bool) -> None:
    quirks = list(dict.fromkeys(quirk for quirk, _ in totals.cells))
    lines = [quirk_row(quirk, totals) for quirk in quirks]
    if markdown:
        lines = [[f"`{line[0]}`", *line[1:]] for line in lines]
    print_table(["quirk", "pages", *WRITERS, "unread", "open", "wrong"], lines,
                markdown)
    everything = Score()
    for score in totals.kinds.values():
        everything.add(score)
    lines = [row_of(name, score) for name, score in totals.kinds.items()]
    lines += [row_of("all", everything), row_of("clean, all kinds", totals.clean),
              row_of("seeded with a defect", totals.seeded)]
    print_table(["kind of file", "pages", "right", "unread", "open", "wrong",
                 "read, %"], lines, markdown)
    if totals.planted:
        lines = [[f"`{rule}`" if markdown else rule, str(count),
                  str(totals.found[rule]), share(totals.found[rule], count)]
                 for rule, count in totals.planted.items()]
        whole = [sum(totals.planted.values()), sum(totals.found.values())]
        lines.append(["all", *map(str, whole), share(whole[1], whole[0])])
        print_table(["seeded defect", "seeded", "reported", "share, %"], lines,
                    markdown)


TITLES = {"failed": "crashed, hung or said nothing", "wrong": "wrong cells",
          "unread": "unread cells", "head": "wrong format, year or body",
          "false": "errors where there is none",
          "ours": "findings that speak of a workspace", "missed sums":
          "missed defects of arithmetic", "missed": "other missed defects",
          "hostile": "hostile files not told to be unreadable",
          "hostile well": "hostile files well treated"}


def print_notes(totals: Totals, show: bool) -> None:
    """The first few of each kind, spread over files; all with `show`."""
    for key, title in TITLES.items():
        notes = totals.notes[key]
        if not notes:
            continue
        print(f"{title}: {len(notes)}")
        if key == "hostile well" and not show:
            continue
        for note in notes if show else spread(notes, 25):
            print("  " + note)


def spread(notes: list[str], count: int) -> list[str]:
    """The first note of each file, up to a number."""
    first: dict[str, str] = {}
    for note in notes:
        first.setdefault(note.split(" ")[0], note)
    return list(first.values())[:count]


def passed(totals: Totals) -> bool:
    return not (totals.notes["failed"] or totals.notes["wrong"] or
                totals.clean.unread or totals.notes["missed sums"] or
                totals.notes["false"] or totals.notes["hostile"] or
                totals.notes["ours"])


def parse() -> argparse.Namespace:
    words = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    words.add_argument("binary", type=Path)
    words.add_argument("--pages", type=int, default=DEFAULT)
    words.add_argument("--write", type=Path, metavar="DIR")
    words.add_argument("--only", default="", metavar="QUIRK",
                       help="one quirk, or: seeded, hostile")
    words.add_argument("--show", action="store_true")
    words.add_argument("--markdown", action="store_true")
    return words.parse_args()


def measure(asked: argparse.Namespace, folder: Path) -> Totals:
    totals = Totals()
    if asked.only not in ("seeded", "hostile"):
        pages = list(all_pages(asked.pages, asked.only))
        for page in pages:
            (folder / page.file).write_bytes(page.data)
        if asked.write:
            (folder / "expected.json").write_text(json.dumps(
                {page.file: expected(page) for page in pages},
                ensure_ascii=False, indent=1), encoding="utf-8")
        measure_pages(asked.binary, folder, pages, totals)
    if asked.only in ("", "seeded"):
        measure_defects(asked.binary, folder, totals)
        measure_pairs(asked.binary, folder, totals)
    if asked.only in ("", "hostile"):
        measure_hostile(asked.binary, folder, totals)
    return totals


def main() -> int:
    asked = parse()
    with tempfile.TemporaryDirectory() as temporary:
        folder = asked.write or Path(temporary)
        folder.mkdir(parents=True, exist_ok=True)
        totals = measure(asked, folder)
    print_totals(totals, asked.markdown)
    if not asked.markdown:
        print_notes(totals, asked.show)
    print("passed" if passed(totals) else "NOT passed",
          file=sys.stderr if asked.markdown else sys.stdout)
    return 0 if passed(totals) else 1


if __name__ == "__main__":
    sys.exit(main())
