"""Engines under test: long-lived processes that take orders, and the clock of their trees."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

__all__ = ["ENGINES", "Cost", "Engine", "missing"]

_HERE = Path(__file__).parent
_NODE_MODULES: Final = {
    "satori + resvg-js": ("satori", "@resvg/resvg-js"),
    "Chromium": ("playwright-core",),
    "takumi": ("@takumi-rs/core",),
}
_SCRIPTS: Final = {
    "satori + resvg-js": "satori.mjs",
    "Chromium": "chromium.mjs",
    "takumi": "takumi.mjs",
}
OURS: Final = "ours"
ENGINES: Final = (OURS, *_SCRIPTS)


@dataclass(frozen=True)
class Cost:
    """What one order took: CPU seconds of all processes, user and system, and wall seconds."""

    cpu_s: float
    wall_s: float


def missing(name: str, peers: Path) -> str:
    """Return why an engine cannot run here, or an empty text."""
    if name == OURS:
        return ""
    if shutil.which("node") is None:
        return "there is no node"
    absent = [m for m in _NODE_MODULES[name] if not (peers / "node_modules" / m).exists()]
    if absent:
        return f"npm did not bring {', '.join(absent)}; run: make bench"
    if name == "Chromium" and shutil.which("chromium") is None:
        return "there is no chromium; on Debian: apt-get install -y chromium"
    return ""


class Engine:
    """A running engine.

    Args:
        name: One of `ENGINES`.
        files: Folder with the pictures and fonts of the scene.
        peers: Folder whose node_modules holds the peers.
    """

    def __init__(self, name: str, files: Path, peers: Path) -> None:
        self.name = name
        command = [sys.executable, "-m", "bench.poster_scene.ours"]
        if name != OURS:
            command = ["node", str(_HERE / _SCRIPTS[name]), str(files), str(peers)]
            command += [shutil.which("chromium") or ""] if name == "Chromium" else []
        self._process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            cwd=_HERE.parent.parent,
        )
        self._answer()

    def render(self, tree: Any, out: Path, size: tuple[int, int] = (1080, 1440)) -> Cost:
        """Have a picture made and return what it took."""
        order = {"tree": tree, "out": str(out), "width": size[0], "height": size[1]}
        line = json.dumps(order, ensure_ascii=False)
        cpu_before, wall_before = _tree_cpu_s(self._process.pid), time.perf_counter()
        assert self._process.stdin is not None
        self._process.stdin.write(line + "\n")
        self._process.stdin.flush()
        self._answer()
        wall = time.perf_counter() - wall_before
        return Cost(_tree_cpu_s(self._process.pid) - cpu_before, wall)

    def close(self) -> None:
        """End it."""
        assert self._process.stdin is not None
        self._process.stdin.close()
        try:
            self._process.wait(10)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        if self._process.stdout is not None:
            self._process.stdout.close()

    def _answer(self) -> None:
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        if not line:
            raise RuntimeError(f"{self.name} ended without a word")
        answer = json.loads(line)
        if "error" in answer:
            raise RuntimeError(f"{self.name}: {answer['error']}")


def _tree_cpu_s(root: int) -> float:
    """Return the CPU seconds of a process and all its descendants, ended ones included."""
    parents: dict[int, int] = {}
    reaped: dict[int, float] = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        pid = int(stat.parent.name)
        parents[pid] = int(fields[1])
        reaped[pid] = (int(fields[13]) + int(fields[14])) / 100
    total = 0.0
    family = {root}
    grown = True
    while grown:
        born = {pid for pid, parent in parents.items() if parent in family} - family
        family |= born
        grown = bool(born)
    for pid in sorted(family):
        total += reaped.get(pid, 0.0)
        try:
            # The process's own CPU clock, to the nanosecond: man 3 clock_getcpuclockid.
            total += time.clock_gettime((~pid << 3) | 2)
        except OSError:
            continue
    return total
