"""What we said, and how we know it again."""
