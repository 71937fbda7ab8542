"""choose_style turns words of a brief into a Look, or says what is wrong with them."""

from pathlib import Path

import pytest

from compositor.document import AssetStore
from tools.base import Look, Workbench
from tools.choose_style import ChooseStyle, ChooseStyleArguments
from tools.errors import WrongArguments


@pytest.fixture
def bench(tmp_path: Path) -> Workbench:
    return Workbench(seed=0, assets=AssetStore(), out=tmp_path)


def choose(bench: Workbench, **arguments: object) -> tuple[Look, str]:
    result = ChooseStyle().run(ChooseStyleArguments.model_validate(arguments), bench)
    assert isinstance(result.made, Look)
    return result.made, result.note


def test_it_chooses_and_says_why(bench: Workbench) -> None:
    look, note = choose(bench, styles=["tech"], colors=["#1E5BFF"], industry="ai_startup")
    assert look.theme.style == "tech"
    assert look.theme.industry == "ai_startup"
    assert look.theme.palette.primary.hex == "#1E5BFF"
    assert "#1E5BFF" in note
    assert look.theme.type["display"].font.families[0] in note
    assert note.endswith(".")


def test_a_trade_alone_is_enough(bench: Workbench) -> None:
    look, note = choose(bench, industry="tea")
    assert look.theme.style == "new_chinese"
    assert "tea" in note


def test_nothing_at_all_still_gives_a_look(bench: Workbench) -> None:
    look, _ = choose(bench)
    assert look.theme.archetypes


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        ({"styles": ["minimalist"]}, "minimal"),
        ({"industry": "pets"}, "pet_food"),
        ({"colors": ["bluish"]}, "bluish"),
    ],
)
def test_wrong_ids_name_the_nearest(
    bench: Workbench, arguments: dict[str, object], says: str
) -> None:
    with pytest.raises(WrongArguments, match=says):
        choose(bench, **arguments)
