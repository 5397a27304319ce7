"""Streaming: an answer that is shown while it comes, word by word; how it ends, and who may end it."""
