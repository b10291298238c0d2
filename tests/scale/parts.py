#!/usr/bin/env python3
"""Parts of ledgers, merged in any order and grouping, are the whole.

    parts.py PROGRAM SOURCE [FIRST LAST]

For every seed: the ledgers of an example, spoiled here and there, are cut into
2 to 7 files each. `check` and `build` over all of them are compared with parts
of one to three files, merged at once and in two random trees of merges.
"""

import csv
import io
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile

try:
    import jsonschema
except ImportError:
    jsonschema = None

PROGRAM, SOURCE = sys.argv[1:3]
FIRST, LAST = (int(word) for word in (sys.argv[3:5] or ["1", "6"]))
LEDGERS = ["applications", "disclosures", "reviews", "lawsuits"]


def run(*words, may=(0, 1, 2)):
    done = subprocess.run([PROGRAM, *words], capture_output=True)
    if done.returncode not in may:
        sys.exit(f"{words}: exit {done.returncode}\n{done.stderr.decode()}")
    return done


def content(path):
    with open(path, "rb") as file:
        return file.read()


def spoil(dice, head, rows):
    """Numbers that come twice, in other letters too; values that are wrong."""
    for _ in range(dice.choice([0, 3, 30, 400])):
        row = list(dice.choice(rows))
        column = dice.randrange(len(row))
        kind = dice.randrange(6)
        if kind == 0:
            row[0] = dice.choice(rows)[0]
        elif kind == 1:
            row[0] = " " + dice.choice(rows)[0].upper()
        elif kind == 2:
            row[column] = "2024-13-45"
        elif kind == 3:
            row[column] = ""
        elif kind == 4:
            row.append("多余")
        rows[dice.randrange(len(rows))] = row


def add_charges(dice, head, rows):
    """One applicant with many applications in a month, some charged."""
    for _ in range(dice.choice([0, 20, 60])):
        row = dict(zip(head, dice.choice(rows)))
        row["编号"] = f"F-{dice.randrange(10**6)}"
        row["申请人"] = "张三丰收"
        row["收到日期"] = f"2024-05-{dice.randint(1, 28):02}"
        row["收费方式"] = "按件"
        row["收费金额"] = dice.choice(["100", "200", "0"])
        rows.insert(dice.randrange(len(rows)), list(row.values()))


def cut(dice, rows):
    count = dice.randint(2, 7)
    if dice.random() < 0.5:
        pieces = [[] for _ in range(count)]
        for row in rows:
            dice.choice(pieces).append(row)
        return pieces
    ends = sorted(dice.randrange(len(rows) + 1) for _ in range(count - 1))
    return [rows[a:b] for a, b in zip([0, *ends], [*ends, len(rows)])]


def write_ledger(dice, folder, name, number, head, rows):
    place = os.path.join(folder, "ledgers", str(2017 + number) if number else "")
    os.makedirs(place, exist_ok=True)
    lost = dice.randrange(len(head)) if dice.random() < 0.05 else None
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    for row in [head, *rows]:
        writer.writerow([v for i, v in enumerate(row) if i != lost])
    path = os.path.join(place, name + ".csv")
    with open(path, "wb") as file:
        file.write(text.getvalue().encode(dice.choice(["utf-8", "gb18030"])))
    return path


def make_workspace(dice, folder):
    shutil.copytree(SOURCE + "/examples/county-2023-2024", folder)
    files = []
    for name in LEDGERS:
        path = f"{folder}/ledgers/{name}.csv"
        with open(path, encoding="utf-8-sig", newline="") as file:
            head, *rows = csv.reader(file)
        os.remove(path)
        if dice.random() < 0.1:
            continue  # nobody keeps it
        if name == "applications":
            head.append("收费方式")
            for row in rows:
                row.append("")
            add_charges(dice, head, rows)
            waived = [row[0] for row in dice.sample(rows, 4)]
        spoil(dice, head, rows)
        for number, piece in enumerate(cut(dice, rows)):
            files.append(write_ledger(dice, folder, name, number, head, piece))
        if name == "applications" and dice.random() < 0.5:
            write_waivers(dice, folder, waived)
    return files


def write_waivers(dice, folder, records):
    with open(folder + "/waivers.yaml", "w", encoding="utf-8") as file:
        for record in records:
            rule = dice.choice(["reply-late", "duplicate-number"])
            file.write(f"- rule: {rule}\n  record: '{record}'\n  year: 2024\n"
                       "  reason: 已核对\n  person: 李明\n"
                       "  date: 2025-01-10\n")


def merged_by_tree(dice, folder, parts, name):
    parts = list(parts)
    count = 0
    while len(parts) > 1 or count == 0:
        dice.shuffle(parts)
        take = min(len(parts), dice.randint(2, 3))
        path = f"{folder}/{name}{count}.part.json"
        run("merge", *parts[:take], "--part", "-o", path, may=(0,))
        parts = [*parts[take:], path]
        count += 1
    return parts[0]


def compare(seed, folder):
    dice = random.Random(seed)
    files = make_workspace(dice, folder)
    limit = dice.choice(["0", "100", "5", "1"])
    here = ["-C", folder]
    json_of = ["--format", "json"]
    whole = run(*here, "check", "2024", "--limit", limit, *json_of)
    words = run(*here, "check", "2024", "--limit", limit)
    run(*here, "build", "2024", "--to", "json", "--draft", "--out",
        folder + "/whole")
    dice.shuffle(files)
    parts = []
    while files:
        take = dice.randint(1, 3)
        path = f"{folder}/{len(parts)}.part.json"
        run(*here, "tally", "2024", "--limit", limit, *files[:take], "-o",
            path, may=(0,))
        parts.append(path)
        files = files[take:]
    merge = [*here, "merge", "--draft", "-o", folder + "/report.json"]
    trees = [merged_by_tree(dice, folder, parts, name) for name in "ab"]
    expect(seed, "trees", content(trees[0]), content(trees[1]))
    for some in (parts, trees[:1]):
        found = run(*merge, *some, *json_of)
        expect(seed, "findings", whole.stdout, found.stdout)
        expect(seed, "exit code", whole.returncode, found.returncode)
        expect(seed, "report.json", content(folder + "/whole/report.json"),
               content(folder + "/report.json"))
    expect(seed, "words", words.stdout, run(*merge, *parts).stdout)
    if jsonschema is not None:
        shape = json.loads(content(SOURCE + "/schemas/json/part.schema.json"))
        jsonschema.validate(json.loads(content(parts[0])), shape)


def expect(seed, what, whole, merged):
    if whole == merged:
        return
    for name, value in (("whole", whole), ("merged", merged)):
        if isinstance(value, bytes):
            with open(f"/tmp/parts-{name}", "wb") as file:
                file.write(value)
    sys.exit(f"seed {seed}: {what} differ, see /tmp/parts-whole and -merged")


for seed in range(FIRST, LAST + 1):
    with tempfile.TemporaryDirectory() as folder:
        compare(seed, folder + "/office")
