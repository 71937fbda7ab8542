"""Requests, tickets and the choice of a generator."""

import pytest
from pydantic import ValidationError

from compositor.document import AssetStore
from compositor.geometry import Box
from compositor.layout.theme import Theme
from generators import GENERATORS, choose_generator, load_generator
from generators.base import PictureRequest, Subject, Ticket
from generators.errors import GenerationCancelled, UnknownGenerator
from knowledge import resolve_theme


def theme(style: str = "luxury", industry: str = "fragrance", seed: int = 1) -> Theme:
    return resolve_theme((style,), industry, (), seed=seed)


def test_every_registered_generator_loads_and_answers_probe() -> None:
    for name in GENERATORS:
        generator = load_generator(name)
        assert generator.name == name
        assert generator.probe().ready or generator.probe().missing


def test_unknown_generator_is_a_sentence_that_lists_the_known() -> None:
    with pytest.raises(UnknownGenerator, match="art"):
        load_generator("oracle")


def test_auto_choice_says_why() -> None:
    generator, why = choose_generator()
    assert generator.name == "art"
    assert why.startswith("art: ")


def test_request_turns_fractions_into_px() -> None:
    request = PictureRequest(theme=theme(), width=1000, height=500)
    assert request.box_px(Box(0.1, 0.2, 0.5, 0.5)) == Box(100, 100, 500, 250)


@pytest.mark.parametrize("side", [0, 15.9, float("nan"), 30000])
def test_impossible_sizes_are_refused(side: float) -> None:
    with pytest.raises(ValidationError):
        PictureRequest(theme=theme(), width=side, height=500)


def test_empty_noun_is_refused() -> None:
    with pytest.raises(ValidationError):
        Subject(noun="")


def test_cancelled_half_way() -> None:
    asked: list[float] = []

    def cancelled() -> bool:
        return len(asked) >= 2

    ticket = Ticket(
        assets=AssetStore(), progress=lambda share, _: asked.append(share), cancelled=cancelled
    )
    request = PictureRequest(
        theme=theme(), width=300, height=400, subjects=(Subject(noun="perfume"),), seed=3
    )
    with pytest.raises(GenerationCancelled):
        load_generator("art").make(request, ticket)
    assert asked == sorted(asked)
