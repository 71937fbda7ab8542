"""OpenAI-compatible pictures: fields, files, masks that hold, models that know less."""

from __future__ import annotations

import base64
import io
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from pydantic import SecretStr
from starlette.responses import JSONResponse

from generators.base import Ticket
from generators.errors import GenerationFailed
from generators.order import ImageOrder
from generators.provider_settings import ProviderSettings, Server
from generators.remote.openai_images import OpenAIImages, sizes_for

Keep = Callable[[bytes], str]


@pytest.fixture
def painter(service: Any, clock: Any) -> OpenAIImages:
    server = Server(url=f"{service.url}/v1", model="gpt-image-2", key=SecretStr("the-key"))
    return OpenAIImages(ProviderSettings(openai_images=server), clock)


def coded(data: bytes) -> JSONResponse:
    return JSONResponse({"data": [{"b64_json": base64.b64encode(data).decode()}]})


def pixels(data: bytes) -> np.ndarray:
    return np.asarray(Image.open(io.BytesIO(data)))


def test_words_become_fields(
    service: Any, painter: OpenAIImages, ticket: Ticket, picture: Any
) -> None:
    service.on("POST /v1/images/generations", coded(picture(1088, 1360)))
    order = ImageOrder(
        prompt="a pear",
        negative="text",
        width=1080,
        height=1350,
        effort="final",
        transparent=True,
    )
    made = painter.fill(order, ticket)
    assert service.seen[0].json() == {
        "model": "gpt-image-2",
        "prompt": "a pear\nWithout: text.",
        "n": 1,
        "quality": "high",
        "output_format": "png",
        "background": "transparent",
        "size": "1088x1360",
    }
    assert pixels(made.data).shape[:2] == (1350, 1080)
    assert "came as 1088 × 1360 px, fitted to 1080 × 1350" in made.receipt.notes


def test_outside_the_mask_nothing_changes(
    service: Any, painter: OpenAIImages, ticket: Ticket, picture: Any, kept: Keep
) -> None:
    rng = np.random.default_rng(3)
    before = rng.integers(0, 255, (96, 128, 3), dtype=np.uint8)
    held, mask = io.BytesIO(), io.BytesIO()
    Image.fromarray(before).save(held, "PNG")
    white = np.zeros((96, 128), np.uint8)
    white[20:60, 30:90] = 255
    Image.fromarray(white).save(mask, "PNG")
    service.on("POST /v1/images/edits", coded(picture(1536, 1024, (9, 250, 9))))
    order = ImageOrder(
        prompt="a hat", image=kept(held.getvalue()), mask=kept(mask.getvalue()),
        references=(kept(picture(40, 40)), kept(picture(41, 41))),
    )  # fmt: skip
    made = painter.fill(order, ticket)
    after = pixels(made.data)
    assert (after[white == 0] == before[white == 0]).all()
    assert (after[white == 255] == (9, 250, 9)).all()
    sent = service.seen[0].body
    assert sent.count(b'name="image[]"') == 3
    assert sent.count(b'name="mask"') == 1


def test_margins_are_painted_around(
    service: Any, painter: OpenAIImages, ticket: Ticket, picture: Any, kept: Keep
) -> None:
    service.on("POST /v1/images/edits", coded(picture(100, 100, (1, 2, 3))))
    order = ImageOrder(image=kept(picture(64, 64, (200, 0, 0))), margins=(10, 0, 0, 20))
    after = pixels(painter.fill(order, ticket).data)
    assert after.shape == (84, 74, 3)
    assert (after[:64, 10:] == (200, 0, 0)).all()
    assert (after[:, :10] == (1, 2, 3)).all()


@pytest.mark.parametrize(
    "fault",
    [
        JSONResponse(
            {"error": {"code": "unknown_parameter", "param": "quality", "message": "no"}}, 400
        ),
        JSONResponse({"detail": [{"loc": ["body", "quality"], "msg": "extra"}]}, 422),
        JSONResponse({"error": {"message": "Unknown parameter: 'quality'."}}, 400),
    ],
    ids=["openai", "fastapi", "sentence"],
)
def test_what_a_model_does_not_know_is_left_out(
    service: Any, painter: OpenAIImages, ticket: Ticket, picture: Any, fault: JSONResponse
) -> None:
    bad_size = {"error": {"code": "invalid_value", "param": "size", "message": "one of three"}}
    service.on(
        "POST /v1/images/generations",
        fault,
        JSONResponse(bad_size, 400),
        coded(picture(1024, 1024)),
    )
    made = painter.fill(ImageOrder(prompt="x", width=1000, height=1100), ticket)
    first, second, third = (one.json() for one in service.seen)
    assert "quality" in first
    assert "quality" not in second
    assert third["size"] == "1024x1024"
    assert "the model does not know quality" in made.receipt.notes


def test_no_transparency_is_a_failure_not_a_surprise(
    service: Any, painter: OpenAIImages, ticket: Ticket
) -> None:
    told = {"error": {"code": "unsupported_value", "param": "background", "message": "no"}}
    service.on("POST /v1/images/generations", JSONResponse(told, 400))
    for _ in range(2):
        with pytest.raises(GenerationFailed, match="makes no transparent pictures"):
            painter.fill(ImageOrder(prompt="x", transparent=True), ticket)


@pytest.mark.parametrize(
    ("told", "status", "says"),
    [
        ({"code": "insufficient_quota", "message": "pay"}, 429, "no credit is left"),
        ({"code": "invalid_api_key", "message": "bad key"}, 401, "Check DANQING_IMAGES_KEY"),
        ({"code": "content_policy_violation", "message": "no"}, 400, "Change the prompt"),
    ],
)
def test_what_no_retry_helps_is_asked_once(
    service: Any,
    painter: OpenAIImages,
    ticket: Ticket,
    told: dict[str, str],
    status: int,
    says: str,
) -> None:
    service.on("POST /v1/images/generations", JSONResponse({"error": told}, status))
    with pytest.raises(GenerationFailed, match=says):
        painter.fill(ImageOrder(prompt="x"), ticket)
    assert len(service.seen) == 1


@given(st.integers(16, 8192), st.integers(16, 8192))
def test_sizes_are_such_as_models_take(width: int, height: int) -> None:
    wide, tall = (int(part) for part in sizes_for(width, height)[0].split("x"))
    assert wide % 16 == 0
    assert tall % 16 == 0
    assert 1 / 3.1 <= wide / tall <= 3.1
    assert 1024 * 1024 <= wide * tall <= 3840 * 2160
    assert max(wide, tall) <= 3840
