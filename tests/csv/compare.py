#!/usr/bin/env python3
"""The CSV reader against Python's csv module, over files made at random.

    compare.py PROGRAM [FILES [SEED]]

PROGRAM is csv-records. Values, lines, findings and rejected rows of every file
must be those that Python gives, except where the two are meant to differ. Each
such difference is a rule here; how often it was met is printed, and one that
was not met fails the test.
"""

from __future__ import annotations

import csv
import json
import re
import subprocess
import sys
from collections import Counter
from random import Random

WORDS = ["a", "bc", "2024-001", "予以公开", "é", "0", "1,5", "x;y", "p\tq", "-",
         "自然人", "#N/A", "'", "\\", "a'b", "=1+1"]
INSIDE = ["", " ", '""', '""x""', "a\nb", "a\r\nb", "\n", ",", ";", "\t", "字",
          "a,b", '"",""', "\n\n"]
LONE = "\ue000"  # stands for a CR that ends no line
DIFFERENCES = [
    "a blank line, or a record of blank values, is no record",
    "blank values beyond the header are left out",
    "values beyond the header reject the record",
    "a NUL rejects the record",
    "text behind a closing quote rejects the record",
    "blanks behind a closing quote are left out",
    "an unclosed quote rejects the record; the next line is read",
    "a CR that ends no line is text",
    "a header that cannot be read ends the reading",
]


# Files

class Maker:
    """One file; what is odd about it is drawn once, so that most files are
    plain in most ways."""

    def __init__(self, draw: Random):
        self.draw = draw
        self.separator = draw.choice(",,,;\t")
        self.end = draw.choice(["\n", "\n", "\r\n", "\r\n", "\r", "mixed"])
        self.columns = draw.randint(2, 6)
        self.odd = draw.choice([0, 0, 0.05, 0.2])
        self.quoted = draw.choice([0, 0.1, 0.5, 1])

    def chance(self, share: float) -> bool:
        return self.draw.random() < share

    def line_end(self) -> str:
        if self.end == "mixed":
            return self.draw.choice(["\n", "\r\n"])
        return self.end

    def in_quotes(self) -> str:
        text = "".join(self.draw.choice(INSIDE + WORDS)
                       for _ in range(self.draw.randint(0, 3)))
        return text.replace("\n", "\r") if self.end == "\r" else text

    def plain(self) -> str:
        word = self.draw.choice(WORDS + ["", ""])
        for separator in ",;\t":
            word = word.replace(separator, "")
        if self.chance(0.1):
            word = self.draw.choice([" ", "  ", "\u3000"]) + word
        if self.chance(0.05):
            word += self.draw.choice(['"', '"x', '""', 'x"y"z']) if word else ""
        return word + " " if self.chance(0.05) else word

    def field(self) -> str:
        if not self.chance(self.quoted):
            return self.plain()
        return '"' + self.in_quotes() + '"'

    def odd_field(self) -> str:
        kind = self.draw.randrange(5)
        if kind == 0:
            return '"ab"' + self.draw.choice(["c", " c", 'c"', "\tc"])
        if kind == 1:
            return '"' + self.draw.choice(["ab", "", "x y"])
        if kind == 2:
            return self.draw.choice(["\0", "a\0b", '"a\0"'])
        if kind == 3:
            return '"a" ' if self.end != "\r" else '"a"  '
        return "a\rb" if self.end != "\r" else "ab"

    def record(self) -> str:
        count = self.columns
        fields = [self.field() for _ in range(count)]
        if self.chance(self.odd):
            at = self.draw.randrange(count)
            fields[at] = self.odd_field()
            if fields[at].count('"') == 1:  # the next one would close it
                fields[at + 1:] = ["a"] * (count - at - 1)
        if self.chance(0.05):
            del fields[self.draw.randint(1, count):]
        if self.chance(0.03):
            fields += self.draw.choice([["", ""], ["x"], ["", '"y"'], [" "]])
        return self.separator.join(fields)

    def header(self) -> str:
        names = [f"h{i}" for i in range(self.columns)]
        if self.chance(0.2):
            names[0] = '"h,;' + ("\r" if self.end == "\r" else "\n") + '0"'
        if self.chance(0.02):
            names[-1] = '"h"x'
        return self.separator.join(names)

    def blank(self) -> str:
        return self.draw.choice(["", "", " ", self.separator * 2,
                                 '""' + self.separator])

    def text(self) -> str:
        lines = [self.header()] + [self.record()
                                   for _ in range(self.draw.randint(0, 8))]
        for _ in range(self.draw.choice([0, 0, 0, 1, 2])):
            lines.insert(self.draw.randint(1, len(lines)), self.blank())
        if self.chance(0.05):
            lines.insert(0, "")
        if self.chance(0.02):
            # Without another quote, or the separator could not be told.
            lines = ["a" + self.separator + '"h'] + [
                line.replace('"', "") for line in lines]
        text = "".join(line + self.line_end() for line in lines)
        if self.chance(0.3):
            text = text.rstrip("\r\n")
        return text

    def file(self) -> bytes:
        mark = b"\xef\xbb\xbf" if self.chance(0.2) else b""
        return mark + self.text().encode()


# What Python reads, and where it is not followed

class Expected:
    def __init__(self, file: bytes, separator: str):
        text = file.decode("utf-8-sig")
        self.cr = "\n" not in text and "\r" in text
        self.separator = separator
        self.met: Counter[str] = Counter()
        self.columns: list[str] = []
        self.records: list[list] = []
        self.findings: list[str] = []
        if not self.cr:
            marked = re.sub("\r(?!\n)", LONE, text)
            if marked != text:
                self.note(7)
            text = marked
        end = "\r" if self.cr else "\n"
        self.lines = re.findall(f"[^{end}]*{end}|[^{end}]+$", text)
        self.read()

    def note(self, difference: int) -> None:
        self.met[DIFFERENCES[difference]] += 1

    def parse(self, lines: list[str], strict: bool) -> tuple[list[str], int]:
        """One record and how many lines it has; csv.Error."""
        reader = csv.reader(iter(lines), delimiter=self.separator,
                            strict=strict)
        row = next(reader)
        return row, reader.line_num

    def faulty_line(self, lines: list[str]) -> int:
        """Where strict reading stops: the index of the line."""
        for last in range(len(lines)):
            try:
                self.parse(lines[:last + 1], strict=True)
            except csv.Error as error:
                if "unexpected end" not in str(error):
                    return last
        return len(lines) - 1

    def without_blanks(self, line: str) -> str:
        """As Maker.odd_field writes them."""
        return re.sub(f'((?:^|{self.separator})"a") +(?=[{self.separator}\r\n]|$)',
                      r"\1", line)

    def opening_line(self, lines: list[str], fault: int) -> int | None:
        """The line of a quote that is closed in line `fault` with text behind
        it; None: there it is closed well, and the fault is behind it."""
        inside = re.match('(?:[^"]|"")*"(.?)', lines[fault], re.DOTALL)
        if inside[1] in ("", "\r", "\n", self.separator):
            return None
        return self.last_opening(lines, fault - 1)

    def last_opening(self, lines: list[str], last: int) -> int:
        """The line of the quote that is open at the end of line `last`."""
        while last > 0 and re.fullmatch('(?:[^"]|"")*', lines[last]):
            last -= 1
        return last

    def unclosed_at_end(self, lines: list[str]) -> bool:
        try:
            self.parse(lines, strict=True)
        except csv.Error as error:
            return "unexpected end" in str(error)
        return False

    def record_at(self, at: int) -> tuple[list[str] | None, int, str]:
        """The record that begins in a line, None if it is faulty; its lines;
        the finding."""
        lines = self.lines[at:]
        for blanks in (False, True):
            if blanks:
                lines = [self.without_blanks(line) for line in lines]
            try:
                row, count = self.parse(lines, strict=True)
                if blanks:
                    self.note(5)
                return row, count, ""
            except csv.Error:
                pass
        if self.unclosed_at_end(lines):
            opened = self.last_opening(lines, len(lines) - 1)
            self.note(6)
            return None, opened + 1, "unclosed-quote"
        fault = self.faulty_line(lines)
        opened = self.opening_line(lines, fault) if fault > 0 else None
        if opened is not None:
            self.note(6)
            return None, opened + 1, "unclosed-quote"
        _, count = self.parse(lines, strict=False)
        self.note(4)
        return None, count, "text-after-quote"

    def read(self) -> None:
        at = 0
        while at < len(self.lines):
            line = at + 1
            row, count, finding = self.record_at(at)
            nul = "\0" in "".join(self.lines[at:at + count])
            at += count
            if nul and finding != "unclosed-quote":
                self.note(3)
                finding = "nul-byte"
            if not finding:
                row = [value.replace(LONE, "\r") for value in row]
                surplus = row[len(self.columns):] if self.columns else []
                if not any(value.strip(" \t") for value in row):
                    self.note(0)
                    continue
                if not self.columns:
                    self.columns = row
                    continue
                if any(value.strip(" \t") for value in surplus):
                    self.note(2)
                    finding = "too-many-fields"
                elif surplus:
                    self.note(1)
            if not finding:
                self.records.append([line, *row[:len(self.columns)]])
                continue
            self.findings.append(finding)
            if not self.columns:
                self.note(8)
                return
        if not self.columns:
            self.findings.append("empty-file")


def read_all(program: str, files: list[bytes]) -> list[dict]:
    stream = b"".join(b"%d\n%s" % (len(file), file) for file in files)
    done = subprocess.run([program], input=stream, stdout=subprocess.PIPE,
                          check=True)
    return [json.loads(line) for line in done.stdout.splitlines()]


def difference(found: dict, expected: Expected) -> str:
    rejected = len(expected.findings) if expected.columns else 0
    for name, ours, theirs in (
            ("columns", found["columns"], expected.columns),
            ("records", found["records"], expected.records),
            ("findings", found["findings"], expected.findings),
            ("rejected", found["rejected"], rejected)):
        if ours != theirs:
            return f"{name}\n  ours   {ours}\n  Python {theirs}"
    return "the fast path differs" if found["pieces"] == "differ" else ""


def main() -> int:
    program = sys.argv[1]
    count, seed = (int(word) for word in (sys.argv[2:] + ["10000", "1"])[:2]) \
        if len(sys.argv) != 3 else (int(sys.argv[2]), 1)
    makers = [Maker(Random(f"csv {seed} {number}")) for number in range(count)]
    files = [maker.file() for maker in makers]
    readings = read_all(program, files)
    assert len(readings) == count, f"{len(readings)} answers"
    met: Counter[str] = Counter()
    wrong = records = plain = 0
    for file, maker, found in zip(files, makers, readings):
        expected = Expected(file, maker.separator)
        met.update(expected.met)
        plain += not expected.met
        records += len(expected.records)
        words = difference(found, expected)
        if not words:
            continue
        wrong += 1
        if wrong <= 5:
            print(f"{file!r}\n  {words}")
    pieces = Counter(found["pieces"] for found in readings)
    print(f"{count} files, {records} records, {wrong} files differ; "
          f"{plain} files without a rule below; "
          f"{pieces['equal']} files in pieces too")
    for name in DIFFERENCES:
        print(f"{met[name]:8} {name}")
    unmet = [name for name in DIFFERENCES if not met[name]]
    return 1 if wrong or unmet or not pieces["equal"] else 0


if __name__ == "__main__":
    sys.exit(main())
