"""The maker: runs one step of the plan, or takes what an earlier run already made."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from agent.errors import Cancelled
from agent.events import Event, Watcher
from agent.plan import DELIVERY_TOOL, Plan, Step, links
from agent.run_folder import RunFolder
from compositor.errors import DesignError
from generators.roster import Roster
from tools.base import Tool, Workbench

__all__ = ["Maker"]

_STAGE = {"style": 3, "elements": 3, "layout": 4, "render": 5}


@dataclass
class Maker:
    """Makes steps.

    Attributes:
        tools: By name.
        folder: Where materials are kept.
        watch: Told of every step.
        is_cancelled: Asked before every step and at every progress report.
        roster: Who may be asked for painted material.
    """

    tools: Mapping[str, Tool[Any]]
    folder: RunFolder
    watch: Watcher
    is_cancelled: Callable[[], bool]
    roster: Roster | None = None

    def materials(self, plan: Plan) -> dict[str, Any]:
        """Return what the done steps made, by step id."""
        found = {}
        for step in plan.steps:
            if step.state == "done":
                made = self.folder.kept(step.input_hash)
                if made is not None:
                    found[step.id] = made
        return found

    def tell_kept(self, plan: Plan, step: Step) -> None:
        """Tell that a step was done by an earlier, stopped run."""
        done = sum(s.state == "done" for s in plan.steps) / len(plan.steps)
        self._tell("step_done", step, step.note, done, kept=True)

    def make(self, plan: Plan, step: Step) -> Plan:
        """Run one step; a failure is recorded in the plan, not raised.

        Raises:
            Cancelled: The person stopped the run.
        """
        if self.is_cancelled():
            raise Cancelled("stopped before " + step.id)
        done = sum(s.state == "done" for s in plan.steps) / len(plan.steps)
        broken = self._broken_source(plan, step)
        if broken:
            note = f"left out: it builds on {broken}, which failed"
            return plan.with_step(step.model_copy(update={"state": "skipped", "note": note}))
        kept = self.folder.kept_result(step.input_hash)
        if kept is not None:
            self._tell("step_done", step, kept.note, done, kept=True)
            return plan.with_step(step.model_copy(update={"state": "done", "note": kept.note}))
        self._tell("step_started", step, step.reason, done)
        started = time.monotonic()
        bench = Workbench(
            seed=step.seed,
            assets=self.folder.assets,
            out=self.folder.out,
            materials=self._sources(plan, step),
            progress=lambda share, message: self._progress(step, done, share, message),
            roster=self.roster,
        )
        tool = self.tools[step.tool]
        try:
            result = tool.run(tool.arguments.model_validate(step.arguments), bench)
        except Cancelled:
            raise
        except DesignError as error:
            seconds = time.monotonic() - started
            self._tell("step_failed", step, str(error), done, seconds=seconds)
            return plan.with_step(
                step.model_copy(update={"state": "failed", "note": str(error)})
            )
        self.folder.keep(step.input_hash, result)
        seconds = time.monotonic() - started
        self._tell("step_done", step, result.note, done, seconds=seconds)
        return plan.with_step(step.model_copy(update={"state": "done", "note": result.note}))

    def _broken_source(self, plan: Plan, step: Step) -> str:
        broken = {s.id for s in plan.steps if s.state in ("failed", "skipped")}
        return min(broken & self._named(step), default="")

    def _sources(self, plan: Plan, step: Step) -> dict[str, Any]:
        """Return the materials a step builds on, by step id."""
        named = self._named(step)
        used = tuple(s for s in plan.steps if s.id in named)
        return self.materials(plan.model_copy(update={"steps": used}))

    def _named(self, step: Step) -> set[str]:
        return {str(step.arguments.get(name, "")) for name in links(self.tools[step.tool])}

    def _progress(self, step: Step, done: float, share: float, message: str) -> None:
        if self.is_cancelled():
            raise Cancelled("stopped during " + step.id)
        self.watch(
            Event(
                kind="step_progress",
                stage=_STAGE[step.phase],
                message=message,
                step=step.id,
                tool=step.tool,
                share=done,
                details={"step_share": round(share, 3)},
            )
        )

    def _tell(
        self,
        kind: Any,
        step: Step,
        message: str,
        share: float,
        *,
        seconds: float = 0.0,
        kept: bool = False,
    ) -> None:
        stage = 7 if step.tool == DELIVERY_TOOL else _STAGE[step.phase]
        self.watch(
            Event(
                kind=kind,
                stage=stage,
                message=message,
                step=step.id,
                tool=step.tool,
                reason=step.reason,
                share=share,
                seconds=round(seconds, 3),
                kept=kept,
            )
        )
