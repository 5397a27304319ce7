"""`feuilleton models`: the models that are known, which of them fit this machine, and everything about one of them."""

import argparse
from collections.abc import Callable, Iterator, Mapping

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from bot.assignments import catalog, cautions, models_assigned
from bot.cli.fetch import fetch_models
from bot.compose import workshop
from bot.settings import Settings
from generation.catalog.fit import Fit, Lack, Machine, Reason, fit
from generation.catalog.price import Price, Unit
from generation.catalog.profile import Licence, Profile
from generation.errors import Unavailable
from generation.machine import measure
from generation.weights.hub import Hub, hub

CURRENCY = 1_000_000
"""Millionths in a euro."""

UNITS = {Unit.PIECE: "a piece", Unit.SECOND: "a second", Unit.MEGAPIXEL: "a megapixel", Unit.CHARACTER: "a character"}


def main(settings: Settings, asked: argparse.Namespace) -> int:
    """List every model, tell about one, or fetch one."""
    console = Console()
    try:
        _answer(settings, asked, console)
    except Unavailable as error:
        console.print(str(error), style="red", highlight=False, markup=False, soft_wrap=True)
        return 1
    return 0


def _answer(settings: Settings, asked: argparse.Namespace, console: Console) -> None:
    if not asked.name:
        if asked.fetch:
            raise Unavailable("name the model to fetch: feuilleton models --fetch NAME; `feuilleton models` lists them")
        console.print(overview(settings))
        return
    profile = _found(settings, asked.name)
    if asked.fetch:
        for caution in cautions(profile):
            console.print(caution, style="yellow", highlight=False, markup=False, soft_wrap=True)
        fetch_models(settings, console, [profile])
    for heading, words in about(profile, measure(settings.cache), hub(workshop(settings))):
        console.print(f"[bold]{heading:<12}[/] {escape(words)}", highlight=False, soft_wrap=True)


def _found(settings: Settings, name: str) -> Profile:
    known = catalog(settings)
    if name not in known:
        raise Unavailable(f"there is no model called {name}; known: {', '.join(sorted(known))}")
    return known[name]


def overview(settings: Settings) -> Table:
    """Return the table of every model; those that are assigned are marked."""
    machine, kept, chosen = measure(settings.cache), hub(workshop(settings)), models_assigned(settings)
    table = Table(title=f"This machine: {described(machine)}", title_justify="left", box=SIMPLE_HEAD, pad_edge=False)
    for column in ("model", "licence", "GPU memory", "fits", "here"):
        table.add_column(column, no_wrap=column == "model")  # what is typed is never cut off
    operations = ""
    for profile in sorted(catalog(settings).values(), key=lambda each: (each.operations[0], each.name)):
        is_here = kept.has(profile)
        found = fit(profile, machine, is_here=is_here)
        if operations != profile.operations[0]:
            operations = profile.operations[0]
            table.add_section()
            table.add_row(f"[bold]{operations}[/]")
        table.add_row(
            f"{'●' if profile.name in chosen else ' '} {profile.name}{_also(profile)}",
            f"{profile.licence.name}: {allows(profile.licence)}",
            memory(profile),
            escape(fits(profile, found)),
            here(profile, is_here=is_here),
        )
    return table


def _also(profile: Profile) -> str:
    others = ", ".join(profile.operations[1:])
    return f"\n  also: {others}" if others else ""


def about(profile: Profile, machine: Machine, kept: Hub) -> Iterator[tuple[str, str]]:
    """Tell everything about one model, as headings and words."""
    is_here = kept.has(profile)
    yield "model", f"{profile.title} ({profile.name}), for {', '.join(profile.operations)}, by {profile.backend}"
    yield "licence", f"{profile.licence.name}: {allows(profile.licence)}"
    yield "", f"as known on {profile.licence.read}; its text: {profile.licence.url}"
    if profile.licence.asks:
        yield "", profile.licence.asks
    yield "training", training(profile)
    yield "takes", ", ".join(sorted(profile.takes)) or "nothing beside the bare request"
    yield from _size(profile)
    yield "memory", "; ".join(f"{measure} {gib:g} GiB" for measure, gib in profile.needs.items()) or "no GPU"
    if profile.estimated:
        yield "", "estimated from its number of parameters, not measured"
    yield "fits", fits(profile, fit(profile, machine, is_here=is_here))
    yield "price", price(profile.price)
    if not profile.is_remote:
        yield "weights", weights(profile, is_here=is_here)
    if profile.source:
        yield "source", profile.source


def _size(profile: Profile) -> Iterator[tuple[str, str]]:
    if profile.sizes:
        yield "sizes", ", ".join(f"{width}x{height}" for width, height in profile.sizes)
    if profile.frames:
        yield "frames", f"{profile.frames.most} at most, {profile.frames.rate} a second"
    if profile.steps:
        yield "steps", f"{profile.steps}, guidance {profile.guidance:g}"
    if profile.speakers:
        yield "voices", ", ".join(speaker.name for speaker in profile.speakers)


def described(machine: Machine) -> str:
    """Return what a machine has in one line."""
    gpu = f"{machine.name}, {machine.gpu:.0f} GiB" if machine.gpu else "no GPU"
    return f"{gpu}; {machine.ram:.0f} GiB of main memory; {machine.disk:.0f} GB of free disk"


def allows(licence: Licence) -> str:
    """Return in a few words what a licence allows."""
    words = ["may be sold" if licence.commercial else "NOT FOR COMMERCIAL USE"]
    if licence.threshold:
        words.append(f"up to {licence.threshold.partition(':')[0]}")
    if licence.excluded:
        words.append(f"NOT IN {', '.join(licence.excluded)}")
    return "; ".join(words)


def training(profile: Profile) -> str:
    """Return what is known of the works that a model learnt from."""
    said = profile.training
    where = f" ({said.url})" if said.url else ""
    if said.found:
        return f"{said.words}{where}; as known on {said.read}"
    known = f"; its maker says no more than “{said.words}”{where}" if said.words else ""
    return f"no statement found, looked for on {said.read}{known}"


def memory(profile: Profile) -> str:
    """Return how much GPU memory a model takes, from the fastest to the smallest."""
    gibs = [gib for measure, gib in profile.needs.items() if measure != "cpu"]
    if not gibs:
        return "—"
    mark = "~" if profile.estimated else ""
    return f"{mark}{max(gibs):g} GiB" if len(set(gibs)) == 1 else f"{mark}{max(gibs):g}–{min(gibs):g} GiB"


def fits(profile: Profile, found: Fit) -> str:
    """Return whether a model fits and with which measure, or why not."""
    if found.is_good:
        return "elsewhere" if profile.is_remote else " ".join(filter(None, ("yes", found.measure)))
    return "; ".join(REASONS[reason.lack](reason) for reason in found.reasons)


def here(profile: Profile, *, is_here: bool) -> str:
    """Return whether a model's weights are here, and else how large they are."""
    if profile.is_remote:
        return "—"
    if is_here:
        return "yes"
    if not profile.folder and not profile.repository:
        return "by hand"
    return f"no, {profile.disk:.1f} GB" if profile.revision else f"not pinned, {profile.disk:.1f} GB"


def weights(profile: Profile, *, is_here: bool) -> str:
    """Return where a model's weights come from, and whether they are here."""
    if profile.folder:
        return f"{profile.folder}, {'here' if is_here else 'NOT THERE'}"
    if not profile.repository:
        return "not at the hub: put them into a folder and name it as `folder` in your own catalog"
    pinned = f"at {profile.revision}" if profile.revision else "not pinned: write a `revision` into your own catalog"
    state = "here" if is_here else f"not here, about {profile.disk:.1f} GB: feuilleton models --fetch {profile.name}"
    return f"{profile.repository} {pinned}; {state}"


def price(value: Price | None) -> str:
    """Return what a model costs."""
    if value is None:
        return "unknown: state it in your own catalog"
    return f"{value.micros / CURRENCY:.4f} € {UNITS[value.unit]}" if value.micros else "nothing, it runs here"


def _extra(reason: Reason) -> str:
    name = reason.what if reason.what == "bitsandbytes" else f"feuilleton[{reason.what}]"
    return f"install {name}"


REASONS: Mapping[Lack, Callable[[Reason], str]] = {
    Lack.EXTRA: _extra,
    Lack.GPU: lambda reason: f"needs a GPU with {reason.wanted:.1f} GiB",
    Lack.MEMORY: lambda reason: f"needs {reason.wanted:.1f} GiB of GPU memory, there are {reason.there:.1f}",
    Lack.RAM: lambda reason: f"needs {reason.wanted:.1f} GiB of main memory, there are {reason.there:.1f}",
    Lack.DISK: lambda reason: f"needs {reason.wanted:.1f} GB of disk, {reason.there:.1f} are free",
}
