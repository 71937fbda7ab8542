"""Letters on composed pages: openness by size, weight by size and ground, figures, prices."""

from typing import Any

import pytest

from compositor.document import FontChoice, TextLayer
from compositor.geometry import Box, Size
from compositor.layout.archetypes import archetypes
from compositor.layout.compose import Composition, compose_page
from compositor.layout.letters import Asked, Letters, Sight, letters
from compositor.layout.price_list import is_price_list
from compositor.layout.score import page_texts
from compositor.layout.slot_text import Setter, inks_on
from compositor.layout.theme import Theme, TypeSetting
from compositor.typography.block import SetText
from compositor.typography.fonts import default_fonts
from compositor.typography.set_text import set_text
from knowledge import resolve_theme

FONTS = default_fonts()
PHONE = Sight.of(Size(1080, 1440), "screen")
SANS = FontChoice(families=("Inter", "Noto Sans SC"), weight=700)
SERIF = FontChoice(families=("EB Garamond", "Noto Serif SC"))
ROOM = Box(80, 80, 700, 900)


def asked(words: str, size: float, font: FontChoice = SANS, **more: Any) -> Letters:
    values = {"slot": "headline", "role": "display", "width_px": 900.0, **more}
    setting = values.pop("setting", TypeSetting(font=font, tracking=-0.022, leading=1.0))
    return letters(Asked(words=words, size_px=size, setting=setting, **values), PHONE, FONTS)


def setter(style: str, ground: str = "ground", language: str = "zh-Hans") -> Setter:
    theme: Theme = resolve_theme([style], seed=1)
    return Setter(theme, language, inks_on(theme, ground), "p-", FONTS, PHONE, 20.0)


def layer(slot: str, words: str, size: float, style: str = "swiss", **more: Any) -> TextLayer:
    language = "zh-Hans" if any("一" <= c <= "龥" for c in words) else "en"
    return setter(style, language=language).layer(slot, words, size, ROOM, **more)


def block(one: TextLayer) -> SetText:
    return set_text(one, FONTS)


@pytest.mark.parametrize("words", ["Light worn softly", "花影入香"])
def test_larger_type_is_tighter_and_closer(words: str) -> None:
    found = [asked(words, size) for size in (24, 48, 96, 200, 400)]
    trackings = [one.tracking for one in found]
    assert trackings == sorted(trackings, reverse=True)
    assert trackings[0] - trackings[-1] > 0.02
    assert found[0].leading >= found[-1].leading


def test_spaced_capitals_are_for_capitals() -> None:
    airy = TypeSetting(font=SANS, tracking=0.14, leading=1.1)
    assert asked("LATE NOTES", 60, setting=airy).tracking > 0.1
    assert asked("Late notes", 60, setting=airy).tracking < 0.02
    carved = TypeSetting(font=FontChoice(families=("Cinzel",)), tracking=0.14, leading=1.1)
    assert asked("Late notes", 60, setting=carved).tracking > 0.1


def test_joined_letters_are_never_spaced() -> None:
    script = TypeSetting(font=FontChoice(families=("Pacifico",)), tracking=0.1)
    assert asked("Late notes", 120, setting=script).tracking == 0.0


@pytest.mark.parametrize(
    ("words", "families"),
    [
        ("Ågård jy", ("Inter",)),
        ("花影入香", ("Noto Sans SC",)),
        ("ชาสดจากภูเขา", ("Inter",)),
        ("शुभ दीपावली", ("Inter",)),
        ("شاي الجبل", ("Inter",)),
    ],
)
def test_lines_of_a_title_never_touch(words: str, families: tuple[str, ...]) -> None:
    tight = TypeSetting(font=FontChoice(families=families, weight=700), leading=0.8)
    found = asked(words, 300, setting=tight)
    one = layer("headline", f"{words}\n{words}", 120)
    one = one.model_copy(
        update={
            "leading": found.leading,
            "runs": (one.runs[0].model_copy(update={"font": tight.font}),),
        }
    )
    first, second = block(one).lines[:2]
    gap = second.baseline_px - first.baseline_px
    single = block(one.model_copy(update={"runs": (
        one.runs[0].model_copy(update={"text": words}),)}))  # fmt: skip
    assert gap > single.ink.height


def test_small_type_gains_weight_and_large_type_on_dark_loses_some() -> None:
    body = TypeSetting(font=FontChoice(families=("Inter", "Noto Sans SC"), weight=400))
    small = {"slot": "caption", "role": "caption", "setting": body}
    assert asked("Small", 28, **small).font.weight == 450
    assert asked("Small", 28, is_reversed=True, **small).font.weight == 500
    assert asked("Loud", 200, is_reversed=True).font.weight == 600
    assert asked("Loud", 200).font.weight == 700


def test_a_weight_the_family_lacks_is_not_asked_for() -> None:
    brush = TypeSetting(font=FontChoice(families=("Ma Shan Zheng",), weight=400))
    assert asked("小字", 24, setting=brush, is_reversed=True).font.weight == 400


@pytest.mark.parametrize(
    ("size", "medium", "texture", "reading"),
    [
        ((1080, 1920), "screen", 1.0, 390 / 1080),
        ((1920, 1080), "screen", 1.0, 1280 / 1920),
        ((728, 90), "screen", 1.0, 1.0),
        ((794, 1123), "print", 1080 / 794, 1.0),
    ],
)
def test_pages_are_seen_as_they_are_used(
    size: tuple[float, float], medium: Any, texture: float, reading: float
) -> None:
    found = Sight.of(Size(*size), medium)
    assert (found.texture, found.reading) == pytest.approx((texture, reading))


def test_figures_are_lining_but_in_serif_prose() -> None:
    setting = TypeSetting(font=SERIF)
    prose = {"slot": "body", "role": "body", "setting": setting}
    assert "onum" in asked("Since 1946", 28, **prose).features
    assert "lnum" in asked("始于1946", 28, **prose).features
    assert "lnum" in asked("12 May 2026", 28, **{**prose, "slot": "meta"}).features
    assert asked("No figures", 28, **prose).features == ()


def test_a_price_is_set_as_one_and_says_exactly_its_words() -> None:
    found = layer("price", "到手价￥199.9起", 90)
    assert found.text == "到手价￥199.9起"
    sizes = {run.text: run.size for run in found.runs}
    assert sizes["199"] == 90
    assert sizes["￥"] == sizes[".9"] == 45
    assert min(sizes.values()) >= 20


def test_no_part_of_a_small_price_falls_below_the_floor() -> None:
    found = layer("price", "到手价￥199.9起", 30)
    assert min(run.size for run in found.runs) >= 20


@pytest.mark.parametrize("align", ["left", "center", "right"])
def test_a_price_list_has_names_at_the_left_and_amounts_at_the_right(align: Any) -> None:
    words = "拿铁￥28\n美式￥9\n抹茶拿铁￥38.50"
    found = block(layer("body", words, 30, align=align))
    firsts = {round(line.runs[0].glyphs[0].x, 1) for line in found.lines}
    ends = {round(line.box.right, 1) for line in found.lines}
    assert len(firsts) == len(ends) == 1
    assert [line.text for line in found.lines] == words.split("\n")
    assert all(ROOM.x - 0.1 <= line.box.x for line in found.lines)
    assert all(line.box.right <= ROOM.right + 0.1 for line in found.lines)
    if align != "left":
        middle = (found.box.x + found.box.right) / 2
        expected = {"center": ROOM.center.x, "right": ROOM.right - found.box.width / 2}[align]
        assert middle == pytest.approx(expected, abs=1)


def test_hours_and_sentences_are_no_price_list() -> None:
    assert is_price_list("burrata $14\ncacio e pepe $19")
    assert not is_price_list("burrata $14")
    assert not is_price_list("Mon 9–17\nTue 9–17")
    assert not is_price_list("Tickets from $14\nat the door")


def test_running_text_is_hyphenated_and_titles_are_not() -> None:
    words = "Conscientious typographers systematically hyphenate narrow columns of running text"
    assert layer("body", words, 28).hyphenate
    assert not layer("body", words[:40], 28).hyphenate
    assert not layer("headline", words, 60).hyphenate
    assert layer("body", words, 28).hanging


def test_small_capitals_stand_beside_titles_in_capitals() -> None:
    found = layer("subhead", "Slow wine for late guests", 40, "victorian")
    theme = resolve_theme(["victorian"], seed=1)
    carved = (
        theme.type["display"].uppercase
        and "EB Garamond" in (theme.type["subhead"].font.families[0])
    )
    assert ("smcp" in found.runs[0].features) == carved
    assert "smcp" not in layer("subhead", "慢慢喝", 40, "victorian").runs[0].features


def test_recipe_fractions_are_set_as_such_and_dates_are_not() -> None:
    found = layer("body", "1/2 cup of milk on 12/05/2026", 28)
    assert [run.text for run in found.runs if "frac" in run.features] == ["1/2"]
    assert all("frac" not in run.features for run in layer("meta", "1/2", 28).runs)


@pytest.mark.parametrize("name", ["editorial", "corner_anchor", "framed", "split"])
def test_hung_marks_stay_inside_the_margin(name: str) -> None:
    copy = {"headline": "“Tea, Warm.”", "subhead": "“Young leaves over water,”"}
    what = Composition(
        theme=resolve_theme(["editorial"], seed=1),
        archetype=archetypes()[name],
        size=Size(1080, 1440),
        copy=copy,
        language="en",
    )
    page, overset = compose_page(what, FONTS)
    assert overset == ()
    inside = page.box.inset(page.margin)
    assert all(inside.covers(text.ink, tolerance_px=1.0) for text in page_texts(page, FONTS))
