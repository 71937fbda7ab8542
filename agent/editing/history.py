"""History: every version of an edited document beside it, with the words that made it.

``document.json`` is always the version that counts; ``document-v1.json`` … hold all of them,
``history.json`` says what each came from.
"""

from __future__ import annotations

import json
from pathlib import Path

from pydantic import Field, ValidationError

from agent.editing.edit import CannotEdit, Edit
from agent.editing.outcome import Change
from compositor.document import Document
from compositor.document.frozen import Frozen

__all__ = ["History", "Version", "read_history", "version_path", "write_version"]

_FILE = "history.json"


class Version(Frozen):
    """One version of a document."""

    number: int = Field(ge=1)
    parent: int = Field(ge=0, default=0)
    """The version it was made from; 0 for the first."""
    words: str = ""
    edits: tuple[Edit, ...] = ()
    changes: tuple[Change, ...] = ()
    layers: tuple[str, ...] = ()
    """The layers that differ from the parent's."""


class History(Frozen):
    """All versions of a document, oldest first."""

    schema_: int = Field(default=1, alias="schema")
    current: int = 1
    versions: tuple[Version, ...] = (Version(number=1),)

    @property
    def now(self) -> Version:
        """The version that counts."""
        return next(v for v in self.versions if v.number == self.current)

    @property
    def before(self) -> int:
        """The number of the version an undo goes back to; 0 when there is none."""
        return self.now.parent

    @property
    def after(self) -> int:
        """The number of the version a redo goes to; 0 when there is none."""
        made = [v.number for v in self.versions if v.parent == self.current]
        return made[-1] if made else 0

    def with_version(self, version: Version) -> History:
        """Return the history with one more version, which now counts."""
        return self.model_copy(
            update={"current": version.number, "versions": (*self.versions, version)}
        )

    def at(self, number: int) -> History:
        """Return the history with another version counting."""
        return self.model_copy(update={"current": number})


def read_history(document: Path) -> History:
    """Return the history beside a document; a new one where there is none.

    Raises:
        CannotEdit: The file is damaged.
    """
    path = document.parent / _FILE
    try:
        history = History.model_validate_json(path.read_bytes())
        known = {version.number for version in history.versions}
    except FileNotFoundError:
        return History()
    except (OSError, ValidationError) as error:
        cause = " ".join(str(error).split())[:120]
        raise CannotEdit(
            f"{path} cannot be read ({cause}); move it away to begin a new history"
        ) from error
    if history.current not in known:
        raise CannotEdit(f"{path} names version {history.current}, which it does not list")
    return history


def version_path(document: Path, number: int) -> Path:
    """Return where a version is kept."""
    return document.with_name(f"{document.stem}-v{number}.json")


def write_version(path: Path, document: Document, history: History) -> None:
    """Write the version that counts, whole or not at all; the history last.

    Args:
        path: Of the document.
        document: The version.
        history: Counting that version.
    """
    first = version_path(path, 1)
    if not first.exists():
        _write(first, path.read_text("utf-8"))
    text = document.to_json()
    _write(version_path(path, history.current), text)
    _write(path, text)
    plain = history.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    plain = {"schema": 1, "current": history.current, **plain}
    _write(path.parent / _FILE, json.dumps(plain, ensure_ascii=False, indent=1) + "\n")


def _write(path: Path, text: str) -> None:
    part = path.with_name(path.name + ".part")
    part.write_text(text, "utf-8")
    part.replace(path)
