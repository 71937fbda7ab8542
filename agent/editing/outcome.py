"""Change: what one edit did, told with the numbers before and after."""

from __future__ import annotations

from agent.editing.edit import Edit
from compositor.document.frozen import Frozen

__all__ = ["Change", "bounded", "said"]


class Change(Frozen):
    """What one edit did."""

    target: str
    parameter: str
    before: str = ""
    after: str = ""
    note: str = ""
    """Why nothing changed, a bound that was reached, or what is new."""
    measured: str = ""
    is_nothing: bool = False

    @classmethod
    def of(
        cls, edit: Edit, before: str, after: str, *, note: str = "", measured: str = ""
    ) -> Change:
        """Return what an edit changed."""
        return cls(
            target=edit.target,
            parameter=edit.parameter,
            before=before,
            after=after,
            note=note,
            measured=measured,
        )

    @classmethod
    def nothing(cls, edit: Edit, now: float, unit: str, least: float, most: float) -> Change:
        """Return that the bound was reached before."""
        note = (
            f"{edit.parameter} is {now:g}{unit} already; it goes from {least:g} to "
            f"{most:g}{unit}"
        )
        return cls(target=edit.target, parameter=edit.parameter, note=note, is_nothing=True)

    @classmethod
    def same(cls, edit: Edit, now: str) -> Change:
        """Return that it is so already."""
        note = f"{edit.parameter} is {now} already"
        return cls(target=edit.target, parameter=edit.parameter, note=note, is_nothing=True)

    @classmethod
    def idle(cls, edit: Edit, construction: str) -> Change:
        """Return that the construction does not react."""
        note = (
            f"this mark ({construction}) has no {edit.parameter} to change; try another "
            "parameter, or “draw it differently”"
        )
        return cls(target=edit.target, parameter=edit.parameter, note=note, is_nothing=True)

    @property
    def reads(self) -> str:
        """One line."""
        if self.is_nothing:
            return self.note
        line = f"{self.target} {self.parameter}: {self.before} → {self.after}"
        extra = "; ".join(part for part in (self.measured, self.note) if part)
        return f"{line} ({extra})" if extra else line


def said(edit: Edit) -> str:
    """Return the words of an edit, or its parameter."""
    return edit.words or edit.parameter


def bounded(now: float, edit: Edit, step: float, least: float, most: float) -> float:
    """Return the number an edit asks for, inside its bounds.

    >>> bounded(0.5, Edit(parameter="roundness", amount=9), 0.15, 0, 1)
    1.0
    """
    if edit.how == "set":
        value = {"most": most, "least": least}.get(edit.value, edit.amount)
    elif edit.how == "times":
        value = now * edit.amount
    else:
        value = now + step * edit.amount
    return round(min(most, max(least, float(value))), 3)
