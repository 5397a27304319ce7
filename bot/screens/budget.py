"""What a series has cost, what is left, what may have been paid, and the limits that its leader sets."""

from collections.abc import Iterator, Mapping

from agents.commands.spending import Limit
from agents.spending import Spending
from bot.callbacks import Act, Press
from bot.screens.editions import NATIVE
from bot.screens.halts import AGAIN, UNPAID
from bot.screens.page import Button, Rows, Screen, Voice
from bot.words import money, remainder
from storage.domain.budget import Cap
from storage.domain.purchase import Purchase
from storage.domain.story import BOOK, Episode
from storage.spending import Account

LISTED = 6
"""Episodes that a message lists, and doubtful purchases; the others are counted."""

ABREAST = 2
"""Amounts that fit side by side on a phone."""

NONE = "no"
"""The word of a button that lifts a limit."""

EURO = 1_000_000

AMOUNTS = {Limit.SERIES: (5 * EURO, 10 * EURO, 20 * EURO, 50 * EURO), Limit.ASK: (EURO // 2, EURO, 2 * EURO, 5 * EURO)}
"""What can be chosen, in millionths of a euro."""


def page(voice: Voice, shown: Spending) -> Screen:
    """Return what a series has cost so far."""
    found = shown.accounts
    parts = (
        voice("budget-head", title=found.series.title),
        "\n".join(_spent(voice, shown)),
        "\n".join(_left(voice, shown)),
        "\n".join(_episodes(voice, found.episodes, bought=found.bought)),
        "\n".join(_doubtful(voice, shown)),
    )
    return Screen(text="\n\n".join(part for part in parts if part), buttons=_buttons(voice, shown))


def limits(voice: Voice, shown: Spending) -> Screen:
    """Let whoever leads limit the series; what the operator does not allow is not offered."""
    rows = [row for limit in Limit for row in _choices(voice, shown, limit)]
    back = voice.button("button-budget", Press(Act.BUDGET, shown.accounts.series.id))
    return Screen(text=voice("budget-limits", title=shown.accounts.series.title), buttons=(*rows, (back,)))


def limit_set(voice: Voice, title: str, facts: Mapping[str, str]) -> str:
    """Say that a series has another limit."""
    is_set, most = "yes" if facts["micros"] else "no", money(int(facts["micros"] or 0))
    return voice("budget-limit-set", title=title, limit=facts["limit"], is_set=is_set, most=most)


def _spent(voice: Voice, shown: Spending) -> Iterator[str]:
    found = shown.accounts
    if not found.bought and not shown.buys:
        yield voice("budget-here", minutes=minutes(found.milliseconds))
        return
    kept = found.books
    yield voice("budget-spent", spent=money(kept.settled), minutes=minutes(found.milliseconds))
    if kept.reserved:
        yield voice("budget-reserved", reserved=money(kept.reserved))
    if kept.doubtful:
        yield voice("budget-doubted", doubtful=money(kept.doubtful))
    if found.differs:
        yield voice("budget-differs", more="yes" if found.differs > 0 else "no", price=money(abs(found.differs)))


def _left(voice: Voice, shown: Spending) -> Iterator[str]:
    for cap, left in shown.left.items():
        yield voice("budget-left", cap=cap, left=remainder(left), most=money(shown.limits.caps[cap]))
    if Cap.EPISODE in shown.limits.caps:
        yield voice("budget-episode-cap", most=money(shown.limits.caps[Cap.EPISODE]))
    if shown.limits.ask_above is not None:
        yield voice("budget-asks", above=money(shown.limits.ask_above))


def _episodes(voice: Voice, accounts: tuple[Account, ...], *, bought: bool) -> Iterator[str]:
    accounts = tuple(each for each in accounts if each.episode.number != BOOK or _took_anything(each))
    latest = accounts[-LISTED:]
    if len(accounts) > len(latest):
        yield voice("budget-earlier", count=len(accounts) - len(latest))
    for each in latest:
        yield _episode(voice, each, bought=bought)


def _took_anything(account: Account) -> bool:
    return bool(account.books.counted or account.milliseconds)


def _episode(voice: Voice, account: Account, *, bought: bool) -> str:
    """Return what an episode has cost, in all and for each second of its approved cut."""
    head = _named(voice, account.episode)
    spent = [f"{voice('budget-money', spent=money(account.books.counted))}"] if bought else []
    line = " · ".join((head, *spent, voice("budget-time", minutes=minutes(account.milliseconds))))
    if not account.seconds:
        return line
    each = voice(
        "budget-second",
        price=money(round(account.books.counted / account.seconds)),
        seconds=round(account.milliseconds / 1000 / account.seconds),
        paid="yes" if bought else "no",
    )
    return f"{line}\n    {each}"


def _doubtful(voice: Voice, shown: Spending) -> Iterator[str]:
    doubtful = shown.accounts.doubtful
    if doubtful:
        yield voice("budget-doubtful", count=len(doubtful))
    for number, each in enumerate(doubtful[:LISTED], 1):
        yield voice(
            "budget-doubtful-line",
            count=number,
            episode=_named(voice, _of(shown, each)),
            model=each.model,
            price=money(each.micros),
            day=f"{each.at:%Y-%m-%d}",
        )


def _named(voice: Voice, episode: Episode) -> str:
    if episode.number == BOOK:
        return voice("budget-book")
    tongue = f" · {NATIVE[episode.language]}" if episode.language else ""
    return f"{voice('budget-episode', number=episode.number)}{tongue}"


def _of(shown: Spending, bought: Purchase) -> Episode:
    return next(each.episode for each in shown.accounts.episodes if each.episode.id == bought.episode)


def _buttons(voice: Voice, shown: Spending) -> Rows:
    rows = [_answers(voice, number, each) for number, each in enumerate(shown.accounts.doubtful[:LISTED], 1)]
    return (*rows, (voice.button("button-limits", Press(Act.LIMIT, shown.accounts.series.id)),))


def _answers(voice: Voice, number: int, bought: Purchase) -> tuple[Button, ...]:
    """Return the buttons of a doubtful purchase: it is asked again, or was not paid."""
    return tuple(
        voice.button(key, Press(Act.REPEAT, bought.episode, bought.id, word), number=number)
        for key, word in (("button-repeat-one", AGAIN), ("button-unpaid", UNPAID))
    )


def _choices(voice: Voice, shown: Spending, limit: Limit) -> Iterator[tuple[Button, ...]]:
    """Yield the rows of a limit: the amounts below the operator's, then no limit of one's own."""
    series = shown.accounts.series.id
    now = shown.limits.caps.get(Cap.SERIES) if limit is Limit.SERIES else shown.limits.ask_above
    most = shown.operator.caps.get(Cap.SERIES) if limit is Limit.SERIES else shown.operator.ask_above
    amounts = [each for each in AMOUNTS[limit] if most is None or each < most]
    for at in range(0, len(amounts), ABREAST):
        yield tuple(
            voice.button(
                f"button-limit-{limit}",
                Press(Act.LIMIT, series, word=f"{limit}-{each}"),
                most=money(each),
                mark="● " if each == now else "",
            )
            for each in amounts[at : at + ABREAST]
        )
    none = Press(Act.LIMIT, series, word=f"{limit}-{NONE}")
    yield (voice.button(f"button-no-limit-{limit}", none, mark="● " if now == most else ""),)


def minutes(milliseconds: int) -> int:
    """Return minutes, begun ones counted."""
    return -(-milliseconds // 60_000)
