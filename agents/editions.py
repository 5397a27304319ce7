"""Editions: a released episode is begun once more in another language, and its words are put right by people.

An edition is an episode of its own, with the number of its original and a language (`storage.domain.story.Episode`):
drafts, verdicts, takes, the ledger and the credits are what they are for every episode. Its original is never touched.
"""

from dataclasses import dataclass, replace

from agents.acts import Origin
from agents.commands.caller import Caller
from agents.commands.story import PutRight, Translate
from agents.intake import QUOTED, clean, reopen
from agents.studio import Desk, Studio
from agents.team import demand, may, met, trade
from storage import documents
from storage.domain.contributions import Actor, Kind, Words
from storage.domain.crew import Person, Right, Role
from storage.domain.errors import InvalidValue, Outdated, Refused
from storage.domain.events import News
from storage.domain.ids import Digest, EpisodeId
from storage.domain.papers import Idea, Subject, Translation
from storage.domain.stages import Stage
from storage.domain.story import Episode
from storage.domain.takes import Medium, Take, Work
from storage.editions import edition
from storage.unit import Unit

IDEA, SCRIPT, TRANSLATION = map(Work, (Medium.IDEA, Medium.SCRIPT, Medium.TRANSLATION))


async def translate(studio: Studio, command: Translate, cause: int | None) -> EpisodeId:
    """Begin the edition of a released episode in another language.

    Raises:
        Refused: the caller does not translate here, the episode is not released or an edition itself, it speaks that
            language, or there is such an edition.
    """
    digest = await studio.vault.put_bytes(documents.dump(Idea(text=clean(command.text), salt=studio.salt())))
    async with studio.store.write(cause) as unit:
        person = await met(studio, unit, command.caller)
        before = await unit.episode(command.episode)
        series = await unit.series(before.series)
        await demand(unit, series.id, person, Right.TRANSLATE)
        await _demand_new(unit, before, command)
        begun = replace(
            before, id=EpisodeId(studio.new_id()), stage=Stage.TRANSLATING, halt="", language=command.language
        )
        desk, script = studio.desk(series, begun), await unit.head(before.id, SCRIPT)
        await unit.add_episode(begun)
        origin = Origin(
            by=Actor.person(person.id),
            role=await trade(unit, series.id, person),
            kind=Kind.PROMPTED,
            sources=(script.digest,) if script else (),
            words=command.words,
        )
        await desk.enter(unit, IDEA, digest, origin)
        await desk.tell(unit, News.EPISODE_OPENED, {})
    return begun.id


async def _demand_new(unit: Unit, before: Episode, command: Translate) -> None:
    if before.language:
        raise Refused("is-an-edition")
    if before.stage is not Stage.RELEASED:
        raise Refused("translate-later")
    if command.language is (await unit.series(before.series)).language:
        raise Refused("speaks-it")
    if await edition(unit, before.id, command.language):
        raise Refused("translated-already")


@dataclass(frozen=True, kw_only=True, slots=True)
class _Put:
    """The translation that counts, and the paper of the one with a person's words in it."""

    head: Take
    digest: Digest


async def put_right(studio: Studio, command: PutRight, cause: int | None) -> EpisodeId:
    """Put texts of a translation into the caller's own words, verbatim; people see it again before it counts.

    Raises:
        InvalidValue: there is no text of that number, or there are no words for it.
        Outdated: another version was made at this very moment.
        Refused: the caller does not translate here, nothing is translated yet, or the edition is released.
    """
    put = await _prepared(studio, command)
    async with studio.store.write(cause) as unit:
        desk, person = await _seat(studio, unit, command.episode, command.caller)
        if await unit.head(desk.episode.id, TRANSLATION) != put.head:
            raise Outdated("superseded")
        await _keep(desk, unit, person, put)
        await reopen(unit, desk.episode, Subject.TRANSLATION)
        told = "\n".join(f"{number}. {text}" for number, text in command.texts.items())
        await desk.tell(unit, News.WISH_TAKEN, {"text": told[:QUOTED], "by": person.name})
    return command.episode


async def _prepared(studio: Studio, command: PutRight) -> _Put:
    async with studio.store.read() as reader:
        episode = await reader.episode(command.episode)
        head = await reader.head(command.episode, TRANSLATION)
    await may(studio, command.caller, episode.series, Right.TRANSLATE)
    if head is None:
        raise Refused("nothing-written-yet")
    known = documents.load(Translation, await studio.vault.read(head.digest))
    texts = list(known.texts)
    for number, text in command.texts.items():
        if not 0 < number <= len(texts):
            raise InvalidValue("no-such-text")
        texts[number - 1] = replace(texts[number - 1], text=clean(text), by_hand=True)
    paper = replace(known, texts=tuple(texts))
    return _Put(head=head, digest=await studio.vault.put_bytes(documents.dump(paper)))


async def _keep(desk: Desk, unit: Unit, person: Person, put: _Put) -> None:
    """Enter a translation with a person's words in it; one that was there before is chosen again."""
    origin = Origin(
        by=Actor.person(person.id),
        role=Role.TRANSLATOR,
        kind=Kind.EDITED,
        sources=(put.head.digest,),
        words=Words.TYPED,
    )
    found = await unit.keyed(desk.episode.id, put.digest)
    if found is None:
        await desk.enter(unit, TRANSLATION, put.digest, origin)
    else:
        await unit.record(desk.contribution(replace(origin, kind=Kind.CHOSE, sources=()), made=found.digest))
        await unit.choose(found)


async def _seat(studio: Studio, unit: Unit, episode: EpisodeId, caller: Caller) -> tuple[Desk, Person]:
    person = await met(studio, unit, caller)
    found = await unit.episode(episode)
    series = await unit.series(found.series)
    await demand(unit, series.id, person, Right.TRANSLATE)
    return studio.desk(series, found), person
