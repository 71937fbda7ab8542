"""Pictures kept decoded from one canvas to the next, up to a number of bytes."""

from __future__ import annotations

from collections import OrderedDict
from threading import Lock
from typing import Any

__all__ = ["PictureCache"]


class PictureCache:
    """The pictures used last, by SHA-256; what is equal by hash is equal by pixel.

    Args:
        limit_bytes: What all of them together may take; a larger one is not kept at all.
    """

    def __init__(self, limit_bytes: int) -> None:
        self._limit = limit_bytes
        self._held = 0
        self._pictures: OrderedDict[str, tuple[Any, int]] = OrderedDict()
        self._lock = Lock()

    def get(self, sha256: str) -> Any:
        """Return a picture, or None when it is not kept."""
        with self._lock:
            found = self._pictures.get(sha256)
            if found is None:
                return None
            self._pictures.move_to_end(sha256)
            return found[0]

    def put(self, sha256: str, picture: Any, size_bytes: int) -> None:
        """Keep a picture; those not used for longest make room."""
        if size_bytes > self._limit:
            return
        with self._lock:
            self._held -= self._pictures.pop(sha256, (None, 0))[1]
            self._pictures[sha256] = (picture, size_bytes)
            self._held += size_bytes
            while self._held > self._limit:
                _, (_, size) = self._pictures.popitem(last=False)
                self._held -= size
