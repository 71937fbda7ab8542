"""Pictures are kept by use, within a number of bytes."""

from compositor.canvas.picture_cache import PictureCache


def test_those_not_used_for_longest_make_room() -> None:
    cache = PictureCache(10)
    cache.put("a", "A", 4)
    cache.put("b", "B", 4)
    assert cache.get("a") == "A"
    cache.put("c", "C", 4)
    assert [cache.get(name) for name in "abc"] == ["A", None, "C"]


def test_what_is_put_twice_counts_once_and_what_is_too_large_is_not_kept() -> None:
    cache = PictureCache(10)
    cache.put("a", "A", 6)
    cache.put("a", "A", 6)
    cache.put("b", "B", 4)
    cache.put("huge", "H", 11)
    assert [cache.get(name) for name in ("a", "b", "huge")] == ["A", "B", None]
