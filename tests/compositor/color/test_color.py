"""Color: hex, OKLCH and contrast agree with their standards."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compositor.color import Color, apca_contrast, contrast_ratio
from compositor.color.palette import ramp, readable_on, with_contrast
from compositor.errors import InvalidValue

CHANNEL = st.integers(0, 255)
COLORS = st.builds(Color, CHANNEL, CHANNEL, CHANNEL)


@given(COLORS)
def test_oklch_comes_back_to_the_same_hex(color: Color) -> None:
    assert Color.from_oklch(*color.oklch) == color


@given(COLORS, COLORS)
def test_contrast_is_symmetric_and_bounded(one: Color, two: Color) -> None:
    assert contrast_ratio(one, two) == contrast_ratio(two, one)
    assert 1 <= contrast_ratio(one, two) <= 21


@given(COLORS, COLORS, st.sampled_from([3.0, 4.5, 7.0]))
def test_with_contrast_reaches_what_black_or_white_can(
    color: Color, ground: Color, needed: float
) -> None:
    moved = with_contrast(color, ground, needed)
    possible = contrast_ratio(readable_on(ground), ground)
    assert contrast_ratio(moved, ground) >= min(needed, possible) - 1e-9


@given(COLORS)
def test_ramp_holds_the_color_and_darkens(color: Color) -> None:
    tones = ramp(color)
    assert color in tones.values()
    assert tones[50].oklch.lightness > tones[950].oklch.lightness


def test_known_values() -> None:
    # https://www.w3.org/WAI/WCAG22/Understanding/contrast-minimum: #777 on white is 4.48.
    assert contrast_ratio(Color.from_hex("#777"), Color.from_hex("#FFF")) == pytest.approx(
        4.48, abs=0.01
    )
    # https://github.com/Myndex/SAPC-APCA test values for 0.98G-4g.
    assert apca_contrast(Color.from_hex("#888"), Color.from_hex("#FFF")) == pytest.approx(
        63.056, abs=0.01
    )
    assert apca_contrast(Color.from_hex("#FFF"), Color.from_hex("#888")) == pytest.approx(
        -68.541, abs=0.01
    )


@pytest.mark.parametrize("text", ["", "#12", "#GGGGGG", "red", "#12345"])
def test_bad_hex_is_refused(text: str) -> None:
    with pytest.raises(InvalidValue, match="write it like"):
        Color.from_hex(text)


def test_a_color_cannot_be_changed() -> None:
    with pytest.raises(AttributeError):
        Color(1, 2, 3).red = 4  # type: ignore[misc]  # that is the point
