"""What a team sees by itself: exactly what it approves, and readable on a phone."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agents.reels import heard as reel
from agents.showings import heard, screenplay
from bot.screens.drafts import Asks, draft
from bot.screens.page import LONGEST_CAPTION, LONGEST_TEXT, Screen, Voice, length, messages
from bot.simulator.entities import read_html
from storage import documents
from storage.domain.ids import Digest, DraftId, EpisodeId, PersonId, SeriesId
from storage.domain.papers import CastList, Screenplay, TableRead
from storage.domain.remarks import pinned
from storage.domain.review import Draft, DraftKind
from storage.domain.stages import Stage
from storage.domain.story import (
    Age,
    Angle,
    Character,
    Episode,
    Framing,
    Hour,
    Language,
    Line,
    Mood,
    Move,
    Place,
    Scene,
    Script,
    Series,
    Sex,
    Shot,
    Synopsis,
    Weather,
)
from storage.showings import Showing
from storage.views import Card, Sheet

SYNOPSIS = Synopsis(
    title="Moon & Rope",
    logline="A robot <loves> the moon.",
    beats=("It waves.",),
    cast=(
        Character(id="bolt", name="Bolt", sex=Sex.MAN, age=Age.YOUNG, look="Rusty, <small>", sheet=Digest("a" * 64)),
        Character(id="ada", name="Ada & Co", sex=Sex.WOMAN, age=Age.OLD, look="A silver lantern"),
    ),
)


def scripted(words: str = "No more moon for you.", shots: int = 5) -> Script:
    """Return a script with a silent first shot, and two scenes in one place."""
    scene = Scene(
        id="c1", setting="a <roof>", place=Place.ROOFTOP, hour=Hour.NIGHT, weather=Weather.CLEAR, mood=Mood.TENDER
    )
    lines = tuple(
        Line(id=f"l{number}", speaker="ada" if number % 2 else "bolt", text=words) for number in range(2, shots)
    )
    return Script(
        scenes=(scene, replace(scene, id="c2", setting="a street")),
        lines=lines,
        shots=tuple(
            Shot(
                id=f"s{number}",
                scene="c2" if number == shots else "c1",
                framing=Framing.WIDE,
                angle=Angle.EYE,
                move=Move.STATIC,
                action=f"{words} & so on",
                lines=(f"l{number}",) if 1 < number < shots else (),
            )
            for number in range(1, shots + 1)
        ),
    )


SCRIPT = scripted()


def table_read(script: Script = SCRIPT) -> TableRead:
    """Return a table read in which a line begins every 1.7 seconds."""
    words = screenplay(script, SYNOPSIS)
    lines = [line.id for line in script.lines]
    said = heard(words, dict.fromkeys(lines, Digest("b" * 64)), {line: 1_700 * at for at, line in enumerate(lines)})
    return TableRead(sound=Digest("c" * 64), milliseconds=1_700 * len(lines), heard=said)


def shown(paper: CastList | Screenplay | TableRead, kind: DraftKind, language: str = "en") -> Screen:
    """Return a draft as a group sees it, whose series is French."""
    series = Series(id=SeriesId("s"), title="Moon", language=Language.FRENCH, creator=PersonId("p"))
    episode = Episode(id=EpisodeId("e"), series=series.id, number=1, stage=Stage.SCRIPT_REVIEW)
    frames = {shot.id: 100 for shot in SCRIPT.shots}
    sheet = Sheet(
        card=Card(series=series, episode=episode, synopsis=SYNOPSIS, script=SCRIPT, draft=None),
        draft=Draft(
            id=DraftId("d" * 12), episode=episode.id, kind=kind, digest=Digest("d" * 64), opened=datetime.now(UTC)
        ),
        synopsis=SYNOPSIS, script=SCRIPT, panels=(), preview=None, showing=Showing(paper=paper, frames=frames),
        said=(), deciding=frozenset({-1}), needs=1, remarks=0, notes=(),
    )  # fmt: skip
    return draft(Voice(language), sheet, Asks(decides=True, group=True))


PICTURES = (
    lambda shot: replace(shot, framing=Framing.CLOSE),
    lambda shot: replace(shot, angle=Angle.LOW, move=Move.PUSH),
    lambda shot: replace(shot, roll=shot.roll + 1),
    lambda shot: replace(shot, characters=("bolt",)),
)


@given(st.lists(st.tuples(st.integers(0, len(SCRIPT.shots) - 1), st.sampled_from(PICTURES)), max_size=6))
def test_no_picture_changes_what_is_approved_as_the_script(changes: list[tuple[int, object]]) -> None:
    shots = list(SCRIPT.shots)
    for at, change in changes:
        shots[at] = change(shots[at])  # type: ignore[operator]
    night = tuple(replace(scene, hour=Hour.DAWN, weather=Weather.RAIN, mood=Mood.SAD) for scene in SCRIPT.scenes)
    other = replace(SCRIPT, shots=tuple(shots), scenes=night)
    assert documents.dump(screenplay(other, SYNOPSIS)) == documents.dump(screenplay(SCRIPT, SYNOPSIS))


@given(st.sampled_from(SCRIPT.lines), st.text(min_size=1))
def test_every_other_line_is_another_script(line: Line, text: str) -> None:
    lines = tuple(replace(each, text=text) if each == line else each for each in SCRIPT.lines)
    same = documents.dump(screenplay(replace(SCRIPT, lines=lines), SYNOPSIS)) == documents.dump(
        screenplay(SCRIPT, SYNOPSIS)
    )
    assert same is (text == line.text)


@pytest.mark.parametrize("paper", [CastList(cast=SYNOPSIS.cast), screenplay(SCRIPT, SYNOPSIS), table_read()])
def test_what_was_shown_is_read_as_it_was_written(paper: CastList | Screenplay | TableRead) -> None:
    assert documents.read(documents.dump(paper)) == paper


def test_a_moment_of_a_table_read_is_the_line_written_beside_it() -> None:
    read = table_read()
    shots = tuple(shot.id for shot in SCRIPT.shots)
    found = reel(read, shots)
    sound = shown(read, DraftKind.VOICES).sound
    assert sound is not None
    for line, each in zip(sound.caption.splitlines(), read.heard, strict=True):
        assert pinned(f"{line.split(' ')[0]} softer", found).shot == each.shot
    assert pinned("0:00 softer", found).shot == "s2", "nobody speaks in the first shot"
    assert pinned("shot 1 wider", found).shot == "s1"
    assert pinned("0:59 softer", found).shot == ""


@pytest.mark.parametrize("language", ["en", "fr", "zh"])
def test_a_script_is_read_in_the_language_of_its_series_and_asked_about_in_the_readers(language: str) -> None:
    screen = shown(screenplay(SCRIPT, SYNOPSIS), DraftKind.SCRIPT, language)
    text = read_html(screen.text).plain
    assert "1 · a <roof> · 3\u00a0s" in text
    assert "\n2 · 3\u00a0s\n" in text, "the place stands where it changes"
    assert "5 · a street" in text
    assert "Ada & Co\u00a0: «\u00a0No more moon for you.\u00a0»" in text
    assert screen.handout is None


@pytest.mark.parametrize("words", ["So it goes on. " * 12, "& < > " * 40, "月亮" * 90])
def test_a_long_script_is_folded_fits_a_message_and_comes_as_a_document(words: str) -> None:
    script = scripted(words, shots=8)
    screen = shown(screenplay(script, SYNOPSIS), DraftKind.SCRIPT)
    document, control = messages(screen)
    assert document.handout is not None
    whole = document.handout.data.decode()
    assert all(line.text in whole for line in script.lines)
    assert "<b>" not in whole
    assert "&amp;" not in whole
    text = read_html(control.text)
    assert length(text.plain) <= LONGEST_TEXT
    assert [each["type"] for each in text.entities].count("expandable_blockquote") == 1
    assert control.buttons == screen.buttons


def test_the_voices_go_before_their_text_and_their_lines_fit_a_caption() -> None:
    before, control = messages(
        shown(table_read(scripted("A very long line of words. " * 20, shots=8)), DraftKind.VOICES)
    )
    assert before.sound is not None
    caption = read_html(before.sound.caption).plain
    assert length(caption) <= LONGEST_CAPTION
    assert len(caption.splitlines()) == len(range(2, 8))
    assert before.sound.title == "Moon & Rope · 1"
    assert control.sound is None
    assert control.buttons


def test_the_cast_is_an_album_of_sheets_with_looks() -> None:
    album, control = messages(shown(CastList(cast=SYNOPSIS.cast), DraftKind.CAST))
    assert [read_html(each.caption).plain for each in album.album] == ["Bolt — Rusty, <small>"]
    assert "• Ada & Co — A silver lantern" in read_html(control.text).plain
