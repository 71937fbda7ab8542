"""Whatever text goes into whatever box: setting ends, keeps the rules, and says what it did.

Texts mix scripts, emoji, words longer than any line and nothing but marks; boxes are from a
sliver to a page; text is plain, rich, vertical, hung, hyphenated or bent along a path.
"""

import math
from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from compositor.document import (
    AssetStore,
    Document,
    FontChoice,
    Page,
    TextLayer,
    TextRun,
    solid,
)
from compositor.document.text import TextPath
from compositor.errors import MissingGlyph
from compositor.geometry import Box, Path, Point
from compositor.preflight import check
from compositor.typography.block import GlyphRun, SetText
from compositor.typography.breaks import KINSOKU, NORMAL, WORD, break_costs
from compositor.typography.characters import (
    DASHES,
    kind_of,
    never_ends_line,
    never_starts_line,
)
from compositor.typography.circle_text import on_arc, on_circle
from compositor.typography.fonts import default_fonts
from compositor.typography.outline import outlines
from compositor.typography.set_text import set_text

INK = solid("#101014")
FAMILIES = (
    ("Inter", "Noto Sans SC"),
    ("EB Garamond", "Danqing WenKai"),
    ("Anton", "Ma Shan Zheng"),
    ("Pacifico", "ZCOOL XiaoWei"),
)
HAN = "天地玄黄国茶的与在一春山水日月"
MARKS = "，。、；：！？（）《》“”‘’「」『』—…·～％￥"
LATIN = "AbgVWjéßñŁx"
OTHERS = "١٢٣شايבוקרनमस्तेกาแฟчайκαфé"
LOOSE = " .,:;!?-/%$#@&()[]\"'\n\t\u00a0\u00ad\u200b\u200d\u2060\u3000"

words = st.one_of(
    st.text(alphabet=HAN, min_size=1, max_size=12),
    st.text(alphabet=MARKS, min_size=1, max_size=6),
    st.text(alphabet=LATIN, min_size=1, max_size=9),
    st.text(alphabet=OTHERS, min_size=1, max_size=8),
    st.text(alphabet=LOOSE, min_size=1, max_size=4),
    st.text(alphabet="0123456789", min_size=1, max_size=6),
    st.sampled_from(
        [
            "￥1,299.00", "2026年5月20日", "10:00–18:00", "99元/节", "50%", "——", "……", "？！",
            "《山水》，", "（上）", "hello@northbeam.io", "https://danqing.example/a/b?c=1",
            "Donaudampfschifffahrtsgesellschaftskapitän", "incomprehensibilities" * 3,
        ]
    ),
)  # fmt: skip
texts = st.lists(words, max_size=7).map("".join)
sizes = st.sampled_from([7.0, 16.0, 39.9, 40.0, 96.0])
edges = st.sampled_from([3, 17, 60, 140, 333, 900])
boxes = st.builds(lambda w, h: Box(11, 7, w, h), edges, edges)
manners = st.fixed_dictionaries(
    {
        "writing": st.sampled_from(["horizontal", "vertical-rl"]),
        "align": st.sampled_from(["left", "center", "right", "justify"]),
        "valign": st.sampled_from(["top", "middle", "bottom"]),
        "fit": st.sampled_from(["none", "shrink", "fill"]),
        "max_lines": st.sampled_from([0, 0, 1, 3]),
        "balance": st.booleans(),
        "hyphenate": st.booleans(),
        "kinsoku": st.sampled_from(["basic", "gb", "strict"]),
        "language": st.sampled_from(["zh-Hans", "en", "de", "ar", "ja"]),
    }
)


@st.composite
def runs_of(draw: st.DrawFn) -> tuple[TextRun, ...]:
    """Draw one run, or several of other sizes, faces and shifts."""
    parts = draw(st.lists(texts, min_size=1, max_size=4))
    found = []
    for text in parts:
        font = FontChoice(
            families=draw(st.sampled_from(FAMILIES)), weight=draw(st.sampled_from([300, 700]))
        )
        run = TextRun(
            text=text,
            font=font,
            size=draw(sizes),
            paint=INK,
            tracking=draw(st.sampled_from([-0.03, 0.0, 0.2])),
            baseline_shift=draw(st.sampled_from([0.0, 0.0, 0.35])),
            at_end=draw(st.booleans()) and len(parts) > 1,
        )
        found.append(run)
    return tuple(found)


def glyph_runs(found: SetText) -> list[GlyphRun]:
    return [run for line in found.lines for run in line.runs]


def check_numbers(found: SetText) -> None:
    numbers = [*found.box, *found.ink, found.scale]
    for line in found.lines:
        numbers += [*line.box, line.baseline_px]
        for run in line.runs:
            for glyph in run.glyphs:
                numbers += [glyph.x, glyph.y, glyph.advance, glyph.turn_deg]
    assert all(math.isfinite(number) for number in numbers)
    assert 0 < found.scale <= 64


def check_words(layer: TextLayer, found: SetText) -> None:
    """Every character that shows is set once, in order, from its own place in the text."""
    dropped = ("space", "newline", "hidden")
    said = "".join(run.text for run in glyph_runs(found))
    assert [c for c in said if kind_of(c) not in dropped] == [
        c for c in layer.text if kind_of(c) not in dropped
    ]
    for run in glyph_runs(found):
        assert layer.text[run.start : run.start + len(run.text)] == run.text
        assert all(0 <= glyph.cluster < max(1, len(run.text)) for glyph in run.glyphs)


def check_inside(layer: TextLayer, found: SetText) -> None:
    """What says that it fits lies in its box."""
    if found.overset:
        return
    box, lines = layer.box, found.lines
    vertical = layer.writing == "vertical-rl"
    along = box.height if vertical else box.width
    assert all((b.height if vertical else b.width) <= along + 0.05 for b in _boxes(lines))
    across = (box.x, box.right) if vertical else (box.y, box.bottom)
    ink = (found.ink.x, found.ink.right) if vertical else (found.ink.y, found.ink.bottom)
    if not found.ink.is_empty:
        assert across[0] - 0.6 <= ink[0]
        assert ink[1] <= across[1] + 0.6
    assert 0 in (layer.max_lines,) or len(lines) <= layer.max_lines


def _boxes(lines: Sequence[Any]) -> list[Box]:
    return [line.box for line in lines]


def check_breaks(layer: TextLayer, found: SetText) -> None:
    """A forbidden place is taken only where its line holds no better one."""
    text = layer.text
    chinese = layer.language.startswith("zh")
    costs = break_costs(text, chinese=chinese, sense=layer.balance, level=layer.kinsoku)
    no_start = never_starts_line(layer.kinsoku)
    no_end = never_ends_line(layer.kinsoku)
    begun = {run.start + glyph.cluster for run in glyph_runs(found) for glyph in run.glyphs}
    for before, after in pairwise(found.lines):
        if not (before.runs and after.runs):
            continue
        begin = min(run.start for run in before.runs)
        end = min(run.start for run in after.runs if run.text)
        if any(kind_of(c) == "newline" for c in text[begin:end]):
            continue
        earlier = [k for k in range(begin + 1, end) if k in begun]
        last = text[begin:end].rstrip(" \t\u3000\u200b\u00ad\u2060\u200d")[-1:]
        if text[end] in no_start or last in no_end or (last == text[end] and last in DASHES):
            # Cheaper only inside a web address, which has rules of its own.
            assert costs[end] >= NORMAL
        if costs[end] >= KINSOKU:
            assert all(costs[k] >= KINSOKU for k in earlier)
        elif costs[end] >= WORD and not layer.hyphenate:
            assert all(costs[k] >= WORD for k in earlier)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(runs=runs_of(), box=boxes, manner=manners)
def test_rich_text_in_any_box_keeps_the_rules(
    runs: tuple[TextRun, ...], box: Box, manner: dict[str, Any]
) -> None:
    layer = TextLayer(id="t", box=box, runs=runs, **manner)
    found = set_text(layer, default_fonts())
    check_numbers(found)
    check_words(layer, found)
    check_inside(layer, found)
    check_breaks(layer, found)
    assert set_text(layer, default_fonts()) == found


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(runs=runs_of(), box=boxes, manner=manners)
def test_hanging_moves_nothing_by_more_than_its_marks(
    runs: tuple[TextRun, ...], box: Box, manner: dict[str, Any]
) -> None:
    layer = TextLayer(id="t", box=box, runs=runs, hanging=True, **manner)
    found = set_text(layer, default_fonts())
    check_numbers(found)
    check_words(layer, found)
    largest = max(run.size for run in runs) * found.scale
    if not found.overset and not found.ink.is_empty:
        vertical = layer.writing == "vertical-rl"
        low, high = (box.y, box.bottom) if vertical else (box.x, box.right)
        ink = found.ink
        first, last = (ink.y, ink.bottom) if vertical else (ink.x, ink.right)
        assert low - 1.2 * largest <= first
        assert last <= high + 1.2 * largest


waves = st.sampled_from(
    [
        Path.from_svg("M0 100C60 -40 90 240 200 100"),
        Path.from_svg("M0 0L300 0"),
        Path.from_svg("M10 10L10 400L90 400"),
        Path.from_svg("M0 0L0.5 0.5"),
    ]
)
tracks = st.one_of(
    st.builds(
        TextPath,
        outline=waves,
        start=st.sampled_from([0.0, 0.3, 1.0]),
        side=st.sampled_from(["left", "right"]),
    ),
    st.builds(on_circle, st.just(Point(200, 200)), st.sampled_from([8.0, 120.0])),
    st.builds(on_arc, st.just(Point(200, 200)), st.sampled_from([40.0, 300.0])),
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(runs=runs_of(), path=tracks, manner=manners)
def test_bent_text_ends_and_stands_on_its_path(
    runs: tuple[TextRun, ...], path: TextPath, manner: dict[str, Any]
) -> None:
    layer = TextLayer(id="t", box=Box(0, 0, 400, 400), runs=runs, path=path, **manner)
    found = set_text(layer, default_fonts())
    check_numbers(found)
    assert len(found.lines) == 1
    said = "".join(run.text for run in glyph_runs(found))
    kept = [c for c in layer.text if kind_of(c) not in ("space", "newline", "hidden")]
    assert [c for c in said if kind_of(c) not in ("space", "newline", "hidden")] == kept


@settings(max_examples=60, deadline=None)
@given(text=st.text(max_size=12), box=boxes)
@example("😀", Box(0, 0, 90, 90))
@example("好👨‍👩‍👧茶", Box(0, 0, 90, 90))
@example("🇨🇳", Box(0, 0, 90, 90))
@example("A\ufe0f\U000e0101", Box(0, 0, 90, 90))
def test_any_unicode_is_set_or_named(text: str, box: Box) -> None:
    run = TextRun(
        text=text, font=FontChoice(families=("Inter", "Noto Sans SC")), size=20, paint=INK
    )
    layer = TextLayer(id="t", box=box, runs=(run,))
    message = ""
    try:
        found = set_text(layer, default_fonts())
    except MissingGlyph as missing:
        message = str(missing)
    else:
        check_numbers(found)
        check_words(layer, found)
    assert not message or any(f"U+{ord(character):04X}" in message for character in text)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    text=texts.filter(lambda text: any(kind_of(c) in ("han", "word") for c in text)),
    box=st.builds(Box, *[st.integers(2, 260)] * 4),
    size=st.sampled_from([12.0, 30.0, 72.0]),
    writing=st.sampled_from(["horizontal", "vertical-rl"]),
)
def test_nothing_leaves_its_box_or_the_page_without_a_finding(
    text: str, box: Box, size: float, writing: Any
) -> None:
    run = TextRun(
        text=text, font=FontChoice(families=("Inter", "Noto Sans SC")), size=size, paint=INK
    )
    layer = TextLayer(id="t", role="body", box=box, runs=(run,), writing=writing)
    page = Page(id="p", width=300, height=300, layers=(layer,))
    found = set_text(layer, default_fonts())
    codes = {f.code for f in check(Document(pages=(page,)), default_fonts(), AssetStore())}
    ink = Box(0, 0, 0, 0)
    for path, _, _ in outlines(found):
        ink = path.bounds if ink.is_empty else ink.union(path.bounds)
    if not page.box.covers(ink, tolerance_px=0.5):
        assert "off_page" in codes
    # Side bearings may be negative: a letter's own overhang is not overset.
    if not box.covers(ink, tolerance_px=0.3 * size):
        assert codes & {"overset", "off_page"}
