"""The words: language models that answer with JSON, on this machine or behind an OpenAI-compatible address."""
