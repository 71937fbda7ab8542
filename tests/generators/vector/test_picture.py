"""Drawn pictures: subjects placed, labels live, copy kept calm, same seed same picture."""

import pytest

from compositor.document import AssetStore, Document, Page, TextLayer
from compositor.document.document import walk
from compositor.geometry import Box
from generators.base import Picture, PictureKind, PictureRequest, Subject, Ticket
from generators.vector.calm import EDGE_LIMIT, SPREAD_LIMIT
from generators.vector.casting import load_cast
from generators.vector.frames import FRAMES
from generators.vector.motifs import MOTIFS
from generators.vector.patterns import PATTERNS
from generators.vector.picture import draw_picture
from generators.vector.recipes import load_recipes, style_recipes
from generators.vector.scenes import SCENES
from knowledge import resolve_theme, styles

CALM = (Box(0.08, 0.06, 0.84, 0.22),)


def picture(
    style: str,
    *subjects: Subject,
    industry: str = "",
    kind: PictureKind = "scene",
    seed: int = 3,
    setting: str = "",
) -> Picture:
    request = PictureRequest(
        theme=resolve_theme((style,), industry, (), seed=seed),
        width=360,
        height=480,
        subjects=subjects,
        kind=kind,
        calm=CALM,
        hero_box=Box(0.12, 0.33, 0.76, 0.6),
        seed=seed,
        setting=setting,
    )
    return draw_picture(request, Ticket(assets=AssetStore()))


def texts(made: Picture) -> list[str]:
    return [layer.text for layer in walk((made.layer,)) if isinstance(layer, TextLayer)]


def test_every_recipe_names_real_things() -> None:
    book = load_recipes()
    for recipe in book.recipes.values():
        assert recipe.setting in SCENES or recipe.setting in PATTERNS
        assert recipe.frame == "none" or recipe.frame in FRAMES
    named = {name for names in book.styles.values() for name in names}
    named |= {name for family in book.families.values() for name in family.recipes}
    assert named <= set(book.recipes)


def test_every_style_has_two_clearly_different_recipes() -> None:
    book = load_recipes()
    for style in styles():
        assert style in book.styles, style
        settings = {book.recipes[name].setting for name in style_recipes(style)}
        assert len(settings) >= 2, style


def test_same_seed_same_picture_and_a_valid_document() -> None:
    subject = Subject(noun="cat", attributes=("white",))
    first, second = picture("cream", subject), picture("cream", subject)
    assert first.model_dump_json() == second.model_dump_json()
    page = Page(id="p", width=360, height=480, layers=(first.layer,))
    Document(pages=(page,), assets=first.assets)


def test_label_stays_live_text_with_its_role() -> None:
    made = picture("cream", Subject(noun="cat"), Subject(noun="cat food", label="LibLib"))
    assert texts(made) == ["LibLib"]
    assert {i.role for i in walk((made.layer,)) if isinstance(i, TextLayer)} == {"label"}


def test_label_of_an_unknown_thing_is_not_lost() -> None:
    assert texts(picture("minimal", Subject(noun="zxqv gadget", label="ZX-1"))) == ["ZX-1"]


def test_hero_is_large_and_keeps_out_of_the_copy() -> None:
    facts = picture("luxury", Subject(noun="perfume"), industry="fragrance").facts
    assert float(facts["hero_share"]) > 0.15
    assert "perfume" in str(facts["hero"])


@pytest.mark.parametrize(
    ("style", "industry"),
    [("luxury", "fragrance"), ("y2k", "fashion"), ("memphis", ""), ("ink_wash", "tea"),
     ("cyberpunk", "gaming"), ("riso", "music_festival"), ("festive_red", "")],
)  # fmt: skip
def test_copy_finds_a_calm_place(style: str, industry: str) -> None:
    facts = picture(style, industry=industry).facts
    assert facts["is_calm"] is True
    assert float(facts["calm_edge"]) <= EDGE_LIMIT
    assert float(facts["calm_spread"]) <= SPREAD_LIMIT


def test_a_view_is_shown_as_a_setting_not_as_a_thing() -> None:
    facts = picture("new_chinese", Subject(noun="mountain"), industry="travel").facts
    assert facts["setting"] == "mountain_mist"
    assert facts["hero"] == ""


@pytest.mark.parametrize(
    ("noun", "setting"),
    [("dappled_light", "window_light"), ("斑驳的光影", "window_light"),
     ("月光", "moonlit_window"),
     ("fog", "mountain_mist"), ("sunset", "sea_sunset"), ("late summer light", "window_light"),
     ("spotlight", "stage_light")],
)  # fmt: skip
def test_an_atmosphere_lights_the_setting_and_is_no_thing(noun: str, setting: str) -> None:
    facts = picture("luxury", Subject(noun="perfume"), Subject(noun=noun)).facts
    assert facts["setting"] == setting
    assert "lamp" not in str(facts["hero"])
    assert "perfume" in str(facts["hero"])


def test_a_trade_and_a_style_choose_the_thing() -> None:
    ev = picture("tech", Subject(noun="car"), industry="auto_ev").facts["hero"]
    assert str(ev).startswith("ev_car")
    inn = picture("ink_wash", Subject(noun="house"), industry="hotel").facts["hero"]
    assert str(inn).startswith("inn")


def test_a_lone_hero_is_given_company_and_a_group_is_not() -> None:
    alone = picture("vintage", Subject(noun="beer")).facts["hero"]
    assert alone == "beer_mug, hop"
    group = picture("vintage", Subject(noun="beer"), Subject(noun="burger")).facts["hero"]
    assert group == "beer_mug, burger"


def test_a_wide_group_fills_the_width_of_a_tall_box() -> None:
    pair = (Subject(noun="sneaker"), Subject(noun="bank_card"))
    facts = picture("minimal", *pair).facts
    assert float(facts["hero_share"]) > 0.2


def test_kinds_differ() -> None:
    cat = Subject(noun="cat")
    assert picture("cream", cat, kind="background").facts["hero"] == ""
    assert picture("memphis", kind="pattern").facts["setting"] in PATTERNS
    alone = picture("cream", cat, kind="hero")
    assert all(layer.role != "background" for layer in alone.layer.children)


def test_cast_table_is_read() -> None:
    table = load_cast()
    assert set(table.motifs) <= set(MOTIFS)
    for part in table.motifs.values():
        assert set(part.scenery) <= {*SCENES, *PATTERNS}
        assert set(part.company) <= set(MOTIFS)
    for air in table.atmospheres.values():
        assert set(air.settings) <= {*SCENES, *PATTERNS}
    for world in table.worlds.values():
        assert {*world, *world.values()} <= set(MOTIFS)
