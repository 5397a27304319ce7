"""The gate's question about lent voices: does the person whose recording is to be used agree to it, at this moment?"""

from generation.requests.request import Request
from generation.requests.sound import VoiceRequest
from storage.domain.errors import Outdated
from storage.domain.ids import SeriesId
from storage.lendings import ensemble
from storage.reader import Reader
from storage.store import Store
from storage.vault import Vault


async def demand(store: Store, vault: Vault, series: SeriesId, request: Request) -> None:
    """Let a request pass that uses nobody's voice, or one that its owner lends to this series now.

    Raises:
        Outdated: nobody lends it, or not with this consent: whoever asks begins again from how things stand.
    """
    async with store.read() as reader:
        if not await stands(reader, vault, series, request):
            raise withdrawn(request)


async def stands(reader: Reader, vault: Vault, series: SeriesId, request: Request) -> bool:
    """Tell whether a request may be kept: it uses nobody's voice, or one that is lent at this moment."""
    if not isinstance(request, VoiceRequest) or not (request.reference or request.consent):
        return True
    lent = (await ensemble(reader, vault.path, series)).lent.values()
    return (request.reference, request.consent) in {(each.paper.recording, each.consent) for each in lent}


def withdrawn(request: Request) -> Outdated:
    """Return why a request is refused."""
    return Outdated(f"the voice of this {request.operation} is lent no more, or never was")
