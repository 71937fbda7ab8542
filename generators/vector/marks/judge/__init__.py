"""Judging marks: what can be measured on a drawing before anyone is shown it."""

from generators.vector.marks.judge.judge import Judgment, MarkFinding, judge

__all__ = ["Judgment", "MarkFinding", "judge"]
