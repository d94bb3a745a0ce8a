"""From a stored message or a due job to a worded answer in the outbox."""
