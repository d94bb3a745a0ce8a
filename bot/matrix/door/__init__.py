"""The way to the homeserver: requests, what can go wrong with them, and how long to wait then."""
