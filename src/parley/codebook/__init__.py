"""What to look for: actors, cue words with their moods, media; YAML checked on load."""
