"""The rooms that we are in, who is there, and what we show them besides words."""
