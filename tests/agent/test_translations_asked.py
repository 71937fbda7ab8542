"""Translations asked of a model over HTTP: what is right passes, the rest is refused."""

import importlib.util
import json
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
import uvicorn
from hypothesis import given
from hypothesis import strategies as st
from pydantic import SecretStr

from agent.chat_model import ChatModel, ChatSettings
from agent.errors import ChatModelFailed
from agent.translations import ask_translation, translated
from agent.unchanged import changes, kept_parts, needs_translation
from compositor.errors import InvalidValue
from knowledge import resolve_theme
from tools.recipe import Recipe


def load(name: str) -> ModuleType:
    """Tests hold no packages, so a neighbor is loaded by its path."""
    spec = importlib.util.spec_from_file_location(name, Path(__file__).with_name(f"{name}.py"))
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


SERVER = load("chat_server")
RECIPE = Recipe(
    theme=resolve_theme(("swiss",), "", (), seed=1),
    language="en",
    words={
        "brand": "Northgate",
        "headline": "Quiet rooms\nat Northgate",
        "subhead": "From €18, on May 3 at 19:30",
        "price": "18 €",
        "cta": "Book at hello@northgate.org",
        "meta": "+49 30 1234 5678",
    },
    required=("Quiet rooms",),
    archetype="swiss_grid",
)
GOOD = {
    "headline": "Stille Räume\nbei Northgate",
    "subhead": "Ab 18 €, am 3. Mai um 19:30",
    "cta": "Buchen: hello@northgate.org",
}
Serve = Callable[[Any], ChatModel]


@pytest.fixture
def serve() -> Iterator[Serve]:
    """Put a chat server behind a real socket and return a model that asks it."""
    running: list[tuple[uvicorn.Server, threading.Thread]] = []

    def start(server: Any) -> ChatModel:
        config = uvicorn.Config(server.app, port=0, log_level="critical", lifespan="off")
        http = uvicorn.Server(config)
        thread = threading.Thread(target=http.run, daemon=True)
        thread.start()
        running.append((http, thread))
        while not http.started:
            time.sleep(0.005)
        port = http.servers[0].sockets[0].getsockname()[1]
        return model(f"http://127.0.0.1:{port}/v1")

    ChatModel._known_rungs.clear()
    yield start
    for http, thread in running:
        http.should_exit = True
        thread.join()


def model(url: str) -> ChatModel:
    settings = ChatSettings(
        base_url=url, model="tiny", api_key=SecretStr("sk-secret"), seconds=20
    )
    return ChatModel(settings)


def said(**changed: str | None) -> str:
    """Return the good answer with some slots changed, or left out."""
    texts = {**GOOD, **changed}
    return json.dumps({slot: text for slot, text in texts.items() if text is not None})


def test_a_good_answer_becomes_the_words_of_the_design(serve: Serve) -> None:
    server = SERVER.ChatServer([said()])
    german = translated(RECIPE, ask_translation(serve(server), RECIPE, "de"))
    assert german.words == {**RECIPE.words, **GOOD}
    assert german.language == "de"
    asked = json.loads(server.seen[0]["messages"][1]["content"])
    assert list(asked["texts"]) == list(GOOD)
    assert {"Northgate", "hello@northgate.org"} <= set(asked["keep"])
    schema = server.seen[0]["response_format"]["json_schema"]["schema"]
    assert schema["required"] == list(GOOD)


@pytest.mark.parametrize("flavor", ["no_schema", "text_only", "busy_once", "strict"])
def test_servers_of_every_temper_will_do(serve: Serve, flavor: str) -> None:
    translation = ask_translation(serve(SERVER.ChatServer([said()], flavor)), RECIPE, "de")
    assert translation.texts == GOOD


@pytest.mark.parametrize(
    "answer",
    [
        SERVER.fenced(GOOD),
        said(notes="I made it sound friendly", legal="Alle Rechte"),
        said().replace("\\n", "\n"),
    ],
    ids=["fenced", "more slots", "raw line ends"],
)
def test_careless_but_right_answers_are_taken_at_once(serve: Serve, answer: str) -> None:
    server = SERVER.ChatServer([answer])
    assert ask_translation(serve(server), RECIPE, "de").texts == GOOD
    assert len(server.seen) == 1


WRONG = {
    "missing slot": (said(cta=None), "cta"),
    "empty": (said(cta=" "), "cta: it is empty"),
    "one line": (said(headline="Stille Räume bei Northgate"), "1 line where the design has 2"),
    "price": (said(subhead="Ab 20 €, am 3. Mai um 19:30"), "the number 18 is gone"),
    "currency": (said(subhead="Ab $18, am 3. Mai um 19:30"), "€ is gone"),
    "day": (said(subhead="Ab 18 €, am 5. Mai um 19:30"), "the number 3 is gone"),
    "month": (said(subhead="Ab 18 €, am 3. Juni um 19:30"), "the month has changed"),
    "time": (said(subhead="Ab 18 €, am 3. Mai um 9:30"), "the number 19 is gone"),
    "brand": (said(headline="Stille Räume\nim Nordtor"), "'Northgate' must stay"),
    "address": (said(cta="Buchen: hallo@northgate.org"), "'hello@northgate.org' must stay"),
    "echo": (json.dumps({slot: RECIPE.words[slot] for slot in GOOD}), "not translated"),
    "language": (
        json.dumps(
            {
                "headline": "静かな部屋\nNorthgate",
                "subhead": "€18から、3日19:30",
                "cta": "予約 hello@northgate.org",
            }
        ),
        "is written in de",
    ),
}


@pytest.mark.parametrize(("answer", "message"), WRONG.values(), ids=WRONG)
def test_what_must_not_change_is_sent_back_and_then_refused(
    serve: Serve, answer: str, message: str
) -> None:
    server = SERVER.ChatServer([answer, said()])
    assert ask_translation(serve(server), RECIPE, "de").texts == GOOD
    assert message in server.seen[1]["messages"][-1]["content"]
    stubborn = SERVER.ChatServer([answer])
    with pytest.raises(ChatModelFailed, match=r"--texts de\.json") as caught:
        ask_translation(serve(stubborn), RECIPE, "de")
    assert message in str(caught.value)


@pytest.mark.parametrize(
    ("flavor", "message"),
    [
        ("busy", "slow down"),
        ("down", "overloaded"),
        ("wrong_key", "Incorrect API key"),
        ("page", "OpenAI-compatible"),
        ("refuses", "refused"),
        ("empty", "empty"),
        ("truncates", "cut off"),
    ],
)
def test_a_server_that_fails_is_one_clear_sentence(
    serve: Serve, flavor: str, message: str
) -> None:
    with pytest.raises(ChatModelFailed, match=message) as caught:
        ask_translation(serve(SERVER.ChatServer([said()], flavor)), RECIPE, "de")
    text = str(caught.value)
    assert "no translation into de" in text
    assert "nothing was changed" in text
    assert "--texts de.json" in text
    assert "sk-secret" not in text


def test_a_server_that_is_not_there_is_said_so() -> None:
    with pytest.raises(ChatModelFailed, match="Connection error") as caught:
        ask_translation(model("http://127.0.0.1:9/v1"), RECIPE, "de")
    assert "--texts de.json" in str(caught.value)


def test_a_language_is_a_code() -> None:
    with pytest.raises(InvalidValue, match="write de, ja"):
        ask_translation(model("http://127.0.0.1:9/v1"), RECIPE, "german")


def test_a_design_without_words_asks_nobody() -> None:
    bare = RECIPE.model_copy(
        update={"words": {"brand": "Northgate", "headline": "Northgate", "price": "18 €"}}
    )
    silent = ask_translation(model("http://127.0.0.1:9/v1"), bare, "ja")
    assert translated(bare, silent).words == bare.words


@pytest.mark.parametrize(
    ("source", "target", "languages"),
    [
        ("May 3", "5月3日", ("en", "zh-Hans")),
        ("5月3日 19:00", "3 mai, 19:00", ("zh-Hans", "fr")),
        ("3rd of May", "3 de mayo", ("en", "es")),
        ("三天两夜", "3 days, 2 nights", ("zh-Hans", "en")),
        ("第十二届", "The 12th", ("zh-Hans", "en")),
        ("全场8折", "20% off everything", ("zh-Hans", "en")),
        ("15% off", "85折", ("en", "zh-Hans")),
        ("From ¥1,200", "ab 1.200 ¥", ("en", "de")),
        ("7 pm", "晚上7点", ("en", "zh-Hans")),
        ("Room 4", "غرفة ٤", ("en", "ar")),
        ("2026.05.03", "2026.05.03", ("zh-Hans", "en")),
    ],
)
def test_the_same_in_other_words_is_no_change(
    source: str, target: str, languages: tuple[str, str]
) -> None:
    assert changes(source, target, languages) == ()


@pytest.mark.parametrize(
    ("source", "target", "languages"),
    [
        ("5月3日", "June 3", ("zh-Hans", "en")),
        ("June 3", "5月3日", ("en", "zh-Hans")),
        ("三天两夜", "4 days, 2 nights", ("zh-Hans", "en")),
        ("全场8折", "80% off everything", ("zh-Hans", "en")),
        ("电话 010-8888 6666", "Tel. 010-8888 6667", ("zh-Hans", "en")),
        ("电话 138 0000 1111", "Tel. 1111 0000 138", ("zh-Hans", "en")),
        ("满300减50", "Spend 300, save 60", ("zh-Hans", "en")),
        ("Open 9–5", "9–18 Uhr", ("en", "de")),
        ("Entry", "Eintritt 5 €", ("en", "de")),
        ("lumen.art", "lumen.com", ("en", "de")),
    ],
)
def test_other_facts_are_a_change(source: str, target: str, languages: tuple[str, str]) -> None:
    assert changes(source, target, languages)


@given(st.text(max_size=60), st.sampled_from(["zh-Hans", "en", "de", "ja"]))
def test_a_text_never_differs_from_itself(text: str, language: str) -> None:
    faults = changes(text, text, (language, language))
    assert faults == (() if text.strip() else ("it is empty",))
    assert needs_translation(text) in {True, False}
    assert all(part in text for part in kept_parts(text))
