"""Recipes: every style has a ground of its own, and no ground stands behind all of them."""

from collections import Counter

from generators.vector.patterns import PATTERNS
from generators.vector.recipes import load_recipes, style_recipes
from generators.vector.scenes import SCENES
from knowledge import styles

MOST_FIRST = 3
"""Styles whose first choice one setting may be, of 78."""
MOST_AMONG = 10
"""Styles that may have one setting among the three they choose from."""


def test_no_setting_is_the_first_choice_of_many_styles() -> None:
    book = load_recipes().recipes
    first = Counter(book[style_recipes(style)[0]].setting for style in styles())
    assert first.most_common(1)[0][1] <= MOST_FIRST, first.most_common(4)


def test_no_setting_is_everywhere() -> None:
    book = load_recipes().recipes
    among = Counter(
        setting
        for style in styles()
        for setting in {book[name].setting for name in style_recipes(style)[:3]}
    )
    assert among.most_common(1)[0][1] <= MOST_AMONG, among.most_common(4)


def test_what_is_drawn_is_used() -> None:
    used = {recipe.setting for recipe in load_recipes().recipes.values()}
    assert {*PATTERNS, *SCENES} - used <= {"grain", "monument", "orb"}
