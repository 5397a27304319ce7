"""The command line. The only module that reads the environment."""

import argparse
import logging
import os
import sys
from importlib import import_module
from pathlib import Path

# PTB then gives durations as timedelta; it reads this at every access, so it has to be set before the first.
os.environ.setdefault("PTB_TIMEDELTA", "1")

from bot.settings import Settings

IDEA = "A lonely robot falls in love with the moon"


def main(arguments: list[str] | None = None) -> int:
    """Carry out one command and return the exit status."""
    asked = parser().parse_args(arguments)
    logging.basicConfig(
        level=logging.INFO if asked.verbose else logging.WARNING,
        format="%(asctime)s %(levelname)s %(name)s: %(message)s",
    )
    # httpx logs every request with its address, and the bot's token is part of that.
    logging.getLogger("httpx").setLevel(logging.WARNING)
    try:
        return int(import_module(f"bot.cli.{asked.command}").main(Settings(), asked))
    except KeyboardInterrupt:
        return 130  # as a shell reports SIGINT


def parser() -> argparse.ArgumentParser:
    """Return the parser of the command line."""
    top = argparse.ArgumentParser(prog="feuilleton", description="A writers' room and production studio in a chat.")
    top.add_argument("-v", "--verbose", action="store_true", help="log what happens")
    commands = top.add_subparsers(dest="command", required=True)
    commands.add_parser("run", help="run the bot; without a token, in the simulator on a page of this machine")
    demo = commands.add_parser("demo", help="make an episode from one sentence, played through the chat")
    demo.add_argument("--idea", default=IDEA, help="the sentence")
    demo.add_argument("--language", choices=("fr", "en", "zh"), help="the language of the series and of the people")
    demo.add_argument("--out", type=Path, default=Path("out"), help="the folder for what is made")
    write = commands.add_parser("write", help="write a series from one sentence: bible, season, synopses and scripts")
    write.add_argument("--idea", required=True, help="the sentence; the same one again goes on where it was")
    write.add_argument("--episodes", type=int, default=3, help="how many, 1 to 100")
    write.add_argument("--language", choices=("fr", "en", "zh"), help="the series'; without it, the idea's own")
    write.add_argument("--out", type=Path, help="a folder for the texts as Markdown files")
    doctor = commands.add_parser("doctor", help="check every part, and say the remedy where one is missing")
    doctor.add_argument("--quick", action="store_true", help="only what the bot needs to answer")
    fetch = commands.add_parser("fetch", help="fetch the weights, fonts and instruments that are used")
    fetch.add_argument("--tests", action="store_true", help="also those that only the tests use")
    models = commands.add_parser("models", help="list the models that are known, which fit this machine, and why not")
    models.add_argument("name", nargs="?", default="", help="everything about one: licence, training, memory, price")
    models.add_argument("--fetch", action="store_true", help="fetch the weights of the one named")
    _importer(commands)
    verify = commands.add_parser("verify", help="check the ledger, or an exported file of it, or a certificate")
    verify.add_argument("file", nargs="?", type=Path, help="a ledger.jsonl; without one, this studio's own")
    verify.add_argument("--key", default="", help="the public key that sealed the file or certificate (hexadecimal)")
    verify.add_argument("--certificate", default="", help="the text of its code, or a file (JSON, PDF, photo)")
    certificate = commands.add_parser("certificate", help="write what a person contributed, signed: PDF and JSON")
    certificate.add_argument("person", help="their id, their Telegram id, or their name")
    certificate.add_argument("--out", type=Path, default=Path("out"), help="the folder for the files")
    credits_ = commands.add_parser("credits", help="write who made a released episode: JSON, Markdown, CSV, PDF")
    credits_.add_argument("episode", help="the episode's id, as it stands in the ledger")
    credits_.add_argument("--out", type=Path, default=Path("out"), help="the folder for the files")
    commands.add_parser("migrate", help="bring the database to this version's tables")
    trace = commands.add_parser("trace", help="tell for each sentence of an episode who made it, and from what")
    trace.add_argument("--json", action="store_true", help="as data")
    replay = commands.add_parser("replay", help="write the making of an episode as one page for a browser")
    replay.add_argument("--out", type=Path, required=True, help="the file, such as making.html")
    replay.add_argument("--language", choices=("fr", "en", "zh"), help="the page's; without it, the series' own")
    for each in (trace, replay):
        each.add_argument("episode", help="its id, or how that begins, or `latest`")
    forget = commands.add_parser("forget", help="remove a person's name and words; the ledger still verifies")
    forget.add_argument("person", help="their id, their Telegram id, or their name")
    forget.add_argument("--yes", action="store_true", help="do not ask")
    return top


def _importer(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command that imports a workflow."""
    comfyui = commands.add_parser("comfyui", help="import a workflow of ComfyUI into your catalog of models")
    comfyui.add_argument("workflow", type=Path, help="the file, exported from ComfyUI with Export (API)")
    comfyui.add_argument("--server", required=True, help="where ComfyUI is, such as http://127.0.0.1:8188")
    comfyui.add_argument("--name", required=True, help="the profile's name: small letters, digits, dots and hyphens")
    comfyui.add_argument("--title", default="", help="the model's name in credits; without it, the profile's")
    comfyui.add_argument("--operation", choices=("still", "retouch", "clip", "cue"), help="what it makes")
    comfyui.add_argument("--licence", default="", help="the licence of the models in it")
    comfyui.add_argument("--licence-url", default="", help="where it stands")
    comfyui.add_argument("--commercial", action="store_true", help="it allows to sell what is made")
    comfyui.add_argument("--replace", action="store_true", help="put it in the place of the profile of that name")


if __name__ == "__main__":
    sys.exit(main())
