"""Forgetting a person, at their wish. Work on the episodes must rest meanwhile: no bot runs in the same home."""

from agents.studio import Studio
from agents.wording import Wording
from storage import forgetting
from storage.domain.crew import Person
from storage.errors import NotFound
from storage.forgetting import Forgotten, Neutral


async def the_person(studio: Studio, asked: str) -> Person:
    """Return the person of an id, of a Telegram id, or of a name.

    Raises:
        NotFound: there is none, or there are several.
    """
    async with studio.store.read() as reader:
        known = await reader.everybody()
    found = [each for each in known if asked in {each.id, str(each.chat), each.name}]
    if len(found) != 1:
        listed = "".join(f"\n  {each.id}  {each.name}" for each in found or known) or " nobody"
        raise NotFound(f"{len(found)} people are {asked!r}; name one by id of:{listed}")
    return found[0]


async def forget(studio: Studio, person: Person, wording: Wording) -> Forgotten:
    """Remove a person's name, chat, roles and own words; the ledger verifies as before."""
    neutral = Neutral(
        name=wording(person.language, "forgotten-name"),
        words=wording(person.language, "forgotten-words"),
        number=studio.random.randrange(1 << 52),
    )
    return await forgetting.forget(studio.store, studio.vault, person, neutral)
