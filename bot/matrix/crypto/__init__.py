"""Encrypted rooms: our device and its keys, whom we trust with what, and never a clear word.

What nio's Olm machine does well is its own business here; what other people send, what the
homeserver claims and what is stored between two runs is guarded by us.
"""
