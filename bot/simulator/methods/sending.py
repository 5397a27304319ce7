"""Methods that put something into a chat."""

from bot.simulator import rules
from bot.simulator.call import Call
from bot.simulator.complaints import watch_size, watch_text, watch_upload
from bot.simulator.content import caption_of, markup_of, reply_of, text_of
from bot.simulator.entities import read_given, utf16_length
from bot.simulator.files import Asked, attach
from bot.simulator.journal import Json
from bot.simulator.probe import Upload
from bot.simulator.reach import chat_of, in_topic, thread_of, with_thread
from bot.simulator.rules import Refused
from bot.simulator.world import World

FACTS = {
    "video": ("width", "height", "duration", "start_timestamp"),
    "animation": ("width", "height", "duration"),
    "audio": ("duration", "performer", "title"),
    "voice": ("duration",),
    "video_note": ("length", "duration"),
}
"""What the sender may say about a file of each kind (docs)."""
NUMBERS = frozenset({"width", "height", "duration", "start_timestamp", "length"})
ALBUM_SIZES = range(2, 11)
ALONE = frozenset({"audio", "document"})
"""Kinds that form albums only among themselves (docs, sendMediaGroup)."""
ACTIONS = frozenset(
    {
        "typing",
        "upload_photo",
        "record_video",
        "upload_video",
        "record_voice",
        "upload_voice",
        "upload_document",
        "choose_sticker",
        "find_location",
        "record_video_note",
        "upload_video_note",
    }
)


def send_message(world: World, call: Call) -> Json:
    """Send a text."""
    chat_id = chat_of(world, call)
    text = text_of(call)
    options = call.record("link_preview_options")
    return deliver(world, call, chat_id, text.fields("text") | ({"link_preview_options": options} if options else {}))


def send_media(world: World, call: Call, kind: str) -> Json:
    """Send a photo, video, animation, voice message, audio, video note or document."""
    chat_id = chat_of(world, call)
    source = call.file(kind)
    if source is None:
        raise Refused(rules.FILE_MISSING, kind=kind.replace("_", " "))
    content = media_fields(world, chat_id, call, dict(call.fields), kind, source)
    return deliver(world, call, chat_id, content)


def media_fields(world: World, chat_id: int, call: Call, fields: Json, kind: str, source: Upload | str) -> Json:
    """Return one file with its caption as fields of a Message; `fields` are the call's, or an album item's."""
    caption = caption_of(fields)
    if isinstance(source, Upload):
        watch_upload(world, chat_id, source)
    content = attach(world, kind, source, _asked(call, fields, kind))
    if isinstance(source, Upload) and "video" in content:
        watch_size(world, chat_id, content["video"], source)
    if "animation" in content:
        content["document"] = {
            key: value for key, value in content["animation"].items() if key not in {"width", "height", "duration"}
        }
    content |= caption.fields("caption")
    part = Call(method="", fields=fields, uploads={})
    for asked, told in (("has_spoiler", "has_media_spoiler"), ("show_caption_above_media",) * 2):
        if part.flag(asked):
            content[told] = True
    return content


def _asked(call: Call, fields: Json, kind: str) -> Asked:
    part = Call(method="", fields=fields, uploads=call.uploads)
    facts = {
        name: part.integer(name) if name in NUMBERS else part.text(name)
        for name in FACTS.get(kind, ())
        if fields.get(name) not in {None, ""}
    }
    thumbnail, cover = part.file("thumbnail"), part.file("cover")
    return Asked(
        facts=facts,
        thumbnail=thumbnail if isinstance(thumbnail, Upload) else None,
        cover=cover if isinstance(cover, Upload) else None,
    )


def send_media_group(world: World, call: Call) -> list[Json]:
    """Send an album: 2 to 10 items that a person sees as one message."""
    chat_id = chat_of(world, call)
    items = call.records("media")
    if len(items) not in ALBUM_SIZES:
        raise Refused(rules.ALBUM_SMALL)
    kinds = {str(item.get("type", "")) for item in items}
    for kind in kinds & ALONE:
        if len(kinds) > 1:
            raise Refused(rules.ALBUM_MIXED, kind=kind.capitalize())
    if not kinds <= {"photo", "video"} | ALONE:
        raise Refused(rules.PARAMETER_WRONG, name="media", reason="an album holds photos, videos, audios or documents")
    group = {"media_group_id": str(world.number("album", 13_000_000_000_000_001))}
    contents = [
        media_fields(world, chat_id, call, item, item["type"], call.resolve(str(item.get("media", ""))))
        for item in items
    ]
    return [deliver(world, call, chat_id, content | group) for content in contents]


def deliver(world: World, call: Call, chat_id: int, content: Json) -> Json:
    """Post the bot's message: with its reply, thread and keyboard; it ends drafts and chat actions there."""
    reply = reply_of(world, call, chat_id)
    heads = _followed(world, chat_id, reply) | thread_of(world, call, chat_id) | reply
    markup = {} if "media_group_id" in content else markup_of(world, call, chat_id)
    if call.flag("protect_content"):
        heads["has_protected_content"] = True
    if "inline_keyboard" in markup:
        heads["reply_markup"] = markup
    watch_text(world, chat_id, content.get("text") or content.get("caption") or "")
    message = world.post(chat_id, world.bot["id"], heads | content)
    if markup and "inline_keyboard" not in markup:
        shown = None if markup.get("remove_keyboard") else {"message_id": message["message_id"], "markup": markup}
        world.chats.amend(chat_id, keyboard=shown)
    world.drafts.drop(f"{chat_id}/{heads.get('message_thread_id', 0)}")
    world.actions.drop(chat_id)
    return message


def _followed(world: World, chat_id: int, reply: Json) -> Json:
    """Return the thread that a reply goes to by itself."""
    thread = with_thread(reply["reply_to_message"]) if "reply_to_message" in reply else {}
    return in_topic(world, chat_id, thread["message_thread_id"]) if "is_topic_message" in thread else thread


def send_message_draft(world: World, call: Call) -> bool:
    """Show a text that is still being written; it lives 30 seconds unless it is sent again or ended by a message."""
    chat_id = chat_of(world, call)
    if not world.is_private(chat_id):
        raise Refused(rules.DRAFT_PRIVATE)
    draft_id = call.integer("draft_id")
    if draft_id == 0:
        raise Refused(rules.DRAFT_ID)
    text = text_of(call, may_be_empty=True)
    thread = thread_of(world, call, chat_id).get("message_thread_id", 0)
    draft = {"chat_id": chat_id, "draft_id": draft_id, "thread": thread, "text": text.plain, "entities": text.entities}
    stop = {"can_stop": call.flag("can_stop"), "keep_on_stop": call.flag("keep_on_stop")}
    world.drafts.put(f"{chat_id}/{thread}", {**draft, **stop, "at": world.clock.now()})
    return True


def send_chat_action(world: World, call: Call) -> bool:
    """Show for five seconds that the bot is at work."""
    chat_id = chat_of(world, call)
    action = call.text("action")
    if action not in ACTIONS:
        raise Refused(rules.ACTION_WRONG)
    thread_of(world, call, chat_id)
    world.actions.put(chat_id, {"action": action, "at": world.clock.now()})
    return True


def forward_message(world: World, call: Call) -> Json:
    """Forward a message; the origin is told."""
    chat_id, source = chat_of(world, call), _source(world, call, rules.FORWARD_NOT_FOUND)
    origin = {"type": "user", "date": source["date"], "sender_user": source["from"]}
    return deliver(world, call, chat_id, _carried(source) | {"forward_origin": source.get("forward_origin", origin)})


def copy_message(world: World, call: Call) -> Json:
    """Copy a message without telling its origin; a new caption may replace the old one."""
    chat_id, source = chat_of(world, call), _source(world, call, rules.COPY_NOT_FOUND)
    content = _carried(source)
    if "caption" in call.fields and "text" not in content:
        content = {key: value for key, value in content.items() if key not in {"caption", "caption_entities"}}
        content |= caption_of(dict(call.fields)).fields("caption")
    return {"message_id": deliver(world, call, chat_id, content)["message_id"]}


def copy_messages(world: World, call: Call) -> list[Json]:
    """Copy several messages; those that are missing are skipped (docs, copyMessages)."""
    chat_id, origin = chat_of(world, call), chat_of(world, call, "from_chat_id")
    ids = call.json("message_ids")
    numbers = [int(str(one)) for one in ids] if isinstance(ids, list) else []
    found = [world.messages(origin)[number] for number in numbers if number in world.messages(origin)]
    if not found:
        raise Refused(rules.COPY_NOT_FOUND)
    return [{"message_id": deliver(world, call, chat_id, _carried(source))["message_id"]} for source in found]


CARRIED = (
    "text",
    "entities",
    "caption",
    "caption_entities",
    "photo",
    "video",
    "animation",
    "document",
    "voice",
    "audio",
    "video_note",
    "has_media_spoiler",
    "show_caption_above_media",
    "link_preview_options",
)


def _carried(source: Json) -> Json:
    return {key: source[key] for key in CARRIED if key in source}


def _source(world: World, call: Call, rule: rules.Rule) -> Json:
    origin = chat_of(world, call, "from_chat_id")
    source = world.messages(origin).get(call.integer("message_id"))
    if source is None or not _carried(source):
        raise Refused(rule)
    return source


def answer_callback_query(world: World, call: Call) -> bool:
    """Answer the press of a button; once, and within 15 seconds."""
    key = call.text("callback_query_id")
    query = world.callbacks.get(key)
    if query is None or query["answer"] is not None or query["late"]:
        raise Refused(rules.QUERY_OLD)
    text = read_given(call.text("text"), []).plain
    if utf16_length(text) > ANSWER_LIMIT:
        raise Refused(rules.ANSWER_LONG)
    answer = {"text": text, "is_alert": call.flag("show_alert"), "url": call.text("url")}
    world.callbacks.amend(key, answer=answer)
    return True


ANSWER_LIMIT = 200
