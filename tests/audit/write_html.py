"""A report as an HTML page, in the frames and manners of government portals.

Report.style may hold:
  frame   bare portal mobile     what stands around the article
  manner  plain word entities    how the text of cells and paragraphs is marked up
  charset utf-8 gbk utf-16
  noise   True: attributes of every kind on the tags
  unclosed True: td, tr and p are never closed
  upper   True: names of tags in capitals
  heads   True: <thead>, <th>, <caption>
  nested  depth of layout tables around everything
  br      True: line breaks in labels as <br>
  comments True: comments inside of cells
  splits  True: every number in pieces of markup
  lines   True: paragraphs and headings are lines that end with <br>
  inner_tables True: every figure in a table of its own
"""

from __future__ import annotations

import html
from random import Random

from model import Cell, Picture, Report, Table

NOISE = [' class="MsoNormalTable"', ' style="border:solid windowtext 1.0pt"',
         ' width="183"', " valign=center", ' bgcolor=#ffffff nowrap',
         ' onclick="if(a>b){show(\'<td>9</td>\')}"', ' data-row=\'{"n":7}\'',
         ' align=""', ' id=c1', ' height=28']


class HtmlWriter:
    """Writes one report; keeps its style and a generator for the noise."""

    def __init__(self, report: Report, draw: Random):
        self.report, self.draw = report, draw
        self.style = report.style

    # Marks

    def tag(self, name: str, attributes: str = "") -> str:
        if self.style.get("noise"):
            attributes += self.draw.choice(NOISE) + self.draw.choice(["", "  "])
        shown = name.upper() if self.style.get("upper") else name
        return f"<{shown}{attributes}>"

    def end(self, name: str) -> str:
        if self.style.get("unclosed") and name in ("td", "tr", "p", "th"):
            return ""
        return f"</{name.upper() if self.style.get('upper') else name}>"

    def coded(self, text: str) -> str:
        """Text as markup: escaped, or every character as an entity."""
        if self.style.get("manner") == "entities":
            forms = ["&#{};", "&#x{:X};", "&#x{:x};"]
            text = "".join(self.draw.choice(forms).format(ord(c)) for c in text)
        else:
            text = html.escape(text, quote=False).replace("\u00a0", "&nbsp;")
        return text.replace("\n", "<br />" if self.style.get("br") else "\n")

    def word_text(self, text: str) -> str:
        """Text as Word pastes it: fonts, spans, empty o:p, halves apart."""
        cut = self.draw.randint(0, len(text))
        pieces = [piece for piece in (text[:cut], text[cut:]) if piece]
        font = '<font face="仿宋_GB2312">{}</font>'
        inner = "".join(
            f'<span style="font-size:12.0pt;mso-bidi-font-size:11.0pt">'
            f"{font.format(self.coded(piece))}</span>" for piece in pieces)
        return inner + ('<span lang="EN-US" style="font-family:宋体">'
                        "<o:p></o:p></span>")

    def marked(self, text: str) -> str:
        if self.style.get("manner") == "word":
            return self.word_text(text)
        if self.style.get("splits") and len(text) > 1 and text.isdigit():
            return "".join(f"<span>{c}</span>" for c in text)
        return self.coded(text)

    def with_notes(self, cell: Cell, inner: str) -> str:
        """The text of a cell between what is struck out, raised, not shown."""
        struck = ["<s>{}</s>", "<del>{}</del>", "<strike>{}</strike>",
                  '<span style="text-decoration: line-through">{}</span>']
        raised = ["<sup>{}</sup>", '<span style="vertical-align:super">{}</span>']
        unseen = ["<span hidden>{}</span>", '<i style="display: none">{}</i>',
                  '<b style="visibility:hidden">{}</b>']
        for text, forms in ((cell.note, raised), (cell.unseen, unseen)):
            inner += self.draw.choice(forms).format(text) if text else ""
        if cell.struck:
            inner = self.draw.choice(struck).format(cell.struck) + inner
        if cell.id and self.style.get("inner_tables"):
            return f"<table><tr><td>{inner}</td></tr></table>"
        return inner

    # Tables

    def cell(self, cell: Cell, name: str) -> str:
        spans = "".join(f' {word}="{count}"' for word, count in
                        (("rowspan", cell.down), ("colspan", cell.across))
                        if count > 1)
        inner = self.with_notes(cell, self.marked(cell.text))
        if self.style.get("manner") == "word":
            empty = "" if cell.text else "&nbsp;"
            inner = f'<p class="MsoNormal" align="center">{inner}{empty}</p>'
        if self.style.get("comments"):
            inner = f"<!-- 9 --><!--[if !supportEmptyParas]-->{inner}<!--[endif]-->"
        return self.tag(name, spans) + inner + self.end(name)

    def table(self, table: Table) -> str:
        lines = [self.tag("table", ' border="1" cellspacing="0"')]
        heads = self.style.get("heads")
        if heads:
            lines.append("<caption>单位：件</caption>")
        lines.append(self.tag("tbody") if not heads else "")
        for row in table.rows:
            cells = "".join(
                self.cell(cell, "th" if heads and not cell.id else "td")
                for cell in row)
            lines.append(self.tag("tr") + cells + self.end("tr"))
        lines.append(("" if heads else "</tbody>") + "</table>")
        return "\n".join(lines)

    # The article

    def paragraph(self, text: str) -> str:
        if self.style.get("lines"):
            return f"&nbsp;&nbsp;&nbsp;&nbsp;{self.marked(text)}<br><br>"
        return self.tag("p") + self.marked(text) + self.end("p")

    def item(self, item: object) -> str:
        if isinstance(item, Table):
            return self.table(item)
        if isinstance(item, Picture):
            return f'<p><img src="/images/{item.name}" alt="" /></p>'
        return self.paragraph(str(item))

    def article(self) -> str:
        report = self.report
        lines = [f"<h1>{self.coded(report.title)}</h1>"]
        lines += [self.paragraph(text) for text in report.preamble]
        for section in report.sections:
            if section.heading:
                lines.append(self.paragraph(section.heading)
                             if self.style.get("manner") == "word" or
                             self.style.get("lines")
                             else f"<h2>{self.coded(section.heading)}</h2>")
            lines += [self.item(item) for item in section.items]
        return "\n".join(lines)

    def nest(self, body: str) -> str:
        """Layout tables around everything, as pages of old have them."""
        for depth in range(int(self.style.get("nested", 0))):
            side = "<td width=1></td>" if depth % 2 else "<td>&nbsp;</td>"
            body = (f"<table width=100%><tr>{side}<td><div>{body}</div></td>"
                    "</tr><tr><td colspan=2></td></tr></table>")
        return body

    def page(self) -> str:
        frame = str(self.style.get("frame", "bare"))
        body = self.nest(self.article())
        return FRAMES[frame](self.report, body, self.charset())

    def charset(self) -> str:
        named = str(self.style.get("charset", "utf-8"))
        return {"gbk": "gb2312", "utf-16": "utf-16"}.get(named, named)


def bare(report: Report, body: str, charset: str) -> str:
    return (f'<!DOCTYPE html>\n<html lang="zh-CN"><head><meta charset="{charset}">'
            f"<title>{report.title}</title></head>\n<body>\n{body}\n</body></html>\n")


def metadata(report: Report) -> str:
    """The table of particulars that portals put above an article."""
    year = report.figure.year + 1
    return f"""<table class="xxgk_top"><tbody>
<tr><td>索 引 号：</td><td>0{year}18-{year}-00017</td><td>主题分类：</td><td>政务公开 / 其他</td></tr>
<tr><td>发布机构：</td><td>{report.figure.agency}</td><td>发文日期：</td><td>{year}-01-22</td></tr>
<tr><td>文　　号：</td><td>无</td><td>有 效 性：</td><td>有效</td></tr>
<tr><td>名　　称：</td><td colspan="3">{report.title}</td></tr>
</tbody></table>"""


SCRIPT = """<script type="text/javascript">
var t = "<table><tr><td>规章</td><td>9</td><td>9</td><td>9</td></tr></table>";
if (1 < 2) { document.write("<td>7"); }
</script><style>li:before { content: "5"; } .a > .b { color: red }</style>"""


def portal(report: Report, body: str, charset: str) -> str:
    year = report.figure.year + 1
    return f"""<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "xhtml1.dtd">
<html xmlns="http://www.w3.org/1999/xhtml">
<head>
<meta http-equiv="Content-Type" content="text/html; charset={charset}" />
<meta name="SiteName" content="{report.figure.agency}" />
<meta name="ArticleTitle" content="{report.title}" />
<meta name="PubDate" content="{year}-01-22 10:21" />
<title>{report.title} - 政府信息公开</title>
{SCRIPT}
</head>
<body>
<!--[if lt IE 9]><div><table><tr><td>请升级浏览器</td></tr></table></div><![endif]-->
<div class="top"><a href="/">网站首页</a> | <a href="/zjyc">走进本地</a> | <a href="/zwgk">政务公开</a>
<ul><li><a href="#">政府信息公开指南</a></li><li><a href="#">政府信息公开制度</a></li>
<li><a href="#">法定主动公开内容</a></li><li><a href="#">政府信息公开年报</a></li></ul>
<form><input type="text" value="请输入关键字"><select><option>全文</option><option>标题</option></select></form></div>
<div class="pos">您现在的位置：<a href="/">首页</a> &gt; <a href="#">政务公开</a> &gt; <a href="#">政府信息公开年报</a> &gt; 正文</div>
{metadata(report)}
<div class="info">发布时间：{year}-01-22 10:21　来源：办公室　浏览次数：<span id="hits">1203</span> 字体：[<a>大</a> <a>中</a> <a>小</a>]</div>
<div class="article" id="zoom">
{body}
</div>
<div class="page">上一篇：<a href="#">{year - 2}年政府信息公开工作年度报告</a><br/>下一篇：没有了</div>
<div class="foot"><table><tr><td>主办：{report.figure.agency}办公室</td><td>备案号：00000000</td><td>网站标识码：0000000001</td></tr></table>
版权所有　联系我们　网站地图</div>
{SCRIPT}
</body>
</html>
"""


def mobile(report: Report, body: str, charset: str) -> str:
    """A page of bare divisions, the article late in it."""
    return (f"<html><head><meta charset={charset}><title>年报</title></head><body>"
            f"<div><div><div class=nav><div>首页<div>公开<div>互动</div></div></div>"
            f"</div></div><section><div class=a><div class=b>{body}</div></div>"
            "<aside>相关推荐：政府信息公开指南</aside></section></div></body></html>")


def hidden(report: Report, body: str, charset: str) -> str:
    """A page that carries text nobody sees, between comments and in scripts."""
    trap = ("<table><tr><td>一、本年新收政府信息公开申请数量</td><td>9</td><td>9</td>"
            "<td>9</td><td>9</td><td>9</td><td>9</td><td>54</td></tr></table>")
    return bare(report, f"<!-- {trap} -->\n<noscript></noscript>"
                f"<script>var old = '{trap}';</script>"
                f"<template>{trap}</template>{body}"
                f"<textarea hidden>{html.escape(trap)}</textarea>", charset)


FRAMES = {"bare": bare, "portal": portal, "mobile": mobile, "hidden": hidden}


def write_html(report: Report, draw: Random) -> bytes:
    """The page in its encoding."""
    page = HtmlWriter(report, draw).page()
    charset = str(report.style.get("charset", "utf-8"))
    if charset == "utf-16":
        return page.encode("utf-16")
    return page.encode(charset, errors="xmlcharrefreplace")
