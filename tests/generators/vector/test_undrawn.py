"""A brief that names what nobody drew: an abstract picture, never a wrong thing."""

import pytest

from compositor.document import AssetStore
from generators.base import PictureRequest, Subject, Ticket
from generators.vector.picture import draw_picture
from knowledge import resolve_theme


def told(style: str, industry: str, *nouns: str) -> dict[str, object]:
    request = PictureRequest(
        theme=resolve_theme((style,), industry, (), seed=1), width=120, height=160, seed=1,
        subjects=tuple(Subject(noun=noun) for noun in nouns),
    )  # fmt: skip
    return dict(draw_picture(request, Ticket(assets=AssetStore())).facts)


@pytest.mark.parametrize(
    ("style", "industry", "noun"),
    [
        ("minimal", "pet_food", "parrot"), ("swiss", "music_festival", "bagpipe"),
        ("luxury", "jewelry", "unicorn"), ("new_chinese", "museum", "古琴"),
        ("editorial", "furniture", "coffee table"),
    ],
)  # fmt: skip
def test_nothing_stands_for_it(style: str, industry: str, noun: str) -> None:
    facts = told(style, industry, noun)
    assert facts["hero"] == ""
    assert facts["setting"] not in ("shelf", "podium", "studio_floor", "plain_disc")


def test_what_is_drawn_beside_it_is_shown() -> None:
    assert told("minimal", "pet_food", "parrot", "cat")["hero"] == "cat"
