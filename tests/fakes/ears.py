"""A listener that has heard a few recordings before and knows what was said in them."""

import json
from collections.abc import Mapping

from generation.requests.request import Request
from generation.requests.sound import TranscriptionRequest
from tests.fakes.backends import Fake


def ears(said: Mapping[str, str], language: str = "en") -> Fake:
    """Return a back-end that knows what is said in recordings by their digest; in all others it hears nobody."""

    def heard(request: Request) -> tuple[bytes, str, dict[str, object]]:
        assert isinstance(request, TranscriptionRequest)
        text = said.get(request.sound, "")
        return json.dumps({"text": text, "language": language}).encode(), ".json", {"language": language}

    return Fake(name="fake-ears", render=heard, media_type="application/json")
