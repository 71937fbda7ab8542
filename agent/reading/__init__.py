"""Read a brief without a model: rules for Chinese, English and both together."""

from agent.reading.reader import read_brief

__all__ = ["read_brief"]
