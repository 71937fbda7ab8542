"""Redrawn names: few nodes, near the face's outlines, edits that are seen and still read."""

from itertools import pairwise
from typing import Any

import numpy as np
import pytest

from compositor.color import Color
from compositor.document import FontChoice, SolidPaint
from compositor.geometry import Path
from compositor.geometry.boolean import intersection
from compositor.geometry.shapes import circle
from generators.vector.marks.mark import MarkInks
from generators.vector.marks.wordmarks import (
    Character,
    Wordmark,
    WordmarkRequest,
    draw_wordmark,
    edits_for,
)
from generators.vector.marks.wordmarks.draw import NODE_BUDGET
from generators.vector.marks.wordmarks.few_nodes import with_few_nodes
from generators.vector.marks.wordmarks.horizon import profile_for
from generators.vector.marks.wordmarks.letters import set_letters
from generators.vector.marks.wordmarks.pairing import LATIN_OF_ZH, ZH_OF_LATIN
from generators.vector.marks.wordmarks.scan import ink_area

INKS = MarkInks(
    main=SolidPaint(color=Color.from_hex("#14213d")),
    spark=SolidPaint(color=Color.from_hex("#e4572e")),
    ground=SolidPaint(color=Color.from_hex("#ffffff")),
    tint=SolidPaint(color=Color.from_hex("#88aaaa")),
)


def draw(**asked: Any) -> Wordmark:
    return draw_wordmark(WordmarkRequest(inks=INKS, **asked))


def _farthest(path: Path, other: Path) -> float:
    """Largest distance from points of one outline to the other's lines."""
    points = np.array([complex(p.x, p.y) for line in path.flattened(6) for p in line])
    worst = np.full(len(points), np.inf)
    for line in other.flattened(24):
        corners = np.array([complex(p.x, p.y) for p in [*line, line[0]]])
        for a, b in pairwise(corners):
            way = b - a
            along = ((points - a) * np.conj(way)).real / max(abs(way) ** 2, 1e-12)
            worst = np.minimum(worst, np.abs(points - a - way * np.clip(along, 0, 1)))
    return float(worst.max())


@pytest.mark.parametrize(
    ("family", "text"),
    [("Outfit", "Sage"), ("EB Garamond", "Rg"), ("Noto Sans SC", "糖"), ("Fredoka", "Bo")],
)
def test_fewer_nodes_stay_near(family: str, text: str) -> None:
    font = FontChoice(families=(family,), weight=600)
    for letter in set_letters(text, font, is_hanzi=not text.isascii()).letters:
        fewer = with_few_nodes(letter.area, 0.5)
        assert fewer.node_count <= letter.area.node_count
        assert _farthest(letter.area, fewer) <= 0.56
        assert _farthest(fewer, letter.area) <= 0.56


@pytest.mark.parametrize(("radius", "parts"), [(20.0, 2), (90.0, 3), (400.0, 3)])
def test_a_circle_in_many_pieces_becomes_few(radius: float, parts: int) -> None:
    many = circle(0, 0, radius)
    for _ in range(parts - 1):
        many = Path(tuple(_halved(many)))
    fewer = with_few_nodes(many, 0.003 * radius)
    assert fewer.node_count <= 8
    assert abs(ink_area(fewer)) == pytest.approx(np.pi * radius**2, rel=0.03)


def _halved(path: Path) -> list[Any]:
    found: list[Any] = []
    at = (0.0, 0.0)
    for verb, n in path.segments:
        if verb != "C":
            found.append((verb, n))
        else:
            p = np.array([at, n[:2], n[2:4], n[4:]])
            ab, bc, cd = (p[:-1] + p[1:]) / 2
            abc, bcd = (ab + bc) / 2, (bc + cd) / 2
            middle = (abc + bcd) / 2
            found.append(("C", (*ab, *abc, *middle)))
            found.append(("C", (*bcd, *cd, *p[3])))
        at = (n[-2], n[-1]) if n else at
    return found


@pytest.mark.parametrize("character", ["modern", "playful", "street", "oriental"])
@pytest.mark.parametrize("name", ["Northlight", "糖果拾光"])
def test_display_names_stay_in_the_node_budget(name: str, character: Character) -> None:
    side = "name_latin" if name.isascii() else "name_zh"
    assert draw(**{side: name}, character=character).node_count <= NODE_BUDGET


@pytest.mark.parametrize(
    ("asked", "edit"),
    [
        ({"name_zh": "拾光", "character": "playful"}, "ring"),
        ({"name_zh": "江海", "nouns": ("江",)}, "horizon"),
        ({"name_zh": "江海"}, "stencil"),
        ({"name_zh": "云谷茶"}, "dots"),
        ({"name_zh": "松鼠", "character": "playful"}, "bounce"),
        ({"name_latin": "Momo", "character": "playful"}, "bounce"),
        ({"name_latin": "Bordeaux"}, "stencil"),
        ({"name_latin": "Kestrel", "character": "classic"}, "arc"),
        ({"name_latin": "Verdant", "character": "natural", "nouns": ("leaf",)}, "sprout"),
    ],
)
def test_an_edit_is_drawn_and_reads(asked: dict[str, Any], edit: str) -> None:
    mark = draw(**asked, edit=edit)
    assert mark.name == edit
    assert mark.node_count <= NODE_BUDGET
    assert float(mark.facts["overlap_32px"]) >= 0.58
    body, *sparks = mark.shapes
    if sparks:
        assert intersection(body.path, sparks[0].path).is_empty


def test_edits_follow_character_and_meaning() -> None:
    def first(**asked: Any) -> str:
        return edits_for(WordmarkRequest(inks=INKS, **asked))[0]

    assert first(name_zh="梧桐", character="oriental", seed=0) == "seal"
    assert first(name_zh="梧桐", character="oriental", seed=1) != "seal"
    assert first(name_latin="Nexa", character="tech") == "bars"
    assert profile_for(("西湖",)) == "wave"
    assert profile_for(("mountain",)) == "ridge"
    assert profile_for(("chair",)) == ""


@pytest.mark.parametrize(("latin", "zh"), [("Wanhe", "万和"), ("Xinghe Tech", "星河科技")])
@pytest.mark.parametrize("leads", ["zh", "latin"])
def test_the_second_script_keeps_its_share(latin: str, zh: str, leads: Any) -> None:
    facts = draw(name_latin=latin, name_zh=zh, leads=leads).facts
    share = LATIN_OF_ZH if leads == "zh" else ZH_OF_LATIN
    found = float(facts["second_cap_of_lead"])
    assert 0.78 * share <= found <= share + 0.01
    # Lighter than the lead, heavier than scale alone would make it.
    stroke = float(facts["second_stem"]) / (1000 * float(facts["stem_em"]))
    assert 0.8 * found < stroke < 1.0
    assert float(facts["second_width_of_lead"]) <= 1.01
