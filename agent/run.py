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
from agent.plan import Plan
from agent.planner.base import Planner, PlanRequest, derived_seed
from agent.reviewer import Reviewer
from agent.run_folder import RunFolder
from agent.state import RunState
from generators.base import Effort, Medium
from generators.roster import Roster
from tools.base import Report, Tool

__all__ = ["Outcome", "RunRequest", "run_brief"]


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
        pictures: auto, vector, 3d, diffusion or remote.
        quality: draft, standard or final, of photographed and painted pictures.
        roster: Who may be asked for painted material; None stands for nobody.
        painter: Which of them paints, and with what: another one makes another picture.
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
    pictures: Medium = "auto"
    quality: Effort = "standard"
    roster: Roster | None = None
    painter: str = ""
    watch: Watcher = _silent
    is_cancelled: Callable[[], bool] = _never


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """How a run ended.

    Attributes:
        status: done, findings (made, hard findings remain) or failed.
        manifest: Every file, as plain JSON; also written to manifest.json.
        plan: As it was carried out.
        remarks: What the reviewer had mended.
        failed: Deliverables that could not be made, with the cause.
    """

    status: str
    manifest: dict[str, Any]
    plan: Plan
    remarks: tuple[str, ...] = ()
    failed: tuple[str, ...] = field(default=())


def run_brief(request: RunRequest) -> Outcome:
    """Run a brief to finished files; a second call on the same folder goes on.

    Afterwards the folder holds what this run made, and nothing of an earlier one.

    Raises:
        RunFailed: The folder cannot be used, or the run's record in it is damaged.
        Cancelled: The person stopped the run; finished steps are kept.
    """
    folder = RunFolder(request.out)
    brief = request.brief
    brief_json = json.dumps(
        brief.model_dump(mode="json"), ensure_ascii=False, sort_keys=True, indent=1
    )
    if folder.holds_other(brief.text):
        raise RunFailed(
            f"{request.out} holds the design of another brief; choose another folder with --out"
        )
    request.watch(Event(kind="brief", stage=1, message=brief.subject or brief.text[:60]))
    run = _Run(request, folder)
    try:
        folder.write_text("brief.json", brief_json + "\n")
        return run.finish(_carried_out(run, folder))
    except sqlite3.Error as error:
        raise RunFailed(
            f"the record of the run cannot be used ({error}); delete {folder.checkpoints} and "
            "run again, finished steps are kept"
        ) from error
    except OSError as error:
        raise RunFailed(
            f"cannot write to {request.out}: {error.strerror or error}; "
            "make room, or choose another folder with --out"
        ) from error


def _carried_out(run: _Run, folder: RunFolder) -> RunState:
    """Return the state at the end, going on from where a stopped run was."""
    connection = sqlite3.connect(folder.checkpoints, check_same_thread=False, timeout=30)
    try:
        connection.execute("PRAGMA journal_mode=WAL")
        saver = SqliteSaver(connection, serde=JsonPlusSerializer(allowed_msgpack_modules=[]))
        graph = build_graph(run.plan, run.make, run.review, run.deliver, saver)
        config = {
            "configurable": {"thread_id": run.thread},
            "recursion_limit": 2000,
        }
        stopped = graph.get_state(config)
        if stopped.next and stopped.values.get("plan"):
            graph.update_state(config, run.taken_up(stopped.values), as_node="plan")
        state: RunState = graph.invoke(None if stopped.next else {}, config, durability="sync")
    finally:
        connection.close()
    return state


class _Run:
    """The nodes of one run, sharing its folder and tools."""

    def __init__(self, request: RunRequest, folder: RunFolder) -> None:
        self.request = request
        self.folder = folder
        self.maker = Maker(
            request.tools, folder, request.watch, request.is_cancelled, request.roster
        )

    @property
    def thread(self) -> str:
        """Names the run; another size, planner, seed or format on the folder is another run."""
        request = self.request
        brief = request.brief.model_dump_json()
        pictures = (request.pictures, request.quality, request.painter)
        counted = (request.planner.name, request.seed, request.variants)
        wanted = (brief, *counted, *request.formats, *pictures)
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
                pictures=self.request.pictures,
                quality=self.request.quality,
                painter=self.request.painter,
            )
        )
        self._announce(plan, f"{len(plan.steps)} steps by the {plan.planner} planner")
        return {"plan": _plain(plan), "rounds": 0, "remarks": [], "failed": [], "outcome": ""}

    def taken_up(self, state: RunState) -> RunState:
        """Return the state of a stopped run, each step done only if its material is there."""
        plan = Plan.model_validate(state["plan"])
        for step in plan.steps:
            if step.state == "done" and self.folder.kept(step.input_hash) is None:
                plan = plan.with_step(step.model_copy(update={"state": "waiting", "note": ""}))
        done = [step for step in plan.steps if step.state == "done"]
        self._announce(plan, f"going on: {len(done)} of {len(plan.steps)} steps are kept")
        for step in done:
            self.maker.tell_kept(plan, step)
        return {"plan": _plain(plan), "outcome": "", "failed": []}

    def make(self, state: RunState) -> RunState:
        """Node: one step."""
        return self._one_step(state, delivery=False)

    def deliver(self, state: RunState) -> RunState:
        """Node: write the files of one deliverable the reviewer has let through."""
        changed = self._one_step(state, delivery=True)
        plan = Plan.model_validate(changed["plan"])
        broken = [
            f"{wish.label}: {export.note}"
            for wish in plan.wishes
            if (export := plan.step(wish.export_step)).state == "failed"
        ]
        if broken:
            changed["outcome"] = "failed"
            changed["failed"] = list(dict.fromkeys([*state["failed"], *broken]))
        return changed

    def _one_step(self, state: RunState, *, delivery: bool) -> RunState:
        plan = Plan.model_validate(state["plan"])
        step = plan.next_waiting(delivery=delivery)
        if step is not None:
            plan = self.maker.make(plan, step)
            self.folder.save_plan(plan)
        return {"plan": _plain(plan)}

    def review(self, state: RunState) -> RunState:
        """Node: accept, or add mends and repairs."""
        plan = Plan.model_validate(state["plan"])
        review = Reviewer(self.request.tools, self.folder).review(plan, state["rounds"])
        done = (*review.mends, *review.repairs)
        for remark in (*done, *review.failed):
            self.request.watch(Event(kind="review", stage=6, message=remark))
        self.folder.save_plan(review.plan)
        changed: RunState = {
            "plan": _plain(review.plan),
            "remarks": [*state["remarks"], *done],
        }
        if done:
            return {**changed, "rounds": state["rounds"] + bool(review.repairs)}
        outcome = "findings" if review.open_findings else "done"
        if review.failed:
            outcome = "failed"
        return {**changed, "outcome": outcome, "failed": list(review.failed)}

    def _announce(self, plan: Plan, message: str) -> None:
        self.folder.save_plan(plan)
        details = plan.model_dump(mode="json", by_alias=True)
        self.request.watch(Event(kind="plan", stage=2, message=message, details=details))

    def finish(self, state: RunState) -> Outcome:
        """Write the reports and the manifest; clear away what an earlier run left."""
        plan = Plan.model_validate(state["plan"])
        materials = self.maker.materials(plan)
        for wish in plan.wishes:
            report = materials.get(wish.check_step)
            if isinstance(report, Report) and wish.export_step in materials:
                self.folder.write_json(
                    f"{wish.folder}/report.json", report.model_dump(mode="json")
                )
        manifest = build_manifest(plan, materials, self.folder, state["outcome"])
        self.folder.replace_manifest(manifest)
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
            failed=tuple(state["failed"]),
        )


def _plain(plan: Plan) -> dict[str, Any]:
    return plan.model_dump(mode="json", by_alias=True)
