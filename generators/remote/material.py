"""What came: told by its first bytes whatever its name says, refused when it is too much."""

from __future__ import annotations

import json
import struct
from collections.abc import Collection

from generators.errors import GenerationFailed

__all__ = ["checked_glb", "media_type_of", "required"]

_JSON_CHUNK = 0x4E4F534A


def media_type_of(data: bytes) -> str:
    """Return the media type of known material, or an empty string.

    >>> media_type_of(b"glTF....")
    'model/gltf-binary'
    """
    starts = (
        (b"\x89PNG\r\n\x1a\n", "image/png"),
        (b"\xff\xd8\xff", "image/jpeg"),
        (b"glTF", "model/gltf-binary"),
        (b"\x1a\x45\xdf\xa3", "video/webm"),
    )
    for start, kind in starts:
        if data.startswith(start):
            return kind
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "image/webp"
    return "video/mp4" if data[4:8] == b"ftyp" else ""


def required(data: bytes, kinds: Collection[str], place: str) -> str:
    """Return the media type of what came.

    Raises:
        GenerationFailed: It is none of those that were expected.
    """
    found = media_type_of(data)
    if found in kinds:
        return found
    shown = found or ("a web page" if data.lstrip()[:1] == b"<" else f"{len(data)} bytes")
    raise GenerationFailed(f"{place} sent {shown}, not {' or '.join(sorted(kinds))}; try again")


def checked_glb(data: bytes, most_faces: int, place: str) -> int:
    """Return how many triangles a GLB has.

    Only a file that is whole, self-contained and not too fine passes.

    Raises:
        GenerationFailed: It is not; the message says why.
    """
    try:
        magic, version, length = struct.unpack_from("<4sII", data, 0)
        size, kind = struct.unpack_from("<II", data, 12)
        found = json.loads(data[20 : 20 + size])
        accessors = found.get("accessors", [])
        faces = sum(
            _triangles(primitive, accessors)
            for mesh in found.get("meshes", [])
            for primitive in mesh["primitives"]
        )
        named = [*found.get("buffers", []), *found.get("images", [])]
        links = [one["uri"] for one in named if not one.get("uri", "data:").startswith("data:")]
    except (struct.error, ValueError, KeyError, IndexError, TypeError, AttributeError) as error:
        raise GenerationFailed(f"{place} sent a damaged 3D file; try again") from error
    if magic != b"glTF" or version != 2 or kind != _JSON_CHUNK or length != len(data):
        raise GenerationFailed(f"{place} sent a damaged 3D file; try again")
    if links:
        raise GenerationFailed(f"{place} sent a 3D file that needs others: {links[0][:80]}")
    if not faces:
        raise GenerationFailed(f"{place} sent a 3D file without a surface; try another seed")
    if faces > most_faces:
        raise GenerationFailed(
            f"{place} sent {faces} triangles, at most {most_faces} are taken; "
            "ask for fewer faces"
        )
    return faces


def _triangles(
    primitive: dict[str, int | dict[str, int]], accessors: list[dict[str, int]]
) -> int:
    if primitive.get("mode", 4) != 4:
        return 0
    number = primitive.get("indices")
    if number is None:
        attributes = primitive["attributes"]
        assert isinstance(attributes, dict)
        number = attributes["POSITION"]
    assert isinstance(number, int)
    return accessors[number]["count"] // 3
