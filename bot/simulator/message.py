"""A message as a test or a demo reads it."""

from dataclasses import dataclass

from bot.simulator.journal import Json

MEDIA = ("photo", "video", "animation", "voice", "audio", "video_note", "document")


@dataclass(frozen=True, slots=True)
class Message:
    """A message at one moment: later edits are seen by looking it up again in its chat."""

    json: Json

    @property
    def id(self) -> int:
        """Return the message_id."""
        return int(self.json["message_id"])

    @property
    def chat_id(self) -> int:
        """Return the id of its chat."""
        return int(self.json["chat"]["id"])

    @property
    def text(self) -> str:
        """Return the text or the caption."""
        return str(self.json.get("text") or self.json.get("caption") or "")

    @property
    def is_from_bot(self) -> bool:
        """Whether the bot sent it."""
        return bool(self.json["from"]["is_bot"])

    @property
    def kind(self) -> str:
        """Return text, or the kind of file, or service."""
        if "text" in self.json:
            return "text"
        return next((kind for kind in MEDIA if kind in self.json), "service")

    @property
    def topic(self) -> int:
        """Return the thread of the topic it stands in, 0 for the general one and outside forums."""
        return int(self.json["message_thread_id"]) if self.json.get("is_topic_message") else 0

    @property
    def album(self) -> str:
        """Return the media_group_id, empty when it stands alone."""
        return str(self.json.get("media_group_id", ""))

    @property
    def file_id(self) -> str:
        """Return the file_id of its file, a photo's largest size; empty when there is none."""
        held = self.json.get(self.kind) if self.kind in MEDIA else None
        largest = held[-1] if isinstance(held, list) else held
        return str(largest["file_id"]) if isinstance(largest, dict) else ""

    @property
    def buttons(self) -> list[str]:
        """Return the labels of its inline keyboard, row by row."""
        rows = self.json.get("reply_markup", {}).get("inline_keyboard", [])
        return [button["text"] for row in rows for button in row]
