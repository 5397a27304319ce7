"""What the server refuses, and where each refusal is known from.

`says` is Telegram's wording as far as it is known. Sources: "docs" is the Bot API's documentation, "td" Telegram's own
client library and Bot API server as published, "seen" an answer quoted in public reports, "own" this server's wording
where Telegram's is not known. A bot should compare beginnings of descriptions, never whole ones.
"""

from dataclasses import dataclass

from bot.simulator.journal import Json

PREFIXES = {
    400: "Bad Request: ",
    401: "",
    403: "Forbidden: ",
    404: "",
    409: "Conflict: ",
    413: "",
    429: "Too Many Requests: ",
    500: "",
}
"""How the Bot API server opens the description of an error, by its code (td: `Query.cpp`, `Client.cpp`)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One refusal: the HTTP status, the words with `{blanks}`, and the source."""

    code: int
    says: str
    source: str


class Refused(Exception):  # noqa: N818 - named by what happened to the call
    """A call was refused; it changed nothing."""

    def __init__(self, rule: Rule, *, parameters: Json | None = None, **blanks: object) -> None:
        """Fill the blanks of the rule's words; `parameters` travel beside the description."""
        self.code = rule.code
        self.parameters = parameters
        self.description = PREFIXES.get(rule.code, "") + rule.says.format(**blanks)
        super().__init__(self.description)


def _refusal(code: int, says: str, source: str) -> Rule:
    return Rule(code=code, says=says, source=source)


UNAUTHORIZED = _refusal(401, "Unauthorized", "td")
METHOD_NOT_FOUND = _refusal(404, "Not Found: method not found", "td")
TERMINATED = _refusal(
    409,
    "terminated by other getUpdates request; make sure that only one bot instance is running",
    "td",
)
WEBHOOK_ACTIVE = _refusal(
    409,
    "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
    "td",
)
BAD_WEBHOOK = _refusal(400, "bad webhook: {reason}", "td")
BAD_SECRET = _refusal(400, "secret token contains unallowed characters", "td")
FLOOD = _refusal(429, "retry after {seconds}", "td")
TOO_LARGE = _refusal(413, "Request Entity Too Large", "td")

PARAMETER_MISSING = _refusal(400, 'parameter "{name}" is required', "own")
PARAMETER_WRONG = _refusal(400, 'can\'t parse parameter "{name}": {reason}', "own")
CHAT_ID_EMPTY = _refusal(400, "chat_id is empty", "td")
CHAT_NOT_FOUND = _refusal(400, "chat not found", "td")
USER_NOT_FOUND = _refusal(400, "user not found", "td")
NEVER_STARTED = _refusal(403, "bot can't initiate conversation with a user", "td")
BLOCKED = _refusal(403, "bot was blocked by the user", "td")
NOT_A_MEMBER = _refusal(403, "bot is not a member of the {kind} chat", "td")
KICKED = _refusal(403, "bot was kicked from the {kind} chat", "td")
UPGRADED = _refusal(400, "group chat was upgraded to a supergroup chat", "td")
NO_RIGHTS_PIN = _refusal(400, "not enough rights to manage pinned messages in the chat", "td")
NO_RIGHTS_NEW_TOPIC = _refusal(400, "not enough rights to create a topic", "td; seen")
NO_RIGHTS_TOPIC = _refusal(400, "not enough rights to edit the topic", "td; its creator may: docs, editForumTopic")
ADMINISTRATORS_PRIVATE = _refusal(400, "there are no administrators in the private chat", "td")

TEXT_EMPTY = _refusal(400, "message text is empty", "td")
TEXT_LONG = _refusal(400, "message is too long", "td; 4096 UTF-16 units after parsing: docs, sendMessage")
CAPTION_LONG = _refusal(400, "message caption is too long", "td; 1024 UTF-16 units after parsing: docs, sendPhoto")
ENTITIES = _refusal(400, "can't parse entities: {reason}", "td: MessageEntity.cpp")
PARSE_MODE = _refusal(400, "unsupported parse_mode", "td")

BUTTON_DATA = _refusal(400, "BUTTON_DATA_INVALID", "seen; 1-64 bytes: docs, InlineKeyboardButton")
BUTTON_BARE = _refusal(
    400, "can't parse inline keyboard button: Text buttons are not allowed in the inline keyboard", "td"
)
BUTTON_TEXT = _refusal(400, "can't parse inline keyboard button: Button text must be non-empty", "own")
BUTTON_TYPE = _refusal(400, "BUTTON_TYPE_INVALID", "seen; web_app in private chats only: docs, InlineKeyboardButton")
BUTTON_URL = _refusal(400, "inline keyboard button URL '{url}' is invalid: Wrong HTTP URL", "td")
BUTTON_COPY = _refusal(400, "BUTTON_COPY_TEXT_INVALID", "seen; 1-256 characters: docs, CopyTextButton")
MARKUP_LONG = _refusal(400, "reply markup is too long", "seen; 100 buttons, 8 a row")
MARKUP_WRONG = _refusal(400, "object expected as reply markup", "td")

REPLY_NOT_FOUND = _refusal(400, "message to be replied not found", "td")
QUOTE_WRONG = _refusal(400, "QUOTE_TEXT_INVALID", "seen; an exact part of the message: docs, ReplyParameters")
THREAD_NOT_FOUND = _refusal(400, "message thread not found", "td; also of the general topic's 1: seen")
TOPIC_CLOSED = _refusal(400, "TOPIC_CLOSED", "seen")
TOPIC_UNKNOWN = _refusal(400, "TOPIC_ID_INVALID", "seen; also of a topic that was deleted")
TOPIC_NOT_MODIFIED = _refusal(400, "TOPIC_NOT_MODIFIED", "seen")
NOT_A_FORUM = _refusal(400, "the chat is not a forum", "td")
TOPIC_NAME = _refusal(400, "topic name must be non-empty and of at most 128 characters", "own; docs, createForumTopic")

EDIT_NOT_FOUND = _refusal(400, "message to edit not found", "td")
EDIT_FORBIDDEN = _refusal(400, "message can't be edited", "td")
EDIT_NO_TEXT = _refusal(400, "there is no text in the message to edit", "td")
EDIT_NO_CAPTION = _refusal(400, "there is no caption in the message to edit", "td")
EDIT_ALBUM = _refusal(
    400, "message can't be edited to this kind of media within an album", "own; docs, editMessageMedia"
)
NOT_MODIFIED = _refusal(
    400,
    "message is not modified: specified new message content and reply markup are exactly the same as a current "
    "content and reply markup of the message",
    "td",
)
DELETE_NOT_FOUND = _refusal(400, "message to delete not found", "td")
DELETE_FORBIDDEN = _refusal(400, "message can't be deleted", "td; own within 48 hours: docs, deleteMessage")
COPY_NOT_FOUND = _refusal(400, "message to copy not found", "td")
FORWARD_NOT_FOUND = _refusal(400, "message to forward not found", "td")
PIN_NOT_FOUND = _refusal(400, "message to pin not found", "td")
UNPIN_NOT_FOUND = _refusal(400, "message to unpin not found", "td")
REACT_NOT_FOUND = _refusal(400, "message to react not found", "td")
REACTION_INVALID = _refusal(400, "REACTION_INVALID", "seen; the list: docs, ReactionTypeEmoji")
REACTIONS_MANY = _refusal(400, "REACTIONS_TOO_MANY", "seen; one a bot: docs, setMessageReaction")

QUERY_OLD = _refusal(400, "query is too old and response timeout expired or query ID is invalid", "td")
ANSWER_LONG = _refusal(400, "MESSAGE_TOO_LONG", "seen; 200 characters: docs, answerCallbackQuery")

FILE_MISSING = _refusal(400, "there is no {kind} in the request", "td")
FILE_ID_WRONG = _refusal(400, "wrong file identifier/HTTP URL specified", "td")
FILE_URL = _refusal(400, "failed to get HTTP URL content", "td; this server has no network")
FILE_KIND = _refusal(400, "can't use file of type {has} as {wanted}", "td")
FILE_EMPTY = _refusal(400, "file must be non-empty", "td")
FILE_BIG = _refusal(400, "file is too big", "td; downloads up to 20 MB: docs, getFile")
PHOTO_BIG = _refusal(400, "file of size {size} bytes is too big for a photo; the maximum size is 10485760 bytes", "td")
PHOTO_UNREADABLE = _refusal(400, "IMAGE_PROCESS_FAILED", "seen")
PHOTO_DIMENSIONS = _refusal(400, "PHOTO_INVALID_DIMENSIONS", "seen; sum 10000, ratio 20: docs, sendPhoto")
ALBUM_SMALL = _refusal(400, "media group must include 2-10 items", "own; docs, sendMediaGroup")
ALBUM_MIXED = _refusal(400, "{kind} can't be mixed with other media types", "td; docs, sendMediaGroup")

DRAFT_PRIVATE = _refusal(400, "drafts can be sent to private chats only", "own; docs, sendMessageDraft")
DRAFT_ID = _refusal(400, "draft_id must be non-zero", "own; docs, sendMessageDraft")
ACTION_WRONG = _refusal(400, "wrong parameter action in request", "td")

COMMANDS_MANY = _refusal(400, "BOT_COMMANDS_TOO_MUCH", "seen; 100: docs, setMyCommands")
COMMAND_WRONG = _refusal(400, "BOT_COMMAND_INVALID", "seen; 1-32 of a-z, 0-9, _: docs, BotCommand")
COMMAND_DESCRIPTION = _refusal(400, "BOT_COMMAND_DESCRIPTION_INVALID", "seen; 1-256: docs, BotCommand")
DESCRIPTION_LONG = _refusal(400, "description is too long", "own; 512 and 120: docs, setMyDescription")
MENU_BUTTON = _refusal(400, "MENU_BUTTON_INVALID", "own; docs, MenuButton")
