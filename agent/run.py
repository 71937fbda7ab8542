"""One run: a brief in, finished files out, resumable at every step."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from langgraph.checkpoint.serde.jsonplus import JsonPlusSerializer
from langgraph.checkpoint.sqlite import SqliteSaver

from agent.brief import Brief
from agent.errors import RunFailed
from agent.events import Event, Watcher
from agent.graph import build_graph
from agent.maker import Maker
from agent.manifest import build_manifest
from agent.plan import Plan, hashed
from agent.planner.assemble import Assembler
from agent.planner.base import Planner, PlanRequest, derived_seed
from agent.reviewer import Reviewer
from agent.run_folder import RunFolder
from agent.state import RunState
from tools.base import Report, Tool

__all__ = ["Outcome", "RunRequest", "run_brief"]

_STEPS_PER_ROUND = 4


def _never() -> bool:
    return False


def _silent(event: Event) -> None:
    del event


@dataclass(frozen=True, kw_only=True)
class RunRequest:
    """What to run.

    Attributes:
        brief: What the client wants.
        out: The output folder.
        planner: Makes the plan.
        tools: The toolbox, by name.
        seed: Start of every choice.
        variants: Designs of each deliverable.
        formats: Files to write.
        watch: Told of everything as it happens.
        is_cancelled: Asked before every step.
    """

    brief: Brief
    out: Path
    planner: Planner
    tools: Mapping[str, Tool[Any]]
    seed: int = 1
    variants: int = 1
    formats: tuple[str, ...] = ("png", "svg", "pdf")
    watch: Watcher = _silent
    is_cancelled: Callable[[], bool] = _never


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """How a run ended.

    Attributes:
        status: done, findings (made, hard findings remain) or failed.
        manifest: Every file, as plain JSON; also written to manifest.json.
        plan: As it was carried out.
        remarks: What the reviewer said.
        failed: Deliverables that could not be made, with the cause.
    """

    status: str
    manifest: dict[str, Any]
    plan: Plan
    remarks: tuple[str, ...] = ()
    failed: tuple[str, ...] = field(default=())


def run_brief(request: RunRequest) -> Outcome:
    """Run a brief to finished files; a second call on the same folder goes on.

    Raises:
        RunFailed: The folder cannot be used, or nothing could be made.
        Cancelled: The person stopped the run; finished steps are kept.
    """
    folder = RunFolder(request.out)
    brief_json = json.dumps(
        request.brief.model_dump(mode="json"), ensure_ascii=False, sort_keys=True, indent=1
    )
    if folder.holds_other(brief_json + "\n"):
        raise RunFailed(
            f"{request.out} holds the design of another brief; choose another folder with --out"
        )
    folder.write_text("brief.json", brief_json + "\n")
    request.watch(
        Event(kind="brief", stage=1, message=request.brief.subject or request.brief.text[:60])
    )
    run = _Run(request, folder)
    connection = sqlite3.connect(folder.checkpoints, check_same_thread=False, timeout=30)
    try:
        connection.execute("PRAGMA journal_mode=WAL")
        saver = SqliteSaver(connection, serde=JsonPlusSerializer(allowed_msgpack_modules=[]))
        graph = build_graph(run.plan, run.make, run.review, saver)
        config = {
            "configurable": {"thread_id": run.thread},
            "recursion_limit": 2000,
        }
        waiting = graph.get_state(config).next
        state = graph.invoke(None if waiting else {}, config, durability="sync")
    finally:
        connection.close()
    return run.finish(state)


class _Run:
    """The nodes of one run, sharing its folder and tools."""

    def __init__(self, request: RunRequest, folder: RunFolder) -> None:
        self.request = request
        self.folder = folder
        self.maker = Maker(request.tools, folder, request.watch, request.is_cancelled)
        self.assembler = Assembler(request.tools)
        self.failed: tuple[str, ...] = ()

    @property
    def thread(self) -> str:
        """Names the run: another seed or format on the same folder is another run."""
        wanted = [self.request.seed, self.request.variants, *self.request.formats]
        return f"run-{derived_seed(0, *wanted)}"

    def plan(self, state: RunState) -> RunState:
        """Node: make the plan and save it before anything runs."""
        del state
        plan = self.request.planner.plan(
            PlanRequest(
                brief=self.request.brief,
                seed=self.request.seed,
                variants=self.request.variants,
                formats=self.request.formats,
            )
        )
        self.folder.save_plan(plan)
        self.request.watch(
            Event(
                kind="plan",
                stage=2,
                message=f"{len(plan.steps)} steps by the {plan.planner} planner",
                details=plan.model_dump(mode="json", by_alias=True),
            )
        )
        return {"plan": _plain(plan), "rounds": 0, "remarks": [], "outcome": ""}

    def make(self, state: RunState) -> RunState:
        """Node: one step."""
        plan = Plan.model_validate(state["plan"])
        step = plan.next_waiting()
        if step is not None:
            plan = self.maker.make(plan, step)
            self.folder.save_plan(plan)
        return {"plan": _plain(plan)}

    def review(self, state: RunState) -> RunState:
        """Node: accept, or append a repair."""
        plan = Plan.model_validate(state["plan"])
        reviewer = Reviewer(self.assembler, self.folder)
        review = reviewer.review(plan, state["rounds"])
        remarks = [*state["remarks"], *review.repairs]
        for remark in review.repairs:
            self.request.watch(Event(kind="review", stage=6, message=remark))
        if review.repairs:
            self.folder.save_plan(review.plan)
            return {
                "plan": _plain(review.plan),
                "rounds": state["rounds"] + 1,
                "remarks": remarks,
            }
        outcome = "done"
        if review.failed:
            outcome = "failed"
        elif review.open_findings:
            outcome = "findings"
        return {"outcome": outcome, "remarks": [*remarks, *review.failed]}

    def finish(self, state: RunState) -> Outcome:
        """Write the reports and the manifest."""
        plan = hashed(Plan.model_validate(state["plan"]), self.request.tools)
        materials = self.maker.materials(plan)
        for wish in plan.wishes:
            report = materials.get(wish.check_step)
            if isinstance(report, Report):
                self.folder.write_json(
                    f"{wish.folder}/report.json", report.model_dump(mode="json")
                )
        manifest = build_manifest(plan, materials, self.folder, state["outcome"])
        self.folder.write_json("manifest.json", manifest)
        failed = [remark for remark in state["remarks"] if remark]
        self.request.watch(
            Event(
                kind="done",
                stage=7,
                message=f"{len(manifest['files'])} files in {self.request.out}",
                share=1.0,
            )
        )
        return Outcome(
            status=state["outcome"],
            manifest=manifest,
            plan=plan,
            remarks=tuple(state["remarks"]),
            failed=tuple(failed) if state["outcome"] == "failed" else (),
        )


def _plain(plan: Plan) -> dict[str, Any]:
    return plan.model_dump(mode="json", by_alias=True)
