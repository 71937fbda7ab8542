"""FontSet: the families of the project and the faces a font choice stands for.

Only files of the catalogue, of named packages and of named folders are ever opened; fonts
installed in the system are not. Nothing is read before the first face is asked for.
"""

from __future__ import annotations

import difflib
import hashlib
import lzma
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache, partial
from importlib import resources
from importlib.util import find_spec
from pathlib import Path
from typing import Final

from compositor.document.text import FontChoice
from compositor.errors import MissingFont
from compositor.typography.catalogue import (
    Catalogue,
    FamilyEntry,
    FileEntry,
    FolderSource,
    LooseSource,
    PackageSource,
    Script,
    Source,
)
from compositor.typography.face import Face
from compositor.typography.font_files import entries_of_folder
from compositor.typography.script import SCRIPT_FAMILIES

__all__ = [
    "SAFE_LATIN",
    "SAFE_SANS",
    "SAFE_SERIF",
    "FontSet",
    "add_fonts",
    "default_fonts",
    "optical_size",
]

SAFE_LATIN: Final = "Inter"
SAFE_SANS: Final = "Noto Sans SC"
SAFE_SERIF: Final = "Noto Serif SC"
SAFE_KAI: Final = "Danqing WenKai"
"""Families every set ends with, so that a rare character still finds a glyph."""

_OPTICAL_SIZES_PX: Final = ((20.0, 12.0), (48.0, 24.0), (120.0, 48.0), (float("inf"), 96.0))
"""(below this size, this optical size): four steps keep the number of instances small."""

_LAST_RESORTS: Final = {
    "song": (SAFE_SERIF, SAFE_SANS),
    "kai": (SAFE_SERIF, SAFE_SANS),
    "brush": (SAFE_KAI, SAFE_SERIF, SAFE_SANS),
    "hand": (SAFE_KAI, SAFE_SERIF, SAFE_SANS),
}
"""What follows a Chinese family of a class; all others are followed by the sans."""


class FontSet:
    """Families by name, and their faces, opened when first used.

    Args:
        extra_folders: Folders of font files to add; their families win over the catalogue's.
        extra_packages: Names of importable packages that hold font files, added likewise.
        catalogue: What to start from; None takes the catalogue that ships.
    """

    def __init__(
        self,
        *,
        extra_folders: Sequence[Path] = (),
        extra_packages: Sequence[str] = (),
        catalogue: Catalogue | None = None,
    ) -> None:
        shipped = _shipped_catalogue() if catalogue is None else catalogue
        self._substitutes = {k.lower(): v.lower() for k, v in shipped.substitutes.items()}
        self._substitute_weights = {
            k.lower(): weight for k, weight in shipped.substitute_weights.items()
        }
        self._entries: dict[str, FamilyEntry] = {e.family.lower(): e for e in shipped.families}
        for folder in (*extra_folders, *(_package_folder(name) for name in extra_packages)):
            for entry in entries_of_folder(folder):
                self._entries[entry.family.lower()] = entry
        self._faces: dict[str, Face] = {}
        self._bytes: dict[Path, bytes] = {}
        self._chosen: dict[tuple[FontChoice, float], tuple[Face, ...]] = {}

    def families(self, script: Script | None = None) -> tuple[str, ...]:
        """Return the names of all families, or of those for a script, in catalogue order."""
        return tuple(
            e.family for e in self._entries.values() if script is None or script in e.scripts
        )

    def has(self, family: str) -> bool:
        """Whether a family, or one that stands in for it, is in the set."""
        return self._named(family) is not None

    def entry(self, family: str) -> FamilyEntry:
        """Return what the catalogue says of a family, or of the one that stands in for it.

        Raises:
            MissingFont: No family has that name.
        """
        found = self._named(family)
        if found is None:
            near = difflib.get_close_matches(
                family.lower(), list(self._entries), n=3, cutoff=0.3
            )
            names = [self._entries[n].family for n in near] or list(self.families())[:3]
            raise MissingFont(
                f"no font family {family!r}; the nearest are {', '.join(names)}. "
                "Choose one of them, or add the font's folder"
            )
        return found

    def face(
        self, family: str, weight: int = 400, *, italic: bool = False, size_px: float = 24.0
    ) -> Face:
        """Return the face of a family nearest to a weight; upright when it has no italic.

        Args:
            family: Name, letter case ignored.
            weight: 1–1000.
            italic: Whether slanted outlines are wanted.
            size_px: Size it will be set at; picks the optical size.

        Raises:
            MissingFont: No such family, or its files are not installed.
        """
        return self.family_faces(family, weight, italic=italic, size_px=size_px)[0]

    def family_faces(
        self, family: str, weight: int = 400, *, italic: bool = False, size_px: float = 24.0
    ) -> tuple[Face, ...]:
        """Return the faces that together hold a family's characters at one weight.

        Raises:
            MissingFont: No such family, or its files are not installed.
        """
        entry = self.entry(family)
        if family.lower() not in self._entries:
            weight = _substitute_weight(weight, self._substitute_weights.get(family.lower()))
        return self._of_weight(entry, weight, italic=italic, size_px=size_px)

    def faces_for(self, choice: FontChoice, size_px: float = 24.0) -> tuple[Face, ...]:
        """Return the faces of a choice in order of preference, the safe families last.

        Raises:
            MissingFont: The choice names an unknown family.
        """
        key = (choice, optical_size(size_px))
        found = self._chosen.get(key)
        if found is None:
            others = (name for name in SCRIPT_FAMILIES.values() if self.has(name))
            names = [*choice.families, *self._safe_families(choice.families), *others]
            faces = [
                face for name in names for face in self._faces_of_name(name, choice, size_px)
            ]
            found = tuple(dict.fromkeys(faces))
            self._chosen[key] = found
        return found

    def ranked(
        self,
        *,
        script: Script,
        role: str = "",
        moods: Iterable[str] = (),
        kinds: Iterable[str] = (),
    ) -> tuple[str, ...]:
        """Return the families of a script, the best for a role, moods and classes first.

        Args:
            script: latin, hans, or one of the scripts the catalogue names.
            role: Such as ``display``, ``headline`` or ``body``; empty for any.
            moods: Words such as ``luxury`` or ``tech``; more in common is better.
            kinds: Classes of letter such as ``didone``, the most wanted first.
        """
        wanted, order = {m.lower() for m in moods}, [k.lower() for k in kinds]

        def cost(entry: FamilyEntry) -> float:
            shared = len(wanted & {m.lower() for m in entry.moods})
            kind = entry.kind.lower()
            place = order.index(kind) if kind in order else len(order)
            serves = not role or role in entry.roles
            return place * 1.5 - shared - (3.0 if serves else 0.0)

        entries = [e for e in self._entries.values() if script in e.scripts]
        return tuple(e.family for e in sorted(entries, key=cost))

    def find(
        self,
        *,
        script: Script,
        role: str = "",
        moods: Iterable[str] = (),
        kinds: Iterable[str] = (),
    ) -> str:
        """Return the family of a script that best suits a role, moods and classes.

        Raises:
            MissingFont: The set holds no family of that script.
        """
        names = self.ranked(script=script, role=role, moods=moods, kinds=kinds)
        if not names:
            raise MissingFont(f"the font set has no {script} family; add one by folder")
        return names[0]

    def _named(self, family: str) -> FamilyEntry | None:
        name = family.lower()
        return self._entries.get(name) or self._entries.get(self._substitutes.get(name, ""))

    def _safe_families(self, names: Sequence[str]) -> list[str]:
        chinese = [self.entry(n) for n in names if "hans" in self.entry(n).scripts]
        kind = chinese[0].kind.lower() if chinese else ""
        order = _LAST_RESORTS.get(kind, (SAFE_SANS, SAFE_SERIF))
        return [n for n in (SAFE_LATIN, *order) if self.has(n)]

    def _faces_of_name(self, name: str, choice: FontChoice, size_px: float) -> Iterator[Face]:
        """Yield the faces of a family; other weights of a Chinese one may have more hanzi."""
        italic, entry = choice.italic, self.entry(name)
        yield from self.family_faces(name, choice.weight, italic=italic, size_px=size_px)
        if "hans" in entry.scripts:
            weights = {f.weight for _, f in _placed_files(entry) if isinstance(f.weight, int)}
            for weight in sorted(weights, key=lambda w: (abs(w - choice.weight), w)):
                yield from self._of_weight(entry, weight, italic=italic, size_px=size_px)

    def _of_weight(
        self, entry: FamilyEntry, weight: int, *, italic: bool, size_px: float
    ) -> tuple[Face, ...]:
        files = _placed_files(entry)
        slanted = [f for f in files if f[1].italic == italic] or files
        nearest = min(_closeness(f, weight) for _, f in slanted)
        picked = [(path, f) for path, f in slanted if _closeness(f, weight) == nearest]
        return tuple(self._open(entry, path, f, weight, size_px) for path, f in picked)

    def _open(
        self, entry: FamilyEntry, path: Path, file: FileEntry, weight: int, size_px: float
    ) -> Face:
        axes: dict[str, float] = {}
        chosen = file.weight if isinstance(file.weight, int) else weight
        if not isinstance(file.weight, int):
            chosen = max(file.weight[0], min(file.weight[1], weight))
            axes["wght"] = float(chosen)
        if "opsz" in file.axes:
            low, high = file.axes["opsz"]
            axes["opsz"] = max(low, min(high, optical_size(size_px)))
        settings = ",".join(f"{tag}={axes[tag]:g}" for tag in sorted(axes))
        name = path.name
        if isinstance(entry.source, LooseSource):
            # Two folders may hold different files of one name; the content tells them apart.
            name += "@" + hashlib.sha256(self._read(path, entry)).hexdigest()[:8]
        key = f"{name}#{file.index}" + (f":{settings}" if settings else "")
        face = self._faces.get(key)
        if face is None:
            face = Face(
                key=key,
                family=entry.family,
                weight=chosen,
                data=partial(self._read, path, entry),
                italic=file.italic,
                index=file.index,
                axes=axes,
            )
            face.lacks = frozenset(entry.lacks)
            self._faces[key] = face
        return face

    def _read(self, path: Path, entry: FamilyEntry) -> bytes:
        data = self._bytes.get(path)
        if data is None:
            try:
                data = path.read_bytes()
            except OSError as error:
                raise MissingFont(
                    f"the file {path.name!r} of {entry.family!r} cannot be read; {_cure(entry)}"
                ) from error
            if path.suffix == ".xz":
                data = lzma.decompress(data)
            self._bytes[path] = data
        return data


def default_fonts() -> FontSet:
    """Return the set everyone draws with; always the same object.

    It is the shipped catalogue, unless a door has named more faces with `add_fonts`.
    """
    return _chosen.get("default") or _shipped_fonts()


def add_fonts(folders: Sequence[Path] = (), packages: Sequence[str] = ()) -> FontSet:
    """Add font files of folders and installed packages to the default set, and return it.

    For doors, once, before any work: documents set earlier keep the faces they have.
    """
    _chosen["default"] = FontSet(extra_folders=tuple(folders), extra_packages=tuple(packages))
    return _chosen["default"]


_chosen: dict[str, FontSet] = {}


@lru_cache(maxsize=1)
def _shipped_fonts() -> FontSet:
    return FontSet()


def optical_size(size_px: float) -> float:
    """Return the optical size, in CSS px, of faces that are set at a size in px."""
    return next(optical for below, optical in _OPTICAL_SIZES_PX if size_px < below)


@lru_cache(maxsize=1)
def _shipped_catalogue() -> Catalogue:
    text = (
        resources.files("compositor.typography").joinpath("catalogue.json").read_text("utf-8")
    )
    return Catalogue.model_validate_json(text)


def _files(source: Source) -> tuple[FileEntry, ...]:
    if isinstance(source, LooseSource):
        return source.loose
    if isinstance(source, PackageSource):
        return source.files
    return tuple(FileEntry(file=part, weight=source.weight) for part in source.parts)


def _placed_files(entry: FamilyEntry) -> list[tuple[Path, FileEntry]]:
    sources = entry.source if isinstance(entry.source, tuple) else (entry.source,)
    return [(_path(source, file), file) for source in sources for file in _files(source)]


def _path(source: Source, file: FileEntry) -> Path:
    if isinstance(source, LooseSource):
        return Path(file.file)
    if isinstance(source, FolderSource):
        return Path(__file__).parent / source.folder / file.file
    folder = _package_folder(source.module, source.package)
    direct = folder / file.file
    return direct if direct.exists() else folder / "files" / file.file


@lru_cache(maxsize=512)
def _package_folder(module: str, package: str = "") -> Path:
    spec = find_spec(module)
    places = [] if spec is None else list(spec.submodule_search_locations or ())
    if not places:
        raise MissingFont(
            f"the font package {module!r} is not installed; "
            f"run: pip install {package or module}"
        )
    return Path(places[0])


def _cure(entry: FamilyEntry) -> str:
    if isinstance(entry.source, PackageSource):
        return f"run: pip install --force-reinstall {entry.source.package}"
    return "put it back"


def _closeness(file: FileEntry, weight: int) -> tuple[int, int]:
    held = file.weight
    if isinstance(held, int):
        return abs(held - weight), held
    return max(0, held[0] - weight, weight - held[1]), held[0]


def _substitute_weight(asked: int, instead: int | None) -> int:
    """Return the weight of a stand-in; a bold one may still be asked to be bolder."""
    if instead is None:
        return asked
    return max(asked, instead) if instead >= 500 else instead
