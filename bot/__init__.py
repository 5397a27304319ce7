"""Telegram, settings and the composition root."""
