"""A language model over real HTTP: edits and proposals, checked, asked again, or refused."""

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

from agent.chat_model import ChatModel, ChatSettings
from agent.editing.context import EditContext
from agent.editing.edit import CannotEdit
from agent.editing.model import ask_edits
from agent.planner.base import PlanRequest
from agent.planner.proposals import ask_proposals
from agent.reading import read_brief

_GOOD = {
    "motif": "tide",
    "reason_en": "the tide rises under the sun the name looks at",
    "reason_zh": "日升潮起，应名而生",
    "sketch": [
        "a = # circle 48 34 18",
        "b = stroke 8 line 12 70 84 70",
        "ink main b",
        "ink spark a",
    ],
}


class _Server(ThreadingHTTPServer):
    """Answers each request with the next text; keeps what it was asked."""

    daemon_threads = True

    def __init__(self, answers: list[str]) -> None:
        super().__init__(("127.0.0.1", 0), _Answers)
        self.answers = answers
        self.seen: list[dict[str, Any]] = []


class _Answers(BaseHTTPRequestHandler):
    def do_POST(self) -> None:
        server = self.server
        assert isinstance(server, _Server)
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        server.seen.append(body)
        content = server.answers[min(len(server.seen), len(server.answers)) - 1]
        choice = {
            "index": 0,
            "finish_reason": "stop",
            "message": {"role": "assistant", "content": content},
        }
        plain = {
            "id": "chat-1",
            "object": "chat.completion",
            "created": 1,
            "model": body["model"],
            "choices": [choice],
            "usage": {"prompt_tokens": 5, "completion_tokens": 5, "total_tokens": 10},
        }
        data = json.dumps(plain).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *_: Any) -> None:
        """Nothing on stderr."""


@contextmanager
def _serving(*answers: object) -> Iterator[tuple[ChatModel, _Server]]:
    texts = [a if isinstance(a, str) else json.dumps(a, ensure_ascii=False) for a in answers]
    server = _Server(texts)
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    host, port = server.server_address[:2]
    settings = ChatSettings.model_validate(
        {"base_url": f"http://{host!s}:{port}/v1", "model": "tiny", "api_key": "sk-test"}
    )
    ChatModel._known_rungs.clear()
    try:
        yield ChatModel(settings), server
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def _edit(**update: Any) -> dict[str, Any]:
    whole = {
        "target": "mark",
        "parameter": "roundness",
        "how": "more",
        "amount": 1.0,
        "value": "",
        "source": "",
    }
    return {"edits": [{**whole, **update}], "answer": ""}


def test_edits_come_over_the_wire() -> None:
    words = "它看起来太冷硬了，亲切些"
    with _serving(_edit()) as (model, server):
        (edit,) = ask_edits(model, words, EditContext(), "not understood")
    assert (edit.parameter, edit.amount, edit.words) == ("roundness", 1.0, words)
    said = json.dumps(server.seen[0], ensure_ascii=False)
    assert "太冷硬了" in said
    assert "part-top" in said


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        (_edit(parameter="zoom"), "cannot be changed here"),
        (_edit(target="antlers"), "no target"),
        (_edit(amount=0.0), "steps"),
        (_edit(parameter="color", how="set", value="blueish"), "no hex color"),
        (_edit(parameter="text", target="name", how="set", value="Acme"), "letter by letter"),
    ],
)
def test_a_wrong_edit_goes_back_with_the_reason(wrong: dict[str, Any], says: str) -> None:
    with _serving(wrong, _edit(target="part-top", parameter="detail", amount=-1.0)) as (
        model,
        server,
    ):
        (edit,) = ask_edits(model, "the horns are fussy", EditContext(), "not understood")
    assert (edit.target, edit.parameter) == ("part-top", "detail")
    assert says in json.dumps(server.seen[1], ensure_ascii=False)


def test_no_edit_is_an_answer() -> None:
    with _serving({"edits": [], "answer": "标志没有声音可以改。"}) as (model, _):  # noqa: SIM117
        with pytest.raises(CannotEdit, match="没有声音"):
            ask_edits(model, "声音大一点", EditContext(), "not understood")


def test_proposals_are_drawn_before_they_are_believed() -> None:
    bad = {**_GOOD, "sketch": ["a = # circle 48 48", "ink main a"]}
    proposal_fields = {"concepts": [_GOOD]}
    with _serving({"concepts": [bad]}, proposal_fields) as (model, server):
        request = PlanRequest(brief=read_brief("为海边民宿“潮见”设计logo，不要出现贝壳"))
        kept, notes = ask_proposals(model, request)
    assert [p.motif for p in kept] == ["tide"]
    assert "line 1" in json.dumps(server.seen[1], ensure_ascii=False)
    assert "1 repairs" in notes[0]


def test_what_the_brief_rules_out_is_left_out() -> None:
    shell = {**_GOOD, "motif": "shell"}
    with _serving({"concepts": [shell, _GOOD]}) as (model, _):
        request = PlanRequest(
            brief=read_brief("Logo for Tidal, a seaside inn. No shell, please.")
        )
        kept, notes = ask_proposals(model, request)
    assert [p.motif for p in kept] == ["tide"]
    assert any("left out" in note for note in notes)
