"""What a message leads to: a command, an answer, a form, a correction."""
