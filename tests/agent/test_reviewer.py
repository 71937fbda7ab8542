"""The reviewer: mends where a document stands first, composes another way only then."""

import json
from pathlib import Path
from typing import Any

import pytest

from agent.events import Event
from agent.planner.rules import RulesPlanner
from agent.reading import read_brief
from agent.run import Outcome, RunRequest, run_brief
from compositor.document import Document, Layer, TextLayer
from compositor.document.document import walk
from compositor.document.edit import replace_layer
from compositor.geometry import Affine
from tools import toolbox
from tools.base import Made, ToolResult, Workbench
from tools.compose_poster import ComposePoster, ComposePosterArguments

BRIEF = "读书会海报，标题：慢读一夜，时间：3月8日 19:30，地点：梧桐书店二楼"


class CarelessPoster(ComposePoster):
    """Composes as usual, then pushes the facts of the event off the page, or loses them."""

    def __init__(self, *, loses: bool = False) -> None:
        self.loses = loses
        self.calls = 0

    def run(self, arguments: ComposePosterArguments, bench: Workbench) -> ToolResult:
        """Compose, then spoil."""
        self.calls += 1
        result = super().run(arguments, bench)
        assert isinstance(result.made, Made)
        spoiled = _spoiled(result.made.document, loses=self.loses)
        return ToolResult(
            made=result.made.model_copy(update={"document": spoiled}), note=result.note
        )


def _spoiled(document: Document, *, loses: bool) -> Document:
    layers = [layer for page in document.pages for layer in walk(page.layers)]
    meta = next(
        layer for layer in layers if isinstance(layer, TextLayer) and layer.role == "meta"
    )

    def change(layer: Layer) -> Layer | None:
        moved = layer.transform.then(Affine.translation(-120, 0))
        return None if loses else layer.model_copy(update={"transform": moved})

    return replace_layer(document, meta.id, change)


def words(document: Document) -> list[str]:
    layers = [layer for page in document.pages for layer in walk(page.layers)]
    return [layer.text for layer in layers if isinstance(layer, TextLayer)]


def run(out: Path, poster: ComposePoster, events: list[Event] | None = None) -> Outcome:
    tools: dict[str, Any] = {**toolbox(), "compose_poster": poster}
    heard = events if events is not None else []
    return run_brief(
        RunRequest(
            brief=read_brief(BRIEF, sizes=("540x720",)),
            out=out,
            planner=RulesPlanner(tools),
            tools=tools,
            formats=("png",),
            watch=heard.append,
        )
    )


@pytest.fixture(scope="module")
def mended(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Outcome, CarelessPoster]:
    out = tmp_path_factory.mktemp("mended")
    poster = CarelessPoster()
    return out, run(out, poster), poster


def test_a_fault_is_mended_where_it_stands(
    mended: tuple[Path, Outcome, CarelessPoster],
) -> None:
    _, outcome, poster = mended
    assert outcome.status == "done"
    assert poster.calls == 1, "nothing was composed again"
    states = {step.id: (step.tool, step.state) for step in outcome.plan.steps}
    assert states["v1-poster-mend"] == ("mend_design", "done")
    assert states["v1-poster-mend-check"] == ("check_design", "done")
    assert outcome.plan.wishes[0].document_step == "v1-poster"
    assert outcome.plan.step("v1-poster-export").arguments["document"] == "v1-poster-mend"
    assert len(outcome.remarks) == 1
    assert "mends" in outcome.remarks[0]


def test_what_was_mended_is_told_in_report_and_manifest(
    mended: tuple[Path, Outcome, CarelessPoster],
) -> None:
    out, outcome, _ = mended
    report = json.loads((out / "poster" / "report.json").read_text("utf-8"))
    assert report["hard"] == 0
    mend = report["mends"][0]
    assert mend["code"] in ("off_page", "margin")
    assert mend["before"] > mend["after"] == 0
    assert mend["repair"]["kind"] == "move"
    assert outcome.manifest["findings"]["mended"] == len(report["mends"])
    source = outcome.manifest["files"][0]["provenance"]
    assert source["tool"] == "compose_poster"
    assert json.loads(source["labels"]["mends"]) == report["mends"]
    document = Document.from_json((out / "poster" / "document.json").read_bytes())
    for required in ("慢读一夜", "3月8日 19:30", "梧桐书店二楼"):
        assert any(required in text for text in words(document))


def test_a_mended_run_is_taken_up_and_repeats_itself(
    mended: tuple[Path, Outcome, CarelessPoster], tmp_path: Path
) -> None:
    out, outcome, _ = mended
    again = run(tmp_path, CarelessPoster())
    assert again.manifest == outcome.manifest
    events: list[Event] = []
    poster = CarelessPoster()
    assert run(out, poster, events).manifest == outcome.manifest
    assert poster.calls == 0


def test_what_cannot_be_mended_is_composed_another_way(tmp_path: Path) -> None:
    poster = CarelessPoster(loses=True)
    outcome = run(tmp_path, poster)
    assert outcome.status == "findings"
    assert poster.calls == 4, "three other layouts were tried"
    assert any("必出文字缺失" in remark for remark in outcome.remarks)
    report = json.loads((tmp_path / "poster" / "report.json").read_text("utf-8"))
    assert report["hard"] == 2
