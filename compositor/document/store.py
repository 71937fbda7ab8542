"""The asset store: bytes by their SHA-256, in a folder or in memory."""

import hashlib
import io
from pathlib import Path

from PIL import Image

from compositor.document.asset import Asset, Provenance
from compositor.errors import InvalidValue, UnknownAsset

__all__ = ["AssetStore"]

_MEDIA = {"PNG": "image/png", "JPEG": "image/jpeg", "WEBP": "image/webp"}
_SUFFIX = {"image/png": ".png", "image/jpeg": ".jpg", "image/webp": ".webp"}


class AssetStore:
    """Write-once storage of pictures.

    Args:
        folder: Where files are kept, named by hash; None keeps them in memory only.
    """

    def __init__(self, folder: Path | None = None) -> None:
        self.folder = folder
        self._memory: dict[str, bytes] = {}

    def add(self, data: bytes, provenance: Provenance) -> Asset:
        """Keep the bytes of a PNG, JPEG or WebP picture and describe them.

        Raises:
            InvalidValue: The bytes are not such a picture.
        """
        try:
            with Image.open(io.BytesIO(data)) as picture:
                media_type = _MEDIA.get(picture.format or "")
                width, height = picture.size
        except (OSError, Image.DecompressionBombError) as error:
            raise InvalidValue(f"these {len(data)} bytes are not a picture: {error}") from error
        if media_type is None:
            raise InvalidValue("pictures must be PNG, JPEG or WebP")
        digest = hashlib.sha256(data).hexdigest()
        self._memory[digest] = data
        if self.folder is not None:
            self.folder.mkdir(parents=True, exist_ok=True)
            path = self.folder / (digest + _SUFFIX[media_type])
            if not path.exists():
                part = path.with_suffix(".part")
                part.write_bytes(data)
                part.replace(path)
        return Asset.model_validate(
            {
                "sha256": digest,
                "media_type": media_type,
                "width": width,
                "height": height,
                "provenance": provenance,
            }
        )

    def read(self, sha256: str) -> bytes:
        """Return the bytes of an asset.

        Raises:
            UnknownAsset: Nothing of that hash is kept, or the file no longer matches it.
        """
        if sha256 in self._memory:
            return self._memory[sha256]
        for suffix in _SUFFIX.values():
            path = None if self.folder is None else self.folder / (sha256 + suffix)
            if path is not None and path.exists():
                data = path.read_bytes()
                if hashlib.sha256(data).hexdigest() != sha256:
                    raise UnknownAsset(f"asset {path.name} was changed on disk; restore it")
                self._memory[sha256] = data
                return data
        raise UnknownAsset(f"no asset {sha256[:12]}… in {self.folder or 'memory'}")

    def has(self, sha256: str) -> bool:
        """Whether the asset can be read."""
        if sha256 in self._memory:
            return True
        return self.folder is not None and any(
            (self.folder / (sha256 + suffix)).exists() for suffix in _SUFFIX.values()
        )
