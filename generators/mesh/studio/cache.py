"""The cache: finished pictures by the digest of all that went into them."""

from __future__ import annotations

import io
import json
import shutil
import tempfile
from pathlib import Path

import numpy as np
from PIL import Image

from generators.mesh.studio.picture import StudioPicture, png_of

__all__ = ["StudioCache"]

_FACTS = "facts.json"


class StudioCache:
    """A folder of finished pictures; one entry appears whole or not at all.

    Args:
        folder: Where entries are kept; made on first writing.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def read(self, digest: str) -> StudioPicture | None:
        """Return the picture of a digest, or None; a damaged entry counts as none."""
        entry = self.folder / digest
        try:
            facts = json.loads((entry / _FACTS).read_text("utf-8"))
            layers = {}
            for path in sorted(entry.glob("*.png")):
                with Image.open(io.BytesIO(path.read_bytes())) as opened:
                    layers[path.stem] = np.asarray(opened)
        except (OSError, ValueError):
            return None
        if "beauty" not in layers:
            return None
        return StudioPicture(layers, {**facts, "from_cache": True})

    def write(self, digest: str, picture: StudioPicture) -> None:
        """Keep a picture in place of what was there."""
        self.folder.mkdir(parents=True, exist_ok=True)
        part = Path(tempfile.mkdtemp(prefix=".part-", dir=self.folder))
        try:
            for name, pixels in picture.layers.items():
                (part / f"{name}.png").write_bytes(png_of(pixels))
            facts = {name: picture.facts[name] for name in sorted(picture.facts)}
            (part / _FACTS).write_text(json.dumps(facts), "utf-8")
            part.chmod(0o755)
            shutil.rmtree(self.folder / digest, ignore_errors=True)
            try:
                part.rename(self.folder / digest)
            except OSError:
                # another process has just written the same picture
                return
        finally:
            shutil.rmtree(part, ignore_errors=True)
