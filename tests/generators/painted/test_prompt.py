"""Prompts say what to paint, where to stay quiet, and never a word to be lettered."""

import json
from importlib.resources import files

from hypothesis import given
from hypothesis import strategies as st

from compositor.geometry import Box
from generators.base import PictureRequest, Subject
from generators.painted.prompt import color_words, place_words, write_prompt
from knowledge import entries, resolve_theme


def request(style: str = "luxury", **more: object) -> PictureRequest:
    theme = resolve_theme((style,), "fragrance", (), seed=1)
    given = {"theme": theme, "width": 1080, "height": 1440, **more}
    return PictureRequest.model_validate(given)


def test_sentences_show_the_subject_and_leave_room() -> None:
    asked = request(
        subjects=(Subject(noun="perfume bottle", attributes=("amber", "faceted")),),
        calm=(Box(0.1, 0.05, 0.8, 0.2),),
        hero_box=Box(0.55, 0.4, 0.4, 0.5),
    )
    text = write_prompt(asked, "sentences").text
    assert "amber faceted perfume bottle" in text
    assert "The area at the top is one calm" in text
    assert "the main subject at the bottom on the right" in text
    assert "no text, no letters" in text


def test_tags_put_what_to_avoid_into_the_negative_alone() -> None:
    prompt = write_prompt(request(subjects=(Subject(noun="kite"),)), "tags")
    assert prompt.text.startswith("kite, ")
    assert "text" not in prompt.text.replace("texture", "")
    assert {"text", "letters", "logo"} <= set(prompt.negative.split(", "))


def test_a_chinese_noun_becomes_english_for_models_that_match_words() -> None:
    asked = request(subjects=(Subject(noun="香水"),))
    assert "香水" in write_prompt(asked, "sentences").text
    assert write_prompt(asked, "tags").text.isascii()


@given(
    word=st.text("abcdefghij", min_size=9, max_size=14),
    style=st.sampled_from(["y2k", "zen_spa"]),
)
def test_nothing_that_is_to_be_lettered_is_told(word: str, style: str) -> None:
    asked = request(style, subjects=(Subject(noun="jar", label=word),), printed=(word,))
    for manner in ("sentences", "tags"):
        assert word not in write_prompt(asked, manner).text


def test_every_style_has_words() -> None:
    written = json.loads((files("generators.painted") / "styles.json").read_text("utf-8"))
    assert set(written) == set(entries.styles())


def test_places_and_colors_in_words() -> None:
    assert place_words((Box(0, 0.7, 1, 0.3), Box(0, 0, 0.4, 0.2))) == (
        "at the bottom and at the top on the left"
    )
    assert place_words((Box(0, 0, 1, 1),)) == "over most of the picture"
    assert len(color_words(resolve_theme(("y2k",), "", (), seed=1).palette).split()) >= 3
