"""Lengths and sizes are read as written, or refused with a way out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compositor.errors import InvalidValue
from compositor.units import mm_from_px, px_from_length, px_from_mm, size_px_from_text


@given(st.floats(0.01, 5000))
def test_mm_and_back(length: float) -> None:
    assert mm_from_px(px_from_mm(length)) == pytest.approx(length)


@pytest.mark.parametrize(
    ("text", "size"),
    [
        ("1080x1440", (1080, 1440)),
        ("1080 × 1440 px", (1080, 1440)),
        ("a4", (793.7, 1122.5)),
        ("A4-landscape", (1122.5, 793.7)),
        ("4x6in", (384, 576)),
    ],
)
def test_sizes(text: str, size: tuple[float, float]) -> None:
    assert size_px_from_text(text) == pytest.approx(size, abs=0.1)


@pytest.mark.parametrize(
    "text", ["", "big", "0x100", "30000x30000", "10x", "-5x5", "nan", "1e9x1"]
)
def test_unknown_sizes_say_what_to_write(text: str) -> None:
    with pytest.raises(InvalidValue):
        size_px_from_text(text)


def test_lengths() -> None:
    assert px_from_length("72pt") == 96
    with pytest.raises(InvalidValue, match="10mm"):
        px_from_length("wide")
