"""The agent thinks: it reads a brief, plans, makes, reviews and hands over."""
