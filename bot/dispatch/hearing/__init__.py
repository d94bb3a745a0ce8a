"""What a message says: whether it is for us, which line it holds, which question it answers."""
