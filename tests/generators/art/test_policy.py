"""Which pictures are drawn and which are photographed."""

import pytest

from generators.art.policy import choose, find_prop, load_policy, look_of
from generators.base import PictureRequest, Subject
from generators.mesh.studio import probe
from knowledge import resolve_theme, styles

needs_studio = pytest.mark.skipif(not probe().ready, reason="the studio extra is missing")


def request(style: str, noun: str = "", **more: object) -> PictureRequest:
    theme = resolve_theme((style,), "fragrance", (), seed=1)
    subjects = (Subject(noun=noun),) if noun else ()
    return PictureRequest.model_validate(
        {"theme": theme, "width": 300, "height": 400, "subjects": subjects, **more}
    )


@needs_studio
def test_every_name_in_the_table_exists() -> None:
    from generators.mesh.props import PROPS  # noqa: PLC0415 - needs the studio extra

    policy = load_policy()
    named = {*(name.split("@")[0] for name in policy.props), *policy.never, *policy.abstract}
    named |= {prop for props in policy.trades.values() for prop in props}
    named |= {prop for look in policy.looks.values() for prop in look.company}
    named |= {prop for manner in policy.props.values() for prop, _ in manner.beside}
    assert named <= set(PROPS)
    assert set(policy.styles) <= set(styles())
    assert {look_of(style) for style in styles()} <= set(policy.looks)


@needs_studio
@pytest.mark.parametrize(
    ("noun", "prop"),
    [
        ("perfume_bottle", "perfume_bottle"), ("香水", "perfume_bottle"), ("beers", "can"),
        ("cold brew coffee cup", "paper_cup"), ("手冲咖啡豆", "pouch"), ("cat", None),
        ("headphones", "headphones"), ("面包", None), ("ice_cream", None),
        ("skincare_bottle", "dropper_bottle"), ("honey jar", None), ("olive oil bottle", None),
        ("cookie box", None), ("soda can", "can"),
    ],
)  # fmt: skip
def test_the_thing_named_last_decides(noun: str, prop: str | None) -> None:
    assert find_prop(noun) == prop


@needs_studio
@pytest.mark.parametrize(
    ("style", "noun", "more", "medium"),
    [
        ("luxury", "perfume", {}, "3d"),
        ("luxury", "perfume", {"medium": "vector"}, "vector"),
        ("luxury", "cat", {}, "vector"),
        ("ink_wash", "perfume", {}, "vector"),
        ("ink_wash", "perfume", {"medium": "3d"}, "3d"),
        ("claymorphism", "rocket", {}, "3d"),
        ("luxury", "perfume", {"kind": "background"}, "vector"),
        ("luxury", "perfume", {"treatment": "line"}, "vector"),
        ("luxury", "morning light", {}, "vector"),
        ("luxury", "perfume", {"setting": "sunburst"}, "3d"),
        ("luxury", "perfume", {"setting": "space"}, "vector"),
    ],
)  # fmt: skip
def test_drawn_or_photographed(
    style: str, noun: str, more: dict[str, str], medium: str
) -> None:
    assert choose(request(style, noun, **more)).medium == medium


def test_a_brief_that_names_more_than_props_is_drawn() -> None:
    names = ("perfume_bottle", "flower", "dappled_light")
    wanted = request("luxury").model_copy(
        update={"subjects": tuple(Subject(noun=name) for name in names)}
    )
    assert choose(wanted).medium == "vector"
    assert choose(wanted.model_copy(update={"medium": "3d"})).medium == "3d"


def test_a_y2k_bag_is_drawn_unless_3d_is_asked_for() -> None:
    theme = resolve_theme(("y2k",), "fashion", (), seed=1)
    asked = PictureRequest(
        theme=theme, width=300, height=400, subjects=(Subject(noun="handbag"),)
    )
    assert choose(asked).medium == "vector"
    assert choose(asked.model_copy(update={"medium": "3d"})).prop == "handbag"
