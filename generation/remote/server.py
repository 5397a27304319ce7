"""The server that a profile names, as its settings say: `base_url`, `key` and `headers`."""

from collections.abc import Mapping
from string import Template

from generation.catalog.profile import Profile
from generation.errors import Unavailable
from generation.remote.address import configured
from generation.remote.web import Web

KEYS = "FEUILLETON_KEYS"
"""The setting that holds the keys by name."""

BEARER: Mapping[str, str] = {"Authorization": "Bearer $key"}
"""How most servers want their key (RFC 6750)."""


def server(profile: Profile, settings: Mapping[str, str], *, base: str = "", key: str = "") -> Web:
    """Return the server of a profile; `base` and `key` are the address and the name of the key where it says none.

    `headers` of the profile may hold `$key`. The key goes to this server and to no other.

    Raises:
        Unavailable: there is no address, or the key that it names is not set.
    """
    told = profile.settings
    address = str(told.get("base_url") or base)
    if not address:
        raise Unavailable(f"the profile {profile.name} does not say where its server is; set base_url in its settings")
    url = configured(address, f"base_url of the profile {profile.name}")
    name = str(told.get("key") or key)
    secret = settings.get(name, "").strip() if name else ""
    if name and not secret:
        raise Unavailable(f"the profile {profile.name} needs the key {name} for {url.host}; put it into {KEYS}")
    return Web(base=url, headers=_headers(profile, secret), secrets=(secret,) if secret else ())


def _headers(profile: Profile, secret: str) -> dict[str, str]:
    told = profile.settings.get("headers", BEARER if secret else {})
    if not isinstance(told, Mapping):
        raise Unavailable(f"headers of the profile {profile.name} are no table of words; correct them")
    filled = {str(name): Template(str(value)).safe_substitute(key=secret) for name, value in told.items()}
    if any("\r" in each or "\n" in each or not each.isascii() for each in (*filled, *filled.values())):
        raise Unavailable(f"headers of the profile {profile.name}, or its key, hold what no header may; correct them")
    return filled
