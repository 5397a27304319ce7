"""What a phone shows of two versions: the words, the steps to others, and what a storyboard says of its shots."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from bot.screens.changes import MOST, since
from bot.screens.compare import choice, comparison
from bot.screens.page import LONGEST_TEXT, Voice, length
from bot.simulator.entities import read_html
from storage.domain.ids import ContributionId, Digest, DraftId, EpisodeId, PersonId, SeriesId, TakeId
from storage.domain.review import Draft, DraftKind, Outcome
from storage.domain.stages import Stage
from storage.domain.story import Age, Character, Episode, Language, Series, Sex, Synopsis
from storage.domain.takes import Medium, Take, Work
from storage.versions import Comparison, Earlier, Version, Versions
from storage.views import Card, Sheet
from tests.unit.test_camera_crew import DRESSED, SCRIPT

NOW = datetime(2026, 1, 2, 3, 4, tzinfo=UTC)
EPISODE = EpisodeId("e" * 12)
OLD = Synopsis(
    title="Minuit",
    logline="Un robot seul aime la lune.",
    beats=("Il la salue.", "Elle se tait."),
    cast=(Character(id="bolt", name="Bolt", sex=Sex.MAN, age=Age.YOUNG, look="Petit robot rouillé."),),
)
NEW = replace(OLD, logline="Un robot heureux aime la lune.", beats=("Il la salue.", "Elle répond <à voix basse>."))
CARD = Card(
    series=Series(id=SeriesId("s" * 12), title="Minuit", language=Language.FRENCH, creator=PersonId("p" * 12)),
    episode=Episode(id=EPISODE, series=SeriesId("s" * 12), number=1, stage=Stage.SYNOPSIS_REVIEW),
    synopsis=NEW,
    script=None,
    draft=None,
)


def version(number: int, paper: Synopsis | None, medium: Medium = Medium.SYNOPSIS, part: str = "") -> Version:
    facts = {"width": 540, "height": 960, "frames": 90, "rate": 30}
    take = Take(
        id=TakeId(f"{number:012}"),
        episode=EPISODE,
        contribution=ContributionId("c" * 12),
        work=Work(medium, part),
        key=Digest("0" * 64),
        digest=Digest(f"{number:064}"),
        media_type="",
        facts=facts,
    )
    return Version(number=number, take=take, at=NOW, maker="model", wished_by=("Zoé & Co",), paper=paper)


def of(count: int, older: int, newer: int, medium: Medium = Medium.SYNOPSIS) -> Comparison:
    papers = [replace(OLD, logline=f"Un robot {number}.") if medium is Medium.SYNOPSIS else None for number in range(9)]
    all_ = tuple(version(number, papers[number], medium) for number in range(1, count + 1))
    versions = Versions(work=Work(medium), versions=all_, current=count - 1)
    return Comparison(card=CARD, all=versions, older=all_[older - 1], newer=all_[newer - 1])


def sheet(paper: Synopsis = NEW) -> Sheet:
    draft = Draft(id=DraftId("d" * 12), episode=EPISODE, kind=DraftKind.SYNOPSIS, digest=Digest("1" * 64), opened=NOW)
    return Sheet(
        card=CARD,
        draft=draft,
        synopsis=paper,
        script=None,
        panels=(),
        preview=None,
        showing=None,
        said=(),
        deciding=frozenset(),
        needs=1,
        remarks=0,
        notes=(),
    )


def before(outcome: Outcome, paper: Synopsis = OLD) -> Earlier:
    draft = replace(sheet().draft, id=DraftId("b" * 12), outcome=outcome)
    return Earlier(draft=draft, synopsis=paper)


@pytest.mark.parametrize(
    ("count", "older", "newer", "expected"),
    [
        (2, 1, 2, []),
        (3, 2, 3, ["← 1 ⇄ 2", "1 ⇄ 3"]),
        (3, 1, 2, ["1 ⇄ 3", "2 ⇄ 3 →"]),
        (5, 3, 4, ["← 2 ⇄ 3", "1 ⇄ 5", "4 ⇄ 5 →"]),
        (3, 1, 3, ["← 1 ⇄ 2", "2 ⇄ 3 →"]),
    ],
)
def test_buttons_step_to_the_versions_beside_and_to_all_that_changed(
    count: int, older: int, newer: int, expected: list[str]
) -> None:
    shown = comparison(Voice("en"), of(count, older, newer))
    assert [button.label for row in shown.buttons for button in row] == expected


@pytest.mark.parametrize("language", ["en", "fr", "zh"])
def test_two_versions_say_who_made_each_and_what_changed(language: str) -> None:
    shown = comparison(Voice(language), of(2, 1, 2))
    text = read_html(shown.text).plain
    assert text.count("Zoé & Co") == 2
    assert "2026-01-02 03:04 UTC" in text
    assert "<s>1</s><b>2</b>." in shown.text


def test_films_side_by_side_have_the_size_that_telegram_is_told() -> None:
    shown = comparison(Voice("en"), of(2, 1, 2, Medium.PREVIEW))
    assert shown.split is not None
    assert (shown.split.width, shown.split.height, shown.split.after.seconds) == (1088, 960, 3)
    assert "◧ <b>1</b>" in shown.text


def test_a_choice_begins_with_the_current_version_and_the_one_before() -> None:
    versions = of(3, 1, 2).all
    assert [each.number for each in versions.usual()] == [2, 3]
    assert [each.number for each in replace(versions, current=0).usual()] == [1, 2]
    screen = choice(Voice("en"), CARD, (versions,))
    assert [button.label for row in screen.buttons for button in row] == ["📝 Synopsis · 3"]
    assert "nothing to compare" in choice(Voice("en"), CARD, ()).text


@pytest.mark.parametrize(
    ("language", "outcome", "head"),
    [
        ("en", Outcome.APPROVED, "What changed since the approved version"),
        ("en", Outcome.SENT_BACK, "What changed since the version before"),
        ("fr", Outcome.APPROVED, "Ce qui a changé depuis la version approuvée"),
        ("zh", Outcome.SUPERSEDED, "与上一版本相比的改动"),
    ],
)
def test_a_draft_says_what_changed_and_since_when(language: str, outcome: Outcome, head: str) -> None:
    text = since(Voice(language), sheet(), before(outcome), LONGEST_TEXT)
    assert text.startswith(f"<b>{head}</b>\n<blockquote expandable>")
    assert "robot <s>seul </s><b>heureux </b>aime" in text
    assert "&lt;à voix basse&gt;" in text
    read_html(text)


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "<b>What changed since the version before</b>\npicture of shot 2"),
        ("fr", "<b>Ce qui a changé depuis la version précédente</b>\nimage du plan 2"),
        ("zh", "<b>与上一版本相比的改动</b>\n画面改动1处：镜头2"),
    ],
)
def test_a_board_of_which_a_picture_alone_changed_does_not_say_that_nothing_did(language: str, said: str) -> None:
    board = replace(sheet().draft, kind=DraftKind.STORYBOARD)
    shots = [shot.id for shot in SCRIPT.shots]
    was, now = (
        {shot: Digest(f"{number + (shot == shots[1]) * new:064}") for number, shot in enumerate(shots)}
        for new in (0, 90)
    )
    after = replace(sheet(), draft=board, synopsis=DRESSED, script=SCRIPT, panels=tuple(now.items()))
    earlier = Earlier(draft=replace(board, outcome=Outcome.SUPERSEDED), synopsis=DRESSED, script=SCRIPT, panels=was)
    assert since(Voice(language), after, earlier, LONGEST_TEXT) == said
    assert since(Voice("en"), replace(after, panels=tuple(was.items())), earlier, LONGEST_TEXT).startswith("Nothing in")


def test_the_same_words_are_one_line() -> None:
    text = since(Voice("en"), sheet(OLD), before(Outcome.APPROVED), LONGEST_TEXT)
    assert text == "Nothing in the text has changed since the approved version."


@pytest.mark.parametrize("room", [0, 30, 100, 300, 700, LONGEST_TEXT])
def test_changes_keep_to_the_room_there_is(room: int) -> None:
    long = replace(NEW, beats=tuple(f"Il la salue encore {number} fois." for number in range(200)))
    text = since(Voice("fr"), sheet(long), before(Outcome.APPROVED), room)
    assert length(text) <= min(room, MOST)
    read_html(text)
    if room >= 300:
        assert "autres lignes modifiées" in text
