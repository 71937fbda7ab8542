"""The child process: reads jobs from its standard input, writes what comes of them.

Messages are pickled tuples behind their length: ("progress", share, words), ("preview",
pixels), ("frame", number, pixels), ("done", layers, facts) or ("failed", sentence).
Run by `generators.mesh.studio.process`; not meant for people.
"""

from __future__ import annotations

import pickle
import struct
import sys
import time
from importlib.metadata import version
from typing import Any, BinaryIO

import numpy as np

__all__ = ["LENGTH", "main"]

LENGTH = struct.Struct(">Q")


def main(wanted: str, read_from: BinaryIO, write_to: BinaryIO) -> None:
    """Answer orders until there are no more.

    Args:
        wanted: The variant, or empty for the best one here.
        read_from: Orders: (kind, Job, extra).
        write_to: Answers.
    """

    def say(*message: Any) -> None:
        data = pickle.dumps(message, protocol=pickle.HIGHEST_PROTOCOL)
        write_to.write(LENGTH.pack(len(data)) + data)
        write_to.flush()

    from generators.mesh.studio.tracing.variant import choose  # noqa: PLC0415 - heavy

    variant = choose(wanted)
    from generators.mesh.studio.tracing.session import photograph, turntable  # noqa: PLC0415

    while True:
        head = read_from.read(LENGTH.size)
        if len(head) < LENGTH.size:
            return
        kind, job, extra = pickle.loads(read_from.read(LENGTH.unpack(head)[0]))  # noqa: S301 - from our parent
        wall, cpu = time.monotonic(), time.process_time()
        facts: dict[str, str | float] = {"variant": variant, "mitsuba": version("mitsuba")}
        try:
            if kind == "turntable":
                layers: dict[str, np.ndarray[Any, Any]] = {}
                turntable(job, extra, say)
            else:
                layers = photograph(job, say)
        except (RuntimeError, ValueError, MemoryError) as error:
            say("failed", f"the tracer could not do this: {error}")
            continue
        facts["wall_s"] = round(time.monotonic() - wall, 3)
        facts["cpu_s"] = round(time.process_time() - cpu, 3)
        say("done", layers, facts)


def _started() -> None:
    import os  # noqa: PLC0415 - only to keep what the tracer prints out of the answers

    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    main(sys.argv[1] if len(sys.argv) > 1 else "", sys.stdin.buffer, answers)


if __name__ == "__main__":
    _started()
