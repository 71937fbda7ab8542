"""The reviewer: reads the preflight reports; accepts, or asks for a bounded repair."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from agent.plan import Plan, Wish
from agent.planner.assemble import Assembler
from agent.run_folder import RunFolder
from tools.base import Copy, Report

__all__ = ["MAX_ROUNDS", "Review", "Reviewer"]

MAX_ROUNDS = 3
"""Repairs of one run; after them what is left is reported as it is."""


@dataclass(frozen=True)
class Review:
    """What the reviewer decided.

    Attributes:
        plan: With repair steps appended, when there are any.
        repairs: One sentence per repair.
        open_findings: Hard findings that remain, over all wishes.
        failed: Wishes without a document.
    """

    plan: Plan
    repairs: tuple[str, ...]
    open_findings: int
    failed: tuple[str, ...]


@dataclass
class Reviewer:
    """Reviews plans whose steps have run."""

    assembler: Assembler
    folder: RunFolder

    def review(self, plan: Plan, rounds_so_far: int) -> Review:
        """Return what is wrong and, while rounds are left, a plan that mends it."""
        repairs: list[str] = []
        failed: list[str] = []
        open_findings = 0
        for wish in plan.wishes:
            document = plan.step(wish.document_step)
            report = self._report(plan, wish)
            hard = report.hard if report is not None else 0
            if document.state == "done" and hard == 0 and report is not None:
                continue
            cause = document.note if document.state == "failed" else _worst(report)
            mended = None
            copy = self._made(plan, wish.copy_step)
            if rounds_so_far < MAX_ROUNDS and isinstance(copy, Copy):
                mended = self.assembler.repaired(plan, wish, copy, rounds_so_far + 1)
            if mended is not None:
                plan, what = mended
                repairs.append(f"{wish.kind} {wish.variant}: {cause}; {what}")
                continue
            open_findings += hard
            export = plan.step(wish.export_step)
            if document.state != "done" or export.state != "done":
                note = document.note if document.state != "done" else export.note
                failed.append(f"{wish.label}: {note or cause or 'not made'}")
        return Review(plan, tuple(repairs), open_findings, tuple(failed))

    def _report(self, plan: Plan, wish: Wish) -> Report | None:
        made = self._made(plan, wish.check_step)
        return made if isinstance(made, Report) else None

    def _made(self, plan: Plan, step_id: str) -> Any:
        step = plan.step(step_id)
        return self.folder.kept(step.input_hash) if step.state == "done" else None


def _worst(report: Report | None) -> str:
    if report is None or not report.findings:
        return ""
    return str(report.findings[0]["message"])
