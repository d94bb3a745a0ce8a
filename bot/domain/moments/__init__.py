"""Days and times as people type them, in German and English."""
