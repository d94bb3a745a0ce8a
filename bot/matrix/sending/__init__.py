"""From the outbox to the homeserver."""
