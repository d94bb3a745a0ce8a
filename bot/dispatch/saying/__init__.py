"""How it is said: replies, questions, lists and files become rows of the outbox."""
