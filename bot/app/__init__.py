"""The composition root: builds the parts, opens them in order, closes them in reverse."""
