"""Offers: what the room prepared, taken up by a person. The command asks for their rights as any other does."""

from agents.commands.book import ChangeEntry, Commission, OpenPlanned
from agents.commands.caller import Caller
from agents.commands.command import Command
from agents.commands.review import Decide
from agents.commands.story import Assure, MakeWish, OpenEpisode, Undo
from agents.studio import Studio
from agents.team import demand_sight
from agents.undoing import STEPS
from storage import documents
from storage.domain.contributions import Words
from storage.domain.errors import Refused
from storage.domain.ids import Digest, DraftId, EpisodeId, SeriesId, TakeId
from storage.domain.papers import Does, Offer, Reply, Turn
from storage.domain.review import Decision
from storage.domain.takes import Medium


async def offered(studio: Studio, caller: Caller, reply: TakeId, place: int) -> tuple[Offer, Command | None]:
    """Return an offer of a reply, by its place there, and the command that takes it up.

    There is no command for what is only looked at. What a model said and a person takes as it is counts as suggested;
    what they said themselves stays theirs.

    Raises:
        Refused: the caller takes no part in the series, or there is no such offer, or no more.
    """
    async with studio.store.read() as reader:
        take = await reader.take(reply)
        series = (await reader.episode(take.episode)).series
        await demand_sight(reader, caller, caller.chat, series)
    if take.work.medium is not Medium.REPLY or not studio.vault.has(take.digest):
        raise Refused("nothing-to-offer")
    paper = documents.load(Reply, await studio.vault.read(take.digest))
    if not 0 <= place < len(paper.offers):
        raise Refused("nothing-to-offer")
    offer = paper.offers[place]
    return offer, await _command(studio, caller, series, paper, (offer, take.digest))


async def _command(
    studio: Studio, caller: Caller, series: SeriesId, paper: Reply, found: tuple[Offer, Digest]
) -> Command | None:
    offer, source = found
    match offer.does:
        case Does.BEGIN:
            return OpenEpisode(caller=caller, series=series, idea=offer.text, words=Words.SUGGESTED, sources=(source,))
        case Does.CHANGE:
            own = await _is_own(studio, caller, paper, offer)
            return MakeWish(
                caller=caller,
                episode=EpisodeId(offer.episode),
                text=offer.text,
                about=offer.about,
                shot=offer.shot,
                words=Words.TYPED if own else Words.SUGGESTED,
                sources=(paper.turn if own else source,),
            )
        case Does.APPROVE | Does.UNDO | Does.REDO:
            return _of_a_version(caller, series, offer)
        case Does.COMPARE:
            return None
        case Does.PLAN | Does.OPEN | Does.ENTRY:
            return _of_the_book(caller, series, offer, source)
        case Does.KEEP:
            return await _kept(studio, caller, series, paper, offer)


def _of_a_version(caller: Caller, series: SeriesId, offer: Offer) -> Command:
    """Return the command that approves the version that was offered, or goes from it to the one beside it."""
    if offer.does is Does.APPROVE:
        return Decide(caller=caller, draft=DraftId(offer.draft), decision=Decision.APPROVE)
    return Undo(
        caller=caller,
        series=series,
        medium=Medium(offer.about),
        episode=EpisodeId(offer.episode) if offer.episode else None,
        steps=STEPS[offer.does],
        head=offer.before,
    )


def _of_the_book(caller: Caller, series: SeriesId, offer: Offer, source: Digest) -> Command:
    """Return the command that takes up what is offered about bible and season."""
    if offer.does is Does.OPEN:
        return OpenPlanned(caller=caller, series=series, number=offer.number)
    words, sources = Words.SUGGESTED, (source,)
    if offer.does is Does.PLAN:
        text = f"/season {offer.number}"
        return Commission(caller=caller, series=series, episodes=offer.number, text=text, words=words, sources=sources)
    return ChangeEntry(
        caller=caller,
        series=series,
        medium=Medium(offer.about),
        entry=offer.entry,
        text=offer.text,
        words=words,
        sources=sources,
        before=offer.before,
    )


async def _kept(studio: Studio, caller: Caller, series: SeriesId, paper: Reply, offer: Offer) -> Command:
    """Return the command with which somebody answers for what was said in the turn."""
    async with studio.store.read() as reader:
        book = await reader.book(series)
        turn = await reader.keyed(book.id, paper.turn) if book else None
    if turn is None:
        raise Refused("nothing-to-offer")
    return Assure(caller=caller, take=turn.id, matter=offer.matter, name=offer.text)


async def _is_own(studio: Studio, caller: Caller, paper: Reply, offer: Offer) -> bool:
    """Tell whether an offer repeats the caller's own words of the turn that it answers."""
    if not studio.vault.has(paper.turn):
        return False
    async with studio.store.read() as reader:
        person = await reader.person_of(caller.chat)
        typed = await reader.typed_by(person.id) if person else ()
    said = documents.load(Turn, await studio.vault.read(paper.turn))
    return paper.turn in typed and said.text == offer.text
