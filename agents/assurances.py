"""Assurances: whoever leads keeps words that may touch another's rights, and answers for them, on the record.

An assurance decides nothing about the rights themselves. It says who answers for what since when, and why where they
say; the papers of every episode that it concerns print it.
"""

from collections.abc import Mapping

from agents.acts import Origin
from agents.cautions import MEDIA, tell
from agents.claims import Claim, claims
from agents.commands.story import Assure
from agents.intake import clean
from agents.studio import Studio
from agents.team import granted, met, trade
from storage import documents
from storage.assurances import Assured, of_series, speaker, words
from storage.domain.contributions import Actor, Kind, Words
from storage.domain.crew import Right
from storage.domain.errors import Outdated, Refused
from storage.domain.papers import Assurance, Matter
from storage.domain.story import Episode
from storage.domain.takes import Medium, Work
from storage.reader import Reader


async def assure(studio: Studio, command: Assure, cause: int | None) -> None:
    """Keep what was said, and who answers for it; once more with a reason, the reason as well.

    Raises:
        InvalidValue: the reason breaks a limit.
        Outdated: somebody answers for it already.
        Refused: the caller does not steer the series, or there is nothing to answer for.
    """
    reason = clean(command.reason) if command.reason else ""
    async with studio.store.read() as reader:
        take = await reader.take(command.take)
    claim = _claim(command, await words(studio.vault.path, take))
    paper = Assurance(matter=claim.matter, name=claim.name, said=take.digest, reason=reason, salt=studio.salt())
    digest = await studio.vault.put_bytes(documents.dump(paper))
    async with studio.store.write(cause) as unit:
        person = await met(studio, unit, command.caller)
        episode = await unit.episode(take.episode)
        desk = studio.desk(await unit.series(episode.series), episode)
        if Right.STEER not in await granted(unit, desk.series.id, person):
            raise Refused("not-yours-to-assure")
        if not reason and claim.known in {
            each.known for each in await of_series(unit, studio.vault.path, desk.series.id)
        }:
            raise Outdated("assured")
        origin = Origin(
            by=Actor.person(person.id),
            role=await trade(unit, desk.series.id, person),
            kind=Kind.ASSURED,
            sources=(take.digest,),
            words=Words.TYPED if reason else None,
        )
        await desk.enter(unit, Work(Medium.ASSURANCE, claim.matter), digest, origin)
        by = await speaker(unit, take)
        await tell(desk, unit, take, claim, *((by,) if by else ()))


async def concerning(studio: Studio, reader: Reader, episode: Episode) -> tuple[Assured, ...]:
    """Return the assurances that concern an episode.

    They were given for its own words, or for what was said of the series in the writers' room, or its words name what
    somebody answers for already.
    """
    find = studio.vault.path
    takes = [take for medium in MEDIA for take in await reader.takes(episode.id, medium)]
    named = {claim.known for take in takes for claim in claims(await words(find, take))}
    book = await reader.book(episode.series)
    pages = {episode.id, *({book.id} if book else ())}
    return tuple(
        each for each in await of_series(reader, find, episode.series) if each.episode in pages or each.known in named
    )


def _claim(command: Assure, text: str) -> Claim:
    """Return what is answered for: what the rules find, or what the room has named.

    Raises:
        Refused: there is nothing.
    """
    if command.name:
        return Claim(matter=command.matter, name=command.name)
    found: Mapping[Matter, Claim] = {claim.matter: claim for claim in claims(text)}
    if command.matter not in found:
        raise Refused("nothing-to-assure")
    return found[command.matter]
