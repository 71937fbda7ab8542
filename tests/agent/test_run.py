"""Briefs run to finished files; a run that is killed, stopped or repeated goes on."""

import hashlib
import json
import os
import signal
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from lxml import etree  # type: ignore[import-untyped]  # lxml ships no stubs

from agent.errors import Cancelled, RunFailed
from agent.events import Event
from agent.plan import Plan, hashed
from agent.planner.base import PlanRequest
from agent.planner.rules import RulesPlanner
from agent.reading import read_brief
from agent.run import Outcome, RunRequest, run_brief
from compositor.document import Document, TextLayer
from compositor.document.document import walk
from tools import toolbox

ZH = "爵士海报，标题：蓝调午夜，时间：12月12日 20:00，地点：静安JZ俱乐部，票价：¥180，深蓝金色"
EN = 'Logo for a bakery named "Crumb & Co", warm ochre, hand-drawn'
SIZE = "540x720"
TOOLS = toolbox()
ROOT = Path(__file__).parents[2]
ENVIRONMENT = {"PATH": "/usr/bin:/bin", "HOME": "/nonexistent", "PYTHONPATH": str(ROOT)}


@dataclass
class Watch:
    """Keeps what a run says, and asks it to stop when a step of some tool is done."""

    stop_after: str = ""
    events: list[Event] = field(default_factory=list)

    def __call__(self, event: Event) -> None:
        """Hear of an event."""
        self.events.append(event)

    def is_cancelled(self) -> bool:
        """Whether the step to stop after is done."""
        return bool(self.stop_after) and any(
            event.kind == "step_done" and event.tool == self.stop_after for event in self.events
        )

    def done(self, *, kept: bool) -> list[str]:
        """Return the steps that were made, or that were there."""
        return [e.step for e in self.events if e.kind == "step_done" and e.kept is kept]


def run(
    text: str, out: Path, watch: Watch | None = None, size: str = SIZE, **options: Any
) -> Outcome:
    watch = watch or Watch()
    return run_brief(
        RunRequest(
            brief=read_brief(text, sizes=(size,)),
            out=out,
            tools=TOOLS,
            watch=watch,
            is_cancelled=watch.is_cancelled,
            **{"planner": RulesPlanner(TOOLS), **options},
        )
    )


def command(text: str, out: Path, *options: str) -> list[str]:
    arguments = ["design", text, "--out", str(out), "--size", SIZE, *options]
    return [sys.executable, "-m", "ui.cli", *arguments]


def written(out: Path) -> dict[str, bytes]:
    """Everything a run hands over, by path."""
    return {
        path.relative_to(out).as_posix(): path.read_bytes()
        for path in sorted(out.rglob("*"))
        if path.is_file() and ".danqing" not in path.parts
    }


@pytest.fixture(scope="module")
def poster(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Outcome]:
    """The Chinese brief, run here without a stop."""
    out = tmp_path_factory.mktemp("zh")
    return out, run(ZH, out)


@pytest.fixture(scope="module")
def logo(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Outcome]:
    """The English brief, run here without a stop."""
    out = tmp_path_factory.mktemp("en")
    return out, run(EN, out, size="720x540")


@pytest.fixture(params=["poster", "logo"])
def made(request: pytest.FixtureRequest) -> tuple[Path, Outcome]:
    found: tuple[Path, Outcome] = request.getfixturevalue(request.param)
    return found


def test_a_brief_is_done_without_hard_findings(made: tuple[Path, Outcome]) -> None:
    out, outcome = made
    assert outcome.status == "done"
    assert outcome.failed == ()
    assert outcome.manifest["findings"]["hard"] == 0
    assert outcome.manifest == json.loads((out / "manifest.json").read_text("utf-8"))
    plan = json.loads((out / "plan.json").read_text("utf-8"))
    states = {step["id"]: step["state"] for step in plan["steps"]}
    for wish in plan["wishes"]:
        for name in ("copy_step", "document_step", "check_step", "export_step"):
            assert states[wish[name]] == "done"


def test_the_manifest_lists_every_file_with_its_hash(made: tuple[Path, Outcome]) -> None:
    out, outcome = made
    files = {file["path"]: file for file in outcome.manifest["files"]}
    beside = {"brief.json", "plan.json", "manifest.json"}
    assert set(files) == set(written(out)) - beside
    for path, file in files.items():
        data = (out / path).read_bytes()
        assert (file["sha256"], file["bytes"]) == (hashlib.sha256(data).hexdigest(), len(data))
    assert {"png", "svg", "pdf", "json"} == {file["format"] for file in files.values()}
    assert {file["role"] for file in files.values()} >= {"source", "preview", "design"}
    assert not list(out.rglob("*.part"))


def without_space(text: str) -> str:
    return "".join(text.split())


def test_required_texts_are_read_back_from_document_svg_and_pdf(
    made: tuple[Path, Outcome],
) -> None:
    out, outcome = made
    folder = out / outcome.plan.wishes[0].folder
    brief = json.loads((out / "brief.json").read_text("utf-8"))
    required = [item["text"] for item in brief["required_texts"]]
    assert required
    document = Document.from_json((folder / "document.json").read_bytes())
    layers = [layer for page in document.pages for layer in walk(page.layers)]
    in_document = "\n".join(layer.text for layer in layers if isinstance(layer, TextLayer))
    in_svg = ""
    for path in folder.glob("*.svg"):
        for node in etree.parse(str(path)).iter("{http://www.w3.org/2000/svg}text"):
            in_svg += "".join(node.itertext()) + "\n"
    pdf = pypdfium2.PdfDocument(folder / "design.pdf")
    in_pdf = "".join(page.get_textpage().get_text_bounded() for page in pdf)
    for text in required:
        assert text in in_document
        assert without_space(text) in without_space(in_svg)
        assert without_space(text) in without_space(in_pdf)


def test_another_process_writes_the_same_bytes(
    poster: tuple[Path, Outcome], tmp_path: Path
) -> None:
    out = tmp_path / "again"
    ran = subprocess.run(
        command(ZH, out), env=ENVIRONMENT, cwd=tmp_path, capture_output=True, check=False
    )
    assert ran.returncode == 0, ran.stderr.decode()
    assert written(out) == written(poster[0])


def started_until(shown: str, arguments: list[str], cwd: Path) -> subprocess.Popen[str]:
    """Start a design and wait until a line on stderr holds `shown`."""
    process = subprocess.Popen(
        arguments, env=ENVIRONMENT, cwd=cwd, stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE, text=True, encoding="utf-8",
    )  # fmt: skip
    assert process.stderr is not None
    for line in process.stderr:
        if shown in line:
            return process
    raise AssertionError(f"{shown!r} was never shown")


def test_a_killed_run_goes_on_from_its_last_finished_step(
    poster: tuple[Path, Outcome], tmp_path: Path
) -> None:
    out = tmp_path / "killed"
    process = started_until("✓  33% v1-poster-picture", command(ZH, out), tmp_path)
    process.kill()
    process.communicate()
    assert process.returncode == -signal.SIGKILL
    assert not (out / "manifest.json").exists()
    watch = Watch()
    outcome = run(ZH, out, watch)
    assert outcome.status == "done"
    assert watch.done(kept=True)[:3] == ["v1-look", "v1-poster-copy", "v1-poster-picture"]
    assert not set(watch.done(kept=True)) & set(watch.done(kept=False))
    announced = next(event for event in watch.events if event.kind == "plan")
    assert announced.message.startswith("going on: ")
    assert written(out) == written(poster[0])


def test_a_stopped_run_says_so_and_goes_on(
    poster: tuple[Path, Outcome], tmp_path: Path
) -> None:
    out = tmp_path / "stopped"
    process = started_until("… v1-poster-picture", command(ZH, out), tmp_path)
    os.kill(process.pid, signal.SIGINT)
    _, said = process.communicate(timeout=60)
    assert process.returncode == 130
    last = [line for line in said.splitlines() if line.startswith("danqing:")]
    assert len(last) == 1
    assert "the same command goes on from there" in last[0]
    assert "Traceback" not in said
    watch = Watch()
    assert run(ZH, out, watch).status == "done"
    assert "v1-poster-copy" in watch.done(kept=True)
    assert written(out) == written(poster[0])


def quick(out: Path, watch: Watch | None = None, **options: Any) -> Outcome:
    """Run the English brief, by default to SVG alone."""
    return run(EN, out, watch, **{"size": "720x540", "formats": ("svg",), **options})


EXPORTS = ["v1-logo-export", "v1-concepts-export"]


def test_a_run_stopped_before_delivery_has_written_no_design(tmp_path: Path) -> None:
    out = tmp_path / "early"
    with pytest.raises(Cancelled, match="stopped before v1-concepts-check"):
        quick(out, Watch(stop_after="check_design"))
    assert set(written(out)) == {"brief.json", "plan.json"}
    watch = Watch()
    quick(out, watch)
    assert watch.done(kept=False) == ["v1-concepts-check", *EXPORTS]


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a cheap finished run."""
    out = tmp_path_factory.mktemp("small")
    quick(out)
    return out


def test_a_second_run_reuses_everything(small: Path) -> None:
    before = written(small)
    watch = Watch()
    assert quick(small, watch).status == "done"
    assert watch.done(kept=False) == []
    assert written(small) == before


def test_another_brief_on_the_same_folder_is_refused(small: Path) -> None:
    before = written(small)
    with pytest.raises(RunFailed, match="choose another folder with --out"):
        run(ZH, small)
    (small / "brief.json").write_text("{", "utf-8")
    with pytest.raises(RunFailed, match="holds the design of another brief"):
        quick(small)
    (small / "brief.json").write_bytes(before["brief.json"])
    assert written(small) == before


def test_other_formats_on_the_same_folder_draw_only_the_files(small: Path) -> None:
    watch = Watch()
    outcome = quick(small, watch, formats=("svg", "png"))
    assert watch.done(kept=False) == EXPORTS
    assert {f["format"] for f in outcome.manifest["files"]} == {"json", "svg", "png"}
    quick(small)
    assert not (small / "logo" / "page-1.png").exists()
    assert list((small / "logo").glob("*.svg"))


def test_another_size_on_the_same_folder_is_another_page(tmp_path: Path) -> None:
    with pytest.raises(Cancelled):
        quick(tmp_path, Watch(stop_after="write_copy"))
    outcome = quick(tmp_path, size="800x600")
    assert outcome.status == "done"
    logo = [file for file in outcome.manifest["files"] if file["path"].startswith("logo/")]
    sizes = {file["width_px"] for file in logo if "width_px" in file}
    assert sizes == {800}


def test_another_seed_on_the_same_folder_is_another_design(small: Path, tmp_path: Path) -> None:
    first = written(small)
    theirs = small / "logo" / "notes.txt"
    theirs.write_text("mine", "utf-8")
    outcome = quick(small, seed=2)
    assert theirs.read_text("utf-8") == "mine"
    theirs.unlink()
    assert outcome.manifest["seed"] == 2
    fresh = tmp_path / "fresh"
    quick(fresh, seed=2)
    assert written(small) == written(fresh)
    assert written(small)["logo/document.json"] != first["logo/document.json"]
    watch = Watch()
    quick(small, watch)
    assert watch.done(kept=False) == EXPORTS
    assert written(small) == first


def test_lost_material_is_made_again(tmp_path: Path) -> None:
    out = tmp_path / "lost"
    with pytest.raises(Cancelled):
        quick(out, Watch(stop_after="compose_logo"))
    plan = json.loads((out / "plan.json").read_text("utf-8"))
    mark = next(step for step in plan["steps"] if step["tool"] == "draw_mark")
    (out / ".danqing" / "materials" / f"{mark['input_hash']}.json").write_text("{", "utf-8")
    watch = Watch()
    assert quick(out, watch).status == "done"
    assert "v1-mark" in watch.done(kept=False)
    assert "v1-logo" in watch.done(kept=True)


def test_a_damaged_record_is_named(tmp_path: Path) -> None:
    out = tmp_path / "damaged"
    (out / ".danqing").mkdir(parents=True)
    (out / ".danqing" / "checkpoints.sqlite").write_text("no database at all", "utf-8")
    with pytest.raises(RunFailed, match=r"delete .*checkpoints\.sqlite"):
        quick(out)


LONG = "春天的第一片叶子在云雾深处醒来等你上山慢慢喝完这一杯"


class Stubborn(RulesPlanner):
    """Begins with a layout that cannot hold many words."""

    def plan(self, request: PlanRequest) -> Plan:
        """Return the rules' plan, its poster on the horizon and nowhere else."""
        plan = super().plan(request)
        step = plan.step("v1-poster")
        only = {"archetype": "horizon", "alternatives": [], "variation": {}}
        changed = step.model_copy(update={"arguments": {**step.arguments, **only}})
        return hashed(plan.with_step(changed), self.tools)


def test_what_does_not_fit_is_set_again(tmp_path: Path) -> None:
    out = tmp_path / "tight"
    watch = Watch()
    planner = Stubborn(TOOLS)
    outcome = run(f"茶会海报，标题：{LONG}", out, watch, planner=planner, formats=("svg",))
    assert outcome.status == "done"
    assert outcome.manifest["findings"]["hard"] == 0
    first = outcome.plan.step("v1-poster")
    last = outcome.plan.step(outcome.plan.wishes[0].document_step)
    assert (first.arguments["archetype"], first.state) == ("horizon", "failed")
    assert "cannot hold the headline" in first.note
    assert last.arguments["archetype"] != "horizon"
    assert any("set again as" in remark for remark in outcome.remarks)
    assert [e.message for e in watch.events if e.kind == "review"] == list(outcome.remarks)
    drawn = etree.parse(str(out / "poster" / "design.svg")).iter("{*}text")
    assert LONG in without_space("".join("".join(node.itertext()) for node in drawn))
