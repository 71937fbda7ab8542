"""Sixty briefs of clients through the whole agent, thirty to a sheet; says what is alike.

Pictures are drawn, not photographed: the studio would take as long again.
"""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

import numpy as np
from PIL import Image

from agent.planner import choose_planner
from agent.reading import read_brief
from agent.run import RunRequest, run_brief
from compositor.color.oklch import Oklch, oklch_from_srgb
from compositor.document import Document
from compositor.geometry import Size
from compositor.layout.archetypes import page_format
from compositor.preflight.check import shown_texts
from knowledge.chords import apart
from tools import toolbox
from tools.base import Tool

__all__ = ["Shown", "build", "kinship", "neighbors", "sheets", "summary"]

_BRIEFS: Final = Path("tests/fixtures/briefs/clients.json")
_COLUMNS, _ROWS = 6, 5
_CELL: Final = (308, 410)
_GAP: Final = 8
_SHEET: Final = "#F4F1EA"
_MOST_BYTES: Final = 400_000
_QUALITIES: Final = (86, 80, 74, 68, 60, 50, 40)
_EDGE: Final = 0.04
"""Width of the border that tells a page's ground, in parts of its shorter side."""
_SAME_GROUND: Final = 0.07
"""Grounds nearer than this in OKLab look like one."""


@dataclass(frozen=True)
class Shown:
    """What one brief became.

    Attributes:
        archetype: Of its first page.
        style: Leading style.
        ground: Color of the page's border.
        hard: Hard findings that remain.
        missing: Texts the client asked for that do not stand on the page.
        picture: The page, RGB.
    """

    archetype: str
    style: str
    ground: Oklch
    hard: int
    missing: tuple[str, ...]
    picture: Image.Image


def build(folder: Path) -> list[Path]:
    """Write the sheets, print what was measured, and return the files."""
    briefs = json.loads(_BRIEFS.read_text("utf-8"))
    with TemporaryDirectory() as runs:
        shown = list(_shown(briefs, Path(runs)))
    for text in summary(shown, _COLUMNS):
        sys.stdout.write(f"{text}\n")
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for number, sheet in enumerate(sheets([page.picture for page in shown]), 1):
        path = folder / f"briefs-{number}.webp"
        path.write_bytes(_light(sheet))
        written.append(path)
    return written


def _shown(briefs: Sequence[Mapping[str, Any]], runs: Path) -> Iterator[Shown]:
    tools = toolbox()
    for place, brief in enumerate(briefs):
        out = runs / f"{place:02d}"
        yield _made(brief, out, tools)


def _made(brief: Mapping[str, Any], out: Path, tools: Mapping[str, Tool[Any]]) -> Shown:
    outcome = run_brief(
        RunRequest(
            brief=read_brief(brief["text"]),
            out=out,
            planner=choose_planner("rules", None, tools),
            tools=tools,
            formats=("png",),
            pictures="vector",
        )
    )
    files = outcome.manifest["files"]
    page = next(out / file["path"] for file in files if file["role"] == "preview")
    source = next(file for file in files if file["role"] == "source")
    document = Document.model_validate_json((out / source["path"]).read_bytes())
    texts = [text for one in document.pages for text in shown_texts(one.layers)]
    with Image.open(page) as opened:
        picture = opened.convert("RGB")
    return Shown(
        archetype=str(source["provenance"]["labels"]["archetype"]),
        style=outcome.plan.directions[0].styles[0],
        ground=_ground(picture),
        hard=outcome.manifest["findings"]["hard"],
        missing=tuple(
            wanted for wanted in brief["required"] if not any(wanted in text for text in texts)
        ),
        picture=picture,
    )


def _ground(picture: Image.Image) -> Oklch:
    """Return the middle color of the border of a page."""
    pixels = np.asarray(picture)
    edge = max(1, round(_EDGE * min(pixels.shape[:2])))
    sides = (pixels[:edge], pixels[-edge:], pixels[:, :edge], pixels[:, -edge:])
    border = np.concatenate([side.reshape(-1, 3) for side in sides])
    red, green, blue = (float(value) / 255 for value in np.median(border, axis=0))
    return oklch_from_srgb((red, green, blue))


def neighbors(count: int, columns: int) -> list[tuple[int, int]]:
    """Return the places on a sheet that lie side by side or one over the other.

    >>> neighbors(5, 3)
    [(0, 1), (0, 3), (1, 2), (1, 4), (3, 4)]
    """
    found = []
    for place in range(count):
        if place % columns < columns - 1 and place + 1 < count:
            found.append((place, place + 1))
        if place + columns < count:
            found.append((place, place + columns))
    return found


def kinship(one: Shown, two: Shown) -> str:
    """Return what two pages share: "", "archetype", or what makes them look like siblings."""
    if one.archetype != two.archetype:
        return ""
    if page_format(Size(*one.picture.size)) != page_format(Size(*two.picture.size)):
        return "archetype"  # Drawn for each format: they do not look alike.
    if one.style == two.style:
        return "archetype and style"
    is_near = apart(one.ground, two.ground) < _SAME_GROUND
    return "archetype and ground" if is_near else "archetype"


def summary(shown: Sequence[Shown], columns: int) -> Iterator[str]:
    """Yield what was measured, a line each."""
    yield f"hard findings: {sum(page.hard for page in shown)}"
    exact = sum(not page.missing for page in shown)
    yield f"required texts exact: {exact}/{len(shown)}"
    for place, page in enumerate(shown):
        if page.missing:
            yield f"  brief {place}: {', '.join(page.missing)}"
    pairs = neighbors(len(shown), columns)
    kin = [(pair, kinship(shown[pair[0]], shown[pair[1]])) for pair in pairs]
    kin = [(pair, shared) for pair, shared in kin if shared]
    yield f"neighbor pairs: {len(pairs)}, of one archetype: {len(kin)}"
    siblings = [(pair, shared) for pair, shared in kin if shared != "archetype"]
    yield f"of one archetype and one style or ground: {len(siblings)}"
    for (first, second), shared in kin:
        yield f"  {first} and {second}: {shown[first].archetype}, {shared}"


def sheets(pictures: Sequence[Image.Image]) -> Iterator[Image.Image]:
    """Yield contact sheets, the pages whole and in their order."""
    per_sheet = _COLUMNS * _ROWS
    wide, tall = _CELL
    for start in range(0, len(pictures), per_sheet):
        page = pictures[start : start + per_sheet]
        rows = -(-len(page) // _COLUMNS)
        size = (_COLUMNS * (wide + _GAP) + _GAP, rows * (tall + _GAP) + _GAP)
        sheet = Image.new("RGB", size, _SHEET)
        for place, picture in enumerate(page):
            cell = picture.copy()
            cell.thumbnail(_CELL, Image.Resampling.LANCZOS)
            x = _GAP + place % _COLUMNS * (wide + _GAP) + (wide - cell.width) // 2
            y = _GAP + place // _COLUMNS * (tall + _GAP) + (tall - cell.height) // 2
            sheet.paste(cell, (x, y))
        yield sheet


def _light(sheet: Image.Image) -> bytes:
    """Return the sheet as WebP, as good as the limit allows."""
    for quality in _QUALITIES:
        buffer = io.BytesIO()
        sheet.save(buffer, "WEBP", quality=quality, method=5)
        if buffer.tell() <= _MOST_BYTES:
            break
    return buffer.getvalue()
