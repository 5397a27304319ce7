"""How soon the bot polls after its process starts, what it holds while it idles, and which imports take the time.

    python bench/startup.py [--runs 3]

The bot runs with a token against a simulated Telegram in this process, without the language model. The reference is the
smallest bot that python-telegram-bot makes: it polls and does nothing else. The first start of each writes bytecode,
that of ours also makes its home and the database in it; it is not counted. CPU seconds and memory are those of the
bot's process at its first request for updates, and after some idling.
"""

import argparse
import asyncio
import os
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from bot.simulator.serve import serve
from bot.simulator.simulator import Simulator

IDLE = 5.0
"""Seconds of idling before memory is read."""
AIM = "aim: polls within 2 s on an idle machine, idles under 150 MB"
ROOT = Path(__file__).parents[1]
REFERENCE = """
import sys
from telegram.ext import Application
Application.builder().token(sys.argv[1]).base_url(sys.argv[2]).build().run_polling(bootstrap_retries=0)
"""
TICKS = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True, kw_only=True, slots=True)
class Start:
    """One start: seconds on the wall and of CPU until the first poll, megabytes while idle."""

    wall: float
    cpu: float
    memory: float

    def __str__(self) -> str:
        """Write one line."""
        return f"{self.wall:6.2f} s {self.cpu:6.2f} CPU s {self.memory:6.0f} MB"


async def start(command: Sequence[str], folder: Path) -> Start:
    """Start a bot against a fresh simulator and stop it again."""
    simulator = Simulator()
    async with serve(simulator) as address:
        known = {name: value for name, value in os.environ.items() if not name.startswith(("FEUILLETON_", "BOT_API_"))}
        known.pop("PYTHONDONTWRITEBYTECODE", None)
        variables = known | {
            "FEUILLETON_HOME": str(folder / "home"),
            "FEUILLETON_CACHE": str(folder / "cache"),
            "FEUILLETON_TOKEN": simulator.token,
            "BOT_API_BASE_URL": f"{address}/bot",
            "BOT_API_FILE_URL": f"{address}/file/bot",
            "PYTHONPYCACHEPREFIX": str(folder / "bytecode"),
            "PYTHONPATH": str(ROOT),
            "PTB_TIMEDELTA": "1",
        }
        filled = [part.format(token=simulator.token, address=f"{address}/bot") for part in command]
        started = time.monotonic()
        process = await asyncio.create_subprocess_exec(*filled, env=variables, stdout=subprocess.DEVNULL)
        try:
            await simulator.until(lambda: simulator.office.polling.begun > 0, 120)
            wall, cpu = time.monotonic() - started, cpu_of(process.pid)
            await asyncio.sleep(IDLE)
            return Start(wall=wall, cpu=cpu, memory=memory_of(process.pid))
        finally:
            process.terminate()
            await process.wait()
            await simulator.aclose()


def cpu_of(process: int) -> float:
    """Return the CPU seconds of a process."""
    fields = Path(f"/proc/{process}/stat").read_text("utf-8").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / TICKS


def memory_of(process: int) -> float:
    """Return the resident megabytes of a process."""
    pages = int(Path(f"/proc/{process}/statm").read_text("utf-8").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def imports(folder: Path) -> Counter[str]:
    """Return the seconds that each package takes of its own while the command is imported."""
    variables = os.environ | {"PYTHONPYCACHEPREFIX": str(folder / "bytecode"), "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-X", "importtime", "-c", "import bot.cli.run"]
    told = subprocess.run(command, env=variables, capture_output=True, text=True, check=True).stderr
    taken: Counter[str] = Counter()
    for line in told.splitlines():
        own, _, name = line.removeprefix("import time:").split("|")
        if own.strip().isdigit():
            taken[name.strip().partition(".")[0]] += int(own)
    return taken


async def main() -> None:
    """Print every start, the means, and the imports."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--runs", type=int, default=3)
    runs = parser.parse_args().runs
    commands = {
        "smallest bot": [sys.executable, "-c", REFERENCE, "{token}", "{address}"],
        "feuilleton": [sys.executable, "-m", "bot", "run"],
    }
    print(f"load {os.getloadavg()[0]:.1f}; {AIM}")
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        found: dict[str, list[Start]] = {name: [] for name in commands}
        for run in range(runs + 1):
            for name, command in commands.items():
                one = await start(command, folder)
                print(f"{name:14} {one}{'' if run else '  (first start)'}", flush=True)
                found[name] += [one] if run else []
        taken = imports(folder)
    cpu = {name: min(one.cpu for one in starts) for name, starts in found.items()}
    print(f"least CPU until the first poll: {cpu['feuilleton'] / cpu['smallest bot']:.1f} times the smallest bot's")
    whole = sum(taken.values())
    for name, own in taken.most_common(10):
        print(f"  {own / whole:4.0%} of the imports: {name}")


if __name__ == "__main__":
    asyncio.run(main())
