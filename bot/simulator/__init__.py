"""A local Telegram Bot API server, as strict as Telegram, with people who write, press and upload."""
