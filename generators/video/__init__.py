"""Films: frames become files."""

from generators.video.encode import (
    FORMATS,
    Film,
    FilmFormat,
    Frames,
    encode,
    film_readiness,
    format_of,
)

__all__ = [
    "FORMATS",
    "Film",
    "FilmFormat",
    "Frames",
    "encode",
    "film_readiness",
    "format_of",
]
