"""All conversations as they looked, in one HTML file that needs nothing else."""

import base64
import json
from datetime import UTC, datetime
from html import escape
from pathlib import Path

from bot.simulator.formatting import entity_html
from bot.simulator.journal import Json
from bot.simulator.message import Message
from bot.simulator.people import Chat
from bot.simulator.server import PAGE
from bot.simulator.simulator import Simulator
from bot.simulator.world import World

PICTURE_SIDE = 320
"""Pixels of the longest side of the pictures that are put into the file."""
HUES = (18, 42, 95, 152, 186, 214, 262, 318)
"""Colours of portraits, in degrees; the same as in `page/dom.js`."""
BARS = 40


def chat_html(simulator: Simulator, folder: Path | None = None, *, language: str = "en") -> str:
    """Return the conversation of every chat as one HTML document.

    Args:
        simulator: whose chats.
        folder: where the document will lie. Pictures are put into the document itself, small; films, sounds and files
            can be opened only if their copies are written beside it, into `folder/chat`.
        language: of dates and of what happened (en, fr, zh).
    """
    words = json.loads((PAGE / "words" / f"{language}.json").read_text(encoding="utf-8"))
    page = _Page(simulator.world, words, folder)
    styles = "".join((PAGE / name).read_text(encoding="utf-8") for name in ("stage.css", "chat.css", "transcript.css"))
    styles = styles.replace('url("mark.svg")', f'url("{_data((PAGE / "mark.svg").read_bytes(), "image/svg+xml")}")')
    title = escape(simulator.world.bot["first_name"])
    chats = "".join(page.chat(chat) for chat in simulator.chats)
    return (
        f'<!doctype html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{title}</title>\n<style>\n{styles}</style>\n</head>\n"
        f'<body class="transcript">\n<h1>{title}</h1>\n<main>\n{chats}</main>\n</body>\n</html>\n'
    )


def _data(content: bytes, mime: str) -> str:
    return f"data:{mime};base64,{base64.b64encode(content).decode()}"


def _name(user: Json) -> str:
    return escape(f"{user['first_name']} {user.get('last_name', '')}".strip())


class _Page:
    """Draws messages in the classes of `page/chat.css`."""

    def __init__(self, world: World, words: Json, folder: Path | None) -> None:
        self._world = world
        self._words = words
        self._folder = folder

    def _say(self, key: str, **blanks: str) -> str:
        text = escape(str(self._words[key]))
        for name, value in blanks.items():
            text = text.replace("{" + name + "}", value)
        return text

    def chat(self, chat: Chat) -> str:
        """Draw one chat: who is in it, and every message."""
        record = self._world.chats[chat.id]
        is_private = record["chat"]["type"] == "private"
        members = [self._world.user(int(key)) for key in record["members"] if self._world.is_present(chat.id, int(key))]
        about = " · ".join(_name(user) for user in members)
        face = self._face(chat.id, chat.title, is_bot=False)
        head = f'<header class="head">{face}<span class="names"><strong>{escape(chat.title)}</strong>'
        messages = self._messages(chat, owner=chat.id if is_private else None)
        log = f'<div class="log">{messages}</div>'
        return f'<section class="talk">{head}<span>{about}</span></span></header>{log}</section>'

    def _face(self, identity: int, name: str, *, is_bot: bool) -> str:
        if is_bot:
            return '<span class="avatar small bot"></span>'
        initials = "".join(word[0] for word in name.split()[:2]).upper()
        return f'<span class="avatar small" style="--hue: {HUES[abs(identity) % len(HUES)]}">{escape(initials)}</span>'

    def _messages(self, chat: Chat, owner: int | None) -> str:
        drawn: list[str] = []
        day, before = "", None
        for group in _albums(chat.messages):
            moment = datetime.fromtimestamp(group[0].json["date"], UTC).astimezone()
            if f"{moment:%Y-%m-%d}" != day:
                day, before = f"{moment:%Y-%m-%d}", None
                drawn.append(f'<p class="day">{day}</p>')
            happened = self._happened(group[0].json)
            sender = None if happened else group[0].json["from"]["id"]
            if happened:
                drawn.append(f'<p class="happened">{happened}</p>')
            else:
                drawn.append(self._bubble(group, owner=owner, is_first=sender != before))
            before = sender
        return "\n".join(drawn)

    def _happened(self, message: Json) -> str:
        by = _name(message["from"])
        for key, words in (("new_chat_members", ("joined", "added")), ("left_chat_member", ("left", "removed"))):
            if key in message:
                one = message[key][0] if isinstance(message[key], list) else message[key]
                is_own = one["id"] == message["from"]["id"]
                return self._say(words[0 if is_own else 1], name=by, other=_name(one))
        if "pinned_message" in message:
            return self._say("pinned.by", name=by)
        for key in ("created", "edited", "closed", "reopened"):
            if f"forum_topic_{key}" in message:
                return self._say(f"topic.{key}", name=escape(message[f"forum_topic_{key}"].get("name", "")))
        return self._say("upgraded") if {"migrate_to_chat_id", "migrate_from_chat_id"} & message.keys() else ""

    def _bubble(self, group: list[Message], *, owner: int | None, is_first: bool) -> str:
        message, sender = group[0].json, group[0].json["from"]
        side = "own" if sender["id"] == owner else "theirs"
        hue = HUES[abs(sender["id"]) % len(HUES)]
        who = f'<span class="who" style="--hue: {hue}">{_name(sender)}</span>' if owner is None and is_first else ""
        worded = next((one.json for one in group if one.text), None)
        media = self._media(group)
        words = "" if worded is None else f'<div class="words" dir="auto">{_formatted(worded)}</div>'
        edited = f"{self._say('edited')} " if "edit_date" in message else ""
        moment = datetime.fromtimestamp(message["date"], UTC).astimezone()
        foot = f'{self._reactions(group[0])}<span class="meta">{edited}<time>{moment:%H:%M}</time></span>'
        inside = f'{who}{self._quoted(message)}{media}{words}<span class="foot">{foot}</span>'
        kind = "text" if group[0].kind == "text" else group[0].kind
        face = self._face(sender["id"], _name(sender), is_bot=sender["is_bot"]) if owner is None else ""
        return (
            f'<article class="message {side} {"first" if is_first else ""} last">{face}<div class="column">'
            f'<div class="bubble {kind}">{inside}</div>{self._keyboard(message)}</div></article>'
        )

    def _quoted(self, message: Json) -> str:
        forwarded = ""
        if "forward_origin" in message:
            origin = _name(message["forward_origin"]["sender_user"])
            forwarded = f'<span class="forwarded">{self._say("forwarded", name=origin)}</span>'
        if "reply_to_message" not in message:
            return forwarded
        replied = Message(message["reply_to_message"])
        said = message.get("quote", {}).get("text") or replied.text or self._words.get(replied.kind, "")
        return f'{forwarded}<div class="quoted"><b>{_name(replied.json["from"])}</b><span>{escape(said)}</span></div>'

    def _reactions(self, message: Message) -> str:
        held = Chat(self._world, message.chat_id).reactions(message)
        counted: dict[str, int] = {}
        for one in (emoji for several in held.values() for emoji in several):
            counted[one] = counted.get(one, 0) + 1
        chips = [f'<span class="emoji">{one}</span> {count if count > 1 else ""}' for one, count in counted.items()]
        shown = "".join(f"<button disabled>{chip}</button>" for chip in chips)
        return f'<span class="reactions">{shown}</span>' if shown else ""

    def _keyboard(self, message: Json) -> str:
        rows = message.get("reply_markup", {}).get("inline_keyboard", [])
        drawn = "".join(
            '<div class="row">'
            + "".join(f'<span class="key"><span>{escape(one["text"])}</span></span>' for one in row)
            + "</div>"
            for row in rows
        )
        return f'<div class="keyboard">{drawn}</div>' if drawn else ""

    def _media(self, group: list[Message]) -> str:
        kind = group[0].kind
        if kind == "text":
            return ""
        if kind in {"photo", "video", "animation"}:
            tiles = "".join(self._tile(one) for one in group)
            return f'<div class="tiles count-{len(group)}">{tiles}</div>'
        return f'<div class="files">{"".join(self._file(one) for one in group)}</div>'

    def _tile(self, message: Message) -> str:
        held = message.json[message.kind]
        small = _near(held) if isinstance(held, list) else held.get("thumbnail")
        source = "" if small is None else _data(self._read(small["file_id"]), "image/jpeg")
        address = self._copy(message.file_id)
        largest = held[-1] if isinstance(held, list) else held
        ratio = f"aspect-ratio: {largest['width'] or 9} / {largest['height'] or 16}"
        if message.kind != "photo" and address:
            film = f'controls preload="none" poster="{source}" src="{address}"'
            return f'<video class="tile" style="{ratio}" {film}></video>'
        picture = (
            f'<img src="{source}" alt="{escape(message.text or str(self._words[message.kind]))}">' if source else ""
        )
        return _linked(address, f'class="tile" style="{ratio}"', picture)

    def _file(self, message: Message) -> str:
        held, address = message.json[message.kind], self._copy(message.file_id)
        name = held.get("title") or held.get("file_name") or str(self._words[message.kind])
        seconds = held.get("duration")
        note = f"{seconds // 60}:{seconds % 60:02d}" if seconds is not None else f"{held['file_size'] / 1024:.1f} kB"
        names = f'<span class="names"><strong>{escape(name)}</strong><span>{note}</span></span>'
        if address and seconds is not None:
            return f'<div class="sound">{names}<audio controls preload="none" src="{address}"></audio></div>'
        return _linked(address, 'class="file"', f'<span class="disc"></span>{names}')

    def _read(self, file_id: str) -> bytes:
        return self._world.blobs.read(self._world.files[file_id]["digest"])

    def _copy(self, file_id: str) -> str:
        """Write a file beside the document; return its address there, empty without a folder."""
        if self._folder is None:
            return ""
        name = self._world.files[file_id]["path"].replace("/", "-")
        (self._folder / "chat").mkdir(parents=True, exist_ok=True)
        (self._folder / "chat" / name).write_bytes(self._read(file_id))
        return f"chat/{name}"


def _linked(address: str, attributes: str, inside: str) -> str:
    return f'<a href="{address}" {attributes}>{inside}</a>' if address else f"<span {attributes}>{inside}</span>"


def _near(sizes: list[Json]) -> Json:
    return min(sizes, key=lambda one: abs(max(one["width"], one["height"]) - PICTURE_SIDE))


def _albums(messages: list[Message]) -> list[list[Message]]:
    groups: list[list[Message]] = []
    for message in messages:
        if message.album and groups and groups[-1][0].album == message.album:
            groups[-1].append(message)
        else:
            groups.append([message])
    return groups


def _formatted(message: Json) -> str:
    text = message.get("text") or message.get("caption") or ""
    return entity_html(text, message.get("entities") or message.get("caption_entities") or [])
