"""danqing edit on a real folder: versions kept, files written again, undo and redo."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from ui.cli import app

_RUN = CliRunner()


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("run")
    result = _RUN.invoke(
        app,
        ["design", "Logo for Nova Lab, a software company", "--out", str(out), "--seed", "3",
         "--formats", "svg", "--size", "700x500", "--quiet"],
    )  # fmt: skip
    assert result.exit_code in (0, 5), result.output
    return out / "logo"


def test_edit_undo_redo_and_history(made: Path) -> None:
    first = (made / "document.json").read_bytes()
    result = _RUN.invoke(app, ["edit", str(made), "改成 #0A84FF"])
    assert result.exit_code in (0, 5), result.output
    assert "#0A84FF" in result.output
    second = (made / "document.json").read_bytes()
    assert first != second
    assert (made / "document-v1.json").read_bytes() == first
    assert "#0a84ff" in (made / "design.svg").read_text("utf-8").lower()
    assert _RUN.invoke(app, ["edit", str(made), "--undo"]).exit_code in (0, 5)
    assert (made / "document.json").read_bytes() == first
    assert _RUN.invoke(app, ["edit", str(made), "redo"]).exit_code in (0, 5)
    assert (made / "document.json").read_bytes() == second
    told = _RUN.invoke(app, ["edit", str(made), "--history", "--json"])
    assert json.loads(told.output)["current"] == 2


def test_unclear_words_change_nothing(made: Path) -> None:
    before = (made / "document.json").read_bytes()
    result = _RUN.invoke(app, ["edit", str(made), "more modern"])
    assert result.exit_code == 2
    assert (made / "document.json").read_bytes() == before


def test_nothing_asked_is_a_usage_error(made: Path) -> None:
    assert _RUN.invoke(app, ["edit", str(made)]).exit_code == 2
