"""Quirks of how the file is written: the report in it is without a defect."""

from __future__ import annotations

from registry import styled


styled("portal", ("html",), "Navigation, particulars and a footer around.",
       frame="portal")
styled("mobile", ("html",), "Divisions only, the article late.", frame="mobile")
styled("hidden-tables", ("html",), "Tables in comments, scripts, templates.",
       frame="hidden")
styled("gbk", ("html",), "A portal page in GBK that says gb2312.",
       frame="portal", charset="gbk")
styled("utf-16", ("html",), "A page in UTF-16 with its mark.", charset="utf-16")
styled("word-paste", ("html",), "Spans, fonts and o:p around every text.",
       frame="portal", manner="word")
styled("entities", ("html",), "Every character as an entity.",
       manner="entities")
styled("unclosed-tags", ("html",), "td, tr and p are never closed.",
       unclosed=True)
styled("attribute-noise", ("html",), "Attributes with marks of all kinds.",
       noise=True, frame="portal")
styled("capital-tags", ("html",), "Tags in capitals, unclosed.", upper=True,
       unclosed=True)
styled("header-cells", ("html",), "th and caption.", heads=True)
styled("comments-in-cells", ("html",), "Comments inside of cells.",
       comments=True)
styled("split-numbers", ("html",), "Each digit in a span.", splits=True)
styled("layout-tables", ("html",), "Three layout tables around everything.",
       nested=3, frame="portal")
styled("lines-with-br", ("html",), "Paragraphs are lines that end with br.",
       lines=True, frame="portal")
styled("html-all", ("html",), "Word paste in layout tables, unclosed, noisy.",
       nested=2, frame="portal", manner="word", unclosed=True, noise=True,
       charset="gbk")
styled("figures-in-tables", ("html",), "Every figure in a table of its own.",
       faithful=False, inner_tables=True)

styled("docx-plain-grid", ("docx",), "No merged cell at all.", merge="plain")
styled("docx-grid-before", ("docx",), "Rows begin behind left-out cells.",
       before=True)
styled("docx-text-box", ("docx",), "Text boxes with a table of other figures.",
       textbox=True)
styled("docx-runs", ("docx",), "Texts in pieces, with tracked changes.",
       runs=True)
styled("docx-controls", ("docx",), "Tables in content controls.", controls=True)
styled("docx-layout-table", ("docx",), "A layout table around everything.",
       nested=1)
styled("docx-header-rows", ("docx",), "Header rows that repeat.", headers=True)
styled("docx-references", ("docx",),
       "Footnotes, comments and deleted text behind figures.", references=True)

styled("xlsx-one-sheet", ("xlsx",), "All tables on one sheet.", sheets="one")
styled("xlsx-no-titles", ("xlsx",), "One sheet without titles, tables only.",
       faithful=False, sheets="one", titles=False)
styled("xlsx-no-merges", ("xlsx",), "Nothing is merged.", merges=False)
styled("xlsx-numbers-as-text", ("xlsx",), "Numbers stored as text.", texts=True)
styled("xlsx-inline-strings", ("xlsx",), "Texts in the cells.", inline=True)
styled("xlsx-offset", ("xlsx",), "Empty rows and columns before the tables.",
       offset=3, sheets="one")
styled("xlsx-words", ("xlsx",), "The words on a sheet of their own.", words=True)
styled("xlsx-formulas", ("xlsx",), "Totals are formulas.", cached=True)
styled("xlsx-hidden-sheet", ("xlsx",), "A hidden sheet of other figures.",
       hidden=True)
styled("xlsx-float-tails", ("xlsx",), "Decimals as a double prints them.",
       lambda figure: any("." in str(v) for v in figure.cells.values()),
       tails=True)
styled("xlsx-pieces", ("xlsx",), "Figures as texts in several runs.", pieces=True)
styled("xlsx-exponents", ("xlsx",), "Numbers as 4.9942E4.", exponents=True)

styled("md-html-tables", ("md",), "Tables as HTML.", html_tables=True)
styled("md-repeated-labels", ("md",), "Merged labels in each of their places.",
       repeat=True)
styled("md-bold", ("md",), "Figures in bold.", bold=True)

styled("text-gbk", ("md", "pipe", "lines", "layout"), "Text in GBK.",
       charset="gb18030")
styled("text-windows", ("md", "pipe", "lines", "layout"),
       "A byte order mark, CR LF.", bom=True, crlf=True)
styled("pipe-cells", ("pipe",), "One cell a line, each before a bar.",
       pipes="cell")
styled("lines-gap", ("lines",), "Blank lines between all lines.", gap=True)
styled("layout-wrapped", ("layout",), "Labels break in narrow columns.",
       wrap=12)
styled("layout-narrow", ("layout",), "Labels break in very narrow columns.",
       wrap=10, gap=True)
styled("layout-top", ("layout",), "Labels break, texts at the top of cells.",
       wrap=14, top=True)
styled("layout-top-narrow", ("layout",), "Three characters a line, at the top.",
       faithful=False, wrap=6, top=True)
styled("lines-raw", ("lines",), "As pdftotext -raw prints tables.", raw=True)
styled("layout-pages", ("layout",), "Page breaks inside of the tables.",
       pages=True, gap=True)
styled("layout-wrapped-pages", ("layout",), "Narrow columns, page breaks.",
       wrap=14, pages=True)
