"""Parts common to DOCX and XLSX: packages with fixed times, escaped text."""

from __future__ import annotations

import io
import zipfile
from xml.sax.saxutils import escape

HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
PACKAGE = "http://schemas.openxmlformats.org/package/2006/"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def package(parts: dict[str, str | bytes]) -> bytes:
    """A ZIP of the parts; the same parts give the same bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as zip:
        for name, data in parts.items():
            info = zipfile.ZipInfo(name, (2024, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            zip.writestr(info, data)
    return out.getvalue()


def types(overrides: dict[str, str]) -> str:
    """[Content_Types].xml"""
    lines = "".join(f'<Override PartName="{part}" ContentType="{kind}"/>'
                    for part, kind in overrides.items())
    return (f'{HEAD}<Types xmlns="{PACKAGE}content-types">'
            '<Default Extension="rels" ContentType="application/vnd.'
            'openxmlformats-package.relationships+xml"/>'
            '<Default Extension="xml" ContentType="application/xml"/>'
            '<Default Extension="png" ContentType="image/png"/>'
            f"{lines}</Types>")


def relations(lines: list[tuple[str, str, str]]) -> str:
    """Relationships: id, last word of the type, target."""
    items = "".join(f'<Relationship Id="{id}" Type="{OFFICE}/{kind}" '
                    f'Target="{target}"/>' for id, kind, target in lines)
    return f'{HEAD}<Relationships xmlns="{PACKAGE}relationships">{items}</Relationships>'


__all__ = ["HEAD", "OFFICE", "escape", "package", "relations", "types"]
