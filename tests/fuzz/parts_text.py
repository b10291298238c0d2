#!/usr/bin/env python3
"""An office file as a seed for the fuzzers: its XML parts as one text.

    parts_text.py FILE [PART]

Prints the form that parts_text.h reads. PART stands first and without its name:
the part that the fuzzer takes for unnamed.
"""

import sys
import zipfile

with zipfile.ZipFile(sys.argv[1]) as file:
    parts = {name: file.read(name) for name in file.namelist()
             if name.endswith((".xml", ".rels"))}
out = sys.stdout.buffer
if sys.argv[2:]:
    out.write(parts.pop(sys.argv[2]))
for name, content in parts.items():
    out.write(b"\n== " + name.encode() + b"\n" + content)
