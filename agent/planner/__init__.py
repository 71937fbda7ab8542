"""Planners: by rules, or with a language model; both make plans of one form."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from agent.chat_model import ChatModel, ChatSettings
from agent.errors import AgentError
from agent.planner.base import Planner, PlanRequest
from agent.planner.llm import LlmPlanner
from agent.planner.rules import RulesPlanner
from tools.base import Tool

__all__ = ["PLANNERS", "PlanRequest", "Planner", "choose_planner"]

PLANNERS = ("auto", "rules", "llm")


def choose_planner(
    name: str, settings: ChatSettings | None, tools: Mapping[str, Tool[Any]]
) -> Planner:
    """Return a planner; auto takes the language model when one is configured.

    Raises:
        AgentError: llm was asked for and none is configured.
    """
    if name == "rules" or (name == "auto" and settings is None):
        return RulesPlanner(tools)
    if settings is None:
        raise AgentError(
            "no language model is configured; set DANQING_LLM_URL and DANQING_LLM_MODEL, "
            "or use --planner rules"
        )
    return LlmPlanner(ChatModel(settings), tools)
