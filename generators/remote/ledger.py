"""The ledger: which orders are out, so that neither a retry nor a restart sends one again.

An entry is written before an order goes out and gets the task's number the moment it is known.
Entries hold no keys and no prompts: a digest, a number and a state.
"""

from __future__ import annotations

import os
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field, ValidationError

from compositor.document.frozen import Frozen

__all__ = ["Entry", "Ledger"]


class Entry(Frozen):
    """One order that is out.

    sending: it may or may not have arrived. taken: the service gave it a number. failed: the
    service gave it up, so it may be sent anew.
    """

    state: Literal["sending", "taken", "failed"] = "sending"
    task: str = ""
    attempt: Annotated[int, Field(ge=1)] = 1
    """The how manieth sending this is, so that each has a name of its own."""


class Ledger:
    """Orders by key, in a folder or in memory.

    Args:
        folder: Where entries are kept; None forgets them with the process.
    """

    def __init__(self, folder: Path | None) -> None:
        self.folder = folder
        self._memory: dict[str, Entry] = {}

    def place(self, key: str) -> str:
        """Return where an entry is, in words for a message."""
        return str(self._path(key)) if self.folder is not None else "this process"

    def read(self, key: str) -> Entry | None:
        """Return an entry; one that cannot be read counts as sent."""
        if self.folder is None:
            return self._memory.get(key)
        try:
            return Entry.model_validate_json(self._path(key).read_bytes())
        except FileNotFoundError:
            return None
        except (OSError, ValidationError):
            return Entry()

    def claim(self, key: str) -> Entry | None:
        """Return a new entry in state sending, or None when another holds the order.

        An entry that failed is taken over, with the next number.
        """
        before = self.read(key)
        if before is not None and before.state != "failed":
            return None
        if before is not None:
            return self._put(key, Entry(attempt=before.attempt + 1))
        entry = Entry()
        if self.folder is None:
            self._memory[key] = entry
            return entry
        part = self._written(entry)
        try:
            # a link appears whole, and only if nothing is there
            os.link(part, self._path(key))
        except FileExistsError:
            return None
        finally:
            part.unlink()
        return entry

    def take(self, key: str, entry: Entry, task: str) -> None:
        """Note the number a service gave to an order."""
        self._put(key, entry.model_copy(update={"state": "taken", "task": task}))

    def fail(self, key: str, entry: Entry) -> None:
        """Note that a service gave an order up; it may be sent anew."""
        self._put(key, entry.model_copy(update={"state": "failed", "task": ""}))

    def forget(self, key: str) -> None:
        """Strike an order out: it never arrived, or its result is kept."""
        if self.folder is None:
            self._memory.pop(key, None)
            return
        with suppress(FileNotFoundError):
            self._path(key).unlink()

    def _put(self, key: str, entry: Entry) -> Entry:
        if self.folder is None:
            self._memory[key] = entry
        else:
            self._written(entry).replace(self._path(key))
        return entry

    def _written(self, entry: Entry) -> Path:
        assert self.folder is not None
        self.folder.mkdir(parents=True, exist_ok=True)
        number, name = tempfile.mkstemp(prefix=".part-", dir=self.folder)
        with os.fdopen(number, "wb") as file:
            file.write(entry.model_dump_json().encode("utf-8"))
            file.flush()
            os.fsync(file.fileno())
        return Path(name)

    def _path(self, key: str) -> Path:
        assert self.folder is not None
        return self.folder / f"{key}.json"
