#!/usr/bin/env python3
"""What a script with pandas would do: count by year, type and result.

    bench/count_with_pandas.py LEDGER.csv

Three of the columns are read, as text, and nothing is checked.
"""

import sys

import pandas

DATE, KIND, RESULT = "收到日期", "申请人类型", "办理结果"

if len(sys.argv) > 1:
    rows = pandas.read_csv(sys.argv[1], usecols=[DATE, KIND, RESULT],
                           dtype=str, keep_default_na=False)
    print(rows.groupby([rows[DATE].str[:4], KIND, RESULT]).size().to_string())
