"""How well pages keep to a manner."""

from compositor.document import Page
from compositor.geometry import Box
from compositor.layout.manner import AS_STYLED, Build, Manner, kept

_PAGE = Page(id="page-1", width=1000, height=1000)


def _build(hero: Box | None, *, on_ground: bool = True) -> Build:
    return Build(hero, hero.area if hero else 0.0, is_busy=False, on_ground=on_ground)


def test_a_free_manner_is_always_kept() -> None:
    assert kept(AS_STYLED, [], _PAGE, _build(None)) == 1.0
    assert not AS_STYLED.is_given
    assert Manner(space="airy").is_given


def test_space_sides_and_ground_are_kept_or_not() -> None:
    small, large = Box(700, 100, 200, 200), Box(100, 100, 800, 800)
    airy = Manner(space="airy")
    assert kept(airy, [], _PAGE, _build(small)) == 1.0
    assert kept(airy, [], _PAGE, _build(large)) == 0.0
    assert kept(Manner(space="full"), [], _PAGE, _build(large)) == 1.0
    assert kept(Manner(picture=("right", "top")), [], _PAGE, _build(small)) == 1.0
    assert kept(Manner(picture=("left",)), [], _PAGE, _build(small)) == 0.0
    assert kept(Manner(is_plain=True), [], _PAGE, _build(None, on_ground=False)) == 0.0
