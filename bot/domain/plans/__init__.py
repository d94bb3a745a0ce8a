"""What was promised for a moment: meetings, announcements, and the posts that follow from them."""
