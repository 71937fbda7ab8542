"""An OpenAI-compatible server that misbehaves on request; runs in the test's own process."""

import json
from typing import Any

from fastapi import FastAPI, Request
from fastapi.responses import HTMLResponse, JSONResponse, Response
from starlette.testclient import TestClient

__all__ = ["ChatServer"]


class ChatServer:
    """Answers /v1/chat/completions with the texts it was given, misbehaving as told.

    Attributes:
        answers: Content of each answer in turn; the last one repeats.
        flavor: ok, no_schema (400 on json_schema), text_only (400 on any response_format),
            busy_once (429 first), busy (429 always), refuses, truncates, down (503), empty,
            wrong_key (401, with the key in the message), page (a web page instead of an
            answer), hollow (an answer without choices), strict (422 on json_schema).
        seen: Every request body, oldest first.
    """

    def __init__(self, answers: list[str], flavor: str = "ok") -> None:
        self.answers = answers
        self.flavor = flavor
        self.seen: list[dict[str, Any]] = []
        self.app = FastAPI()
        self.app.post("/v1/chat/completions")(self._complete)
        self.app.get("/v1/models")(self._models)

    def client(self) -> TestClient:
        """Return an HTTP client whose requests arrive here."""
        return TestClient(self.app, base_url="http://testserver")

    async def _models(self) -> dict[str, Any]:
        return {"object": "list", "data": [{"id": "tiny", "object": "model"}]}

    async def _complete(self, request: Request) -> Response:
        body = await request.json()
        self.seen.append(body)
        form = (body.get("response_format") or {}).get("type", "text")
        fault = self._fault(form, request.headers["authorization"])
        if fault is not None:
            return fault
        content = self.answers[min(len(self.seen), len(self.answers)) - 1]
        message: dict[str, Any] = {"role": "assistant", "content": content, "refusal": None}
        finish = "stop"
        if self.flavor == "refuses":
            message |= {"content": None, "refusal": "I cannot help with that"}
        if self.flavor == "truncates":
            message["content"], finish = content[: len(content) // 2], "length"
        if self.flavor == "empty":
            message["content"] = ""
        return JSONResponse(
            {
                "id": "chat-1",
                "object": "chat.completion",
                "created": 1,
                "model": body["model"],
                "choices": [{"index": 0, "message": message, "finish_reason": finish}],
                "usage": {"prompt_tokens": 50, "completion_tokens": 50, "total_tokens": 100},
            }
        )

    def _fault(self, form: str, authorization: str) -> Response | None:
        if self.flavor == "page":
            return HTMLResponse("<html>Welcome</html>")
        if self.flavor == "hollow":
            return JSONResponse({"id": "chat-1", "object": "chat.completion", "choices": None})
        key = authorization.removeprefix("Bearer ")
        faults = {
            "wrong_key": (True, 401, f"Incorrect API key provided: {key}"),
            "down": (True, 503, "overloaded"),
            "busy": (True, 429, "slow down"),
            "busy_once": (len(self.seen) == 1, 429, "slow down"),
            "no_schema": (form == "json_schema", 400, "json_schema is not supported"),
            "strict": (form == "json_schema", 422, "unknown variant json_schema"),
            "text_only": (form != "text", 400, "response_format is not supported"),
        }
        applies, status, message = faults.get(self.flavor, (False, 200, ""))
        headers = {"retry-after": "0.01"} if status in (429, 503) else None
        return self._error(status, message, headers) if applies else None

    def _error(
        self, status: int, message: str, headers: dict[str, str] | None = None
    ) -> JSONResponse:
        return JSONResponse(
            {"error": {"message": message, "type": "error", "code": str(status)}},
            status_code=status,
            headers=headers,
        )


def fenced(value: object) -> str:
    """Return a value as a chatty model sends it: thinking, talk and a code fence."""
    return f"<think>let me {{think}}</think>Sure!\n```json\n{json.dumps(value)}\n```\nDone."
