"""From the homeserver's answer to the inbox."""
