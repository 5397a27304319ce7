"""Continuity: an episode held against its series' bible and against what is true when it begins. Rules, no model.

A rule that only makes something likely asks a question; what it says of names and places it says of names in Latin
letters, where a capital tells them. Every contradiction names the words it is about and what they contradict.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property

from agents.crew.actions import read
from agents.crew.cast import names
from agents.crew.findings import Clash, Finding
from agents.crew.language import ZH, keywords
from agents.crew.lexicon import plain
from agents.crew.looks import Told
from agents.crew.looks import read as read_look
from agents.crew.traces import HINDERED, LIMBS, WEARS, WHOLE, Limb
from agents.crew.wardrobe import Part
from storage.domain.bible import Bible, Fact, FactKind, Keepsake
from storage.domain.story import Character, Language, Script, Shot, Synopsis

_ALIKE = 0.8
"""From this likeness on, a name is another spelling of a known one."""

_NAME = re.compile(r"(?<![.!?…:«»\"“”]\s)(?<!\A)\b[A-ZÀ-ÖØ-Þ][a-zà-öø-ÿ'-]{2,}")
"""A capital where no sentence begins."""

_NOBODY = frozenset(
    re.findall(
        r"\w+",
        "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
        "september october november december christmas easter god earth moon sun mars venus mister miss doctor captain "
        "king queen prince princess sir lady lord uncle aunt father mother grandma grandpa english french chinese "
        "japanese american european africa asia europe america china france england paris london beijing "
        "shanghai new york "
        "lundi mardi mercredi jeudi vendredi samedi dimanche noël pâques dieu terre lune soleil monsieur madame "
        "mademoiselle docteur capitaine maître",
    )
)
"""Capitals that name nobody."""

_KNOWING = "knows know secret sait savent secret 知道 秘密"
"""Words of a fact that say no more than that it is known."""

_SHARED: Mapping[bool, tuple[int, int]] = {False: (2, 3), True: (4, 2)}
"""So many words of a fact (in Chinese: characters), and at least one in so many, betray that it is known."""

_ARTICLE = re.compile(r"\A(?:(?:the|an?|le|la|les|une?|des)\s+|l['’])", re.IGNORECASE)
_THEIRS = re.compile(r"\b(?:his|her|sa|son|ses)\s+(?:\w+\s+)?\Z|(?:他|她|它)的\Z|自己的\Z", re.IGNORECASE)


@dataclass(frozen=True, kw_only=True, slots=True)
class Passage:
    """Words of an episode: a beat or an action, or a line that `speaker` says. `shot` is its number, 0 for a beat."""

    text: str
    shot: int = 0
    line: str = ""
    speaker: str = ""
    present: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Reading:
    """An episode and what is known when it begins."""

    bible: Bible
    number: int
    synopsis: Synopsis
    script: Script | None
    language: Language
    told: str = ""

    @cached_property
    def facts(self) -> tuple[Fact, ...]:
        """What is true when the episode begins."""
        return self.bible.known(self.number)

    @cached_property
    def people(self) -> Mapping[str, Character]:
        """Everyone by id: the cast of the episode goes before that of the bible."""
        return {each.id: each for each in (*self.bible.characters, *self.synopsis.cast)}

    @cached_property
    def playing(self) -> frozenset[str]:
        """The ids of the episode's cast."""
        return frozenset(each.id for each in self.synopsis.cast)

    @cached_property
    def seen(self) -> tuple[Passage, ...]:
        """What is shown: the actions of the shots, or the beats as long as there are none."""
        if self.script is None:
            return tuple(Passage(text=beat) for beat in self.synopsis.beats)
        shots = enumerate(self.script.shots, 1)
        return tuple(Passage(text=shot.action, shot=n, present=shot.characters) for n, shot in shots)

    @cached_property
    def said(self) -> tuple[Passage, ...]:
        """What is spoken."""
        if self.script is None:
            return ()
        return tuple(
            Passage(text=line.text, shot=number, line=line.id, speaker=line.speaker, present=shot.characters)
            for number, shot in enumerate(self.script.shots, 1)
            for line in map(self.script.line, shot.lines)
        )

    def of(self, kind: FactKind) -> Iterator[tuple[Fact, str]]:
        """Yield the facts of a kind that are true now, with each whom or what they are about."""
        yield from ((fact, who) for fact in self.facts if fact.kind is kind for who in fact.about)

    def name(self, who: str) -> str:
        """Return what somebody or something is called."""
        things = {prop.id: prop.name for prop in self.bible.props}
        return self.people[who].name if who in self.people else things.get(who, who)


def check(
    bible: Bible, number: int, synopsis: Synopsis, script: Script | None, language: Language, *, told: str = ""
) -> tuple[Finding, ...]:
    """Return what in an episode contradicts the bible, or itself; `number` is the episode's.

    Names in what a person `told` of the episode are known: a town, say.
    """
    reading = Reading(bible=bible, number=number, synopsis=synopsis, script=script, language=language, told=told)
    return tuple({finding.key: finding for rule in RULES for finding in rule(reading)}.values())


def _found(rule: Clash, passage: Passage, facts: Mapping[str, str], *, ask: bool = False) -> Finding:
    told = tuple({"text": passage.text, **facts}.items())
    return Finding(rule=rule, shot=passage.shot, line=passage.line, facts=told, is_question=ask)


def _strangers(reading: Reading) -> Iterator[Finding]:
    """Whoever speaks or is seen is in the cast of the episode."""
    for passage in reading.said:
        if passage.speaker not in reading.playing:
            yield _found(Clash.STRANGER, passage, {"who": reading.name(passage.speaker)})
    absent = [each for each in reading.bible.characters if each.id not in reading.playing]
    for passage in reading.seen:
        for each in absent:
            if names(passage.text, each.name):
                yield _found(Clash.STRANGER, passage, {"who": each.name})
    yield from _unknown(reading)


def _unknown(reading: Reading) -> Iterator[Finding]:
    """A name is one that is known, in the spelling that is known; in a line people may speak of anybody."""
    called = [each.name for each in reading.people.values()]
    called += [each.name for each in reading.bible.places] + [each.name for each in reading.bible.props]
    called += [reading.told, reading.bible.world]
    known = {word for name in called for word in re.findall(r"[^\W\d_]+", name)}
    for passage in (*reading.seen, *reading.said):
        for found in _NAME.finditer(passage.text):
            word = re.sub(r"'s\Z|’s\Z", "", found[0])
            if word in known or word.casefold() in _NOBODY:
                continue
            near = [each for each in known if each[0].isupper() and _alike(word, each)]
            if near:
                yield _found(Clash.SPELLING, passage, {"who": word, "known": min(near)})
            elif not passage.line:
                yield _found(Clash.STRANGER, passage, {"who": word}, ask=True)


def _alike(word: str, name: str) -> bool:
    if word.casefold() == name.casefold():
        return False
    ours, theirs = (unicodedata.normalize("NFKD", each.casefold()) for each in (word, name))
    return SequenceMatcher(None, ours, theirs).ratio() >= _ALIKE


def _gone(reading: Reading) -> Iterator[Finding]:
    """Whoever is gone neither speaks nor is seen."""
    for fact, who in reading.of(FactKind.GONE):
        facts = {"who": reading.name(who), "fact": fact.text}
        spoken = [passage for passage in reading.said if passage.speaker == who]
        seen = [passage for passage in reading.seen if who in passage.present]
        told = [passage for passage in reading.seen if names(passage.text, _bare(reading.name(who)))]
        if spoken or seen:
            yield _found(Clash.GONE, (spoken or seen)[0], facts)
        elif told:
            yield _found(Clash.GONE, told[0], facts, ask=True)


def _knows(reading: Reading) -> Iterator[Finding]:
    """Nobody speaks of what only others know."""
    least, share = _SHARED[reading.language is ZH]
    called = " ".join((*(each.name for each in reading.people.values()), _KNOWING))
    for fact in reading.facts:
        if fact.kind is not FactKind.KNOWS:
            continue
        matter = keywords(fact.text, reading.language) - keywords(called, reading.language)
        for passage in reading.said:
            shared = matter & keywords(passage.text, reading.language)
            if passage.speaker not in fact.about and len(shared) >= max(least, -(-len(matter) // share)):
                who = reading.name(passage.speaker)
                yield _found(Clash.KNOWS, passage, {"who": who, "fact": fact.text}, ask=True)


def _wounds(reading: Reading) -> Iterator[Finding]:
    """Nobody does what a wound hinders, nor is whole again without a word."""
    for fact, who in reading.of(FactKind.WOUND):
        facts = {"who": reading.name(who), "fact": fact.text}
        limbs = LIMBS.values(plain(fact.text, [reading.name(who)]))
        hindered = frozenset(pose for limb in limbs for pose in HINDERED[limb])
        for passage in reading.seen:
            deed = read(passage.text, reading.synopsis.cast, reading.language).deeds.get(who)
            if deed and deed.pose in hindered:
                yield _found(Clash.WOUND, passage, facts, ask=True)
            elif names(passage.text, reading.name(who)) and WHOLE.search(passage.text):
                yield _found(Clash.WOUND, passage, facts)
        if Limb.VOICE in limbs:
            yield from (_found(Clash.WOUND, each, facts) for each in reading.said if each.speaker == who)


def _costumes(reading: Reading) -> Iterator[Finding]:
    """Everyone wears what the series says they wear: the latest fact, else the look of the bible."""
    worn = {who: fact.text for fact, who in reading.of(FactKind.COSTUME)}
    looks = {each.id: each.look for each in reading.bible.characters}
    for who, character in reading.people.items():
        if who not in reading.playing or not (told := worn.get(who, looks.get(who, ""))):
            continue
        known = _told(told, character, reading)
        facts = {"who": character.name, "fact": told}
        if who in looks and _differ(known, _told(character.look, character, reading)):
            yield _found(Clash.COSTUME, Passage(text=character.look), facts)
        for passage in reading.seen:
            alone = passage.present == (who,) or _named(passage.text, reading) == [who]
            if alone and WEARS.search(passage.text) and _differ(known, _told(passage.text, character, reading)):
                yield _found(Clash.COSTUME, passage, facts)


def _told(text: str, character: Character, reading: Reading) -> Told:
    return read_look(text, [each.name for each in reading.people.values()], character.sex, reading.language)


def _differ(one: Told, other: Told) -> bool:
    """Return whether two looks tell of other clothes, other hair, or other colours of them."""
    pairs: list[tuple[object, object]] = [(one.outfit, other.outfit), (one.hair, other.hair)]
    pairs += [(one.colours.get(part), other.colours.get(part)) for part in (Part.CLOTHES, Part.HAIR)]
    return any(ours and theirs and ours is not theirs for ours, theirs in pairs)


def _named(text: str, reading: Reading) -> list[str]:
    return [who for who, each in reading.people.items() if names(text, each.name)]


def _places(reading: Reading) -> Iterator[Finding]:
    """A place that comes back is called by its name, and looks as it did."""
    for shot, number in _entered(reading.script) if reading.script else ():
        scene = reading.script.scene(shot) if reading.script else None
        if scene is None:
            continue
        passage = Passage(text=scene.setting, shot=number)
        words = keywords(scene.setting, reading.language)
        called = [each for each in reading.bible.places if names(scene.setting, _bare(each.name))]
        alike = [each for each in reading.bible.places if each.place is scene.place]
        for each in called:
            if each.place is not scene.place:
                yield _found(Clash.PLACE, passage, {"known": each.name, "fact": each.look})
        if not called and len(alike) == 1:
            (one,) = alike
            if not words & keywords(f"{one.name} {one.look}", reading.language):
                yield _found(Clash.PLACE, passage, {"known": one.name, "fact": one.look}, ask=True)


def _entered(script: Script) -> Iterator[tuple[Shot, int]]:
    """Yield the first shot of each setting, with its number."""
    settings: set[str] = set()
    for number, shot in enumerate(script.shots, 1):
        setting = script.scene(shot).setting
        if setting not in settings:
            settings.add(setting)
            yield shot, number


def _owners(reading: Reading) -> Iterator[Finding]:
    """A thing belongs to its owner."""
    for prop in reading.bible.props:
        for passage in (*reading.seen, *reading.said) if prop.owner else ():
            other = _claimed(prop, passage, reading)
            if other:
                who, is_sure = other
                facts = {"who": who, "known": reading.name(prop.owner), "fact": prop.name}
                yield _found(Clash.OWNER, passage, facts, ask=not is_sure)


def _claimed(prop: Keepsake, passage: Passage, reading: Reading) -> tuple[str, bool] | None:
    """Return who else seems to own a thing, and whether that is said in as many words."""
    thing = re.escape(_bare(prop.name))
    for who, each in reading.people.items():
        name = re.escape(each.name)
        theirs = rf"\b{name}['’]s\s+(?:\w+\s+)?{thing}|{thing}\s+(?:de |d['’]){name}\b|{name}的.{{0,4}}{thing}"
        if who != prop.owner and re.search(theirs, passage.text, re.IGNORECASE):
            return each.name, True
    found = re.search(thing, passage.text, re.IGNORECASE)
    named = _named(passage.text, reading)
    if found and len(named) == 1 and named[0] != prop.owner and _THEIRS.search(passage.text[: found.start()]):
        return reading.name(named[0]), False
    return None


def _bare(name: str) -> str:
    """Return a name without the article before it."""
    return _ARTICLE.sub("", name)


def _offstage(reading: Reading) -> Iterator[Finding]:
    """Whoever speaks is in the shot; a voice from elsewhere is possible, so it is asked."""
    for passage in reading.said:
        if passage.speaker in reading.playing and passage.speaker not in passage.present:
            yield _found(Clash.OFFSTAGE, passage, {"who": reading.name(passage.speaker)}, ask=True)


RULES: Sequence[Callable[[Reading], Iterator[Finding]]] = (
    _strangers, _gone, _knows, _wounds, _costumes, _places, _owners, _offstage,
)  # fmt: skip
