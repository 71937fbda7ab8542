"""The language model behind any OpenAI-compatible server: checked answers within a budget.

Servers differ in what they understand, and models in what they return. So an answer is
asked for down a ladder (json_schema, then json_object with the schema in the prompt, then
plain text), read leniently (reasoning and code fences are cut away) and checked strictly;
what does not fit goes back to the model with the reason, twice at most.
"""

from __future__ import annotations

import json
import re
import time
from collections.abc import Callable
from typing import Any, ClassVar, Literal, TypeVar

import openai
from openai.types.chat import ChatCompletion, ChatCompletionMessageParam
from pydantic import BaseModel, Field, SecretStr, ValidationError

from agent.errors import ChatModelFailed
from compositor.document.frozen import Frozen

__all__ = ["Answer", "ChatModel", "ChatSettings", "Message", "json_in", "strict_schema"]

T = TypeVar("T", bound=BaseModel)
Rung = Literal["json_schema", "json_object", "text"]
Message = ChatCompletionMessageParam

_LADDER: tuple[Rung, ...] = ("json_schema", "json_object", "text")
_MOST_REPAIRS = 2
_REASONING = re.compile(r"<think>.*?(</think>|$)", re.DOTALL | re.IGNORECASE)


class ChatSettings(Frozen):
    """Where the model is and what it may cost."""

    base_url: str = ""
    """Of the server; empty means OpenAI's own."""
    model: str = Field(min_length=1)
    api_key: SecretStr = SecretStr("")
    """Never printed, never stored in a plan."""
    seconds: float = Field(gt=0, default=120.0)
    """Of one planning, retries included."""
    tokens: int = Field(gt=0, default=20000)
    """Of one planning, prompts and answers together."""


class Answer(Frozen):
    """How an answer came about."""

    rung: Rung
    repairs: int
    tokens: int


class ChatModel:
    """Asks a chat model for values of a given type.

    Args:
        settings: Server, model, budgets.
        http_client: Carries the requests; the default opens connections itself.
        clock: Seconds that only grow.
    """

    _known_rungs: ClassVar[dict[tuple[str, str], Rung]] = {}
    """The rung that worked, by server and model."""

    def __init__(
        self,
        settings: ChatSettings,
        http_client: Any = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self.settings = settings
        self._clock = clock
        self._client = openai.OpenAI(
            base_url=settings.base_url or None,
            api_key=settings.api_key.get_secret_value() or "none",
            timeout=settings.seconds,
            max_retries=2,
            http_client=http_client,
        )

    def probe(self) -> None:
        """Ask the server for its models.

        Raises:
            ChatModelFailed: It does not answer; the message names the cause.
        """
        try:
            self._client.with_options(timeout=5.0, max_retries=0).models.list()
        except openai.OpenAIError as error:
            raise ChatModelFailed(
                f"{self.settings.base_url} does not answer: {self._cause(error)}"
            ) from error

    def ask(self, messages: list[Message], answer_type: type[T]) -> tuple[T, Answer]:
        """Return a checked answer and how it was got.

        Raises:
            ChatModelFailed: No rung gave a usable answer within the budgets, the model
                refused, or the server failed.
        """
        deadline = self._clock() + self.settings.seconds
        spent = 0
        place = (self.settings.base_url, self.settings.model)
        start = _LADDER.index(self._known_rungs.get(place, "json_schema"))
        fault = "no answer"
        for rung in _LADDER[start:]:
            talk = _with_schema(messages, answer_type, rung)
            for repairs in range(_MOST_REPAIRS + 1):
                left = deadline - self._clock()
                if left <= 0 or spent >= self.settings.tokens:
                    raise ChatModelFailed(
                        f"the planning budget is used up; last fault: {fault}"
                    )
                try:
                    completion = self._complete(talk, rung, answer_type, left, spent)
                except (openai.BadRequestError, openai.UnprocessableEntityError) as error:
                    fault = f"the server refuses {rung}: {self._cause(error)}"
                    break
                except openai.OpenAIError as error:
                    raise ChatModelFailed(
                        f"the model server failed: {self._cause(error)}"
                    ) from error
                spent += (completion.usage.total_tokens or 0) if completion.usage else 0
                text, fault = _text_of(completion)
                if fault.startswith("refused"):
                    raise ChatModelFailed(f"the model {fault}")
                if not fault:
                    try:
                        value = answer_type.model_validate(json_in(text))
                    except (ValidationError, ValueError) as error:
                        fault = _why(error)
                    else:
                        self._known_rungs[place] = rung
                        return value, Answer(rung=rung, repairs=repairs, tokens=spent)
                talk = [*talk, *_repair(text, fault)]
        raise ChatModelFailed(f"the model gave nothing usable: {fault}")

    def _complete(
        self,
        talk: list[Message],
        rung: Rung,
        answer_type: type[BaseModel],
        left_s: float,
        spent: int,
    ) -> ChatCompletion:
        extra: dict[str, Any] = {}
        if rung == "json_schema":
            extra["response_format"] = {
                "type": "json_schema",
                "json_schema": {
                    "name": answer_type.__name__.lower().strip("_"),
                    "schema": strict_schema(answer_type),
                    "strict": True,
                },
            }
        elif rung == "json_object":
            extra["response_format"] = {"type": "json_object"}
        completion: ChatCompletion = self._client.with_options(
            timeout=max(1.0, left_s)
        ).chat.completions.create(
            model=self.settings.model,
            messages=talk,
            temperature=0.4,
            max_tokens=min(4096, max(256, self.settings.tokens - spent)),
            **extra,
        )
        if not isinstance(completion, ChatCompletion):
            raise ChatModelFailed(
                f"{self.settings.base_url} answers, but not as an OpenAI-compatible server; "
                "the address usually ends in /v1"
            )
        return completion

    def _cause(self, error: openai.OpenAIError) -> str:
        """One line that never holds the key, whatever the server said."""
        said = " ".join(str(error).split())
        key = self.settings.api_key.get_secret_value()
        return (said.replace(key, "[key]") if key else said)[:200]


def _with_schema(
    messages: list[Message], answer_type: type[BaseModel], rung: Rung
) -> list[Message]:
    if rung == "json_schema":
        return list(messages)
    schema = json.dumps(strict_schema(answer_type), ensure_ascii=False)
    note: Message = {
        "role": "user",
        "content": f"Answer with one JSON object and nothing else. Its JSON schema:\n{schema}",
    }
    return [*messages, note]


def _text_of(completion: ChatCompletion) -> tuple[str, str]:
    """Return the answer's text and what is wrong with it, or an empty fault."""
    if not completion.choices:
        return "", "the answer is empty"
    choice = completion.choices[0]
    if not choice.message:
        return "", "the answer is empty"
    text = choice.message.content or ""
    if choice.message.refusal:
        return text, f"refused: {choice.message.refusal[:120]}"
    if choice.finish_reason == "content_filter":
        return text, "refused: the server's content filter"
    if choice.finish_reason == "length":
        return text, "the answer was cut off; be shorter"
    return text, "" if text.strip() else "the answer is empty"


def _repair(text: str, fault: str) -> list[Message]:
    said: Message = {"role": "assistant", "content": text[:4000] or "(nothing)"}
    ask: Message = {
        "role": "user",
        "content": f"That cannot be used: {fault}. Send the whole JSON object, corrected.",
    }
    return [said, ask]


def json_in(text: str) -> Any:
    r"""Return the first JSON object in a model's answer.

    Cuts away ``<think>`` reasoning, code fences and talk around the object.

    Raises:
        ValueError: There is none, or it is cut off.

    >>> json_in('<think>hm</think>```json\n{"a": 1}\n```')
    {'a': 1}
    """
    plain = _REASONING.sub("", text)
    start = plain.find("{")
    if start < 0:
        raise ValueError("there is no JSON object in it")
    value, _ = json.JSONDecoder(strict=False).raw_decode(plain[start:])
    return value


def strict_schema(answer_type: type[BaseModel]) -> dict[str, Any]:
    """Return the model's JSON schema as strict servers want it.

    Every object closes itself with ``additionalProperties: false`` and requires all of its
    properties; maps of free keys keep their value type.
    """
    schema = answer_type.model_json_schema()

    def close(node: object) -> None:
        if isinstance(node, dict):
            if node.get("type") == "object" and "properties" in node:
                node["additionalProperties"] = False
                node["required"] = list(node["properties"])
            node.pop("default", None)
            for value in node.values():
                close(value)
        elif isinstance(node, list):
            for value in node:
                close(value)

    close(schema)
    return schema


def _why(error: ValueError) -> str:
    if isinstance(error, ValidationError):
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"]) or "the object"
        return f"{where}: {first['msg']}"
    return str(error)
