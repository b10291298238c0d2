"""Seeded defects: a report without a defect, one thing wrong in it, and the
rule that must say so. Tables here, words in text_defects.py."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random
from typing import Callable, Iterator

import forms
import narrative
import shapes
from figures import all_figures
from model import Cell, Figure, Page, Picture, Report, Table, wants_of
from pages import settle, write
from registry import has_requests, is_2019, is_2021

WORDED = ("html", "docx", "md", "pipe", "lines", "layout")
TABLED = ("html", "docx", "xlsx", "md", "pipe", "lines", "layout")
DRAWN = ("html", "docx", "md")
PER_DEFECT = 7

Change = Callable[[Report, Random], None]
Fits = Callable[[Figure], bool]


@dataclass
class Defect:
    rules: list[str]  # any of them will do
    name: str
    kinds: tuple[str, ...]
    change: Change
    fits: Fits
    draft: int | None = None
    last_year: bool = False  # audited against the report of the year before
    arithmetic: bool = False


DEFECTS: list[Defect] = []


def anything(figure: Figure) -> bool:
    return True


def defect(rule: str, kinds: tuple[str, ...] = TABLED, fits: Fits = anything,
           **more: object) -> Callable[[Change], Change]:
    def enter(change: Change) -> Change:
        name = change.__name__.replace("_", "-")
        DEFECTS.append(Defect(rule.split("|"), name, kinds, change, fits, **more))
        return change
    return enter


def sum_defect(rule: str, fits: Fits = anything,
               **more: object) -> Callable[[Change], Change]:
    return defect(rule, TABLED, fits, arithmetic=True, **more)


# Figures

def get(report: Report, id: str) -> int:
    return int(report.cell(id).text or 0)


def put(report: Report, id: str, value: object) -> None:
    report.cell(id).text = str(value)


def bump(report: Report, id: str, by: int = 1) -> None:
    put(report, id, get(report, id) + by)


def both(report: Report, row: str, column: str, by: int) -> None:
    """Adds to a figure and to the total of its row."""
    bump(report, f"applications.{row}.{column}", by)
    bump(report, f"applications.{row}.total", by)


def below_city(figure: Figure) -> bool:
    return not figure.agency.endswith("市人民政府")


def county_or_town(figure: Figure) -> bool:
    return figure.agency.endswith(("县人民政府", "镇人民政府", "乡人民政府"))


def any_row(report: Report, draw: Random) -> str:
    rows = sorted({cell.id.rsplit(".", 1)[0] for cell in
                   report.table("applications").values()})
    return draw.choice(rows)


# Arithmetic

@sum_defect("row-total-mismatch")
def row_total(report: Report, draw: Random) -> None:
    bump(report, any_row(report, draw) + ".total", draw.choice([1, 2, 10]))


@sum_defect("row-total-mismatch", has_requests)
def row_total_swapped(report: Report, draw: Random) -> None:
    """Two digits of a total exchanged, or one more."""
    total = report.cell("applications.new.total")
    turned = total.text[::-1].lstrip("0")
    total.text = turned if turned and turned != total.text else total.text + "1"


@sum_defect("resolved-total-mismatch")
def resolved_total(report: Report, draw: Random) -> None:
    column = draw.choice(forms.APPLICANTS[:6])
    both(report, "resolved", column, 1)
    both(report, "new", column, 1)


@sum_defect("resolved-total-mismatch")
def result_without_total(report: Report, draw: Random) -> None:
    both(report, "unavailable.not_held", draw.choice(forms.APPLICANTS[:6]), 2)


@sum_defect("balance-broken")
def balance(report: Report, draw: Random) -> None:
    both(report, "carried_forward", draw.choice(forms.APPLICANTS[:6]), 1)


@sum_defect("balance-broken")
def carry_over_forgotten(report: Report, draw: Random) -> None:
    both(report, "carried_over", draw.choice(forms.APPLICANTS[:6]), 3)


@sum_defect("dispute-total-mismatch")
def dispute_total(report: Report, draw: Random) -> None:
    bump(report, f"disputes.{draw.choice(forms.DISPUTES)}.total")


@sum_defect("dispute-total-mismatch")
def pending_not_in_total(report: Report, draw: Random) -> None:
    bump(report, f"disputes.{draw.choice(forms.DISPUTES)}.pending", 2)


@sum_defect("issued-exceeds-in-force", is_2021)
def issued_exceeds(report: Report, draw: Random) -> None:
    start = "disclosures.normative_documents."
    for column, value in (("issued", 5), ("repealed", 1), ("in_force", 3)):
        put(report, start + column, value)


@sum_defect("published-exceeds-public-total", is_2019)
def published_exceeds(report: Report, draw: Random) -> None:
    start = "disclosures.normative_documents."
    put(report, start + "published", get(report, start + "public_total") + 3)


@sum_defect("items-below-zero", is_2019)
def items_below_zero(report: Report, draw: Random) -> None:
    start = "disclosures.licences."
    put(report, start + "change", -get(report, start + "previous") - 4)


@sum_defect("procurement-count-and-amount-disagree", is_2019)
def procurement_disagrees(report: Report, draw: Random) -> None:
    put(report, "disclosures.procurement.projects", 0)
    put(report, "disclosures.procurement.amount", 152790)


@sum_defect("regulations-by-unauthorised-body", below_city)
def regulations_of_a_town(report: Report, draw: Random) -> None:
    column = "in_force" if is_2021(report.figure) else "public_total"
    put(report, f"disclosures.regulations.{column}", draw.randint(1, 9))


@sum_defect("fee-amount-unit-suspect",
            lambda figure: is_2021(figure) and county_or_town(figure))
def fee_in_yuan(report: Report, draw: Random) -> None:
    put(report, "disclosures.fees.amount", draw.randint(20000, 900000))


@sum_defect("fee-amount-unit-suspect", is_2021)
def fee_of_seven_decimals(report: Report, draw: Random) -> None:
    put(report, "disclosures.fees.amount", "12.3456789")


@sum_defect("other-results-high", is_2021)
def other_results_high(report: Report, draw: Random) -> None:
    by = 20 + get(report, "applications.resolved.total")
    for row in ("other_handling.other", "resolved", "new"):
        both(report, row, "natural_person", by)


@sum_defect("disputes-without-applications",
            lambda figure: figure.name == "bureau-none-2024", last_year=True)
def disputes_of_nobody(report: Report, draw: Random) -> None:
    bump(report, "disputes.reviews.upheld")
    bump(report, "disputes.reviews.total")


# What stands in cells

@defect("blank-cell", ("html", "docx", "xlsx", "md", "pipe"))
def blank(report: Report, draw: Random) -> None:
    put(report, any_row(report, draw) + ".research", "")


@defect("not-a-count")
def mark_for_zero(report: Report, draw: Random) -> None:
    put(report, any_row(report, draw) + ".business",
        draw.choice(["/", "-", "—", "无", "3.5"]))


WORDS = ["九", "待定", "见附件", "一一", "12人"]


@defect("not-a-count", ("html", "docx", "xlsx", "md", "pipe"))
def word_in_first_cell(report: Report, draw: Random) -> None:
    put(report, any_row(report, draw) + ".natural_person", draw.choice(WORDS))


@defect("not-a-count", ("html", "docx", "xlsx", "md"))
def word_in_only_cell(report: Report, draw: Random) -> None:
    put(report, "disclosures.penalties.decisions", draw.choice(WORDS))


@defect("not-a-count", ("html", "docx", "xlsx", "md"))
def word_in_disputes(report: Report, draw: Random) -> None:
    put(report, f"disputes.{draw.choice(forms.DISPUTES)}.upheld",
        draw.choice(WORDS))


@defect("not-a-count", ("html", "docx", "xlsx", "md", "pipe"))
def words_in_regulations(report: Report, draw: Random) -> None:
    column = "issued" if is_2021(report.figure) else "made"
    put(report, f"disclosures.regulations.{column}", draw.choice(WORDS))


# In lines without bars such a row is not read, or its figures are.
@defect("not-a-count|row-unread", ("lines", "layout"))
def word_in_lines(report: Report, draw: Random) -> None:
    put(report, any_row(report, draw) + ".natural_person", draw.choice(WORDS))


@defect("row-unread", ("xlsx",))
def formulas_without_results(report: Report, draw: Random) -> None:
    report.style["cached"] = "none"
    for table in report.tables():
        for cell in table.values():
            if cell.id.endswith(".total"):
                cell.accept, cell.open = [], True


@defect("not-an-amount", fits=is_2021)
def vague_amount(report: Report, draw: Random) -> None:
    put(report, "disclosures.fees.amount", draw.choice(["约25", "/", "无"]))


@defect("not-a-signed-count", fits=is_2019)
def change_in_words(report: Report, draw: Random) -> None:
    put(report, "disclosures.licences.change", draw.choice(["增3项", "无变化"]))


@defect("unit-in-cell|not-a-count")
def unit_in_cell(report: Report, draw: Random) -> None:
    put(report, "disclosures.penalties.decisions",
        draw.choice(["12件", "1,234", "36项"]))


@defect("ambiguous-row|row-unread", ("html", "docx", "pipe", "lines"), has_requests)
def cells_dropped(report: Report, draw: Random) -> None:
    table = report.table("applications")
    row = table.rows[table.row_of("applications.new.total")]
    cells = shapes.figure_cells(row)
    shapes.open_cells(cells)
    shapes.lose(table, cells[2:6])
    row[:] = [cell for cell in row if not any(cell is c for c in cells[2:6])]


# Tables

def replace_table(report: Report, id: str, item: object) -> None:
    for section in report.sections:
        section.items = [item if isinstance(old, Table) and old.id == id else old
                         for old in section.items]


@defect("table-missing", DRAWN)
def picture_for_table(report: Report, draw: Random) -> None:
    id = draw.choice(["disclosures", "applications", "disputes"])
    replace_table(report, id, Picture())


@defect("table-missing", WORDED)
def sentence_for_table(report: Report, draw: Random) -> None:
    id = draw.choice(["disclosures", "applications", "disputes"])
    replace_table(report, id, "本项内容详见附件。")


@defect("table-shape-wrong", ("html", "docx", "xlsx", "md"))
def row_deleted(report: Report, draw: Random) -> None:
    table = report.table("applications")
    at = table.row_of("applications.not_processed.published_material.total")
    for cell in shapes.labels(report):
        if cell.text in ("三、本年度办理结果", "（五）不予处理"):
            cell.down -= 1
    del table.rows[at]


def result_rows(report: Report) -> tuple[list, list[int]]:
    """The rows of 不予公开 without the first, which begins the group."""
    rows = report.table("applications").rows
    return rows, [at for at, row in enumerate(rows)
                  if any(c.id.startswith("applications.denied.") for c in row)][1:]


@defect("table-shape-wrong")
def rows_swapped(report: Report, draw: Random) -> None:
    rows, found = result_rows(report)
    one, other = draw.sample(found, 2)
    rows[one], rows[other] = rows[other], rows[one]


@defect("table-shape-wrong")
def row_renamed(report: Report, draw: Random) -> None:
    rows, found = result_rows(report)
    label = [c for c in rows[draw.choice(found)] if not c.id and c.text][-1]
    label.text = "经办人员认为不妥"
    for row in rows:
        for cell in row:
            if cell.id and any(c is label for c in row):
                cell.open = True


@defect("label-differs")
def label_misprinted(report: Report, draw: Random) -> None:
    for cell in shapes.labels(report):
        cell.text = cell.text.replace("其他法律行政法规禁止公开", "其他法律行政止公开")


@defect("unknown-row")
def own_row(report: Report, draw: Random) -> None:
    table = report.table("disclosures")
    row = table.rows[-1]
    table.rows.insert(len(table.rows), [Cell("其他主动公开文件")] + [
        Cell("38", across=cell.across, role="value") for cell in row[1:]])


@defect("format-year-mismatch", fits=is_2019)
def old_form(report: Report, draw: Random) -> None:
    move_year(report, 2022)


@defect("format-year-mismatch", fits=is_2021)
def new_form_early(report: Report, draw: Random) -> None:
    move_year(report, 2020)


def move_year(report: Report, year: int) -> None:
    """The same report for another year; its tables stay."""
    figure = report.figure
    old, figure.year = str(figure.year), year
    moved = lambda text: text.replace(old, str(year))
    report.title = moved(report.title)
    report.preamble = [moved(text) for text in report.preamble]
    report.sections[0].items = [moved(t) for t in report.sections[0].items]


# Against last year

def later_year(figure: Figure) -> bool:
    return figure.year in (2020, 2022, 2023, 2024) and figure.flawless


def later_2021(figure: Figure) -> bool:
    return later_year(figure) and is_2021(figure)


def year_before(figure: Figure) -> Figure:
    """Figures of the year before that agree with those of the year."""
    last = figure.copy()
    last.name, last.year = figure.name + "-before", figure.year - 1
    cells = last.cells
    for column in forms.APPLICANTS:
        end = f"applications.carried_forward.{column}"
        new = f"applications.new.{column}"
        ahead = int(figure[f"applications.carried_over.{column}"])
        cells[new] = int(cells[new]) + ahead - int(cells[end])
        short = -min(0, cells[new])
        cells[new] += short
        cells[end] = ahead
        for row in ("resolved", "granted"):
            cells[f"applications.{row}.{column}"] = (
                int(cells[f"applications.{row}.{column}"]) + short)
    # One request more, where there are any: no table is that of the year itself.
    some = int(figure["applications.resolved.natural_person"]) > 0
    for row in ("new", "resolved", "granted"):
        cells[f"applications.{row}.natural_person"] += int(some)
    for id in cells:
        if id.startswith("disputes."):
            cells[id] = 0
    roll_back(figure, cells)
    settle_totals(cells)
    return last


def roll_back(figure: Figure, cells: dict) -> None:
    """Stocks at the end of the year before."""
    for kind in ("regulations", "normative_documents"):
        start = f"disclosures.{kind}."
        if is_2021(figure):
            stock = (int(figure[start + "in_force"]) + int(figure[start + "repealed"])
                     - int(figure[start + "issued"]))
            cells.update({start + "in_force": stock, start + "issued": 0,
                          start + "repealed": 0})
        else:
            stock = int(figure[start + "public_total"]) - int(
                figure[start + "published"])
            cells.update({start + "public_total": stock, start + "published": 0,
                          start + "made": 0})
    for id in cells:
        if id.endswith(".change"):
            cells[id] = 0


def settle_totals(cells: dict) -> None:
    """Row totals of the applications anew."""
    for id in list(cells):
        if id.startswith("applications.") and id.endswith(".total"):
            row = id[:-len("total")]
            cells[id] = sum(int(cells[row + c]) for c in forms.APPLICANTS[:6])


@sum_defect("carry-over-differs-from-last-year", later_year, last_year=True)
def carry_over_differs(report: Report, draw: Random) -> None:
    both(report, "carried_over", "natural_person", 1)
    both(report, "carried_forward", "natural_person", 1)


@sum_defect("in-force-does-not-roll-forward", later_2021, last_year=True)
def stock_jumps(report: Report, draw: Random) -> None:
    bump(report, "disclosures.normative_documents.in_force", 40)


@sum_defect("repealed-exceeds-stock", later_2021, last_year=True)
def repealed_exceeds(report: Report, draw: Random) -> None:
    start = "disclosures.normative_documents."
    put(report, start + "repealed",
        get(report, start + "in_force") + get(report, start + "repealed") + 900)


@sum_defect("previous-items-differ",
            lambda figure: figure.year == 2020, last_year=True)
def previous_items(report: Report, draw: Random) -> None:
    bump(report, "disclosures.penalties.previous", 2)


@sum_defect("public-total-does-not-roll-forward",
            lambda figure: figure.year == 2020, last_year=True)
def public_total_jumps(report: Report, draw: Random) -> None:
    bump(report, "disclosures.normative_documents.public_total", 8)


@sum_defect("figure-jumped", later_year, last_year=True)
def figure_jumped(report: Report, draw: Random) -> None:
    id = "disclosures.licences.decisions"
    put(report, id, get(report, id) * 40 + 500)


# Pages

def settled_page(report: Report, name: str, kind: str, draw: Random) -> Page:
    settle(report, kind)
    return Page(name, "seeded", kind, write(report, kind, draw),
                wants_of(report), report)


def clean_page(figure: Figure, name: str, kind: str, draft: int) -> Page:
    report = narrative.report(figure.copy(), draft)
    return settled_page(report, name, kind, Random(name))


def seeded_page(defect: Defect, figure: Figure, kind: str) -> Page:
    name = f"defect-{defect.name}-{figure.name}-{kind}"
    draw = Random(name)
    draft = narrative.choose(figure) if defect.draft is None else defect.draft
    report = narrative.report(figure.copy(), draft)
    defect.change(report, draw)
    page = settled_page(report, name, kind, draw)
    page.rules = defect.rules
    if defect.last_year:
        copied = "copied-from-last-year" in defect.rules
        page.against = clean_page(year_before(figure), name + "-before", "html",
                                  draft if copied else (draft + 1) % 4)
    return page


def seeded_pages(each: int = PER_DEFECT) -> Iterator[tuple[Defect, Page]]:
    """Every defect in some figures and kinds of file."""
    import text_defects  # fills DEFECTS
    figures = [figure for figure in all_figures() if figure.flawless]
    for number, one in enumerate(DEFECTS):
        fitting = [figure for figure in figures if one.fits(figure)]
        pairs = {(turn % len(fitting), turn % len(one.kinds))
                 for turn in range(number, number + each)}
        for figure, kind in sorted(pairs):
            yield one, seeded_page(one, fitting[figure], one.kinds[kind])


def controls() -> Iterator[Page]:
    """Pages without a defect that are audited against last year's."""
    figures = [figure for figure in all_figures() if later_year(figure)]
    for figure in figures:
        draft = narrative.choose(figure)
        name = f"control-{figure.name}"
        page = clean_page(figure, name, "html", draft)
        page.against = clean_page(year_before(figure), name + "-before", "docx",
                                  (draft + 1) % 4)
        yield page


def sibling_pairs() -> Iterator[tuple[bool, Page, Page]]:
    """Two bodies of one year: with one draft between them, or with two."""
    names = [("county-many-2024", "town-some-2024"),
             ("bureau-none-2024", "town-some-2024"),
             ("bureau-some-2023", "city-c-2023"),
             ("county-some-2019", "bureau-few-2019")]
    figures = {figure.name: figure for figure in all_figures()}
    for number, (first, second) in enumerate(names):
        for copied in (True, False):
            start = f"pair-{number}-{'copied' if copied else 'own'}"
            other = number if copied else (number + 1) % 4
            yield (copied,
                   clean_page(figures[first], start + "-a", "html", number),
                   clean_page(figures[second], start + "-b", "docx", other))
