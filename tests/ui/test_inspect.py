"""The inspect command: findings in a table a designer reads, and a mended copy beside."""

import json
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from typer.testing import CliRunner, Result

from compositor.document import (
    Document,
    FontChoice,
    ImageLayer,
    Page,
    TextLayer,
    TextRun,
    solid,
)
from compositor.document.asset import Provenance
from compositor.document.store import AssetStore
from compositor.geometry import Box
from ui.cli import app


def text(layer_id: str, words: str, box: Box, size: float, **more: Any) -> TextLayer:
    run = TextRun(
        text=words,
        font=FontChoice(families=("Inter", "Noto Sans SC")),
        size=size,
        paint=solid(more.pop("color", "#000000")),
    )
    return TextLayer.model_validate({"id": layer_id, "box": box, "runs": (run,), **more})


def saved(folder: Path, *layers: Any, language: str = "zh-Hans", **more: Any) -> Path:
    page = Page.model_validate(
        {"id": "p", "width": 1080, "height": 1440, "margin": 32, "layers": layers}
    )
    document = Document(kind="poster", language=language, pages=(page,), **more)
    path = folder / "document.json"
    path.write_text(document.to_json(), "utf-8")
    return path


TITLE = text("title", "春日市集", Box(80, 80, 900, 220), 160, role="headline")
PALE = text("pale", "浅灰的字", Box(4, 400, 500, 60), 40, role="body", color="#C8C8C8")
BROKEN = text("broken", "你好\n，世界", Box(80, 800, 500, 160), 40, role="body")


def run(*arguments: str) -> Result:
    return CliRunner().invoke(app, ["inspect", *arguments])


def test_findings_are_a_table_in_the_language_of_the_design(tmp_path: Path) -> None:
    result = run(str(saved(tmp_path, TITLE, PALE)))
    assert result.exit_code == 5
    assert "2 hard findings" in result.stderr
    row = next(line for line in result.stdout.splitlines() if "对比度不足" in line)
    for cell in ("硬伤", "浅灰的字 (pale)", "1.67:1", "≥ 3:1", "改用 #", "WCAG 2.2"):
        assert cell in row
    english = run(str(tmp_path / "document.json"), "--language", "en").stdout
    for cell in ("measured", "≥ 3:1", "paint it #", "28.51 px right"):
        assert cell in english


def test_mend_writes_a_copy_and_keeps_the_original(tmp_path: Path) -> None:
    path, copy = saved(tmp_path, TITLE, PALE), tmp_path / "mended" / "document.json"
    before = path.read_bytes()
    result = run(str(path), "--mend", str(copy))
    assert result.exit_code == 0, result.stderr
    assert path.read_bytes() == before
    assert "侵入页边距" in result.stdout
    assert "28.01 px" in result.stdout
    assert result.stdout.splitlines()[-1] == "检查未发现问题"
    mended = Document.from_json(copy.read_bytes())
    assert mended != Document.from_json(before)
    assert [layer.id for layer in mended.pages[0].layers] == ["title", "pale"]
    assert run(str(copy)).exit_code == 0


def test_what_cannot_be_mended_is_still_told(tmp_path: Path) -> None:
    path = saved(tmp_path, TITLE, BROKEN)
    result = run(str(path), "--mend", str(tmp_path / "copy.json"), "--json")
    assert result.exit_code == 5
    told = json.loads(result.stdout)
    assert told["mends"] == []
    assert [(f["code"], f["repair"]["kind"]) for f in told["findings"]] == [
        ("kinsoku", "reword")
    ]


def test_the_specification_is_judged(tmp_path: Path) -> None:
    high = text("high", "贴着顶边", Box(80, 60, 900, 200), 150, role="headline")
    path = saved(tmp_path, high)
    assert run(str(path)).exit_code == 0
    result = run(str(path), "--spec", "meta.story")
    assert result.exit_code == 5
    assert "投放规格 meta.story" in result.stdout


def test_pictures_go_with_the_copy(tmp_path: Path) -> None:
    store = AssetStore(tmp_path / "assets")
    file = BytesIO()
    Image.new("RGB", (120, 120), "#406080").save(file, "PNG")
    asset = store.add(file.getvalue(), Provenance(source="import"))
    photo = ImageLayer(id="photo", asset=asset.sha256, box=Box(300, 700, 90, 90))
    path = saved(tmp_path, TITLE, PALE, photo, assets={asset.sha256: asset})
    copy = tmp_path / "elsewhere" / "deep" / "copy.json"
    assert run(str(path), "--mend", str(copy)).exit_code == 0
    assert run(str(copy)).exit_code == 0


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["--mend", "{path}"], "is the document itself"),
        (["--spec", "nowhere.at_all"], "nowhere.at_all"),
        (["--mend", "/proc/none/copy.json"], "choose another with --mend"),
    ],
)
def test_wrong_use_is_one_line(arguments: list[str], says: str, tmp_path: Path) -> None:
    path = saved(tmp_path, TITLE)
    result = run(str(path), *(part.replace("{path}", str(path)) for part in arguments))
    assert result.exit_code in (2, 4)
    assert says in " ".join(result.stderr.split())
    assert len(result.stderr.splitlines()) == 1
