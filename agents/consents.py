"""The gate's question about lent voices: does the person whose recording is to be used agree to it, at this moment?

It is asked of a line before it is spoken and of whatever lines are put together in: a voice that is withdrawn while an
episode is cut is not in the cut.
"""

from generation.requests.printing import CutRequest
from generation.requests.request import Request
from generation.requests.sound import TableReadRequest, VoiceRequest
from storage.domain.errors import Outdated
from storage.domain.story import Episode
from storage.domain.takes import Medium
from storage.lendings import ensemble
from storage.reader import Reader
from storage.store import Store
from storage.vault import Vault


async def demand(store: Store, vault: Vault, episode: Episode, request: Request) -> None:
    """Let a request of an episode pass that uses nobody's voice, or only such as their owners lend to its series now.

    Raises:
        Outdated: nobody lends it, or not with this consent: whoever asks begins again from how things stand.
    """
    async with store.read() as reader:
        if not await stands(reader, vault, episode, request):
            raise withdrawn(request)


async def stands(reader: Reader, vault: Vault, episode: Episode, request: Request) -> bool:
    """Tell whether a request may be kept: it uses nobody's voice, or only such as are lent at this moment."""
    match request:
        case VoiceRequest() if request.reference or request.consent:
            lent = (await ensemble(reader, vault.path, episode.series)).lent.values()
            return (request.reference, request.consent) in {(each.paper.recording, each.consent) for each in lent}
        case CutRequest() | TableReadRequest():
            return await _are_lent(reader, vault, episode, frozenset(request.sources))
        case _:
            return True


def withdrawn(request: Request) -> Outdated:
    """Return why a request is refused."""
    return Outdated(f"the voice of this {request.operation} is lent no more, or never was")


async def _are_lent(reader: Reader, vault: Vault, episode: Episode, sounds: frozenset[str]) -> bool:
    """Tell whether every lent voice is lent still with which the lines among some sounds are spoken."""
    book = await reader.book(episode.series)
    papers = {take.digest for take in await reader.takes(book.id, Medium.LENDING)} if book else set()
    if not papers:
        return True
    heads = (await reader.heads(episode.id)).values()
    lines = {take.contribution for take in heads if take.work.medium is Medium.VOICE and take.digest in sounds}
    sources = {source for act in await reader.history(episode.id) if act.id in lines for source in act.sources}
    lent = (await ensemble(reader, vault.path, episode.series)).lent.values()
    return sources & papers <= {each.consent for each in lent}
