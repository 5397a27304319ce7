"""Opening a Mini App: the signed launch data that tells it who opened it (docs, "Validating data received")."""

import hashlib
import hmac
import json
from urllib.parse import quote, urlencode

from bot.simulator.world import World

VERSION = "8.0"
"""The version of the Mini App interface that the page claims to speak."""
THEMES = {
    "light": {"bg_color": "#ffffff", "text_color": "#17212a", "hint_color": "#7b8791", "button_color": "#0f766e"},
    "dark": {"bg_color": "#18222b", "text_color": "#eaf0f3", "hint_color": "#8fa0ac", "button_color": "#3fb8a9"},
}


def init_data(world: World, person_id: int, start_parameter: str = "") -> str:
    """Return a query string of who opens the app and when, signed with the bot's token."""
    user = {key: value for key, value in world.user(person_id).items() if key != "is_bot"}
    fields = {
        "auth_date": str(world.today),
        "query_id": f"AA{world.number('launch'):010d}",
        "user": json.dumps(user, ensure_ascii=False, separators=(",", ":")),
    }
    if start_parameter:
        fields["start_param"] = start_parameter
    text = "\n".join(f"{name}={fields[name]}" for name in sorted(fields))
    token = str(world.settings["token"]["token"])
    secret = hmac.digest(b"WebAppData", token.encode(), hashlib.sha256)
    return urlencode({**fields, "hash": hmac.new(secret, text.encode(), hashlib.sha256).hexdigest()})


def launch_url(world: World, person_id: int, url: str, theme: str = "light") -> str:
    """Return the address with everything that the app reads from its fragment, as Telegram's clients open it."""
    colours = json.dumps(THEMES.get(theme, THEMES["light"]), separators=(",", ":"))
    launched = {
        "tgWebAppData": init_data(world, person_id),
        "tgWebAppVersion": VERSION,
        "tgWebAppPlatform": "weba",
        "tgWebAppThemeParams": colours,
    }
    return f"{url.partition('#')[0]}#{urlencode(launched, quote_via=quote)}"
