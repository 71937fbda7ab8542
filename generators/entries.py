"""Entries: folders that appear whole or not at all, whoever else writes the same one."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

__all__ = ["new_entry"]


@contextmanager
def new_entry(folder: Path, name: str) -> Iterator[Path]:
    """Yield an empty folder that takes the place of an entry once it is filled.

    Args:
        folder: Where entries are kept; made on first writing.
        name: Of the entry.
    """
    folder.mkdir(parents=True, exist_ok=True)
    part = Path(tempfile.mkdtemp(prefix=".part-", dir=folder))
    try:
        yield part
        part.chmod(0o755)
        shutil.rmtree(folder / name, ignore_errors=True)
        try:
            part.rename(folder / name)
        except OSError:
            # another process has just written the same one
            return
    finally:
        shutil.rmtree(part, ignore_errors=True)
