"""Choices: other drawings of a shot are asked for, and one of those that there are is made the one that counts.

A drawing follows from its shot as the script has it. Choosing an older drawing, or one of several, therefore changes
the script: the shot is again what it was when that drawing was made. Nothing is drawn for it. A still follows from its
prompt as well, which is then again what it was.
"""

from dataclasses import dataclass, replace

from agents.acts import Origin
from agents.commands.caller import Caller
from agents.commands.story import AskVariants, ChoosePanel
from agents.crew.edits import restored
from agents.intake import QUOTED, clean, reopen, take_down
from agents.retouching import behind
from agents.studio import Desk, Studio
from agents.team import granted, met, trade
from storage import documents
from storage.domain.contributions import Actor, Contribution, Kind
from storage.domain.crew import Person, Right
from storage.domain.errors import InvalidValue, Outdated, Refused
from storage.domain.events import News
from storage.domain.ids import Digest, EpisodeId
from storage.domain.papers import Subject, Wish
from storage.domain.story import Script
from storage.domain.takes import Medium, Take, Work, shot_of
from storage.reader import Reader
from storage.unit import Unit

COUNTS = range(2, 5)
"""How many other drawings may be asked for at once."""

SCRIPT = Work(Medium.SCRIPT)


async def ask_variants(studio: Studio, command: AskVariants, cause: int | None) -> EpisodeId:
    """Take down that somebody wants other drawings of a shot.

    Raises:
        InvalidValue: they want too few or too many.
        Refused: they neither write nor decide here, or there is no such shot.
    """
    if command.count not in COUNTS:
        raise InvalidValue("variants")
    await _demand_shot(studio, command)
    text = clean(command.text)
    wish = Wish(text=text, salt=studio.salt(), about=Subject.VARIANTS, shot=command.shot, variants=command.count)
    digest = await studio.vault.put_bytes(documents.dump(wish))
    async with studio.store.write(cause) as unit:
        desk, person = await _seat(studio, unit, command.episode, command.caller)
        await take_down(desk, unit, person, digest, command.words)
        await reopen(unit, desk.episode, Subject.VARIANTS)
        await desk.tell(unit, News.WISH_TAKEN, {"text": text[:QUOTED], "by": person.name})
    return command.episode


async def choose_panel(studio: Studio, command: ChoosePanel, cause: int | None) -> EpisodeId | None:
    """Make a drawing the one that counts for its shot, and credit who chose; choosing it again changes nothing.

    Raises:
        Outdated: the script was changed at this very moment.
        Refused: the caller neither writes nor decides here, or the shot is no more.
    """
    changed = await behind(studio, command.take)
    choice = await _prepared(studio, replace(command, take=changed.still) if changed else command)
    async with studio.store.write(cause) as unit:
        desk, person = await _seat(studio, unit, choice.panel.episode, command.caller)
        if await unit.head(desk.episode.id, SCRIPT) != choice.script:
            raise Outdated("superseded")
        counts = changed is None or await changed.counts(unit)
        if choice.is_made and counts:
            await _keep(desk, unit, person, choice)
            return None
        if not choice.is_made:
            await _change(desk, unit, person, choice)
        if changed and not counts:
            await changed.choose(desk, unit, person, choice.shown)
        await reopen(unit, desk.episode, Subject.SCRIPT)
    return choice.panel.episode


@dataclass(frozen=True, kw_only=True, slots=True)
class _Choice:
    """A drawing, those it was chosen from, the script as it stands, and that in which the drawing counts."""

    panel: Take
    shown: tuple[Digest, ...]
    script: Take
    wanted: Digest
    prompt: Take | None = None
    """What a still was painted from."""
    told: Take | None = None
    """The prompt that counts for its shot."""
    drawing: Take | None = None
    """What a still was painted over."""

    @property
    def is_made(self) -> bool:
        """Whether the drawing counts already."""
        return self.wanted == self.script.digest and not self.is_retold

    @property
    def is_retold(self) -> bool:
        """Whether another prompt counts than the one that a still was painted from."""
        return self.prompt is not None and self.prompt != self.told

    @property
    def made(self) -> Digest:
        """What the choice leads to: another script, or with the same one another prompt."""
        if self.prompt is not None and self.wanted == self.script.digest:
            return self.prompt.digest
        return self.wanted

    @property
    def sources(self) -> tuple[Digest, ...]:
        """What the choice built on.

        A script that follows from a still is named after the drawing below it: whose prompt it was painted from is
        credited for the still alone, as long as that hangs on the board.
        """
        if self.made != self.wanted:
            return (self.panel.digest,)
        return (self.script.digest, (self.drawing or self.panel).digest)


async def _prepared(studio: Studio, command: ChoosePanel) -> _Choice:
    async with studio.store.read() as reader:
        panel = await reader.take(command.take)
        head = await reader.head(panel.episode, SCRIPT)
        drawn_for = await _drawn_for(reader, panel)
        shown = [await reader.take(take) for take in command.shown]
    if head is None or drawn_for is None:
        raise Refused("no-such-shot")
    now = documents.load(Script, await studio.vault.read(head.digest))
    before = documents.load(Script, await studio.vault.read(drawn_for))
    shot, _, roll = panel.work.part.partition(".")
    if shot not in {each.id for each in now.shots}:
        raise Refused("no-such-shot")
    wanted = documents.dump(restored(now, before, shot, int(roll) if roll else None))
    offered = tuple(take.digest for take in shown if _is_beside(take, panel))
    choice = _Choice(panel=panel, shown=offered, script=head, wanted=await studio.vault.put_bytes(wanted))
    return await _painted(studio, choice) if panel.work.medium is Medium.STILL else choice


async def _painted(studio: Studio, choice: _Choice) -> _Choice:
    """Return the choice of a still: of the prompt and of the drawing that it was painted from, too."""
    still = choice.panel
    async with studio.store.read() as reader:
        act = next(act for act in await reader.history(still.episode) if act.id == still.contribution)
        takes = {take.digest: take for take in await reader.takes(still.episode) if take.digest in act.sources}
        head = await reader.head(still.episode, Work(Medium.PROMPT, shot_of(still.work)))
    made = [takes[source] for source in act.sources if source in takes]
    prompt = next((take for take in made if take.work.medium is Medium.PROMPT), None)
    drawing = next((take for take in made if take.work.medium is Medium.PANEL), None)
    return replace(choice, prompt=prompt, told=head, drawing=drawing)


def _is_beside(take: Take, panel: Take) -> bool:
    """Whether two pictures are of one shot."""
    return shot_of(take.work) == shot_of(panel.work) and take.episode == panel.episode


async def _drawn_for(reader: Reader, panel: Take) -> Digest | None:
    """Return the script that a drawing was made for."""
    scripts = {take.digest for take in await reader.takes(panel.episode, Medium.SCRIPT)}
    acts = [act for act in await reader.history(panel.episode) if act.id == panel.contribution]
    return next((source for act in acts for source in act.sources if source in scripts), None)


async def _change(desk: Desk, unit: Unit, person: Person, choice: _Choice) -> None:
    """Enter the script in which the picture counts, or take it up again where it was there before; so its prompt."""
    known = await unit.keyed(desk.episode.id, choice.wanted)
    if choice.prompt is not None:
        await unit.choose(choice.prompt)
    if known is None:
        await desk.enter(unit, SCRIPT, choice.wanted, await _origin(desk, unit, person, choice))
    else:
        await unit.record(await _act(desk, unit, person, choice))
        await unit.choose(known)


async def _keep(desk: Desk, unit: Unit, person: Person, choice: _Choice) -> None:
    """Credit who keeps what is there, once."""
    act = await _act(desk, unit, person, choice)
    done = {(each.by, each.kind, each.sources) for each in await unit.history(desk.episode.id)}
    if (act.by, act.kind, act.sources) not in done:
        await unit.record(act)


async def _act(desk: Desk, unit: Unit, person: Person, choice: _Choice) -> Contribution:
    return desk.contribution(await _origin(desk, unit, person, choice), made=choice.made)


async def _origin(desk: Desk, unit: Unit, person: Person, choice: _Choice) -> Origin:
    role = await trade(unit, desk.series.id, person)
    return Origin(by=Actor.person(person.id), role=role, kind=Kind.CHOSE, sources=choice.sources, shown=choice.shown)


async def _demand_shot(studio: Studio, command: AskVariants) -> None:
    async with studio.store.read() as reader:
        head = await reader.head(command.episode, SCRIPT)
    script = documents.load(Script, await studio.vault.read(head.digest)) if head else None
    if script is None or command.shot not in {shot.id for shot in script.shots}:
        raise Refused("no-such-shot")


async def _seat(studio: Studio, unit: Unit, episode: EpisodeId, caller: Caller) -> tuple[Desk, Person]:
    """Return the desk of an episode and the caller, who writes there or decides there."""
    person = await met(studio, unit, caller)
    found = await unit.episode(episode)
    series = await unit.series(found.series)
    if not await granted(unit, series.id, person) & {Right.PROMPT, Right.DECIDE}:
        raise Refused("not-yours-to-prompt")
    if found.language:
        raise Refused("decided-in-original")
    return studio.desk(series, found), person
