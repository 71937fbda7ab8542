"""Lettering: whether a painted picture shows letters, when a reader is installed to ask."""

from __future__ import annotations

import io
from collections.abc import Callable
from importlib import import_module
from importlib.util import find_spec
from shutil import which

import numpy as np
from PIL import Image

__all__ = ["READERS", "find_lettering", "lettering_reader"]

_SURE = 0.75
"""Share of certainty from which a word counts as read."""


def _with_rapidocr(picture: Image.Image) -> list[tuple[str, float]]:
    engine = import_module("rapidocr_onnxruntime").RapidOCR()
    found, _ = engine(np.asarray(picture.convert("RGB"))[..., ::-1])
    return [(str(text), float(sure)) for _, text, sure in found or []]


def _with_tesseract(picture: Image.Image) -> list[tuple[str, float]]:
    read = import_module("pytesseract").image_to_data(picture, output_type="dict")
    return [
        (text, float(sure) / 100)
        for text, sure in zip(read["text"], read["conf"], strict=True)
        if text.strip()
    ]


READERS: dict[str, Callable[[Image.Image], list[tuple[str, float]]]] = {
    "rapidocr_onnxruntime": _with_rapidocr,
    "pytesseract": _with_tesseract,
}
"""Package → what it reads on a picture, each text with its certainty, 0–1."""


def lettering_reader() -> str | None:
    """Return the first reader that is installed, or None."""
    for name in READERS:
        needs_program = name == "pytesseract" and which("tesseract") is None
        if find_spec(name) is not None and not needs_program:
            return name
    return None


def find_lettering(data: bytes, reader: str | None) -> tuple[str, ...]:
    """Return the words a reader is sure to see on a picture; none without a reader."""
    if reader is None:
        return ()
    with Image.open(io.BytesIO(data)) as picture:
        read = READERS[reader](picture.convert("RGB"))
    return tuple(
        text.strip()
        for text, sure in read
        if sure >= _SURE and sum(one.isalnum() for one in text) >= 2
    )
