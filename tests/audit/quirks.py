"""What makes the tables of a published report hard to read: each quirk is a
function that changes a report and marks what may stay unread."""

from __future__ import annotations

from random import Random

import table_quirks  # each enters its quirks; their order is that of the pages
import label_quirks
import cell_quirks
import column_quirks
import row_quirks
import file_quirks
from model import Report
from registry import BARRED, QUIRKS, Quirk, quirk

# Quirks that may come together on one page.
MIXED = [
    ["blank-header-cells", "blank-label-cells", "repeated-group-labels",
     "cut-with-header", "cut-without-header", "disclosures-in-blocks"],
    ["labels-misprinted", "labels-spaced", "labels-halfwidth", "number-marks",
     "labels-cut"],
    ["zeros-blank", "marks-for-zero", "full-width-digits", "units", "thousands",
     "blanks-around-figures"],
]


@quirk("mixed", BARRED)
def mixed(report: Report, draw: Random) -> None:
    """Three quirks at once, and any frame."""
    for group in MIXED:
        QUIRKS[draw.choice(group)].change(report, draw)
    report.style["frame"] = draw.choice(["bare", "portal", "mobile"])
    if draw.random() < 0.4:
        report.style["manner"] = "word"
