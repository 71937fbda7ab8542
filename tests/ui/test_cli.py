"""Every command answers in results, or in one line and the documented exit code."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from lxml import etree  # type: ignore[import-untyped]  # lxml ships no stubs
from PIL import Image, ImageChops
from typer.testing import CliRunner, Result

from ui.cli import app

TEXT = "潍坊风筝节海报，标题：乘风而上，时间：4月18日，地点：滨海放飞场"
ROOT = Path(__file__).parents[2]
NUL = chr(0)


@pytest.fixture(autouse=True)
def clean_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """No model, whatever the machine has configured."""
    for name in list(os.environ):  # noqa: TID251  the test clears what the command would read
        if name.startswith(("DANQING_", "OPENAI_")):
            monkeypatch.delenv(name)


def run(*arguments: str, **environment: str) -> Result:
    return CliRunner().invoke(app, list(arguments), env=environment)


def assert_one_line(result: Result, code: int, says: str) -> None:
    lines = result.stderr.splitlines()
    assert result.exit_code == code, result.stderr
    assert len(lines) == 1, result.stderr
    assert lines[0].startswith("danqing: ")
    assert says in lines[0]
    assert result.stdout == ""
    assert isinstance(result.exception, SystemExit)


@pytest.fixture(scope="module")
def designed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small finished design: one poster as PNG and SVG."""
    out = tmp_path_factory.mktemp("designed") / "out"
    result = run("design", TEXT, "--out", str(out), "--size", "540x720", "--formats", "png,svg")
    assert result.exit_code == 0, result.stderr
    listed = result.stdout.split()
    assert listed == [str(out / "poster" / name) for name in LISTED]
    return out


LISTED = ("document.json", "page-1.png", "design.svg", "report.json")


@pytest.mark.parametrize(
    ("brief", "options", "code", "says"),
    [
        ("", [], 3, "the brief is empty"),
        (" \n\t", [], 3, "the brief is empty"),
        ("🎨🎉😀", [], 3, "no words in Chinese or English"),
        ("海报" * 50_000, [], 3, "100,000 characters and the limit is"),
        (f"猫的海报{NUL}", [], 3, "U+0000 at position 4"),
        ("@{tmp}/missing.txt", [], 2, "No such file"),
        ("@{tmp}", [], 2, "Is a directory"),
        ("@{tmp}/binary", [], 2, "not UTF-8"),
        ("@{tmp}/null.txt", [], 3, "U+0000"),
        ("@{tmp}/long.txt", [], 3, "the limit is"),
        (TEXT, ["--size", "12xx"], 2, "'12xx' is not a size"),
        (TEXT, ["--size", "a99"], 2, "'a99' is not a size"),
        (TEXT, ["--size", "0x0"], 2, "sides must be"),
        (TEXT, ["--size", "90000x90000"], 2, "sides must be"),
        (TEXT, ["--formats", "gif"], 2, "no exporter writes gif; choose from png"),
        (TEXT, ["--formats", ","], 2, "no exporter writes nothing"),
        (TEXT, ["--planner", "gpt"], 2, "no planner 'gpt'; choose from auto"),
        (TEXT, ["--planner", "llm"], 2, "DANQING_LLM_URL"),
        (TEXT, ["--seed", "blue"], 2, "--seed"),
        (TEXT, ["--seed", "-1"], 2, "--seed"),
        (TEXT, ["--variants", "13"], 2, "--variants"),
        (TEXT, ["--color", "red"], 2, "No such option"),
    ],
)
def test_a_bad_request_writes_nothing(
    brief: str, options: list[str], code: int, says: str, tmp_path: Path
) -> None:
    (tmp_path / "binary").write_bytes(b"\xff\xfe\x00")
    (tmp_path / "null.txt").write_text(f"猫的海报{NUL}", "utf-8")
    (tmp_path / "long.txt").write_text("海报" * 50_000, "utf-8")
    out = tmp_path / "out"
    brief = brief.replace("{tmp}", str(tmp_path))
    assert_one_line(run("design", brief, "--out", str(out), *options), code, says)
    assert not out.exists()


@pytest.mark.parametrize("place", ["/proc/danqing", "{tmp}/file", "{tmp}/file/below"])
def test_a_folder_that_cannot_be_written_is_named(place: str, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine", "utf-8")
    result = run("design", TEXT, "--out", place.replace("{tmp}", str(tmp_path)))
    assert_one_line(result, 4, "choose another folder with --out")
    assert (tmp_path / "file").read_text("utf-8") == "mine"
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


def test_a_folder_with_another_design_is_left_alone(designed: Path) -> None:
    before = (designed / "manifest.json").read_bytes()
    result = run("design", "一张咖啡海报", "--out", str(designed))
    assert_one_line(result, 4, "holds the design of another brief")
    assert (designed / "manifest.json").read_bytes() == before


@pytest.mark.parametrize(
    ("environment", "says"),
    [
        ({"DANQING_LLM_URL": "localhost:8000"}, "http://"),
        ({"DANQING_LLM_URL": "http://x/v1", "DANQING_LLM_TOKENS": "many"}, "whole number"),
        ({"DANQING_LLM_URL": "http://x/v1", "DANQING_LLM_SECONDS": "-1"}, "whole number"),
    ],
)
def test_a_wrong_setting_is_named(
    environment: dict[str, str], says: str, tmp_path: Path
) -> None:
    settings = {"DANQING_LLM_MODEL": "tiny", **environment}
    assert_one_line(run("doctor", **settings), 2, says)
    out = tmp_path / "out"
    assert_one_line(run("design", TEXT, "--out", str(out), **settings), 2, says)
    assert not out.exists()


@pytest.mark.parametrize("arguments", [["paint"], ["design"], ["design", TEXT], ["render"]])
def test_a_wrong_command_is_one_line_too(arguments: list[str]) -> None:
    assert_one_line(run(*arguments), 2, "danqing --help says how")


def test_no_command_at_all_shows_help() -> None:
    for arguments in ([], ["--help"], ["design", "--help"]):
        result = run(*arguments)
        assert result.exit_code == 0
        assert "Usage:" in result.stdout
    for word in ("design", "render", "inspect", "doctor", "Exit codes: 0 done"):
        assert word in run().stdout


@pytest.mark.parametrize("command", ["render", "inspect"])
@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("missing.json", None, "No such file"),
        (".", None, "Is a directory"),
        ("empty.json", b"", "not a Danqing document"),
        ("text.json", b"hello", "not a Danqing document"),
        ("list.json", b"[1, 2]", "not a Danqing document"),
        ("other.json", b'{"schema": 1, "pages": 3}', "not a Danqing document"),
        ("new.json", b'{"schema": 99}', "schema is 99"),
        ("bytes.json", b"\xff\xfe\x00\x01", "not a Danqing document"),
    ],
)
def test_what_is_no_document_is_refused(
    command: str, name: str, content: bytes | None, says: str, tmp_path: Path
) -> None:
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)
    before = sorted(tmp_path.iterdir())
    assert_one_line(run(command, str(path)), 2, says)
    assert sorted(tmp_path.iterdir()) == before


def test_a_second_run_prints_the_manifest_alone_on_stdout(designed: Path) -> None:
    result = run(
        "design", TEXT, "--out", str(designed), "--size", "540x720", "--formats", "png,svg",
        "--json",
    )  # fmt: skip
    manifest = json.loads(result.stdout)
    assert manifest["status"] == "done"
    assert manifest == json.loads((designed / "manifest.json").read_text("utf-8"))
    assert "kept" in result.stderr
    assert "plan" in result.stderr


def test_quiet_says_nothing_on_stderr(designed: Path) -> None:
    result = run(
        "design", TEXT, "--out", str(designed), "--size", "540x720", "--formats", "png,svg",
        "--quiet",
    )  # fmt: skip
    assert result.exit_code == 0
    assert result.stderr == ""


def inspected(designed: Path) -> dict[str, Any]:
    result = run("inspect", str(designed / "poster" / "document.json"), "--json")
    assert result.exit_code == 0, result.stderr
    assert result.stderr == ""
    found: dict[str, Any] = json.loads(result.stdout)
    return found


def test_inspect_says_where_every_text_stands(designed: Path) -> None:
    found = inspected(designed)
    strings = [text["string"] for text in found["texts"]]
    for required in ("乘风而上", "4月18日", "滨海放飞场"):
        assert any(required in string for string in strings)
    assert found["pages"][0]["width"] == 540
    for text in found["texts"]:
        assert text["fonts"]
        assert text["size_px"] > 6
        for box in (text["layout_box"], text["ink_box"]):
            x, y, width, height = box
            assert width > 0
            assert height > 0
            assert -1 <= x <= x + width <= 541
            assert -1 <= y <= y + height <= 721
    largest = max(found["texts"], key=lambda text: float(text["size_px"]))
    assert "乘" in largest["string"]
    plain = run("inspect", str(designed / "poster" / "document.json"))
    assert plain.exit_code == 0
    lines = plain.stdout.splitlines()
    assert len(lines) == len(found["texts"]) + len(found["images"]) + 1
    assert lines[-1] == "检查未发现问题"
    assert found["findings"] == []


def test_render_can_leave_out_the_text(designed: Path, tmp_path: Path) -> None:
    document = str(designed / "poster" / "document.json")
    whole, bare = tmp_path / "whole", tmp_path / "bare"
    for out, option in ((whole, []), (bare, ["--hide-text"])):
        result = run("render", document, "--formats", "png,svg", "--out", str(out), *option)
        assert result.exit_code == 0, result.stderr
        assert [Path(line).parent for line in result.stdout.split()] == [out, out]
    again = (whole / "page-1.png").read_bytes()
    assert again == (designed / "poster" / "page-1.png").read_bytes()
    texts = list(etree.parse(str(bare / "design.svg")).iter("{*}text"))
    assert texts == []
    assert list(etree.parse(str(whole / "design.svg")).iter("{*}text"))
    with Image.open(whole / "page-1.png") as one, Image.open(bare / "page-1.png") as two:
        changed = ImageChops.difference(one.convert("RGB"), two.convert("RGB")).getbbox()
    assert changed is not None
    boxes = [text["ink_box"] for text in inspected(designed)["texts"]]
    assert changed[0] >= min(box[0] for box in boxes) - 3
    assert changed[1] >= min(box[1] for box in boxes) - 3


def test_render_scales(designed: Path, tmp_path: Path) -> None:
    document = str(designed / "poster" / "document.json")
    result = run("render", document, "--scale", "0.5", "--out", str(tmp_path))
    assert result.exit_code == 0
    with Image.open(tmp_path / "page-1.png") as picture:
        assert picture.size == (270, 360)


@pytest.mark.parametrize(
    ("options", "says"),
    [
        (["--formats", "gif"], "no exporter writes gif"),
        (["--scale", "0"], "--scale"),
        (["--scale", "99"], "--scale"),
        (["--out", "/proc/danqing"], "/proc/danqing"),
    ],
)
def test_a_bad_render_is_one_line(designed: Path, options: list[str], says: str) -> None:
    document = str(designed / "poster" / "document.json")
    assert_one_line(run("render", document, *options), 2, says)


def test_doctor_lists_parts_and_fonts_with_their_licences() -> None:
    found = json.loads(run("doctor", "--json").stdout)
    parts = {part["name"]: part for part in found["parts"]}
    assert parts["drawing"]["ready"]
    assert parts["fonts"]["ready"]
    assert not parts["language model"]["ready"]
    assert "DANQING_LLM_URL" in parts["language model"]["says"]
    assert len(found["fonts"]) > 20
    assert all(font["license"] for font in found["fonts"])
    plain = run("doctor")
    assert plain.exit_code == 0
    assert "OFL-1.1" in plain.stdout
    assert "Readiness(" not in plain.stdout


def test_doctor_says_why_a_model_server_is_silent() -> None:
    result = run(
        "doctor", "--json", DANQING_LLM_URL="http://127.0.0.1:9/v1",
        DANQING_LLM_MODEL="tiny", DANQING_LLM_KEY="sk-secret",
    )  # fmt: skip
    assert "does not answer" in result.stdout
    assert "sk-secret" not in result.stdout


@pytest.fixture
def shell(tmp_path: Path) -> Callable[..., Any]:
    """Runs the command in a process of its own, with an empty environment."""
    environment = {"PATH": "/usr/bin:/bin", "PYTHONPATH": str(ROOT)}

    def start(*arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "ui.cli", *arguments], env=environment, cwd=tmp_path,
            capture_output=True, text=True, encoding="utf-8", check=False,
        )  # fmt: skip

    return start


def test_a_real_process_says_it_in_one_line(shell: Any, tmp_path: Path) -> None:
    ran = shell("design", "", "--out", "out")
    assert (ran.returncode, ran.stdout) == (3, "")
    assert ran.stderr.startswith("danqing: ")
    assert ran.stderr.count("\n") == 1
    assert list(tmp_path.iterdir()) == []


def test_a_text_that_fits_nowhere_ends_as_not_made(tmp_path: Path) -> None:
    body = ("我们在山谷里种下茶树等待雨水落下，" * 200)[:3000]
    out = tmp_path / "out"
    result = run(
        "design", f"茶会海报，标题：山谷茶会，正文：「{body}」", "--out", str(out), "--quiet",
        "--size", "540x720", "--formats", "svg",
    )  # fmt: skip
    assert_one_line(result, 4, "shorten the body")
    assert not (out / "poster").exists()
