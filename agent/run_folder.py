"""RunFolder: everything one run writes, so that nothing is lost when a process dies.

The output folder holds the results; ``.danqing`` inside it holds the materials of finished
steps by input hash, the assets by SHA-256 and the graph's checkpoints. Every file is
written whole or not at all.
"""

from __future__ import annotations

import hashlib
import json
import tempfile
from pathlib import Path
from typing import Any

from agent.errors import RunFailed
from agent.plan import Plan
from compositor.document import AssetStore
from tools.base import MATERIAL, Exported, ToolResult

__all__ = ["RunFolder"]


class RunFolder:
    """The files of one run.

    Args:
        out: The output folder; made when absent.

    Raises:
        RunFailed: The folder cannot be made or written to.
    """

    def __init__(self, out: Path) -> None:
        self.out = out
        self.work = out / ".danqing"
        try:
            (self.work / "materials").mkdir(parents=True, exist_ok=True)
            with tempfile.TemporaryFile(dir=self.work):
                pass
        except OSError as error:
            cause = error.strerror or str(error)
            raise RunFailed(
                f"cannot write to {out}: {cause}; choose another folder with --out"
            ) from error
        self.assets = AssetStore(self.work / "assets")

    @property
    def checkpoints(self) -> Path:
        """The SQLite file of the graph's checkpoints."""
        return self.work / "checkpoints.sqlite"

    def write_text(self, name: str, text: str) -> Path:
        """Write a file of the output folder, atomically."""
        path = self.out / name
        path.parent.mkdir(parents=True, exist_ok=True)
        part = path.with_name(path.name + ".part")
        part.write_text(text, "utf-8")
        part.replace(path)
        return path

    def write_json(self, name: str, value: object) -> Path:
        """Write a value as JSON with sorted keys, atomically."""
        text = json.dumps(value, ensure_ascii=False, sort_keys=True, indent=1)
        return self.write_text(name, text + "\n")

    def save_plan(self, plan: Plan) -> None:
        """Write plan.json."""
        self.write_text("plan.json", plan.to_json())

    def keep(self, input_hash: str, result: ToolResult) -> None:
        """Keep what a step made, and what it said of it."""
        made = MATERIAL.dump_json(result.made, by_alias=True).decode()
        note = json.dumps(result.note, ensure_ascii=False)
        path = self._material_path(input_hash)
        part = path.with_suffix(".part")
        part.write_text(f'{{"note": {note},\n"made": {made}}}\n', "utf-8")
        part.replace(path)

    def kept(self, input_hash: str) -> Any:
        """Return the material a step of that hash made before, or None."""
        result = self.kept_result(input_hash)
        return None if result is None else result.made

    def kept_result(self, input_hash: str) -> ToolResult | None:
        """Return the whole result of a step of that hash, or None.

        Exported files count only while they are still there, byte for byte.
        """
        path = self._material_path(input_hash)
        try:
            plain = json.loads(path.read_bytes())
            material = MATERIAL.validate_python(plain["made"])
            note = str(plain["note"])
        except (FileNotFoundError, ValueError, KeyError, TypeError):
            return None
        if isinstance(material, Exported) and not self._intact(material):
            return None
        return ToolResult(made=material, note=note)

    def _intact(self, exported: Exported) -> bool:
        for file in exported.files:
            path = self.out / file.path
            if not path.is_file() or _sha256(path) != file.sha256:
                return False
        return True

    def _material_path(self, input_hash: str) -> Path:
        return self.work / "materials" / f"{input_hash}.json"

    def holds_other(self, text: str) -> bool:
        """Whether the folder already holds the design of a brief in other words."""
        try:
            written = json.loads((self.out / "brief.json").read_text("utf-8"))
        except FileNotFoundError:
            return False
        except ValueError:
            return True
        return not isinstance(written, dict) or written.get("text") != text

    def replace_manifest(self, manifest: dict[str, Any]) -> None:
        """Write manifest.json and remove the files only the one before it lists.

        A file somebody has changed since is theirs, and stays.
        """
        before = self._files_listed()
        self.write_json("manifest.json", manifest)
        now = {file["path"] for file in manifest["files"]}
        for name in sorted(set(before) - now):
            path = self.out / name
            if _sha256(path) == before[name]:
                path.unlink()
                if not any(path.parent.iterdir()):
                    path.parent.rmdir()

    def _files_listed(self) -> dict[str, str]:
        """Return the SHA-256 of each file the manifest lists, by path inside the folder."""
        path = self.out / "manifest.json"
        try:
            listed = json.loads(path.read_text("utf-8"))["files"]
            found = {str(file["path"]): str(file["sha256"]) for file in listed}
        except (OSError, ValueError, KeyError, TypeError):
            return {}
        root = self.out.resolve()
        return {name: sha for name, sha in found.items() if _is_in(self.out / name, root)}


def _is_in(path: Path, root: Path) -> bool:
    return path.resolve().is_relative_to(root) and path.is_file()


def _sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
