"""What laying out, drawing and encoding cost as a page gets more layers: 10 to 1 000.

Layout is setting and framing only, no drawing. Every layer has text of its own, so that
nothing is remembered from another layer; fonts are warm. Run: python -m bench.layout_scaling
"""

from __future__ import annotations

import argparse
import statistics
import time
from collections.abc import Callable
from functools import partial
from typing import Final, TypeVar

import numpy as np

from compositor.document import (
    AssetStore,
    Document,
    FontChoice,
    Page,
    Shape,
    TextLayer,
    TextRun,
    VectorLayer,
    solid,
)
from compositor.document.layer import Layer
from compositor.drawing import render
from compositor.export.pictures import encode_png
from compositor.geometry import Box
from compositor.geometry.shapes import rounded_rectangle
from compositor.layout.lay_out import lay_out
from compositor.typography.fonts import default_fonts

__all__ = ["COUNTS", "fitted_line", "page_of"]

COUNTS: Final = (10, 20, 50, 100, 200, 500, 1000)
_SIDE_PX: Final = 1440.0
_Made = TypeVar("_Made")


def page_of(layers: int, edition: int) -> Document:
    """Return a page of so many layers, half of them text, that no other edition repeats."""
    columns = max(1, round(layers**0.5))
    cell = _SIDE_PX / columns
    made: list[Layer] = []
    for index in range(layers):
        x, y = index % columns * cell, index // columns * cell
        box = Box(x + cell * 0.05, y + cell * 0.05, cell * 0.9, cell * 0.4)
        if index % 2:
            shape = Shape(path=rounded_rectangle(box, cell * 0.1), fill=solid("#D9572F"))
            made.append(VectorLayer(id=f"shape-{index}", shapes=(shape,)))
            continue
        text = f"第{edition}版 {index} 号：Autumn ceramics，釉色随窑火而变。"
        font = FontChoice(families=("Inter", "Noto Serif SC"))
        run = TextRun(text=text, font=font, size=max(6.0, cell / 14), paint=solid("#2A0E08"))
        made.append(TextLayer(id=f"text-{index}", box=box, runs=(run,)))
    page = Page(id="page", width=_SIDE_PX, height=_SIDE_PX, layers=tuple(made))
    return Document(title="scaling", pages=(page,))


def fitted_line(counts: list[int], costs_ms: list[float]) -> tuple[float, float, float]:
    """Return ms per layer, ms at none, and R² of the least-squares line."""
    x, y = np.array(counts, float), np.array(costs_ms)
    slope, start = np.polyfit(x, y, 1)
    missed = float(np.sum((y - (slope * x + start)) ** 2))
    spread = float(np.sum((y - y.mean()) ** 2))
    return float(slope), float(start), 1 - missed / spread if spread else 1.0


def _main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=5)
    rounds = parser.parse_args().rounds
    fonts, store = default_fonts(), AssetStore()
    lay_out(page_of(100, 0), fonts, store)
    found: dict[str, dict[int, list[float]]] = {"layout": {}, "draw": {}, "encode": {}}
    for edition in range(1, rounds + 1):
        for count in COUNTS:
            document = page_of(count, edition)
            frames = _timed(found["layout"], count, partial(lay_out, document, fonts, store))
            pixels = _timed(found["draw"], count, partial(render, frames[0], store.read))
            _timed(found["encode"], count, partial(encode_png, pixels))
    print(f"CPU ms by layers, medians of {rounds} rounds, {_SIDE_PX:.0f} × {_SIDE_PX:.0f} px\n")
    print("| layers | layout | draw | PNG |")
    print("|---|---|---|---|")
    for count in COUNTS:
        costs = (statistics.median(found[part][count]) for part in ("layout", "draw", "encode"))
        print(f"| {count} | " + " | ".join(f"{cost:.1f}" for cost in costs) + " |")
    print()
    for part in ("layout", "draw"):
        medians = [statistics.median(found[part][count]) for count in COUNTS]
        slope, start, r2 = fitted_line(list(COUNTS), medians)
        print(f"{part}: {start:.1f} ms + {slope:.3f} ms a layer, R² {r2:.4f}")


def _timed(costs: dict[int, list[float]], count: int, work: Callable[[], _Made]) -> _Made:
    start = time.process_time()
    made = work()
    costs.setdefault(count, []).append((time.process_time() - start) * 1000)
    return made


if __name__ == "__main__":
    _main()
