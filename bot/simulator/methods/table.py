"""Every method by its name in lower case: names are not case-sensitive (docs, "Making requests")."""

from collections.abc import Callable, Mapping
from functools import partial

from bot.simulator.call import Call
from bot.simulator.methods import chats, editing, profile, sending
from bot.simulator.world import World

Method = Callable[[World, Call], object]

_NAMED: Mapping[str, Method] = {
    "getMe": profile.get_me,
    "getFile": profile.get_file,
    "sendMessage": sending.send_message,
    "sendPhoto": partial(sending.send_media, kind="photo"),
    "sendVideo": partial(sending.send_media, kind="video"),
    "sendAnimation": partial(sending.send_media, kind="animation"),
    "sendVoice": partial(sending.send_media, kind="voice"),
    "sendAudio": partial(sending.send_media, kind="audio"),
    "sendVideoNote": partial(sending.send_media, kind="video_note"),
    "sendDocument": partial(sending.send_media, kind="document"),
    "sendMediaGroup": sending.send_media_group,
    "sendMessageDraft": sending.send_message_draft,
    "sendChatAction": sending.send_chat_action,
    "forwardMessage": sending.forward_message,
    "copyMessage": sending.copy_message,
    "copyMessages": sending.copy_messages,
    "answerCallbackQuery": sending.answer_callback_query,
    "editMessageText": editing.edit_message_text,
    "editMessageCaption": editing.edit_message_caption,
    "editMessageMedia": editing.edit_message_media,
    "editMessageReplyMarkup": editing.edit_message_reply_markup,
    "deleteMessage": editing.delete_message,
    "deleteMessages": editing.delete_messages,
    "pinChatMessage": editing.pin_chat_message,
    "unpinChatMessage": editing.unpin_chat_message,
    "unpinAllChatMessages": editing.unpin_all_chat_messages,
    "setMessageReaction": editing.set_message_reaction,
    "getChat": chats.get_chat,
    "getChatMember": chats.get_chat_member,
    "getChatAdministrators": chats.get_chat_administrators,
    "getChatMemberCount": chats.get_chat_member_count,
    "leaveChat": chats.leave_chat,
    "createForumTopic": chats.create_forum_topic,
    "editForumTopic": chats.edit_forum_topic,
    "closeForumTopic": chats.close_forum_topic,
    "reopenForumTopic": chats.reopen_forum_topic,
    "deleteForumTopic": chats.delete_forum_topic,
    "setMyCommands": profile.set_my_commands,
    "getMyCommands": profile.get_my_commands,
    "deleteMyCommands": profile.delete_my_commands,
    "setMyDescription": partial(profile.set_text, name="description"),
    "getMyDescription": partial(profile.get_text, name="description"),
    "setMyShortDescription": partial(profile.set_text, name="short_description"),
    "getMyShortDescription": partial(profile.get_text, name="short_description"),
    "setMyName": partial(profile.set_text, name="name"),
    "getMyName": partial(profile.get_text, name="name"),
    "setChatMenuButton": profile.set_chat_menu_button,
    "getChatMenuButton": profile.get_chat_menu_button,
}

METHODS: Mapping[str, Method] = {name.lower(): method for name, method in _NAMED.items()}
