"""What is said and by whom: messages, replies, questions, acts, and the voices people chose."""
