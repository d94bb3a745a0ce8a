"""The networks, what they offer and need, their projects, requests and rooms."""
