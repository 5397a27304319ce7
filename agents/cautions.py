"""Cautions: words that may touch another's rights are taken down as they are, and pointed out to who may answer.

Nobody is stopped. Whoever said them and whoever leads see what they may touch, with another way to have it, and may
keep them and answer for it (`agents.assurances`). What somebody answers for in a series is not pointed out again in it.
"""

from agents.claims import Claim, claims
from agents.studio import Desk
from storage.assurances import of_series, words
from storage.domain.crew import Person
from storage.domain.events import Event, News
from storage.domain.takes import Medium, Take
from storage.unit import Unit

MEDIA = (Medium.IDEA, Medium.WISH, Medium.PROMPT)
"""What enters an episode in people's own words."""


async def point_out(desk: Desk, unit: Unit, person: Person, take: Take) -> None:
    """Let a person and who leads hear of what their idea or wish may touch, once for each name in an episode."""
    said = claims(await words(desk.studio.vault.path, take))
    if not said:
        return
    before = await _said_before(desk, unit, take)
    answered = {each.known for each in await of_series(unit, desk.studio.vault.path, desk.series.id)}
    for claim in said:
        if claim.known not in before | answered:
            await tell(desk, unit, take, claim, person)


async def tell(desk: Desk, unit: Unit, take: Take, claim: Claim, *people: Person) -> None:
    """Let people, and who leads, see how things stand with words that may touch rights."""
    lead = await unit.person(desk.series.creator)
    event = Event(
        news=News.RIGHTS_CHANGED,
        series=desk.series.id,
        episode=desk.episode.id,
        chats=tuple(dict.fromkeys(person.chat for person in (*people, lead))),
        facts={"take": take.id, "matter": claim.matter.value, "name": claim.name},
    )
    await unit.tell(event)


async def open_claims(desk: Desk, text: str) -> tuple[Claim, ...]:
    """Return what words may touch that nobody in the series answers for yet."""
    async with desk.studio.store.read() as reader:
        answered = {each.known for each in await of_series(reader, desk.studio.vault.path, desk.series.id)}
    return tuple(claim for claim in claims(text) if claim.known not in answered)


async def _said_before(desk: Desk, unit: Unit, take: Take) -> set[tuple[object, str]]:
    """Return what the words before these may touch."""
    takes = [each for medium in MEDIA for each in await unit.takes(desk.episode.id, medium) if each.id != take.id]
    return {claim.known for each in takes for claim in claims(await words(desk.studio.vault.path, each))}
