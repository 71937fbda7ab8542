"""Live progress of a run on a terminal, or as plain lines when stderr is not one."""

from __future__ import annotations

from rich.console import Console
from rich.markup import escape

from agent.events import STAGES, Event

__all__ = ["ProgressLines"]

_MARK = {"step_done": "[green]✓[/]", "step_failed": "[red]✗[/]", "review": "[yellow]↻[/]"}


class ProgressLines:
    """Prints the plan as it is made and each step with its reason, state and time.

    Args:
        console: Where; stderr, so that stdout stays clean for results.
        quiet: Print nothing.
    """

    def __init__(self, console: Console, *, quiet: bool = False) -> None:
        self.console = console
        self.quiet = quiet

    def __call__(self, event: Event) -> None:
        """Show one event."""
        if self.quiet:
            return
        if event.kind == "plan":
            self._plan(event)
        elif event.kind == "step_started":
            self.console.print(f"  [dim]… {escape(event.step)}: {escape(event.reason)}[/]")
        elif event.kind in ("step_done", "step_failed"):
            self._step(event)
        elif event.kind == "step_progress":
            share = (event.details or {}).get("step_share", 0)
            self.console.print(f"    [dim]{share:>4.0%} {escape(event.message)}[/]")
        else:
            mark = _MARK.get(
                event.kind, f"[bold cyan]{event.stage} {STAGES[event.stage - 1]}[/]"
            )
            self.console.print(f"{mark} {escape(event.message)}")

    def _plan(self, event: Event) -> None:
        plan = event.details or {}
        self.console.print(f"[bold cyan]2 plan[/] {escape(event.message)}")
        for note in plan.get("notes", []):
            self.console.print(f"  [dim]· {escape(note)}[/]")
        for step in plan.get("steps", []):
            self.console.print(
                f"  [cyan]{step['phase']:<8}[/] {escape(step['tool']):<17}"
                f"[dim]{escape(step['reason'])}[/]"
            )

    def _step(self, event: Event) -> None:
        time = "kept" if event.kept else f"{event.seconds:.1f} s"
        self.console.print(
            f"{_MARK[event.kind]} {event.share:>4.0%} [bold]{escape(event.step)}[/] "
            f"[dim]{time}[/] {escape(event.message)}"
        )
