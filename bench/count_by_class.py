#!/usr/bin/env python3
"""What a script would do instead: count applications by year, type, result.

    bench/count_by_class.py LEDGER.csv

No checks, no positions, no dates beyond their first four characters; the
figures it prints are the raw material of the table, not the table.
"""

import collections
import csv
import sys

with open(sys.argv[1], encoding="utf-8", newline="") as file:
    rows = csv.reader(file)
    header = next(rows)
    year, kind, result = (header.index(name)
                          for name in ("收到日期", "申请人类型", "办理结果"))
    counts = collections.Counter(
        (row[year][:4], row[kind], row[result]) for row in rows)
for key, count in sorted(counts.items()):
    print(*key, count, sep="\t")
