"""Who we are to the homeserver: the account, its tokens, and where they are kept."""
