"""What goes over the wire, read with suspicion and made with care."""
