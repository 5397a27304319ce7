"""Methods about the bot itself: its commands, texts and menu button; and files."""

import json
import re

from bot.simulator import rules
from bot.simulator.call import Call
from bot.simulator.files import describe
from bot.simulator.journal import Json
from bot.simulator.reach import chat_of
from bot.simulator.rules import Refused
from bot.simulator.world import World

COMMANDS_LIMIT = 100
COMMAND_DESCRIPTION_LIMIT = 256
TEXT_LIMITS = {"description": 512, "short_description": 120, "name": 64}
"""Characters (docs, setMyDescription, setMyShortDescription, setMyName)."""

_COMMAND = re.compile(r"[a-z0-9_]{1,32}")


def get_me(world: World, _call: Call) -> Json:
    """Return the bot."""
    return world.bot


def get_file(world: World, call: Call) -> Json:
    """Return where a file can be downloaded."""
    return describe(world, call.text("file_id"))


def _key(scope: Json, language: str) -> str:
    return f"commands/{json.dumps(scope or {'type': 'default'}, sort_keys=True)}/{language}"


def _scope(call: Call) -> str:
    return _key(call.record("scope"), call.text("language_code"))


def set_my_commands(world: World, call: Call) -> bool:
    """Set the commands of one scope and language."""
    commands = call.records("commands")
    if len(commands) > COMMANDS_LIMIT:
        raise Refused(rules.COMMANDS_MANY)
    kept = []
    for one in commands:
        command, description = str(one.get("command", "")).removeprefix("/"), str(one.get("description", ""))
        if not _COMMAND.fullmatch(command):
            raise Refused(rules.COMMAND_WRONG)
        if not 1 <= len(description) <= COMMAND_DESCRIPTION_LIMIT:
            raise Refused(rules.COMMAND_DESCRIPTION)
        kept.append({"command": command, "description": description})
    world.profile.put(_scope(call), {"commands": kept})
    return True


def get_my_commands(world: World, call: Call) -> list[Json]:
    """Return the commands set for exactly this scope and language."""
    return list(world.profile.get(_scope(call), {}).get("commands", []))


def delete_my_commands(world: World, call: Call) -> bool:
    """Forget the commands of one scope and language."""
    world.profile.drop(_scope(call))
    return True


def commands_for(world: World, chat_id: int, person_id: int) -> list[Json]:
    """Return the commands that somebody is offered in a chat (docs, "Determining list of commands")."""
    is_private = world.is_private(chat_id)
    kinds: list[Json] = [{"type": "chat", "chat_id": chat_id}]
    if not is_private:
        kinds.insert(0, {"type": "chat_member", "chat_id": chat_id, "user_id": person_id})
        if world.status(chat_id, person_id) in {"creator", "administrator"}:
            kinds.insert(1, {"type": "chat_administrators", "chat_id": chat_id})
            kinds.append({"type": "all_chat_administrators"})
    kinds += [{"type": "all_private_chats" if is_private else "all_group_chats"}, {"type": "default"}]
    language = world.people[person_id]["user"].get("language_code", "").partition("-")[0]
    for kind in kinds:
        for spoken in (language, ""):
            found = world.profile.get(_key(kind, spoken))
            if found:
                return list(found["commands"])
    return []


def set_text(world: World, call: Call, name: str) -> bool:
    """Set the bot's description, short description or name in one language."""
    text = call.text(name)
    if len(text) > TEXT_LIMITS[name]:
        raise Refused(rules.DESCRIPTION_LONG)
    world.profile.put(f"{name}/{call.text('language_code')}", {name: text})
    return True


def get_text(world: World, call: Call, name: str) -> Json:
    """Return the bot's description, short description or name in one language, or else the one for all."""
    default = {name: world.bot["first_name"] if name == "name" else ""}
    everywhere = world.profile.get(f"{name}/", default)
    return world.profile.get(f"{name}/{call.text('language_code')}", everywhere)


def set_chat_menu_button(world: World, call: Call) -> bool:
    """Set the button beside the text field, in one private chat or in all."""
    button = call.record("menu_button") or {"type": "default"}
    if button.get("type") not in {"default", "commands", "web_app"}:
        raise Refused(rules.MENU_BUTTON)
    if button["type"] == "web_app" and not (button.get("text") and button.get("web_app", {}).get("url")):
        raise Refused(rules.MENU_BUTTON)
    where = chat_of(world, call) if call.fields.get("chat_id") else "all"
    world.profile.put(f"menu/{where}", button)
    return True


def get_chat_menu_button(world: World, call: Call) -> Json:
    """Return the button beside the text field."""
    everywhere = world.profile.get("menu/all", {"type": "commands"})
    where = chat_of(world, call) if call.fields.get("chat_id") else "all"
    return world.profile.get(f"menu/{where}", everywhere)
