"""Netzwerklotse: a Matrix bot for networks that learn from one another."""

__version__ = "0.1.0"
