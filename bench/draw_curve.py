#!/usr/bin/env python3
"""Draws what `bench/run --only curve` has measured.

    bench/draw_curve.py MEASURED.json OUT.svg

Rows and CPU seconds, both by powers of ten; a line for each program.
"""

import json
import math
import sys

LEFT, TOP, WIDTH, HEIGHT, RIGHT, BOTTOM = 64, 24, 520, 340, 176, 48
COLORS = ["#b3261e", "#e08a84", "#1f5f99", "#5b8c3a", "#8a6d1d", "#6b4a8a"]
FIRST_SECOND, LAST_SECOND = -3, 2  # powers of ten


def power(number):
    return str(10 ** number) if number >= 0 else f"{10.0 ** number:.{-number}f}"


def count(number):
    return f"{number // 10 ** 6} M" if number >= 10 ** 6 else f"{number:,}"


def text(x, y, words, anchor="middle", color="#333"):
    return (f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" '
            f'fill="{color}">{words}</text>')


def line(x1, y1, x2, y2, color="#ddd"):
    return (f'<line x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}" '
            f'stroke="{color}"/>')


def draw(curves):
    most = max(rows for curve in curves.values() for rows, _ in curve)
    last_row = math.ceil(math.log10(most))

    def x_of(rows):
        return LEFT + WIDTH * math.log10(rows) / last_row

    def y_of(seconds):
        part = (math.log10(seconds) - FIRST_SECOND) \
            / (LAST_SECOND - FIRST_SECOND)
        return TOP + HEIGHT * (1 - part)

    out = []
    for exponent in range(last_row + 1):
        x = x_of(10 ** exponent)
        out += [line(x, TOP, x, TOP + HEIGHT),
                text(x, TOP + HEIGHT + 18, count(10 ** exponent))]
    for exponent in range(FIRST_SECOND, LAST_SECOND + 1):
        y = y_of(10 ** exponent)
        out += [line(LEFT, y, LEFT + WIDTH, y),
                text(LEFT - 8, y + 4, f"{power(exponent)} s", "end")]
    out += [text(LEFT + WIDTH / 2, TOP + HEIGHT + 38, "rows"),
            text(LEFT - 8, TOP - 10, "CPU time", "end")]
    labels = []
    for color, (name, curve) in zip(COLORS, curves.items()):
        points = [(x_of(rows), y_of(seconds)) for rows, seconds in curve]
        path = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
        out.append(f'<polyline points="{path}" fill="none" stroke="{color}" '
                   'stroke-width="2"/>')
        out += [f'<circle cx="{x:.1f}" cy="{y:.1f}" r="2.5" fill="{color}"/>'
                for x, y in points]
        labels.append((points[-1][1], name, color))
    last = 0
    for y, name, color in sorted(labels):  # not one over the other
        last = max(y, last + 16)
        out.append(text(LEFT + WIDTH + 10, last + 4, name, "start", color))
    size = (LEFT + WIDTH + RIGHT, TOP + HEIGHT + BOTTOM)
    return "\n".join([
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{size[0]}" '
        f'height="{size[1]}" viewBox="0 0 {size[0]} {size[1]}" '
        'font-family="sans-serif" font-size="12">',
        f'<rect width="{size[0]}" height="{size[1]}" fill="#fff"/>',
        *out, "</svg>", ""])


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        curves = json.load(file)
    with open(sys.argv[2], "w", encoding="utf-8") as file:
        file.write(draw(curves))


if __name__ == "__main__":
    main()
