"""The tracer's process, from the parent's side: orders in, answers out, killed on cancel."""

from __future__ import annotations

import os
import pickle
import selectors
import struct
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from generators.errors import GenerationFailed
from generators.mesh.studio.job import Job

__all__ = ["Tracer"]

_LENGTH = struct.Struct(">Q")
_HOUSE = Path(__file__).parents[3]
_POLL_S = 0.1
_CHUNK = 1 << 20


class Tracer:
    """A child process that traces; a crash of its native code ends it and not us.

    Use as a context manager: whatever happens, nothing is left running.

    Args:
        variant: ``llvm_ad_rgb``, ``scalar_rgb``, or empty for the best one here.
    """

    def __init__(self, variant: str = "") -> None:
        self._noise = tempfile.TemporaryFile()  # noqa: SIM115 - lives as long as the child
        self._child = subprocess.Popen(  # noqa: S603 - our own module
            [sys.executable, "-m", "generators.mesh.studio.tracing.worker", variant],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._noise,
            cwd=_HOUSE,
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    @property
    def pid(self) -> int:
        """The child's process id."""
        return self._child.pid

    def close(self) -> None:
        """End the child at once."""
        self._child.kill()
        for pipe in (self._child.stdin, self._child.stdout):
            if pipe is not None:
                try:
                    pipe.close()
                except BrokenPipeError:
                    continue
        self._child.wait()
        self._noise.close()

    def ask(self, kind: str, job: Job, extra: Any = None) -> Iterator[tuple[Any, ...] | None]:
        """Yield the child's messages until it is done; None whenever it is silent for a while.

        Raises:
            GenerationFailed: The child failed or died; says what it said last.
        """
        stdin, stdout = self._child.stdin, self._child.stdout
        assert stdin is not None
        assert stdout is not None
        data = pickle.dumps((kind, job, extra), protocol=pickle.HIGHEST_PROTOCOL)
        try:
            stdin.write(_LENGTH.pack(len(data)) + data)
            stdin.flush()
        except BrokenPipeError as error:
            raise GenerationFailed(self._last_words()) from error
        received = bytearray()
        with selectors.DefaultSelector() as waiting:
            waiting.register(stdout, selectors.EVENT_READ)
            while True:
                if not waiting.select(_POLL_S):
                    yield None
                    continue
                chunk = os.read(stdout.fileno(), _CHUNK)
                if not chunk:
                    raise GenerationFailed(self._last_words())
                received += chunk
                for message in _messages(received):
                    if message[0] == "failed":
                        raise GenerationFailed(
                            f"{message[1]}; change the request and try again"
                        )
                    yield message
                    if message[0] == "done":
                        return

    def _last_words(self) -> str:
        code = self._child.wait()
        self._noise.seek(0)
        lines = self._noise.read().decode("utf-8", "replace").strip().splitlines()
        last = lines[-1] if lines else "it said nothing"
        return (
            f"the tracer's process ended (code {code}): {last}; "
            "run `danqing doctor` to see what is missing"
        )


def _messages(received: bytearray) -> Iterator[tuple[Any, ...]]:
    """Yield and take away the whole messages at the front."""
    while len(received) >= _LENGTH.size:
        size = _LENGTH.unpack(received[: _LENGTH.size])[0]
        if len(received) < _LENGTH.size + size:
            return
        body = bytes(received[_LENGTH.size : _LENGTH.size + size])
        del received[: _LENGTH.size + size]
        yield pickle.loads(body)  # noqa: S301 - from our child
