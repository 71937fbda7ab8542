"""resize and translate: files, manifest, exit codes, one-line errors."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from compositor.document import AssetStore, Document
from knowledge import resolve_theme
from tools.base import Made, MadeFrom, Workbench
from tools.recipe import Recipe
from tools.recompose import Recompose, RecomposeArguments
from ui.cli import app


@pytest.fixture(scope="module")
def document(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("design")
    recipe = Recipe(
        theme=resolve_theme(("swiss",), "", (), seed=3),
        language="en",
        words={"brand": "Northgate", "headline": "Quiet rooms", "cta": "Book a seat"},
        required=("Quiet rooms",),
        archetype="swiss_grid",
        picture=MadeFrom(tool="make_image", arguments={"kind": "background"}, seed=3),
    )
    bench = Workbench(seed=1, assets=AssetStore(), out=folder)
    made = Recompose().run(RecomposeArguments(recipe=recipe, width=540, height=720), bench).made
    assert isinstance(made, Made)
    (folder / "document.json").write_text(made.document.to_json(), "utf-8")
    texts = {"headline": "Stille Räume", "cta": "Platz sichern"}
    (folder / "de.json").write_text(json.dumps(texts), "utf-8")
    (folder / "ja.json").write_text(
        json.dumps({"Quiet rooms": "静かな部屋", "Book a seat": "予約する"}), "utf-8"
    )
    return folder / "document.json"


def run(*words: str | Path) -> tuple[int, str, str]:
    result = CliRunner().invoke(app, [str(word) for word in words])
    return result.exit_code, result.stdout, result.stderr


def test_sizes_times_languages_in_one_call(document: Path, tmp_path: Path) -> None:
    texts = f"{document.parent / 'de.json'},{document.parent / 'ja.json'}"
    code, out, progress = run(
        "resize", document, "--to", "1:1,320x50", "--texts", texts, "--out", tmp_path,
        "--scale", "0.3", "--json",
    )  # fmt: skip
    assert code == 0, progress
    manifest = json.loads(out)
    folders = [design["folder"] for design in manifest["designs"]]
    assert folders == ["1x1-de", "1x1-ja", "320x50-de", "320x50-ja"]
    assert manifest == json.loads((tmp_path / "manifest.json").read_text("utf-8"))
    assert "1x1-de" in progress
    for file in manifest["files"]:
        assert (tmp_path / file["path"]).stat().st_size == file["bytes"]
    again = Document.from_json((tmp_path / "1x1-de/document.json").read_bytes())
    assert again.language == "de"


def test_translate_keeps_the_page(document: Path, tmp_path: Path) -> None:
    texts = document.parent / "de.json"
    code, out, errors = run(
        "translate", document, "--texts", texts, "--out", tmp_path, "--scale", "0.3", "--quiet"
    )
    assert code == 0, errors
    assert str(tmp_path / "540x720/page-1.png") in out
    assert errors == ""


@pytest.mark.parametrize(
    ("command", "options", "message"),
    [
        ("resize", ["--to", "volcano"], "is no size"),
        ("resize", ["--to", "1:1", "--texts", "gone.json"], "cannot read"),
        ("translate", [], "--texts"),
        ("translate", ["--languages", "de"], "no language model"),
    ],
)
def test_bad_input_is_one_line(
    document: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    command: str,
    options: list[str],
    message: str,
) -> None:
    for name in ("DANQING_LLM_MODEL", "DANQING_LLM_URL", "OPENAI_BASE_URL", "OPENAI_API_KEY"):
        monkeypatch.delenv(name, raising=False)
    code, _, errors = run(command, document, "--out", tmp_path, *options)
    assert code == 2
    assert message in errors
    assert len(errors.strip().splitlines()) == 1


def test_a_document_without_a_recipe_is_refused(tmp_path: Path) -> None:
    plain = Document.model_validate({"pages": [{"id": "p", "width": 100, "height": 100}]})
    path = tmp_path / "document.json"
    path.write_text(plain.to_json(), "utf-8")
    code, _, errors = run("resize", path, "--to", "1:1", "--out", tmp_path / "out")
    assert code == 2
    assert "danqing design" in errors


def test_a_language_the_model_fails_at_leaves_the_others(
    document: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DANQING_LLM_URL", "http://127.0.0.1:9/v1")
    monkeypatch.setenv("DANQING_LLM_MODEL", "tiny")
    words = ("translate", document, "--languages", "fr", "--scale", "0.2", "--quiet")
    code, _, errors = run(*words, "--out", tmp_path / "none")
    assert (code, "no translation into fr" in errors) == (4, True)
    assert not (tmp_path / "none").exists()
    texts = document.parent / "de.json"
    code, out, errors = run(*words, "--texts", texts, "--out", tmp_path / "some")
    assert code == 4
    assert "--texts fr.json" in errors
    assert str(tmp_path / "some/540x720/page-1.png") in out
