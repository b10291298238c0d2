#!/usr/bin/env python3
"""Parts of ledgers, merged in any order and grouping, are the whole.

    parts.py PROGRAM SOURCE [FIRST LAST]

For every seed: the ledgers of an example, spoiled here and there, are cut into
2 to 7 files each, CSV in several encodings, YAML and workbooks. `check` and
`build` over all of them are compared with parts of one to three files, merged
at once and in two random trees of merges.
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

import openpyxl

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


UNUSUAL = ["2024年3月1日", "45352", "#REF!", "1.2E+17", "１２", "3件", "1,200",
           "2024-03-01\u200b", " 自 然 人 ", "不予公开", "张\u00a0三", "-1"]


def spoil(dice, head, rows):
    """Numbers that come twice, in other letters too; values that are wrong."""
    for _ in range(dice.choice([0, 3, 30, 400])):
        row = list(dice.choice(rows))
        column = dice.randrange(len(row))
        kind = dice.randrange(8)
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
        elif kind == 5:
            row[column] = dice.choice(UNUSUAL)
        elif kind == 6:
            row[0] += "\u200b"
        rows[dice.randrange(len(rows))] = row


def spoil_carried(dice, head, rows):
    """Cases of last year under a number that is one character off, in another
    class, of another day, or gone."""
    for _ in range(dice.choice([0, 0, 3, 40])):
        number = dice.randrange(len(rows))
        row = dict(zip(head, rows[number]))
        if row["编号"] < "2023-12":
            continue
        kind = dice.randrange(4)
        if kind == 0:
            at = dice.randrange(len(row["编号"]))
            digit = dice.choice("0123456789")
            row["编号"] = row["编号"][:at] + digit + row["编号"][at + 1:]
        elif kind == 1 and "申请人类型" in row:
            row["申请人类型"] = dice.choice(["自然人", "商业企业", "其他"])
        elif kind == 2:
            row[head[1]] = dice.choice(["2023-12-02", "2023-11-30"])
        else:
            del rows[number]
            continue
        rows[number] = list(row.values())


def add_documents(dice, folder, head, rows):
    """Documents with numbers, some of them in the list of last year."""
    with open(folder + "/sealed/2023.json", encoding="utf-8") as file:
        sealed = json.load(file)
    for number in range(20):
        name = f"云政规〔{dice.choice([2023, 2024])}〕{number}号"
        date = f"{name[4:8]}-0{dice.randint(1, 9)}-11"
        for place in dice.sample(["sealed", "issued", "repealed"], 2):
            if place == "sealed":
                sealed["documents"]["disclosures"].append(
                    {"kind": "normative_document", "number": name,
                     "date": date})
                continue
            row = dict.fromkeys(head, "")
            row["类别"] = "规范性文件"
            row["事项"] = "制发" if place == "issued" else "废止"
            row["日期"] = date
            row["数量"] = "1"
            row["文号"] = name
            rows.append(list(row.values()))
    with open(folder + "/sealed/2023.json", "w", encoding="utf-8") as file:
        json.dump(sealed, file, ensure_ascii=False)


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


def enlarge(rows):
    """So many that several threads share a file."""
    rows += [[f"{copy}-{row[0]}", *row[1:]]
             for copy in range(20) for row in rows]


def write_csv(dice, path, table, encoding):
    tab = path.endswith(".tsv")
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n",
                        delimiter="\t" if tab else ",")
    writer.writerows(table)
    encoding = encoding or dice.choice(["utf-8", "utf-8-sig", "gb18030",
                                        "utf-16"])
    with open(path, "wb") as file:
        file.write(text.getvalue().encode(encoding))


def write_yaml(path, table):
    with open(path, "w", encoding="utf-8") as file:
        for row in table[1:]:
            record = {k: v for k, v in zip(table[0], row) if v}
            file.write("- " + json.dumps(record, ensure_ascii=False) + "\n")
        if len(table) < 2:
            file.write("[]\n")


def write_book(path, sheets):
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, table in sheets.items():
        sheet = book.create_sheet(name)
        for row in table:
            sheet.append(row)
    book.save(path)


def write_ledger(dice, folder, name, number, table, encoding, ending):
    place = os.path.join(folder, "ledgers", str(2017 + number))
    os.makedirs(place, exist_ok=True)
    if dice.random() < 0.05:
        lost = dice.randrange(len(table[0]))
        table = [[v for i, v in enumerate(row) if i != lost] for row in table]
    ending = ending or dice.choice(["csv", "csv", "csv", "tsv", "yaml", "xlsx"])
    path = f"{place}/{name}.{ending}"
    if ending == "yaml":
        write_yaml(path, table)
    elif ending == "xlsx" and dice.random() < 0.5:
        write_book(path, {"Sheet1": table})
    elif ending == "xlsx":
        half = len(table) // 2
        write_book(path, {"下半年": table[:half],
                          "说明": [["本表由各科室填写"]],
                          "上半年": [table[0], *table[half:]]})
    else:
        write_csv(dice, path, table, encoding)
    return path


def place_ledger(dice, folder, name, table):
    """In a workbook of another name, with its sheet or without."""
    path = f"{folder}/ledgers/登记{name}.xlsx"
    write_book(path, {"二": table, "备注": [["无"]], "一": [table[0]]})
    location = f"ledgers/登记{name}.xlsx" + dice.choice(["", "#二"])
    with open(folder + "/gov-report.yaml", "a", encoding="utf-8") as file:
        file.write(f"ledgers:\n  {name}: {location}\n")
    return path


def make_workspace(dice, folder, encoding):
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
            large = dice.random() < 0.15
        if name == "disclosures":
            add_documents(dice, folder, head, rows)
        else:
            spoil_carried(dice, head, rows)
        spoil(dice, head, rows)
        if name == "applications" and large:
            enlarge(rows)
        if name == "reviews" and dice.random() < 0.3:
            files.append(place_ledger(dice, folder, name, [head, *rows]))
            continue
        for number, piece in enumerate(cut(dice, rows)):
            files.append(write_ledger(
                dice, folder, name, number, [head, *piece], encoding,
                "csv" if name == "applications" and large else None))
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
    said = dice.choice(["", "", "gb18030"])
    files = make_workspace(dice, folder, said)
    options = ["--limit", dice.choice(["0", "100", "5", "1"])]
    encoding = ["--encoding", said] if said else []
    here = ["-C", folder]
    json_of = ["--format", "json"]
    whole = run(*here, "check", "2024", *options, *encoding, *json_of)
    words = run(*here, "check", "2024", *options, *encoding)
    run(*here, "build", "2024", "--to", "json", "--draft", "--out",
        folder + "/whole", *encoding)
    dice.shuffle(files)
    parts = []
    while files:
        take = dice.randint(1, 3)
        path = f"{folder}/{len(parts)}.part.json"
        run(*here, "tally", "2024", *options, *encoding, *files[:take], "-o",
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
