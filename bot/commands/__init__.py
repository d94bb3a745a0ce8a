"""The chat door: one module per command word, found by discovery."""
