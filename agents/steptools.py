"""The tools of the writers' room that go from version to version: rows like those of `agents.tools`."""

from functools import partial

from agents.commands.story import Undo
from agents.crew.schemas import choice
from agents.tools import CHEAP, EPISODE, Arguments, Effect, Seat, Tool, meant
from agents.undoing import IN_BOOK, STEPS, left
from storage.domain.errors import Refused
from storage.domain.papers import Does, Offer, Subject
from storage.domain.takes import Medium


async def step(seat: Seat, arguments: Arguments, *, does: Does) -> Effect:
    """Go to the version beside the one that counts; not where clips would be thrown away.

    It may void what a team has decided: unless the person said it in so many words, it is prepared and no more.
    """
    medium, desk = Medium(str(arguments["what"])), seat.desk
    if medium not in IN_BOOK:
        desk = seat.studio.desk(desk.series, await meant(seat, int(arguments["episode"])))
        if desk.episode.stage not in CHEAP:
            raise Refused("not-at-this-stage")
    command = Undo(
        caller=seat.caller,
        series=desk.series.id,
        medium=medium,
        episode=None if medium in IN_BOOK else desk.episode.id,
        steps=STEPS[does],
    )
    values = {"what": medium.value}
    if seat.wanted != does:
        offer = Offer(
            does=does,
            episode=command.episode or "",
            number=desk.episode.number,
            about=Subject(medium),
            before=(await left(seat.studio, command)).digest,
        )
        return Effect(key=f"room-{does}-offered", values=values, told="prepared as a button", offers=(offer,))
    await seat.carry(command, seat.cause("step", {**arguments, "steps": command.steps}))
    key = "room-undone" if does is Does.UNDO else "room-redone"
    return Effect(key=key, values=values, told="done; every other version is kept")


_PAPER = {"what": choice(["synopsis", "script", "bible", "season"]), **EPISODE}

STEP_TOOLS: tuple[Tool, ...] = (
    Tool(
        name="undo",
        about="The person wants the version before.",
        run=partial(step, does=Does.UNDO),
        fields=_PAPER,
        doing="taking-down",
    ),
    Tool(
        name="redo",
        about="The person wants an undo taken back.",
        run=partial(step, does=Does.REDO),
        fields=_PAPER,
        doing="taking-down",
    ),
)
"""Every tool there is for versions."""
