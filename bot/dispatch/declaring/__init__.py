"""What a command is: its words, its argument and its parts, declared once."""
