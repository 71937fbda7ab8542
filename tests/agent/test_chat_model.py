"""The chat model gets a checked answer from servers of every temper, or says why not."""

import importlib.util
import json
from pathlib import Path
from types import ModuleType

import pytest
from pydantic import Field, SecretStr

from agent.chat_model import ChatModel, ChatSettings, Message, json_in, strict_schema
from agent.errors import ChatModelFailed
from compositor.document.frozen import Frozen


def load(name: str) -> ModuleType:
    """Tests hold no packages, so a neighbor is loaded by its path."""
    spec = importlib.util.spec_from_file_location(name, Path(__file__).with_name(f"{name}.py"))
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


SERVER = load("chat_server")
ASK: list[Message] = [{"role": "user", "content": "Name a color."}]
GOOD = json.dumps({"name": "teal", "share": 0.5, "words": {"zh": "蓝绿"}})


class Color(Frozen):
    name: str
    share: float = Field(ge=0, le=1)
    words: dict[str, str] = Field(default_factory=dict)


@pytest.fixture(autouse=True)
def forget_rungs() -> None:
    ChatModel._known_rungs.clear()


def model(server: object, **options: float) -> ChatModel:
    settings = ChatSettings.model_validate(
        {"base_url": "http://testserver/v1", "model": "tiny", "api_key": "sk-secret", **options}
    )
    return ChatModel(settings, http_client=server.client())  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("answers", "flavor", "rung", "repairs"),
    [
        ([GOOD], "ok", "json_schema", 0),
        ([GOOD], "busy_once", "json_schema", 0),
        ([SERVER.fenced(json.loads(GOOD))], "ok", "json_schema", 0),
        ([GOOD], "no_schema", "json_object", 0),
        ([GOOD], "text_only", "text", 0),
        (['{"name": "teal", "share": 7}', GOOD], "ok", "json_schema", 1),
        (["I think teal.", '{"name": 5', GOOD], "ok", "json_schema", 2),
    ],
)
def test_an_answer_is_got_down_the_ladder(
    answers: list[str], flavor: str, rung: str, repairs: int
) -> None:
    server = SERVER.ChatServer(answers, flavor)
    value, how = model(server).ask(ASK, Color)
    assert value.name == "teal"
    assert (how.rung, how.repairs) == (rung, repairs)


@pytest.mark.parametrize(
    ("flavor", "message"),
    [
        ("refuses", "refused"),
        ("truncates", "cut off"),
        ("down", "server failed"),
        ("empty", "empty"),
    ],
)
def test_what_cannot_be_used_is_one_clear_error(flavor: str, message: str) -> None:
    with pytest.raises(ChatModelFailed, match=message):
        model(SERVER.ChatServer([GOOD], flavor)).ask(ASK, Color)


def test_the_rung_that_worked_is_remembered() -> None:
    server = SERVER.ChatServer([GOOD], "no_schema")
    chat = model(server)
    chat.ask(ASK, Color)
    before = len(server.seen)
    chat.ask(ASK, Color)
    assert len(server.seen) == before + 1


def test_a_repair_tells_the_model_what_was_wrong() -> None:
    server = SERVER.ChatServer(['{"name": "teal", "share": 7}', GOOD])
    model(server).ask(ASK, Color)
    assert "share" in server.seen[1]["messages"][-1]["content"]


def test_budgets_end_the_talk() -> None:
    server = SERVER.ChatServer(["no"])
    with pytest.raises(ChatModelFailed, match="budget"):
        model(server, tokens=150).ask(ASK, Color)
    assert len(server.seen) == 2


def test_the_key_never_shows() -> None:
    settings = ChatSettings(model="m", api_key=SecretStr("sk-secret"))
    assert "sk-secret" not in repr(settings) + settings.model_dump_json()


def test_probe_answers_or_says_why() -> None:
    model(SERVER.ChatServer([GOOD])).probe()
    dead = ChatModel(ChatSettings(base_url="http://127.0.0.1:9/v1", model="m"))
    with pytest.raises(ChatModelFailed, match="does not answer"):
        dead.probe()


def test_strict_schema_closes_objects() -> None:
    schema = strict_schema(Color)
    assert schema["additionalProperties"] is False
    assert schema["required"] == ["name", "share", "words"]


@pytest.mark.parametrize("text", ["", "no json", '{"a": ', "<think>{}"])
def test_no_object_is_an_error(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        json_in(text)
