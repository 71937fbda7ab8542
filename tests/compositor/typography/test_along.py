"""Text along paths: where it stands, how it turns, what happens when it is too long."""

import math

import pytest

from compositor.document import Document, FontChoice, Page, TextLayer, TextPath, TextRun, solid
from compositor.errors import InvalidValue
from compositor.geometry import Box, Path, Point
from compositor.geometry.shapes import line
from compositor.typography.block import Glyph, SetText
from compositor.typography.circle_text import on_arc, on_circle
from compositor.typography.fonts import default_fonts
from compositor.typography.outline import knocked_out, outlines
from compositor.typography.set_text import set_text

FONT = FontChoice(families=("Jost", "Noto Sans SC"))
CENTER = Point(200, 200)


def layer(text: str, path: TextPath | None, **more: object) -> TextLayer:
    run = TextRun(text=text, font=FONT, size=30, paint=solid("#000000"))
    values = {"id": "t", "box": Box(0, 0, 400, 400), "runs": (run,), "path": path, **more}
    return TextLayer.model_validate(values)


def block(text: str, path: TextPath | None, **more: object) -> SetText:
    return set_text(layer(text, path, **more), default_fonts())


def glyphs(found: SetText) -> list[Glyph]:
    return [g for one in found.lines for run in one.runs for g in run.glyphs]


def test_a_straight_path_is_a_straight_line() -> None:
    path = TextPath(outline=line(10, 100, 390, 100))
    bent, flat = glyphs(block("Harvest", path)), glyphs(block("Harvest", None))
    for a, b in zip(bent, flat, strict=True):
        assert a.x - 10 == pytest.approx(b.x, abs=0.02)
        assert a.y == pytest.approx(100)
        assert a.turn_deg == pytest.approx(0)


@pytest.mark.parametrize("at", ["top", "bottom"])
def test_text_on_a_circle_is_upright_and_centered(at: str) -> None:
    path = on_circle(CENTER, 120, at)  # type: ignore[arg-type]  # one of the two
    found = block("山高月小水落石出", path, align="center")
    assert found.ink.center.x == pytest.approx(200, abs=2)
    assert (found.ink.center.y < 200) == (at == "top")
    middle = glyphs(found)[3:5]
    assert all(abs(g.turn_deg) < 20 for g in middle)
    xs = [g.x for g in glyphs(found)]
    assert xs == sorted(xs), "it reads from left to right"
    for g in glyphs(found):
        assert math.dist((g.x, g.y), CENTER) == pytest.approx(120, abs=2.5)


def test_the_right_side_turns_the_path_around() -> None:
    path = TextPath(outline=line(10, 100, 390, 100), side="right")
    found = glyphs(block("abc", path))
    assert found[0].x > found[1].x > found[2].x
    assert all(abs(g.turn_deg) == pytest.approx(180) for g in found)


def test_text_too_long_for_its_path_is_overset_or_shrinks() -> None:
    path = on_arc(CENTER, 100, sweep_deg=60)
    words = "far too long for this short arc"
    assert block(words, path, align="center").overset
    shrunk = block(words, path, align="center", fit="shrink", min_scale=0.1)
    assert not shrunk.overset
    assert shrunk.scale < 1


def test_line_ends_become_spaces_and_text_is_kept() -> None:
    found = block("One\nTwo", on_circle(CENTER, 120), align="center")
    assert len(found.lines) == 1
    assert found.lines[0].text == "One Two"


def test_a_path_without_length_is_refused() -> None:
    with pytest.raises(InvalidValue, match="no length"):
        block("a", TextPath(outline=Path.from_svg("M1 1L1 1")))


def test_old_documents_without_paths_still_open() -> None:
    page = Page(id="p", width=400, height=400, layers=(layer("a", on_circle(CENTER, 99)),))
    document = Document(pages=(page,))
    again = Document.from_json(document.to_json())
    assert again.to_json() == document.to_json()
    old = document.to_json()
    for name in ("path", "kinsoku", "hanging", "hyphenate", "match_latin", "decoration"):
        assert f'"{name}"' in old
    plain = document.model_dump(mode="json", by_alias=True)
    for name in ("path", "kinsoku", "hanging", "hyphenate", "match_latin"):
        del plain["pages"][0]["layers"][0][name]
    del plain["pages"][0]["layers"][0]["runs"][0]["decoration"]
    assert Document.model_validate(plain).pages[0].layers[0].id == "t"


def test_a_panel_loses_the_letters_and_the_words_stay() -> None:
    words = layer("月", None)
    panel = Path.from_svg("M0 0H400V400H0Z")
    cut, unseen = knocked_out(panel, words, default_fonts())
    assert cut.bounds == pytest.approx(panel.bounds, abs=0.1)
    assert len(cut.contours()) > 1
    assert unseen.text == "月"
    assert all(run.paint.color.alpha == 0 for run in unseen.runs)  # type: ignore[union-attr]  # solid


def test_a_struck_price_has_one_bar_at_one_height() -> None:
    run = TextRun(
        text="原价￥299", font=FONT, size=40, paint=solid("#000000"), decoration="line-through"
    )
    found = set_text(layer("x", None).model_copy(update={"runs": (run,)}), default_fonts())
    (rule,) = found.rules
    bounds = rule.outline.bounds
    assert bounds.x <= found.ink.x
    assert bounds.right >= found.ink.right
    assert found.ink.y < bounds.center.y < found.ink.bottom
    assert outlines(found)[-1][0] == rule.outline
