"""What a message may hold: texts within their limits, keyboards that work, replies to what exists."""

from collections.abc import Callable

from bot.simulator import rules
from bot.simulator.call import Call
from bot.simulator.entities import (
    CAPTION_LIMIT,
    TEXT_LIMIT,
    Text,
    finish,
    read_given,
    read_html,
    utf16_length,
)
from bot.simulator.journal import Json
from bot.simulator.markdown import read_markdown
from bot.simulator.rules import Refused
from bot.simulator.world import World

BUTTONS_LIMIT = 100
ROW_LIMIT = 8
DATA_LIMIT = 64
COPY_LIMIT = 256
ACTIONS = (
    "url",
    "callback_data",
    "web_app",
    "login_url",
    "switch_inline_query",
    "switch_inline_query_current_chat",
    "switch_inline_query_chosen_chat",
    "copy_text",
    "callback_game",
    "pay",
)

PARSERS: dict[str, Callable[[str], Text]] = {"html": read_html, "markdownv2": read_markdown}


def read_text(raw: str, parse_mode: str, entities: list[Json]) -> Text:
    """Parse a text with its parse mode or its given entities, trim it and find links and commands in it."""
    if parse_mode:
        parser = PARSERS.get(parse_mode.lower())
        if parser is None:
            raise Refused(rules.PARSE_MODE)
        return finish(parser(raw))
    return finish(read_given(raw, entities))


def text_of(call: Call, *, may_be_empty: bool = False) -> Text:
    """Return the text of a message.

    Raises:
        Refused: it is empty or over 4096 UTF-16 units after parsing, or its markup is broken.
    """
    text = read_text(call.text("text"), call.text("parse_mode"), call.records("entities"))
    if not text.plain and not may_be_empty:
        raise Refused(rules.TEXT_EMPTY)
    if utf16_length(text.plain) > TEXT_LIMIT:
        raise Refused(rules.TEXT_LONG)
    return text


def caption_of(fields: Json) -> Text:
    """Return the caption among `fields` of a call or of an item of an album; at most 1024 UTF-16 units."""
    part = Call(method="", fields=fields, uploads={})
    text = read_text(part.text("caption"), part.text("parse_mode"), part.records("caption_entities"))
    if utf16_length(text.plain) > CAPTION_LIMIT:
        raise Refused(rules.CAPTION_LONG)
    return text


def markup_of(world: World, call: Call, chat_id: int) -> Json:
    """Return the reply markup, checked; an inline keyboard without buttons counts as none."""
    markup = call.json("reply_markup")
    if markup is None:
        return {}
    if not isinstance(markup, dict):
        raise Refused(rules.MARKUP_WRONG)
    if "inline_keyboard" not in markup:
        return markup
    rows = [row for row in markup["inline_keyboard"] if row]
    if sum(map(len, rows)) > BUTTONS_LIMIT or any(len(row) > ROW_LIMIT for row in rows):
        raise Refused(rules.MARKUP_LONG)
    for row in rows:
        for button in row:
            _check_button(button, is_private=world.is_private(chat_id))
    return {"inline_keyboard": rows} if rows else {}


def _check_button(button: Json, *, is_private: bool) -> None:
    if not isinstance(button.get("text"), str) or not button["text"].strip():
        raise Refused(rules.BUTTON_TEXT)
    if sum(action in button for action in ACTIONS) != 1:
        raise Refused(rules.BUTTON_BARE)
    if "callback_data" in button and not 1 <= len(str(button["callback_data"]).encode()) <= DATA_LIMIT:
        raise Refused(rules.BUTTON_DATA)
    if "url" in button and not str(button["url"]).startswith(("http://", "https://", "tg://")):
        raise Refused(rules.BUTTON_URL, url=button["url"])
    if "web_app" in button:
        if not is_private:
            raise Refused(rules.BUTTON_TYPE)
        if not str(button["web_app"].get("url", "")).startswith("https://"):
            _check_local(button["web_app"].get("url", ""))
    if "copy_text" in button and not 1 <= len(button["copy_text"].get("text", "")) <= COPY_LIMIT:
        raise Refused(rules.BUTTON_COPY)


def _check_local(url: str) -> None:
    """Accept plain HTTP for this machine only, as Telegram's test environment does (docs, "Testing Mini Apps")."""
    if not url.startswith(("http://127.0.0.1", "http://localhost")):
        raise Refused(rules.BUTTON_URL, url=url)


def reply_of(world: World, call: Call, chat_id: int) -> Json:
    """Return the fields of a Message that say what it replies to."""
    given = call.record("reply_parameters")
    if not given and "reply_to_message_id" in call.fields:
        given = {
            "message_id": call.integer("reply_to_message_id"),
            "allow_sending_without_reply": call.flag("allow_sending_without_reply"),
        }
    if not given:
        return {}
    origin = int(given.get("chat_id", chat_id))
    message = world.messages(origin).get(int(given.get("message_id", 0)))
    if message is None:
        if given.get("allow_sending_without_reply"):
            return {}
        raise Refused(rules.REPLY_NOT_FOUND)
    return _replied(message, given) | quote_of(message, given)


def _replied(message: Json, given: Json) -> Json:
    if given.get("chat_id", message["chat"]["id"]) != message["chat"]["id"]:
        origin = {"type": "user", "date": message["date"], "sender_user": message["from"]}
        return {"external_reply": {"origin": origin, "chat": message["chat"], "message_id": message["message_id"]}}
    return {"reply_to_message": without_reply(message)}


def without_reply(message: Json) -> Json:
    """Return a message as it stands inside another: a reply within a reply is not told (docs, Message)."""
    return {key: value for key, value in message.items() if key not in {"reply_to_message", "quote", "reply_markup"}}


def quote_of(message: Json, given: Json) -> Json:
    """Return the quoted part, which must stand in the message word for word."""
    if not given.get("quote"):
        return {}
    quote = read_text(given["quote"], given.get("quote_parse_mode", ""), given.get("quote_entities", []))
    whole = message.get("text") or message.get("caption") or ""
    at = whole.find(quote.plain)
    if at < 0:
        raise Refused(rules.QUOTE_WRONG)
    return {"quote": {"text": quote.plain, "position": utf16_length(whole[:at]), "is_manual": True}}
