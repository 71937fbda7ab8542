"""make_image: arguments checked, a Drawing made, the note says why."""

from pathlib import Path

import pytest
from pydantic import ValidationError

from compositor.document import AssetStore
from compositor.geometry import Box
from generators.base import Subject
from knowledge import resolve_theme
from tools.base import Drawing, Look, Workbench
from tools.errors import WrongArguments
from tools.make_image import MakeImage, MakeImageArguments


def bench(tmp_path: Path) -> Workbench:
    look = Look(theme=resolve_theme(("cream",), "pet_food", (), seed=1))
    return Workbench(seed=4, assets=AssetStore(), out=tmp_path, materials={"style": look})


def test_makes_a_drawing_that_says_how(tmp_path: Path) -> None:
    arguments = MakeImageArguments(
        look="style", subjects=(Subject(noun="猫"),), width=300, height=400,
        calm=(Box(0.1, 0.05, 0.8, 0.2),),
    )  # fmt: skip
    result = MakeImage().run(arguments, bench(tmp_path))
    assert isinstance(result.made, Drawing)
    assert result.made.facts["generator"] == "art"
    assert "cat" in str(result.made.facts["hero"])
    assert "art" in result.note


@pytest.mark.parametrize("change", [{"generator": "oracle"}, {"setting": "volcano"}])
def test_wrong_names_go_back_to_the_planner(tmp_path: Path, change: dict[str, str]) -> None:
    arguments = MakeImageArguments.model_validate(
        {"look": "style", "width": 300, "height": 400, **change}
    )
    with pytest.raises(WrongArguments, match="there are"):
        MakeImage().run(arguments, bench(tmp_path))


def test_boxes_outside_the_picture_are_refused() -> None:
    with pytest.raises(ValidationError, match="fractions"):
        MakeImageArguments(look="style", calm=(Box(30, 40, 500, 200),))
