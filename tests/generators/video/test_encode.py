"""Films play: decoded again they have the frames, the pace and the colors they were given."""

import io
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image, ImageSequence

from generators.errors import GenerationFailed
from generators.video import FORMATS, FilmFormat, encode, film_readiness, format_of

av = pytest.importorskip("av")

FPS, COUNT = 12, 9


def frames(width: int = 64, height: int = 48, channels: int = 3) -> Iterator[NDArray[np.uint8]]:
    """A disc of light that crosses a warm field."""
    y, x = np.mgrid[:height, :width]
    for number in range(COUNT):
        near = np.hypot(x - width * number / COUNT, y - height / 2) < height / 4
        frame = np.empty((height, width, 4), np.uint8)
        frame[...] = (200, 90, 40, 255)
        frame[near] = (240, 230, 120, 255)
        yield frame[..., :channels]


def decoded(data: bytes) -> list[NDArray[np.uint8]]:
    with av.open(io.BytesIO(data)) as file:
        return [frame.to_ndarray(format="rgb24") for frame in file.decode(video=0)]


@pytest.mark.parametrize(
    ("kind", "codec"),
    [("webm", "auto"), ("webm", "av1"), ("mp4", "auto"), ("mp4", "av1"), ("mp4", "hevc")],
)
def test_films_keep_frames_pace_and_color(kind: FilmFormat, codec: str) -> None:
    made = encode(frames(), FPS, kind, codec=codec, quality=90)  # type: ignore[arg-type]  # a codec
    assert (made.frames, made.width, made.height, made.media_type) == (
        COUNT, 64, 48, FORMATS[kind],
    )  # fmt: skip
    with av.open(io.BytesIO(made.data)) as file:
        stream = file.streams.video[0]
        assert stream.average_rate == FPS
        assert float(file.duration) / 1e6 == pytest.approx(COUNT / FPS, abs=0.09)
    shown = decoded(made.data)
    assert len(shown) == COUNT
    for given, seen in zip(frames(), shown, strict=True):
        assert np.abs(given.astype(int) - seen.astype(int)).mean() < 8
        assert np.abs(given[2, 2].astype(int) - seen[2, 2].astype(int)).max() < 12


@pytest.mark.parametrize("kind", ["gif", "webp", "apng"])
def test_animated_pictures_move_and_loop(kind: FilmFormat) -> None:
    made = encode(frames(), FPS, kind)
    with Image.open(io.BytesIO(made.data)) as read:
        shown, pace = [], []
        for one in ImageSequence.Iterator(read):
            shown.append(np.asarray(one.convert("RGB")))
            pace.append(one.info["duration"])
        assert read.info["loop"] == 0
    assert len(shown) == COUNT
    assert sum(pace) == pytest.approx(1000 * COUNT / FPS, abs=45)
    for given, seen in zip(frames(), shown, strict=True):
        assert np.abs(given.astype(int) - seen.astype(int)).mean() < 6


def test_alpha_is_kept_where_the_format_has_it() -> None:
    def fading() -> Iterator[NDArray[np.uint8]]:
        for number in range(3):
            frame = np.full((16, 16, 4), 255, np.uint8)
            frame[:8, :, 3] = 80 * number
            yield frame

    made = encode(fading(), 10, "apng")
    with Image.open(io.BytesIO(made.data)) as read:
        read.seek(1)
        assert read.convert("RGBA").getpixel((0, 0))[3] == 80  # type: ignore[index]  # RGBA
    assert decoded(encode(fading(), 10, "mp4").data)[0][0, 0].max() < 20


def test_odd_sides_are_evened_for_films(tmp_path: Path) -> None:
    made = encode(frames(61, 47), FPS, tmp_path / "odd.mp4")
    assert (tmp_path / "odd.mp4").read_bytes() == made.data
    assert decoded(made.data)[0].shape == (48, 62, 3)
    assert not list(tmp_path.glob("*.part"))


def test_the_caller_is_told_and_may_stop() -> None:
    told: list[int] = []

    def stop(count: int) -> None:
        told.append(count)
        if count == 4:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        encode(frames(), FPS, "webm", told=stop)
    assert told == [1, 2, 3, 4]


def test_the_same_frames_give_the_same_bytes() -> None:
    for kind in FORMATS:
        assert encode(frames(), FPS, kind).data == encode(frames(), FPS, kind).data


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        (lambda: encode(iter(()), FPS), "no frames"),
        (lambda: encode([*frames(), *frames(32, 32)], FPS), "frame 10 is 32×32"),
        (lambda: encode(frames(), 0), "choose 1 to 60"),
        (lambda: encode(frames(), FPS, "webm", codec="h264"), "WebM holds no h264"),
        (lambda: format_of(Path("film.avi")), r"no film ends in '\.avi'"),
    ],
)
def test_what_cannot_be_encoded_is_said_in_a_sentence(wrong: object, says: str) -> None:
    assert callable(wrong)
    with pytest.raises(GenerationFailed, match=says):
        wrong()


def test_ready_where_pyav_is() -> None:
    assert film_readiness().ready
