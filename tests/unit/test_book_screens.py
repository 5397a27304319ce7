"""The pages of a book fit a phone, however long the season and however much is told."""

from dataclasses import replace

import pytest

from agents.crew.entries import in_bible, in_season
from bot.callbacks import LIMIT, parse
from bot.screens import bible as bibles
from bot.screens import season as seasons
from bot.screens.page import LONGEST_TEXT, Screen, Voice, length
from storage.domain.bible import Bible, Plan, Season
from storage.domain.entries import LONGEST, Shelf, of_bible, of_season
from storage.domain.errors import InvalidValue, Outdated
from storage.domain.ids import ContributionId, Digest, EpisodeId, PersonId, SeriesId, TakeId
from storage.domain.story import Language, Series
from storage.domain.takes import Medium, Take, Work
from storage.pages import Changed, Leaf, Pages
from tests.storage_samples import NOON

EN = Language.ENGLISH
SERIES = Series(id=SeriesId("0123456789ab"), title="Moonstruck", language=EN, creator=PersonId("0123456789ac"))
TAKE = Take(
    id=TakeId("0123456789ad"),
    episode=EpisodeId("0123456789ae"),
    contribution=ContributionId("0123456789af"),
    work=Work(Medium.SEASON),
    key=Digest("0" * 64),
    digest=Digest("0" * 64),
    media_type="application/json",
)
BY = Changed(by="Ana", at=NOON, words=None)
LONG = "word " * (LONGEST // 5)
SEASON = Season(
    arc=LONG.strip(),
    episodes=tuple(
        Plan(number=number, title="A title of a few words", logline=LONG, turn=LONG, cliffhanger=LONG)
        for number in range(1, 101)
    ),
)


def crowded() -> Bible:
    """Return a bible with as much in it as anybody will write."""
    bible = Bible(world=LONG, style=LONG, tone=LONG)
    for number in range(30):
        for shelf in Shelf:
            bible = in_bible(bible, shelf, f"N{number}: {LONG[:550]}", EN)
    return bible


def shown(bible: Bible, season: Season | None) -> Pages:
    """Return a book."""
    entries = {Medium.BIBLE: of_bible(bible), Medium.SEASON: of_season(season) if season else {}}
    leaves = {
        medium: Leaf(
            take=replace(TAKE, work=Work(medium)),
            entries=said,
            changed=dict.fromkeys(said, BY),
            last=BY,
            is_first=False,
        )
        for medium, said in entries.items()
    }
    return Pages(series=SERIES, book=None, bible=bible, season=season, leaves=leaves, episodes={})


def fits(screen: Screen) -> bool:
    """Return whether Telegram takes a page."""
    presses = [button.press.data() for row in screen.buttons for button in row]
    assert all(len(data.encode()) <= LIMIT and parse(data) for data in presses)
    assert sum(map(len, screen.buttons)) <= 100
    return length(screen.text) <= LONGEST_TEXT


@pytest.mark.parametrize("language", list(Language))
def test_every_page_of_a_hundred_episodes_fits(language: Language) -> None:
    book, voice = shown(Bible(), SEASON), Voice(language)
    for first in range(1, 101):
        assert fits(seasons.table(voice, book, first, writes=True))
        assert fits(seasons.plan(voice, book, first, writes=True))
    labels = [button.label for row in seasons.table(voice, book, 50, writes=True).buttons for button in row]
    assert labels[:9] == ["46", "47", "48", "49", "50", "⇤ 1", "← 41", "→ 51", "⇥ 96"]


@pytest.mark.parametrize("language", list(Language))
def test_every_page_of_a_crowded_bible_fits(language: Language) -> None:
    book, voice = shown(crowded(), None), Voice(language)
    assert fits(bibles.overview(voice, book, writes=True))
    for shelf in Shelf:
        assert fits(bibles.shelf(voice, book, shelf, writes=True))
        assert fits(bibles.entry(voice, book, bibles.items(book, shelf)[-1], writes=True))


def test_an_entry_says_what_somebody_wrote_and_nothing_else_changes() -> None:
    bible = in_bible(Bible(world="A city."), "cast", "Wick: a barefoot boy", EN)
    changed = in_bible(bible, "cast.wick.want", "a place to sleep", EN)
    assert of_bible(changed) == {**of_bible(bible), "cast.wick.want": "a place to sleep"}
    fact = in_bible(changed, "fact", "2: Wick has lost his scarf", EN)
    gone = in_bible(fact, "cast.wick.name", "", EN)
    assert gone.cast == ()
    assert [(each.about, each.since) for each in gone.facts] == [((), 2)]


def test_what_cannot_be_said_of_an_entry_is_refused_with_a_reason() -> None:
    with pytest.raises(InvalidValue, match="entry-too-long"):
        in_bible(Bible(), "tone", "x" * (LONGEST + 1), EN)
    with pytest.raises(Outdated):
        in_bible(Bible(), "cast.wick.look", "barefoot", EN)
    with pytest.raises(InvalidValue, match="no-choice"):
        in_bible(Bible(), "rating", "nobody", EN)
    with pytest.raises(InvalidValue, match="empty"):
        in_season(SEASON, "3.title", "")
    with pytest.raises(Outdated):
        in_season(SEASON, "101.title", "More")


@pytest.mark.parametrize(
    ("first", "then"),
    [(("place", "Harbour"), ("cast", "P1: a robot")), (("cast", "P1: a robot"), ("place", "Harbour"))],
)
def test_what_is_added_has_an_id_that_nothing_else_in_the_bible_has(
    first: tuple[str, str], then: tuple[str, str]
) -> None:
    bible = in_bible(in_bible(Bible(), *first, EN), *then, EN)
    assert len({bible.cast[0].character.id, bible.places[0].id}) == 2
