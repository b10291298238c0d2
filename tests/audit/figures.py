"""Figures of bodies: those in figures/, taken over from published reports, and
made-up ones of every size."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path
from random import Random

import forms
from model import Figure, Value

FOLDER = Path(__file__).parent / "figures"

# Of a group of rows, the most that one row of a column holds, by size.
SIZES = {"none": 0, "few": 2, "some": 9, "many": 120, "huge": 40000}

# name, agency, year, size
MADE_UP = [
    ("town-none-2019", "柳溪镇人民政府", 2019, "none"),
    ("town-few-2020", "松坪乡人民政府", 2020, "few"),
    ("county-some-2019", "石桥县人民政府", 2019, "some"),
    ("city-many-2020", "南岭市人民政府", 2020, "many"),
    ("bureau-few-2019", "南岭市水务局", 2019, "few"),
    ("town-none-2021", "清河镇人民政府", 2021, "none"),
    ("town-few-2022", "白塔镇人民政府", 2022, "few"),
    ("bureau-some-2023", "云川市交通运输局", 2023, "some"),
    ("county-many-2024", "禾丰县人民政府", 2024, "many"),
    ("city-huge-2022", "北原市人民政府", 2022, "huge"),
    ("bureau-none-2024", "青禾县民政局", 2024, "none"),
    ("town-some-2024", "龙潭乡人民政府", 2024, "some"),
]


def load(path: Path) -> Figure:
    data = json.loads(path.read_text(encoding="utf-8"), parse_float=Decimal)
    blanks = any(value is None for value in data["cells"].values())
    single = (data["format"] == "cn-2021" and
              "applications.other_handling.total" in data["cells"])
    return Figure(path.stem, data["agency"], data["year"], data["format"],
                  data["cells"], flawless=not blanks and not single)


def result_rows(format: str) -> list[str]:
    """The ids of the rows that add up to `resolved`."""
    rows = ["granted", "partially_granted"]
    groups = forms.GROUPS + ([forms.OTHER_GROUP] if format == "cn-2021" else [])
    for _, group, lines in groups:
        rows += [f"{group}.{row}" for row, _ in lines]
    return rows + (["other_handling"] if format == "cn-2019" else [])


def drawn(draw: Random, top: int) -> int:
    """A count up to `top`, often 0."""
    return 0 if top == 0 or draw.random() < 0.55 else draw.randint(1, top)


def application_cells(draw: Random, format: str, top: int) -> dict[str, Value]:
    rows = result_rows(format)
    names = ["new", "carried_over", *rows, "resolved", "carried_forward"]
    table = {row: [0] * 6 for row in names}
    for column in range(6):
        most = top if column < 2 else max(top // 6, min(top, 1))
        for row in rows:
            rare = row in ("other_handling", "other_handling.other")
            table[row][column] = 0 if rare else drawn(draw, most)
        table["granted"][column] += most
        resolved = sum(table[row][column] for row in rows)
        forward = drawn(draw, most)
        carried = min(drawn(draw, most), resolved + forward)
        table["resolved"][column] = resolved
        table["carried_forward"][column] = forward
        table["carried_over"][column] = carried
        table["new"][column] = resolved + forward - carried
    return {f"applications.{row}.{column}": figure
            for row, figures in table.items()
            for column, figure in zip(forms.APPLICANTS,
                                      figures + [sum(figures)])}


def disclosure_cells_2021(draw: Random, regulates: bool,
                          top: int) -> dict[str, Value]:
    cells: dict[str, Value] = {}
    for kind, most in (("regulations", 3 if regulates else 0),
                       ("normative_documents", top)):
        issued, repealed = drawn(draw, most), drawn(draw, most)
        cells.update({f"disclosures.{kind}.issued": issued,
                      f"disclosures.{kind}.repealed": repealed,
                      f"disclosures.{kind}.in_force": issued + most * 3})
    for kind in ("licences", "penalties", "coercive_measures"):
        cells[f"disclosures.{kind}.decisions"] = drawn(draw, top * 90)
    cells["disclosures.fees.amount"] = (
        0 if top == 0 else Decimal(draw.randint(1, 9_000_000)).scaleb(-3))
    return cells


def disclosure_cells_2019(draw: Random, regulates: bool,
                          top: int) -> dict[str, Value]:
    cells: dict[str, Value] = {}
    for kind, most in (("regulations", 3 if regulates else 0),
                       ("normative_documents", top)):
        made = drawn(draw, most)
        cells.update({f"disclosures.{kind}.made": made,
                      f"disclosures.{kind}.published": made,
                      f"disclosures.{kind}.public_total": made + most * 2})
    for kind in ("licences", "other_services", "penalties",
                 "coercive_measures", "fees"):
        previous = top * 7
        cells[f"disclosures.{kind}.previous"] = previous
        cells[f"disclosures.{kind}.change"] = (
            draw.randint(-min(previous, 9), 9) if top else 0)
        if kind != "fees":
            cells[f"disclosures.{kind}.decisions"] = drawn(draw, top * 40)
    cells["disclosures.procurement.projects"] = top * 2
    cells["disclosures.procurement.amount"] = (
        Decimal(draw.randint(10_000, 99_999_999)).scaleb(-2) if top else 0)
    return cells


def dispute_cells(draw: Random, top: int) -> dict[str, Value]:
    cells: dict[str, Value] = {}
    for group in forms.DISPUTES:
        counts = [drawn(draw, top) for _ in range(4)]
        for (outcome, _), count in zip(forms.OUTCOMES, counts + [sum(counts)]):
            cells[f"disputes.{group}.{outcome}"] = count
    return cells


def made_up(name: str, agency: str, year: int, size: str) -> Figure:
    draw = Random(f"figures {name}")
    top = SIZES[size]
    format = "cn-2019" if year < 2021 else "cn-2021"
    regulates = agency.endswith("市人民政府")
    shown = disclosure_cells_2019 if format == "cn-2019" else (
        disclosure_cells_2021)
    cells = shown(draw, regulates, top)
    cells.update(application_cells(draw, format, top))
    cells.update(dispute_cells(draw, 0 if size == "few" else min(top, 300)))
    return Figure(name, agency, year, format, cells)


def all_figures() -> list[Figure]:
    taken = [load(path) for path in sorted(FOLDER.glob("*.json"))]
    return taken + [made_up(*line) for line in MADE_UP]
