"""Servers in the environment: who is set up, where keys go, what is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from compositor.errors import InvalidValue
from ui.servers import order_cache, read_servers


def test_nothing_set_is_nobody() -> None:
    assert read_servers({"OPENAI_API_KEY": "k"}) == {}
    assert order_cache({"HOME": "/home/x"}, has_servers=False) is None


def test_each_service_has_its_variables() -> None:
    env = {
        "DANQING_IMAGES_MODEL": "gpt-image-2",
        "OPENAI_API_KEY": "open",
        "DANQING_COMFYUI_URL": "http://127.0.0.1:8188",
        "DANQING_KLING_ACCESS_KEY": "access",
        "DANQING_KLING_SECRET_KEY": "hidden",
        "DANQING_KLING_COST": "0.35",
        "DANQING_TRIPO_KEY": "tsk",
        "DANQING_TRIPO_SECONDS": "900",
        "DANQING_MESH_URL": "http://127.0.0.1:8081",
    }
    found = read_servers(env)
    assert list(found) == ["openai_images", "comfyui", "kling", "tripo", "mesh_server"]
    assert found["openai_images"].key.get_secret_value() == "open"
    assert found["kling"].secret.get_secret_value() == "hidden"
    assert (found["kling"].cost, found["tripo"].seconds) == (0.35, 900)
    assert "hidden" not in repr(found)


def test_a_key_for_openai_goes_to_nobody_else() -> None:
    env = {"OPENAI_API_KEY": "open", "DANQING_IMAGES_URL": "https://elsewhere.example/v1"}
    assert not read_servers(env)["openai_images"].key.get_secret_value()


def test_orders_that_cost_are_remembered_somewhere() -> None:
    where = order_cache({"HOME": "/home/x"}, has_servers=True)
    assert where == Path("/home/x/.cache/danqing")
    assert order_cache({"DANQING_CACHE": "/c"}, has_servers=True) == Path("/c")


@pytest.mark.parametrize(
    ("variable", "value", "says"),
    [
        ("DANQING_MESH_URL", "localhost:8081", "must be http"),
        ("DANQING_MESH_URL", "http://", "and a host"),
        ("DANQING_MESH_URL", "http://x:99999", "and a host"),
        ("DANQING_MESH_SECONDS", "soon", "1 or more"),
        ("DANQING_MESH_COST", "-1", "0 or more"),
    ],
)
def test_what_cannot_be_is_named(variable: str, value: str, says: str) -> None:
    with pytest.raises(InvalidValue, match=f"{variable} is .*{says}"):
        read_servers({"DANQING_MESH_URL": "http://x", variable: value})
