"""The making of an episode as one page that needs nothing else: timeline, versions, prompt book."""
