"""The benchmark still runs: small checks of its parts, never of a time."""

from pathlib import Path

import numpy as np
from PIL import Image

from bench.layout_scaling import fitted_line, page_of
from bench.poster_scene.document import poster, store_of_scene
from bench.poster_scene.elements import FEATURES, Element, poster_elements
from bench.poster_scene.engines import OURS, Engine
from bench.poster_scene.words import words_of_round
from compositor.document import AssetStore
from compositor.layout.lay_out import lay_out
from compositor.typography.fonts import default_fonts


def _texts(element: Element) -> str:
    own: str = element.get("text", "")
    return own + "".join(map(_texts, element.get("children", ())))


def test_our_worker_makes_both_scenes(tmp_path: Path) -> None:
    _, photo, grain = store_of_scene()
    engine = Engine(OURS, tmp_path, tmp_path)
    try:
        for rich in (True, False):
            tree = poster(words_of_round(3), photo, grain, rich=rich).to_json()
            cost = engine.render(tree, tmp_path / "poster.png")
            assert cost.cpu_s > 0
            with Image.open(tmp_path / "poster.png") as picture:
                assert picture.size == (1080, 1440)
                assert np.asarray(picture).std() > 20
    finally:
        engine.close()


def test_peers_are_given_the_same_words_and_what_they_lack_is_said() -> None:
    words = words_of_round(2)
    whole, left_out = poster_elements(words, frozenset(FEATURES), rich=True)
    assert [words.headline in _texts(whole), words.body in _texts(whole)] == [True, True]
    assert [line for line in left_out if "path" not in line] == []
    bare, left_out = poster_elements(words, frozenset(), rich=True)
    assert words.vertical in _texts(bare)
    for lacking in ("blur", "multiply", "vertical", "sweep", "grain", "shadow of the photo"):
        assert any(lacking in line for line in left_out), lacking


def test_no_two_rounds_say_the_same() -> None:
    assert len({words_of_round(number).body for number in range(40)}) == 40


def test_scaling_pages_have_that_many_layers_and_a_line_is_fitted() -> None:
    page = page_of(11, 1)
    assert len(lay_out(page, default_fonts(), AssetStore())[0].items) == 11
    assert page != page_of(11, 2)
    slope, start, r2 = fitted_line([1, 2, 3], [3.0, 5.0, 7.0])
    assert np.allclose((slope, start, r2), (2, 1, 1))
