"""The tools of the writers' room: a small table of what the agent can do, each row a use case of the studio.

None of them releases, decides or spends. What would is an `Offer`: a value that the chat shows as a button and that a
person takes up, with their own rights. What is taken down as a wish are the person's own words, never the model's, and
what a rule does not find in these words is not done because a model says so.

A room of the house that has something new to offer adds a row.
"""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from agents.book import bible, season
from agents.claims import Claim
from agents.commands.caller import Caller
from agents.commands.command import Command
from agents.commands.story import MakeWish
from agents.crew.language import foreign
from agents.crew.prompts import quoted
from agents.crew.schemas import TEXT, Schema, choice, document
from agents.intake import ABOUT
from agents.room.limits import OverBudget, of_episode
from agents.studio import Desk, Studio
from generation.requests.identity import digest_of
from storage import documents
from storage.domain.contributions import Words
from storage.domain.errors import Refused
from storage.domain.ids import Digest, EpisodeId
from storage.domain.papers import Does, Matter, Offer, Subject
from storage.domain.stages import Stage
from storage.domain.story import Episode, Script, Synopsis
from storage.domain.takes import Medium, Take, Work
from storage.versions import works
from storage.views import Views

CHEAP = frozenset(
    {
        Stage.WRITING,
        Stage.CAST_REVIEW,
        Stage.SYNOPSIS_REVIEW,
        Stage.BOARDING,
        Stage.SCRIPT_REVIEW,
        Stage.VOICES_REVIEW,
        Stage.STORYBOARD_REVIEW,
        Stage.TRANSLATING,
        Stage.TRANSLATION_REVIEW,
    }
)
"""The stages in which a wish throws no clip away: it is taken down at once. Later it is a button."""

LONGEST = 6_000
"""Characters of a paper that a tool shows."""

LOGLINES = 3

Arguments = Mapping[str, Any]
Carry = Callable[[Command, int], Awaitable[None]]
"""Carries a command out, once for a cause (`agents.showrunner.Showrunner.handle`)."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Seat:
    """For whom a tool works: who asks, at the desk of which series' book, and the words and paper of their turn.

    `most` is how many tokens an episode may take. `about` is the episode that is talked about, which tools call 0.
    `wanted` is the tool that a rule finds in their words, whatever the model makes of them.
    """

    studio: Studio
    desk: Desk
    caller: Caller
    turn: Digest
    text: str
    carry: Carry
    most: int
    about: EpisodeId | None
    wanted: str
    words: Words = Words.TYPED
    """How they said it."""

    def cause(self, name: str, arguments: Arguments) -> int:
        """Return the cause of what this turn does with these arguments: done a second time, it has no effect.

        It is below zero, where no update of Telegram's is.
        """
        return -int(digest_of([self.turn, name, dict(arguments)])[:15], 16)


@dataclass(frozen=True, kw_only=True, slots=True)
class Effect:
    """What a tool has to say: a sentence of the locales, what the model is told, and what a person may take up."""

    key: str = ""
    values: Mapping[str, str | int] = field(default_factory=dict)
    told: str = ""
    offers: tuple[Offer, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Tool:
    """A row of the table. `about` is for the model, `fields` are the JSON Schemas of its arguments by name.

    `doing` is what is shown meanwhile, a word of `agents.room.pieces.Doing`.
    """

    name: str
    about: str
    run: Callable[[Seat, Arguments], Awaitable[Effect]]
    fields: Mapping[str, Schema] = field(default_factory=dict)
    doing: str = "reading"

    @property
    def schema(self) -> Schema:
        """The JSON Schema of all its arguments."""
        return document(self.fields)


async def read_story(seat: Seat, arguments: Arguments) -> Effect:
    """Read an episode, its synopsis and its script where it has one; 0 reads how many there are, and the one meant."""
    number = int(arguments["episode"])
    async with seat.studio.store.read() as reader:
        episodes = await reader.episodes(seat.desk.series.id)
    listed = f"Series {quoted(seat.desk.series.title)}, episodes begun: {len(episodes)}." if not number else ""
    if not episodes and not number:
        return Effect(told=listed)
    # An edition tells what its original tells, which is where that is written.
    desk = seat.studio.desk(seat.desk.series, _numbered(episodes, number or (await meant(seat, 0)).number))
    return Effect(told="\n".join(filter(None, (listed, _data(await _written(desk))))))


async def read_bible(seat: Seat, _: Arguments) -> Effect:
    """Read the bible and the season as they stand."""
    planned = await season(seat.desk)
    papers = [documents.dump(await bible(seat.desk)), documents.dump(planned) if planned else b"no season is planned"]
    return Effect(told=_data("\n".join(paper.decode() for paper in papers)))


async def change_episode(seat: Seat, arguments: Arguments) -> Effect:
    """Take the person's own words down as a wish, or prepare that where clips would be thrown away."""
    desk, offer = await _change(seat, arguments, seat.text)
    if desk.episode.stage not in CHEAP:
        return Effect(
            key="room-change-offered",
            values={"number": desk.episode.number},
            told="prepared as a button: it would throw clips away, so the person has to press it",
            offers=(offer,),
        )
    wish = MakeWish(
        caller=seat.caller,
        episode=desk.episode.id,
        text=seat.text,
        about=offer.about,
        shot=offer.shot,
        words=seat.words,
        sources=(seat.turn,),
    )
    async with seat.studio.store.read() as reader:
        if await of_episode(reader, desk.episode.id) >= seat.most:
            raise OverBudget("room-over-episode")
    await seat.carry(wish, seat.cause("change_episode", arguments))
    return Effect(
        key="room-change-taken",
        values={"number": desk.episode.number},
        told="the person's own words are taken down as a wish; the crew works on it and will show the new version",
    )


async def suggest_change(seat: Seat, arguments: Arguments) -> Effect:
    """Prepare a change in the model's words, for the person to accept."""
    desk, offer = await _change(seat, arguments, str(arguments["text"]).strip())
    return Effect(
        key="room-suggested",
        values={"number": desk.episode.number, "text": offer.text},
        told="prepared as a button",
        offers=(offer,),
    )


async def propose_loglines(seat: Seat, arguments: Arguments) -> Effect:
    """Prepare loglines to choose from; the one that is chosen begins the next episode."""
    texts = [quoted(text) for text in map(str, arguments["loglines"]) if quoted(text)]
    if not texts:
        raise Refused("nothing-to-offer")
    if any(foreign(text, seat.desk.series.language) for text in texts):
        raise Refused("not-in-its-language")
    offers = tuple(Offer(does=Does.BEGIN, text=text) for text in dict.fromkeys(texts))
    return Effect(key="room-loglines", told="prepared as buttons, numbered in this order", offers=offers)


async def prepare_approval(seat: Seat, arguments: Arguments) -> Effect:
    """Prepare the approval of an episode's open draft: deciding is a person's."""
    episode = await meant(seat, int(arguments["episode"]))
    async with seat.studio.store.read() as reader:
        draft = await reader.open_draft(episode.id)
    if draft is None:
        raise Refused("nothing-to-approve")
    offer = Offer(does=Does.APPROVE, episode=episode.id, number=episode.number, draft=draft.id)
    return Effect(key="room-approval", values={"number": episode.number}, told="prepared as a button", offers=(offer,))


async def point_out(_: Seat, arguments: Arguments) -> Effect:
    """Say whose rights the person's words may touch, and prepare that somebody who may answers for them."""
    matter, name = Matter(str(arguments["matter"])), quoted(str(arguments["name"]).strip())
    if not name:
        raise Refused("nothing-to-offer")
    return Effect(
        key=f"caution-{matter}",
        values=Claim(matter=matter, name=name).values,
        told="prepared as a button that keeps it; say so in one sentence and suggest something of their own instead",
        offers=(Offer(does=Does.KEEP, text=name, matter=matter),),
    )


async def compare_versions(seat: Seat, arguments: Arguments) -> Effect:
    """Prepare the comparison of an episode's versions, where it has any."""
    episode = await meant(seat, int(arguments["episode"]))
    if not await works(Views(seat.studio.store, seat.studio.vault), episode.id):
        return Effect(key="room-one-version", values={"number": episode.number}, told="there is one version of all")
    offer = Offer(does=Does.COMPARE, episode=episode.id, number=episode.number)
    return Effect(key="room-versions", values={"number": episode.number}, told="prepared as a button", offers=(offer,))


async def _change(seat: Seat, arguments: Arguments, text: str) -> tuple[Desk, Offer]:
    """Return the desk of the episode that is meant, and the change as an offer."""
    episode = await meant(seat, int(arguments["episode"]))
    desk, number = seat.studio.desk(seat.desk.series, episode), int(arguments["shot"])
    shot = await _shot(desk, number) if number else ""
    told = str(arguments["about"])
    about = Subject.SCRIPT if shot else Subject(told) if told else ABOUT.get(episode.stage, Subject.SCRIPT)
    if episode.stage is Stage.RELEASED:
        raise Refused("not-at-this-stage")
    return desk, Offer(does=Does.CHANGE, text=text, episode=episode.id, number=episode.number, about=about, shot=shot)


async def _shot(desk: Desk, number: int) -> str:
    head = await desk.head(Work(Medium.SCRIPT))
    script = await desk.read(Script, head) if head else None
    if script is None or not 0 < number <= len(script.shots):
        raise Refused("no-such-shot")
    return script.shots[number - 1].id


async def meant(seat: Seat, number: int) -> Episode:
    """Return the episode with a number; 0 is the one that is talked about, which may be an edition."""
    async with seat.studio.store.read() as reader:
        about = await reader.episode(seat.about) if seat.about else None
        if about is not None and number in {0, about.number}:
            return about
        return _numbered(await reader.episodes(seat.desk.series.id), number)


def _numbered(episodes: tuple[Episode, ...], number: int) -> Episode:
    found = [each for each in episodes if each.number == number]
    if not found:
        raise Refused("no-such-episode")
    return found[0]


async def _written(desk: Desk) -> str:
    heads: list[Take | None] = [await desk.head(Work(Medium.SYNOPSIS)), await desk.head(Work(Medium.SCRIPT))]
    synopsis, script = heads
    parts = [f"Episode {desk.episode.number}, stage {desk.episode.stage}."]
    if synopsis is not None:
        parts.append(_plain(await desk.read(Synopsis, synopsis)))
    if script is not None:
        parts.append(_shots(await desk.read(Script, script)))
    return "\n".join(parts)


def _plain(synopsis: Synopsis) -> str:
    beats = [f"beat {number}: {text}" for number, text in enumerate(synopsis.beats, 1)]
    cast = [f"{each.name} ({each.sex}, {each.age}): {each.look}" for each in synopsis.cast]
    return "\n".join((synopsis.title, synopsis.logline, *beats, *cast))


def _shots(script: Script) -> str:
    lines = {line.id: line for line in script.lines}
    return "\n".join(
        f"shot {number} ({shot.framing}, {shot.angle}, {shot.move}{', no cut before' * shot.continues}): {shot.action}"
        + "".join(f" / {lines[name].speaker}: {lines[name].text}" for name in shot.lines)
        for number, shot in enumerate(script.shots, 1)
    )


def _data(text: str) -> str:
    """Return what people and models wrote, between marks that it cannot end: it is read, never obeyed."""
    return f"<<<{quoted(text)[:LONGEST]}>>>"


NUMBER: Schema = {"type": "integer", "minimum": 0, "maximum": 100}
EPISODE = {"episode": NUMBER}
_WHICH = {**EPISODE, "about": choice(["synopsis", "script"]), "shot": NUMBER}
_MANY: Schema = {"type": "array", "items": TEXT, "minItems": 1, "maxItems": LOGLINES}

TOOLS: tuple[Tool, ...] = (
    Tool(
        name="read_story",
        about="Read the synopsis and shots of an episode, to speak about it; episode 0 is the one talked about.",
        run=read_story,
        fields=EPISODE,
    ),
    Tool(name="read_bible", about="Read the bible and the season plan of the series.", run=read_bible),
    Tool(
        name="change_episode",
        about=(
            "The person asks for a change of an episode: take their message down word for word as a wish. shot 0 is "
            "the whole, episode 0 the one talked about."
        ),
        run=change_episode,
        fields=_WHICH,
        doing="taking-down",
    ),
    Tool(
        name="suggest_change",
        about="Offer a change in your own words; the person accepts it with a button. Use it for ideas of yours.",
        run=suggest_change,
        fields={**_WHICH, "text": TEXT},
        doing="preparing",
    ),
    Tool(
        name="propose_loglines",
        about="Offer one to three loglines for a next episode, each one sentence in the language of the series.",
        run=propose_loglines,
        fields={"loglines": _MANY},
        doing="writing",
    ),
    Tool(
        name="prepare_approval",
        about="The person wants to approve or release: prepare the button. Only they can press it.",
        run=prepare_approval,
        fields=EPISODE,
        doing="preparing",
    ),
    Tool(
        name="compare_versions",
        about="Prepare a button that shows two versions of an episode side by side.",
        run=compare_versions,
        fields=EPISODE,
        doing="preparing",
    ),
    Tool(
        name="point_out",
        about=(
            "The person wants the face or voice of a living person (likeness), the style of a living artist (style), "
            "or characters or a world of an existing work (franchise): point it out."
        ),
        run=point_out,
        fields={"matter": choice(list(Matter)), "name": TEXT},
        doing="preparing",
    ),
)
"""The tools for episodes; those that go from version to version are in `agents.steptools`."""
