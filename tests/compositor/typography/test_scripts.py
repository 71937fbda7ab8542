"""Directions and scripts beyond Latin and Chinese."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compositor.document import FontChoice, TextLayer, TextRun, solid
from compositor.errors import MissingGlyph
from compositor.geometry import Box
from compositor.typography.bidi import base_level, levels_of, visual_order
from compositor.typography.block import SetText
from compositor.typography.fonts import default_fonts
from compositor.typography.script import script_of
from compositor.typography.set_text import set_text

FONT = FontChoice(families=("Inter", "Noto Sans SC"))


def block(text: str, language: str, width: float = 900, align: str = "left") -> SetText:
    run = TextRun(text=text, font=FONT, size=30, paint=solid("#000000"))
    layer = TextLayer.model_validate(
        {"id": "t", "box": (0, 0, width, 400), "runs": (run,), "language": language,
         "align": align}
    )  # fmt: skip
    return set_text(layer, default_fonts())


def seen(text: str, base: int) -> str:
    return "".join(text[k] for k in visual_order(levels_of(text, base)))


@pytest.mark.parametrize(
    ("text", "base", "shown"),
    [
        ("abc שלום xyz", 0, "abc םולש xyz"),
        ("abc שלום xyz", 1, "xyz םולש abc"),
        ("שלום 123 טוב", 1, "בוט 123 םולש"),
        ("דף 12-14", 1, "12-14 ףד"),
        ("(אב)", 1, ")בא("),
        ("a (שלום) b", 0, "a (םולש) b"),
        ("מחיר: $19.90", 1, "$19.90 :ריחמ"),
        ("العدد ١٢٣", 1, "١٢٣ ددعلا"),
        ("a\u2067שb\u2069c", 0, "a\u2067bש\u2069c"),
    ],
)
def test_order_of_a_line(text: str, base: int, shown: str) -> None:
    assert seen(text, base) == shown


def test_base_direction_is_the_language_or_the_first_strong_letter() -> None:
    assert base_level("2026 in Dubai", "ar-AE") == 1
    assert base_level("12 שלום abc", "zh-Hans") == 1
    assert base_level("abc שלום", "en") == 0


@settings(max_examples=200, deadline=None)
@given(
    st.text(alphabet="ab1 ,.(-%)אבشب٣\u2067\u2068\u2069\u200f", max_size=24), st.integers(0, 1)
)
def test_every_character_is_shown_once(text: str, base: int) -> None:
    levels = levels_of(text, base)
    assert sorted(visual_order(levels)) == list(range(len(text)))
    assert all(level >= base for level in levels)


def test_arabic_is_joined_and_runs_leftwards() -> None:
    (line,) = block("شاي", "ar").lines
    (run,) = line.runs
    assert run.right_to_left
    assert run.face.family == "Noto Sans Arabic"
    assert run.text == "شاي"
    assert [g.cluster for g in run.glyphs] == sorted(
        (g.cluster for g in run.glyphs), reverse=True
    )
    alone = {int(run.face.hb_font.get_nominal_glyph(ord(c))) for c in "شاي"}
    assert not {g.id for g in run.glyphs} <= alone, "joined forms are other glyphs"


def test_latin_and_figures_keep_their_order_inside_arabic() -> None:
    (line,) = block("متجر Danqing في 2026", "ar").lines
    at = {run.text.strip(): min(g.x for g in run.glyphs) for run in line.runs}
    assert at["2026"] < at["Danqing"] < at["متجر"]


def test_a_leftward_line_fits_and_ends_at_its_box() -> None:
    found = block("شاي الجبل الطازج من المزرعة إلى فنجانك", "ar", 320, "right")
    assert len(found.lines) > 1
    assert all(line.box.right == pytest.approx(320, abs=0.01) for line in found.lines)
    assert all(line.box.x >= -0.01 for line in found.lines)


def test_tracking_never_tears_joined_letters() -> None:
    run = TextRun(text="شاي", font=FONT, size=30, paint=solid("#000000"), tracking=0.3)
    layer = TextLayer(id="t", box=Box(0, 0, 900, 99), runs=(run,), language="ar")
    assert set_text(layer, default_fonts()).box == block("شاي", "ar").box


@pytest.mark.parametrize(
    ("text", "family"),
    [
        ("שלום", "Heebo"),
        ("नमस्ते", "Noto Sans Devanagari"),
        ("สวัสดี", "Noto Sans Thai"),
        ("سلام", "Noto Sans Arabic"),
    ],
)
def test_a_script_nobody_asked_for_finds_its_family(text: str, family: str) -> None:
    found = block(text, "en")
    assert {run.face.family for line in found.lines for run in line.runs} == {family}
    assert "".join(run.text for line in found.lines for run in line.runs) == text


def test_devanagari_vowel_signs_join_their_consonant() -> None:
    (line,) = block("हिन्दी", "hi").lines
    clusters = {g.cluster for g in line.runs[0].glyphs}
    assert not clusters & {1, 3, 5}, "signs and viramas begin no cluster"


def test_a_joiner_is_shaped_with_its_script() -> None:
    with_joiner = block("क्\u200dष", "hi")
    assert "".join(r.text for line in with_joiner.lines for r in line.runs) == "क्\u200dष"
    assert len(with_joiner.lines[0].runs) == 1


def test_an_uncovered_script_is_named_with_a_remedy() -> None:
    with pytest.raises(MissingGlyph, match=r"Tamil.*fontpkg-noto-sans-tamil"):
        block("வணக்கம்", "ta")


def test_scripts_that_need_no_care_have_no_code() -> None:
    assert [script_of(c) for c in "aЯ茶1。"] == [""] * 5
