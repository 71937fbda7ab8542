"""Layout: themes, archetypes, and a Document turned into Frames of fixed positions."""
