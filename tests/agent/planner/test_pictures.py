"""What a brief says about its picture."""

import pytest

from agent.planner.pictures import asked_medium, printed_texts
from agent.reading import read_brief


@pytest.mark.parametrize(
    ("text", "medium"),
    [
        ("C4D 立体香水海报", "3d"),
        ("Poster for a tea tin, 3D render", "3d"),
        ("扁平插画咖啡海报", "vector"),
        ("Flat illustration poster for a bakery", "vector"),
        ("香水海报", "auto"),
        ("香水海报，不要3D", "auto"),
        ("a poster for a surrender day", "auto"),
    ],
)
def test_medium(text: str, medium: str) -> None:
    assert asked_medium(read_brief(text)) == medium


def test_prints_only_what_the_brief_gives() -> None:
    brief = read_brief('Poster for the perfume brand "Moss & Rain"')
    assert printed_texts(brief)[:1] == ("Moss & Rain",)
    assert printed_texts(read_brief("咖啡海报")) == ()
