"""Translations: files are read, matched with the design, and refused when they do not fit."""

import json
from pathlib import Path

import pytest

from agent.translations import Translation, read_translation, translated
from compositor.errors import InvalidValue
from knowledge import resolve_theme
from tools.recipe import Recipe

RECIPE = Recipe(
    theme=resolve_theme(("swiss",), "", (), seed=1),
    language="en",
    words={"brand": "Northgate", "headline": "Quiet rooms", "cta": "Book", "price": "18 €"},
    required=("Quiet rooms",),
    archetype="swiss_grid",
)


def written(folder: Path, name: str, texts: object) -> Path:
    path = folder / name
    path.write_text(json.dumps(texts, ensure_ascii=False), "utf-8")
    return path


@pytest.mark.parametrize(
    ("name", "texts", "language"),
    [
        ("de.json", {"headline": "Stille Räume"}, "de"),
        ("pt-BR.json", {"headline": "Salas"}, "pt-BR"),
        ("words-1.json", {"headline": "静かな部屋"}, "ja"),
        ("words-2.json", {"headline": "غرف هادئة"}, "ar"),
        ("words-3.json", {"headline": "安静的房间"}, "zh-Hans"),
        ("words-4.json", {"headline": "Salles", "language": "fr"}, "fr"),
    ],
)
def test_language_of_a_file(
    tmp_path: Path, name: str, texts: dict[str, str], language: str
) -> None:
    assert read_translation(written(tmp_path, name, texts)).language == language


@pytest.mark.parametrize("texts", [["a"], {"headline": 3}, {"headline": " "}])
def test_files_of_another_shape_are_refused(tmp_path: Path, texts: object) -> None:
    with pytest.raises(InvalidValue, match="one JSON object"):
        read_translation(written(tmp_path, "de.json", texts))
    with pytest.raises(InvalidValue, match="cannot read"):
        read_translation(tmp_path / "none.json")


def test_words_by_source_text_or_by_slot() -> None:
    texts = {"Quiet rooms": "Stille Räume", "cta": "Buchen"}
    german = translated(RECIPE, Translation(language="de", texts=texts))
    assert german.words == {
        "brand": "Northgate", "headline": "Stille Räume", "cta": "Buchen", "price": "18 €",
    }  # fmt: skip
    assert (german.language, german.required) == ("de", ("Stille Räume",))


@pytest.mark.parametrize(
    ("texts", "message"),
    [
        ({"headline": "Stille Räume"}, "no text for “Book”"),
        ({"headline": "a", "cta": "b", "body": "c"}, "has a body"),
        ({"headline": "a", "cta": "b", "Loud rooms": "c"}, "does not hold"),
    ],
)
def test_gaps_and_strays_are_named(texts: dict[str, str], message: str) -> None:
    with pytest.raises(InvalidValue, match=message):
        translated(RECIPE, Translation(language="de", texts=texts, source="de.json"))
