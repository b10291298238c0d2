"""The list of quirks, and the kinds of file and figures that they fit."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random
from typing import Callable

from model import Figure, Report

GRID = ("html", "docx", "xlsx")
SHAPED = GRID + ("md",)
BARRED = SHAPED + ("pipe",)
LINED = BARRED + ("lines", "layout")
ALL = LINED + ("joined",)

Change = Callable[[Report, Random], None]


@dataclass
class Quirk:
    name: str
    kinds: tuple[str, ...]
    change: Change
    fits: Callable[[Figure], bool]
    faithful: bool  # the report in it is without a defect
    about: str


QUIRKS: dict[str, Quirk] = {}


def quirk(name: str, kinds: tuple[str, ...] = LINED,
          fits: Callable[[Figure], bool] = lambda figure: True,
          faithful: bool = False) -> Callable[[Change], Change]:
    def enter(change: Change) -> Change:
        about = (change.__doc__ or "").strip()
        QUIRKS[name] = Quirk(name, kinds, change, fits, faithful, about)
        return change
    return enter


def styled(name: str, kinds: tuple[str, ...], about: str,
           fits: Callable[[Figure], bool] = lambda figure: True,
           faithful: bool = True, **style: object) -> None:
    """A quirk that only concerns how the file is written."""
    def change(report: Report, draw: Random) -> None:
        report.style.update(style)
    QUIRKS[name] = Quirk(name, kinds, change, fits, faithful, about)


def is_2019(figure: Figure) -> bool:
    return figure.format == "cn-2019"


def is_2021(figure: Figure) -> bool:
    return figure.format == "cn-2021"


def has_requests(figure: Figure) -> bool:
    return figure.total("new") > 0
