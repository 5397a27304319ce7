"""What Telegram would forgive, but a person would notice."""

import re

from bot.simulator.files import is_known
from bot.simulator.journal import Json
from bot.simulator.probe import Upload
from bot.simulator.world import World

QUERY_LIFE = 15.0
"""Seconds within which a callback query must be answered (seen: "query is too old")."""
DRAFT_LIFE = 30.0
"""Seconds for which a draft is shown (docs, sendMessageDraft)."""
EDIT_PACE = 1.0
"""Seconds between two messages or edits in one chat (Telegram's FAQ for bots, "limits")."""

_MARKUP = re.compile(r"</?(?:b|i|u|s|code|pre|a|blockquote)>|&(?:lt|gt|amp|quot);|\*\*\S|\{[a-z_]+\}|\bNone\b")


def complain(world: World, about: str, chat_id: int | None = None) -> None:
    """Write a complaint down: one plain sentence, and the chat it happened in."""
    number = world.number("complaint")
    world.complaints.put(number, {"about": about, "chat_id": chat_id, "date": world.clock.now()})


def watch_text(world: World, chat_id: int, text: str) -> None:
    """Complain about markup or a blank that a person would read as such."""
    found = _MARKUP.search(text)
    if found:
        complain(world, f"A message shows {found[0]!r} to the person: {text[:60]!r}", chat_id)


def watch_upload(world: World, chat_id: int, upload: Upload) -> None:
    """Complain about bytes that are uploaded a second time."""
    if is_known(world, upload):
        complain(world, f"{upload.name} was uploaded again although it has a file_id", chat_id)


def watch_size(world: World, chat_id: int, sent: Json, upload: Upload) -> None:
    """Complain about a video whose stated size is not its own: it would be shown stretched or cropped."""
    stated = (sent.get("width"), sent.get("height"))
    if stated != (upload.facts.width, upload.facts.height):
        width, height = upload.facts.width, upload.facts.height
        complain(world, f"A video of {width}x{height} was sent as {stated[0]}x{stated[1]}", chat_id)


def watch_edit(world: World, chat_id: int) -> None:
    """Complain about edits that follow each other too closely for one chat."""
    edits = world.actions.get(f"edit/{chat_id}")
    now = world.clock.now()
    if edits and now - edits["at"] < EDIT_PACE:
        complain(world, f"Two edits within {now - edits['at']:.2f} s", chat_id)
    world.actions.put(f"edit/{chat_id}", {"at": now})


def expire(world: World) -> None:
    """Let go of drafts and callback queries whose time is over, and complain about what was left undone."""
    now = world.clock.now()
    for key, draft in list(world.drafts.items()):
        if now - draft["at"] > DRAFT_LIFE:
            world.drafts.drop(key)
            complain(world, f"A draft ended without a final message: {draft['text'][:60]!r}", draft["chat_id"])
    for key, query in list(world.callbacks.items()):
        if query["answer"] is None and not query["late"] and now - query["at"] > QUERY_LIFE:
            world.callbacks.amend(key, late=True)
            complain(world, f"The press of {query['label']!r} was never answered", query["chat_id"])
