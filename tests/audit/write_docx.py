"""A report as a Word file.

Report.style may hold:
  merge     span plain    vMerge and gridSpan, or every place a cell of its own
  before    True: rows whose label column is left out start with w:gridBefore
  textbox   True: a text box with a table of other figures stands in the text
  runs      True: texts in several runs, with deleted and inserted pieces
  controls  True: tables inside of content controls
  nested    depth of layout tables around everything
  headers   True: header rows marked w:tblHeader, a page header and footer
  references True: footnotes, comments and deleted text behind figures
"""

from __future__ import annotations

from random import Random

from model import Cell, Picture, Report, Table, place, width
from office import HEAD, OFFICE, escape, package, relations, types

MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml."
SPACES = (f'xmlns:w="{MAIN}" xmlns:r="{OFFICE}" '
          'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
          'xmlns:v="urn:schemas-microsoft-com:vml" '
          'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
          'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
          'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"')


def run(text: str, look: str = "") -> str:
    """A run; line breaks become w:br. `look`: more of its properties."""
    parts = [f'<w:t xml:space="preserve">{escape(part)}</w:t>'
             for part in text.split("\n")]
    return (f'<w:r><w:rPr><w:rFonts w:eastAsia="仿宋"/>{look}</w:rPr>' +
            "<w:br/>".join(parts) + "</w:r>")


REFERENCES = ('<w:r><w:footnoteReference w:id="2"/></w:r>'
              '<w:del w:id="5" w:author="a"><w:r><w:delText>1</w:delText></w:r>'
              '</w:del><w:moveFrom w:id="6" w:author="a"><w:r><w:t>4</w:t></w:r>'
              '</w:moveFrom><w:r><w:commentReference w:id="0"/></w:r>')


class DocxWriter:
    def __init__(self, report: Report, draw: Random):
        self.report, self.draw = report, draw
        self.style = report.style

    def runs(self, text: str) -> str:
        if not text:
            return ""
        if not self.style.get("runs") or len(text) < 2:
            return run(text)
        cut = self.draw.randint(1, len(text) - 1)
        return (run(text[:cut]) + '<w:del w:id="1" w:author="a"><w:r>'
                "<w:delText>9</w:delText></w:r></w:del>"
                '<w:bookmarkStart w:id="0" w:name="m"/><w:bookmarkEnd w:id="0"/>'
                f'<w:ins w:id="2" w:author="a">{run(text[cut:])}</w:ins>')

    def paragraph(self, text: str, style: str = "") -> str:
        look = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
        return f"<w:p>{look}{self.runs(text)}</w:p>"

    def with_notes(self, cell: Cell) -> str:
        """The paragraph of a cell, with what is struck out, raised, hidden."""
        runs = run(cell.struck, "<w:strike/>") if cell.struck else ""
        runs += self.runs(cell.text)
        if cell.note:
            runs += run(cell.note, '<w:vertAlign w:val="superscript"/>')
        if cell.unseen:
            runs += run(cell.unseen, "<w:vanish/>")
        if cell.id and self.style.get("references"):
            runs += REFERENCES
        return f"<w:p>{runs}</w:p>"

    def cell(self, inner: str, across: int = 1, merge: str = "") -> str:
        look = f'<w:tcW w:w="{across * 900}" w:type="dxa"/>'
        if across > 1:
            look += f'<w:gridSpan w:val="{across}"/>'
        if merge == "restart":
            look += '<w:vMerge w:val="restart"/>'
        elif merge:
            look += "<w:vMerge/>"
        return f"<w:tc><w:tcPr>{look}</w:tcPr>{inner}</w:tc>"

    def row_cells(self, table: Table) -> list[list[tuple[int, int, str]]]:
        """Column, span and markup of all cells of each row, those that go on
        from above included."""
        rows: list[list[tuple[int, int, str]]] = [[] for _ in table.rows]
        plain = self.style.get("merge") == "plain"
        for number, row in enumerate(place(table.rows)):
            for column, cell in row:
                self.add(rows, number, column, cell, plain)
        return [sorted(row, key=lambda item: item[0]) for row in rows]

    def add(self, rows: list, number: int, column: int, cell: Cell,
            plain: bool) -> None:
        last = min(number + cell.down, len(rows))
        for at in range(number, last):
            first = at == number
            inner = self.with_notes(cell) if first else "<w:p></w:p>"
            if not first and self.style.get("before") and cell.role == "label":
                continue
            if plain:
                rows[at] += [(column + i, 1, self.cell(inner if i == 0
                                                       else "<w:p></w:p>"))
                             for i in range(cell.across)]
                continue
            merge = "" if cell.down == 1 else ("restart" if first else "on")
            rows[at].append((column, cell.across,
                             self.cell(inner, cell.across, merge)))

    def table_row(self, row: list[tuple[int, int, str]], number: int) -> str:
        marks = ""
        gap = row[0][0] if row and self.style.get("before") else 0
        if gap:
            marks += f'<w:gridBefore w:val="{gap}"/><w:wBefore w:w="900" w:type="dxa"/>'
        if self.style.get("headers") and number < 3:
            marks += "<w:cantSplit/><w:tblHeader/>"
        look = f"<w:trPr>{marks}</w:trPr>" if marks else ""
        return f"<w:tr>{look}{''.join(cell for _, _, cell in row)}</w:tr>"

    def table(self, table: Table) -> str:
        grid = '<w:gridCol w:w="900"/>' * width(table.rows)
        rows = "".join(self.table_row(row, number)
                       for number, row in enumerate(self.row_cells(table)))
        border = "".join(f'<w:{side} w:val="single" w:sz="4"/>' for side in
                         ("top", "left", "bottom", "right", "insideH", "insideV"))
        built = ('<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/>'
                 f"<w:tblBorders>{border}</w:tblBorders></w:tblPr>"
                 f"<w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>")
        if self.style.get("controls"):
            built = f"<w:sdt><w:sdtContent>{built}</w:sdtContent></w:sdt>"
        return built + "<w:p/>"

    def text_box(self) -> str:
        """A text box with a table of figures that are not the report's."""
        row = "".join(self.cell(self.paragraph(text)) for text in
                      ["一、本年新收政府信息公开申请数量"] + ["8"] * 6 + ["48"])
        table = (f'<w:tbl><w:tblPr/><w:tblGrid>{"<w:gridCol/>" * 8}</w:tblGrid>'
                 f"<w:tr>{row}</w:tr></w:tbl>{self.paragraph('旧表')}")
        content = f"<w:txbxContent>{table}</w:txbxContent>"
        return ("<w:p><w:r><mc:AlternateContent><mc:Choice Requires=\"wps\">"
                '<w:drawing><wp:inline><wp:extent cx="1" cy="1"/>'
                '<wp:docPr id="9" name="box"/><a:graphic><a:graphicData uri="'
                "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
                '"><wps:wsp><wps:cNvSpPr/><wps:spPr/><wps:txbx>' + content +
                "</wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic>"
                "</wp:inline></w:drawing></mc:Choice><mc:Fallback><w:pict>"
                f'<v:shape id="s" style="width:1pt;height:1pt"><v:textbox>{content}'
                "</v:textbox></v:shape></w:pict></mc:Fallback>"
                "</mc:AlternateContent></w:r></w:p>")

    def item(self, item: object) -> str:
        if isinstance(item, Table):
            return self.table(item)
        if isinstance(item, Picture):
            return ('<w:p><w:r><w:drawing><wp:inline><wp:extent cx="9" cy="9"/>'
                    '<wp:docPr id="7" name="table"/></wp:inline></w:drawing>'
                    "</w:r></w:p>")
        return self.paragraph(str(item))

    def body(self) -> str:
        report = self.report
        parts = [self.paragraph(report.title, "Title")]
        parts += [self.paragraph(text) for text in report.preamble]
        for section in report.sections:
            if section.heading:
                parts.append(self.paragraph(section.heading, "Heading1"))
            parts += [self.item(item) for item in section.items]
        if self.style.get("textbox"):
            parts.insert(6, self.text_box())
            parts.append(self.text_box())
        return self.nest("".join(parts))

    def nest(self, body: str) -> str:
        for _ in range(int(self.style.get("nested", 0))):
            body = ('<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid><w:tr>'
                    f"<w:tc><w:tcPr/>{body}<w:p/></w:tc></w:tr></w:tbl><w:p/>")
        return body


def write_docx(report: Report, draw: Random) -> bytes:
    body = DocxWriter(report, draw).body()
    document = (f"{HEAD}<w:document {SPACES}><w:body>{body}<w:sectPr>"
                "</w:sectPr></w:body></w:document>")
    styles = (f'{HEAD}<w:styles xmlns:w="{MAIN}">' + "".join(
        f'<w:style w:type="paragraph" w:styleId="{id}"><w:name w:val="{name}"/>'
        "</w:style>" for id, name in (("Title", "Title"),
                                      ("Heading1", "heading 1"))) + "</w:styles>")
    return package({
        "[Content_Types].xml": types({
            "/word/document.xml": WORD + "document.main+xml",
            "/word/styles.xml": WORD + "styles+xml"}),
        "_rels/.rels": relations([("rId1", "officeDocument", "word/document.xml")]),
        "word/_rels/document.xml.rels": relations(
            [("rId1", "styles", "styles.xml")]),
        "word/document.xml": document,
        "word/styles.xml": styles})
