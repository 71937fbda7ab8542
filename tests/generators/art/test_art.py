"""Photographed pictures: layers, the same bytes again, a stop that leaves nothing."""

from pathlib import Path

import pytest

from compositor.document import AssetStore, ImageLayer
from compositor.geometry import Box
from generators import load_generator
from generators.base import PictureRequest, Subject, Ticket
from generators.errors import GenerationCancelled
from generators.mesh.studio import probe
from knowledge import resolve_theme

pytestmark = pytest.mark.skipif(not probe().ready, reason="the studio extra is missing")


def request(noun: str = "candle", **more: object) -> PictureRequest:
    theme = resolve_theme(("luxury",), "fragrance", (), seed=1)
    return PictureRequest.model_validate(
        {
            "theme": theme, "width": 90, "height": 120, "subjects": (Subject(noun=noun),),
            "effort": "draft", "printed": ("MORI",), "seed": 2, "medium": "3d",
            "calm": (Box(0.08, 0.05, 0.84, 0.24),), "hero_box": Box(0.1, 0.36, 0.8, 0.58),
            **more,
        }
    )  # fmt: skip


def test_things_and_shadow_are_layers_and_come_again_from_the_cache(tmp_path: Path) -> None:
    said: list[str] = []
    ticket = Ticket(
        assets=AssetStore(tmp_path / "assets"), progress=lambda _, words: said.append(words)
    )
    made = load_generator("art").make(request(), ticket)
    pictures = [one for one in made.layer.children if isinstance(one, ImageLayer)]
    assert [one.name for one in pictures] == ["shadow", "candle"]
    assert pictures[0].blend == "multiply"
    assert pictures[1].role == "visual"
    assert made.facts["medium"] == "3d"
    assert float(made.facts["hero_share"]) > 0.1
    assert any(words.startswith("photographing candle") for words in said)
    assert len(list((tmp_path / "studio").iterdir())) == 1
    again = load_generator("art").make(request(), ticket)
    assert again.layer == made.layer


def test_a_stop_leaves_nothing_behind(tmp_path: Path) -> None:
    said: list[str] = []

    def cancelled() -> bool:
        return any("photographing" in words for words in said)

    ticket = Ticket(
        assets=AssetStore(tmp_path / "assets"), cancelled=cancelled,
        progress=lambda _, words: said.append(words),
    )  # fmt: skip
    with pytest.raises(GenerationCancelled):
        load_generator("art").make(request(seed=5), ticket)
    assert not (tmp_path / "studio").exists()


def test_3d_of_what_cannot_be_built_is_drawn_and_says_so() -> None:
    made = load_generator("art").make(request("zeitgeist"), Ticket(assets=AssetStore()))
    assert made.facts["medium"] == "vector"
    assert "3D was asked for" in made.says
