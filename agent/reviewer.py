"""The reviewer: reads the preflight reports; accepts, or asks for a bounded repair.

Every document is first mended where it stands, once; only hard findings that remain then ask
for another composition.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from agent.plan import Plan, Wish, hashed
from agent.planner.repair import attempts, check_of, delivered_as, mended, repaired
from agent.run_folder import RunFolder
from compositor.preflight import Finding
from tools.base import Copy, Look, Report, Tool

__all__ = ["MAX_ROUNDS", "Review", "Reviewer"]

MAX_ROUNDS = 3
"""Repairs of one run; after them what is left is reported as it is."""


@dataclass(frozen=True)
class Review:
    """What the reviewer decided.

    Attributes:
        plan: With repair steps added, when there are any.
        mends: One sentence per document that is mended where it stands.
        repairs: One sentence per document that is composed another way.
        open_findings: Hard findings that remain, over all wishes.
        failed: Wishes without a document, each with the cause and what to do.
    """

    plan: Plan
    mends: tuple[str, ...]
    repairs: tuple[str, ...]
    open_findings: int
    failed: tuple[str, ...]


@dataclass
class Reviewer:
    """Reviews plans whose steps have run.

    Attributes:
        tools: By name; repairs are checked against them.
        folder: Where the materials are.
    """

    tools: Mapping[str, Tool[Any]]
    folder: RunFolder

    def review(self, plan: Plan, rounds_so_far: int) -> Review:
        """Return what is wrong and a plan that mends it, by other layouts while rounds last."""
        mends: list[str] = []
        repairs: list[str] = []
        failed: list[str] = []
        open_findings = 0
        for wish in plan.wishes:
            report = self._report(plan, check_of(plan, wish.document_step))
            changed = mended(plan, wish, _findings(report), self.tools)
            if changed is not None:
                plan, what = changed
                mends.append(f"{wish.label} {wish.variant}: {_worst(report)}; {what}")
                continue
            if report is not None and report.hard == 0:
                plan = hashed(delivered_as(plan, wish, wish.document_step), self.tools)
                continue
            copy = self._made(plan, wish.copy_step)
            look = self._made(plan, str(plan.step(wish.document_step).arguments["look"]))
            ready = isinstance(copy, Copy) and isinstance(look, Look)
            if rounds_so_far < MAX_ROUNDS and ready:
                changed = repaired(plan, wish, (copy, look), self.tools)
            if changed is not None:
                cause = _worst(report) if report else plan.step(wish.document_step).note
                plan, what = changed
                repairs.append(f"{wish.label} {wish.variant}: {cause}; {what}")
                continue
            hard = self._hard_by_attempt(plan, wish)
            if hard:
                best = min(hard, key=lambda step_id: hard[step_id])
                plan = hashed(delivered_as(plan, wish, best), self.tools)
                open_findings += hard[best]
            else:
                failed.append(self._failure(plan, wish, copy))
        return Review(plan, tuple(mends), tuple(repairs), open_findings, tuple(failed))

    def _hard_by_attempt(self, plan: Plan, wish: Wish) -> dict[str, int]:
        """Return how many hard findings each attempt that could be measured has."""
        reports = {
            step.id: self._report(plan, check_of(plan, step.id))
            for step in attempts(plan, wish)
        }
        return {step_id: report.hard for step_id, report in reports.items() if report}

    def _failure(self, plan: Plan, wish: Wish, copy: Any) -> str:
        """One line: what is missing, why, and what to do about it."""
        tried = attempts(plan, wish)
        if isinstance(copy, Copy) and copy.slots and len(tried) > 1:
            slot = max(copy.slots, key=lambda name: len(copy.slots[name]))
            text = copy.slots[slot]
            return (
                f"{wish.label}: {len(tried)} layouts cannot hold its words; shorten the {slot} "
                f"({len(text):,} characters, “{text[:16]}…”) or take a larger page with --size"
            )
        names = (wish.copy_step, wish.document_step, wish.check_step)
        steps = [plan.step(name) for name in names]
        first = next((step for step in steps if step.state != "done"), steps[-1])
        return f"{wish.label}: {first.note or 'could not be made'}"

    def _report(self, plan: Plan, check_step: str) -> Report | None:
        made = self._made(plan, check_step)
        return made if isinstance(made, Report) else None

    def _made(self, plan: Plan, step_id: str) -> Any:
        step = plan.step(step_id)
        return self.folder.kept(step.input_hash) if step.state == "done" else None


def _findings(report: Report | None) -> tuple[Finding, ...]:
    found = () if report is None else report.findings
    return tuple(Finding.model_validate(finding) for finding in found)


def _worst(report: Report | None) -> str:
    return report.reads[0] if report is not None and report.reads else ""
