"""Encode: frames become a film or an animated picture that plays anywhere.

The default, VP9 in WebM, is free of patent fees and needs no GPL code. H.264 plays on every
phone; its encoder in PyAV's wheel, x264, is GPL-2 and is used only when MP4 is asked for.
"""

from __future__ import annotations

import io
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from fractions import Fraction
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Final, Literal

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from generators.base import Readiness
from generators.errors import GenerationFailed, NotReady

__all__ = ["FORMATS", "Film", "FilmFormat", "Frames", "encode", "film_readiness", "format_of"]

FilmFormat = Literal["webm", "mp4", "gif", "webp", "apng"]
Codec = Literal["auto", "vp9", "av1", "h264", "hevc"]
Frames = Iterable[NDArray[np.uint8]]

FORMATS: Final[dict[FilmFormat, str]] = {
    "webm": "video/webm",
    "mp4": "video/mp4",
    "gif": "image/gif",
    "webp": "image/webp",
    "apng": "image/apng",
}
"""Format → media type."""

_ENCODERS: Final[dict[str, tuple[str, dict[str, str]]]] = {
    "vp9": ("libvpx-vp9", {"deadline": "realtime", "cpu-used": "6", "row-mt": "1", "b": "0"}),
    "av1": ("libsvtav1", {"preset": "10"}),
    "h264": ("libx264", {"preset": "medium"}),
    "hevc": ("libx265", {"preset": "fast", "tag": "hvc1", "x265-params": "log-level=error"}),
}
_CONSTANT: Final = {"vp9": (20, 50), "av1": (24, 55), "h264": (16, 32), "hevc": (18, 36)}
"""Quantizer of a codec at quality 100 and at quality 0."""

_USUAL: Final[dict[str, str]] = {"webm": "vp9", "mp4": "h264"}
_INSTALL = "pip install 'danqing[motion]'"


@dataclass(frozen=True, kw_only=True)
class Film:
    """An encoded film.

    Attributes:
        data: The file.
        media_type: As in `FORMATS`.
        frames: How many.
        width: px.
        height: px.
        fps: Frames a second.
    """

    data: bytes
    media_type: str
    frames: int
    width: int
    height: int
    fps: int

    @property
    def seconds(self) -> float:
        """How long it plays."""
        return self.frames / self.fps


def film_readiness() -> Readiness:
    """Return whether films can be encoded here; animated WebP and APNG always can."""
    if find_spec("av") is None:
        return Readiness(ready=False, missing=("PyAV",), command=_INSTALL)
    return Readiness(ready=True)


def format_of(path: Path) -> FilmFormat:
    """Return the format a file name asks for.

    Raises:
        GenerationFailed: No format has that ending.
    """
    ending = path.suffix.lower().removeprefix(".")
    found: FilmFormat | None = {"png": "apng"}.get(ending, ending)  # type: ignore[assignment]  # checked below
    if found not in FORMATS:
        listed = ", ".join(f".{name}" for name in FORMATS)
        raise GenerationFailed(f"no film ends in {path.suffix!r}; choose from {listed}")
    return found


def encode(
    frames: Frames,
    fps: int,
    to: Path | FilmFormat = "webm",
    *,
    codec: Codec = "auto",
    quality: int = 70,
    loops: bool = True,
    told: Callable[[int], None] | None = None,
) -> Film:
    """Return frames as a film, and write it when `to` is a path.

    Args:
        frames: uint8, shape (height, width, 3 or 4), sRGB, straight alpha, all of one size;
            taken one by one, so they may be drawn on the way.
        fps: Frames a second, 1–60; GIF rounds it to hundredths of a second.
        to: A format, or a file whose ending names it.
        codec: For WebM and MP4; auto takes VP9 and H.264. Both keep no alpha: frames with
            alpha are laid on black.
        quality: 0–100.
        loops: Whether GIF, WebP and APNG begin again.
        told: Called after every frame with how many are done; may raise to stop.

    Raises:
        NotReady: PyAV is missing; the message says the command.
        GenerationFailed: There are no frames, they differ in size, or the sides are odd for
            the codec and cannot be evened.
    """
    kind = format_of(to) if isinstance(to, Path) else to
    if not 1 <= fps <= 60:
        raise GenerationFailed(f"{fps} frames a second cannot be encoded; choose 1 to 60")
    counted = _Counted(frames, told)
    if kind in ("webm", "mp4"):
        data = _film(counted, fps, kind, codec, quality)
    elif kind == "gif":
        data = _gif(counted, fps, loops=loops)
    else:
        data = _stills(counted, fps, kind, quality, loops=loops)
    film = Film(
        data=data,
        media_type=FORMATS[kind],
        frames=counted.count,
        width=counted.size[0],
        height=counted.size[1],
        fps=fps,
    )
    if isinstance(to, Path):
        part = to.with_name(to.name + ".part")
        part.write_bytes(data)
        part.replace(to)
    return film


class _Counted:
    """Frames as they are taken: counted, checked, contiguous."""

    def __init__(self, frames: Frames, told: Callable[[int], None] | None) -> None:
        self._frames = iter(frames)
        self._told = told
        self.count = 0
        self.size = (0, 0)
        first = next(self._frames, None)
        if first is None:
            raise GenerationFailed("there are no frames to encode; draw at least one")
        self._first = first
        self.size = (first.shape[1], first.shape[0])
        self.channels = first.shape[2]

    def __iter__(self) -> Iterator[NDArray[np.uint8]]:
        frame: NDArray[np.uint8] | None = self._first
        while frame is not None:
            if frame.shape != (self.size[1], self.size[0], self.channels):
                raise GenerationFailed(
                    f"frame {self.count + 1} is {frame.shape[1]}×{frame.shape[0]}, the first "
                    f"{self.size[0]}×{self.size[1]}; draw all in one size"
                )
            yield np.ascontiguousarray(frame)
            self.count += 1
            if self._told is not None:
                self._told(self.count)
            frame = next(self._frames, None)


def _av() -> Any:
    try:
        return import_module("av")
    except ImportError as error:
        raise NotReady(f"films need PyAV; {_INSTALL}") from error


def _film(frames: _Counted, fps: int, kind: str, codec: Codec, quality: int) -> bytes:
    av = _av()
    chosen = _USUAL[kind] if codec == "auto" else codec
    if kind == "webm" and chosen in ("h264", "hevc"):
        raise GenerationFailed(f"WebM holds no {chosen}; take vp9 or av1, or MP4")
    name, options = _ENCODERS[chosen]
    best, worst = _CONSTANT[chosen]
    options = {**options, "crf": str(round(worst + (best - worst) * quality / 100))}
    tag = options.pop("tag", "")
    flags = {"fflags": "+bitexact"}
    flags |= {"movflags": "+faststart"} if kind == "mp4" else {}
    with _scratch() as place, av.open(place, "w", format=kind, options=flags) as file:
        stream = file.add_stream(name, rate=fps, options=options)
        width, height = (side + side % 2 for side in frames.size)
        stream.width, stream.height, stream.pix_fmt = width, height, "yuv420p"
        stream.time_base = Fraction(1, fps)
        stream.codec_context.color_range = 1
        stream.codec_context.colorspace = 1
        if tag:
            stream.codec_context.codec_tag = tag
        for number, frame in enumerate(frames):
            shown = av.VideoFrame.from_ndarray(_evened(frame), format="rgb24")
            shown = shown.reformat(
                format="yuv420p", dst_colorspace="ITU709", dst_color_range="MPEG"
            )
            shown.pts, shown.time_base = number, Fraction(1, fps)
            file.mux(stream.encode(shown))
        file.mux(stream.encode())
        file.close()
        return Path(place).read_bytes()


@contextmanager
def _scratch() -> Iterator[str]:
    """Give a file to write to: an MP4 that starts at once is written twice over."""
    with tempfile.TemporaryDirectory(prefix="danqing-film-") as folder:
        yield str(Path(folder) / "film")


def _evened(frame: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Return RGB with even sides, the last row or column repeated where one was odd."""
    if frame.shape[2] == 4:
        share = frame[..., 3:].astype(np.uint16)
        frame = ((frame[..., :3] * share + 127) // 255).astype(np.uint8)
    odd = [(0, side % 2) for side in frame.shape[:2]]
    return np.pad(frame, [*odd, (0, 0)], mode="edge") if any(any(one) for one in odd) else frame


def _gif(frames: _Counted, fps: int, *, loops: bool) -> bytes:
    """Encode with one palette for all frames, found and dithered by FFmpeg's filters."""
    av = _av()
    held = io.BytesIO()
    graph = av.filter.Graph()
    width, height = frames.size
    source = graph.add_buffer(
        width=width, height=height, format="rgb24", time_base=Fraction(1, fps)
    )
    split = graph.add("split")
    palette = graph.add("palettegen", "stats_mode=full")
    use = graph.add("paletteuse", "dither=sierra2_4a")
    sink = graph.add("buffersink")
    source.link_to(split)
    split.link_to(palette, 0, 0)
    split.link_to(use, 1, 0)
    palette.link_to(use, 0, 1)
    use.link_to(sink)
    graph.configure()
    options = {"loop": "0" if loops else "-1"}
    with av.open(held, "w", format="gif", options=options) as file:
        stream = file.add_stream("gif", rate=fps)
        stream.width, stream.height, stream.pix_fmt = width, height, "pal8"
        for number, frame in enumerate(frames):
            shown = av.VideoFrame.from_ndarray(
                np.ascontiguousarray(_on_white(frame)), format="rgb24"
            )
            shown.pts, shown.time_base = number, Fraction(1, fps)
            graph.push(shown)
        graph.push(None)
        while True:
            try:
                mapped = graph.pull()
            except (av.error.EOFError, av.error.BlockingIOError):
                break
            file.mux(stream.encode(mapped))
        file.mux(stream.encode())
    return held.getvalue()


def _on_white(frame: NDArray[np.uint8]) -> NDArray[np.uint8]:
    if frame.shape[2] == 3:
        return frame
    share = frame[..., 3:].astype(np.uint32)
    mixed: NDArray[np.uint8] = (
        (frame[..., :3] * share + 255 * (255 - share) + 127) // 255
    ).astype(np.uint8)
    return mixed


def _stills(frames: _Counted, fps: int, kind: str, quality: int, *, loops: bool) -> bytes:
    """Encode WebP or APNG with Pillow; both keep alpha."""
    pictures = [Image.fromarray(frame) for frame in frames]
    ends = [round(1000 * (number + 1) / fps) for number in range(len(pictures))]
    durations = [end - start for start, end in zip([0, *ends], ends, strict=False)]
    held = io.BytesIO()
    more: dict[str, Any] = {"quality": quality, "method": 2} if kind == "webp" else {}
    pictures[0].save(
        held,
        "WEBP" if kind == "webp" else "PNG",
        save_all=True,
        append_images=pictures[1:],
        duration=durations,
        loop=0 if loops else 1,
        **more,
    )
    return held.getvalue()
