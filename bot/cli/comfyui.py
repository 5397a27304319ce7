"""`feuilleton comfyui`: import a workflow of ComfyUI once, show what is bound, and write it into the own catalog."""

import argparse
import json
from collections.abc import Mapping
from datetime import UTC, datetime
from math import ceil
from pathlib import Path
from typing import Any

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from bot.settings import Settings
from generation.catalog.writing import write
from generation.errors import Unavailable
from generation.remote.address import configured
from generation.remote.workflow import LARGEST, Binding, Workflow, read

UNKNOWN = "not looked up"
"""The licence of a workflow's models until somebody looks it up."""

TAKES: Mapping[str, str] = {
    "prompt": "prompt",
    "negative": "negative",
    "image": "layout",
    "references": "references",
    "mask": "mask",
    "last_image": "last",
}
"""What a model takes, by what is bound."""

RATE, MOST, STEP = 16, 81, 4
"""Frames a second, frames at most, and their step, where a workflow does not say: those of Wan 2.1 and 2.2."""


def main(settings: Settings, asked: argparse.Namespace) -> int:
    """Import a workflow."""
    console = Console()
    try:
        workflow = _read(asked.workflow)
        binding = workflow.bound()
        table = profile(workflow, binding, asked)
        console.print(bound(workflow, binding))
        write(settings.catalog_file, asked.name, table, replace=asked.replace)
    except Unavailable as error:
        console.print(str(error), style="red", highlight=False, markup=False, soft_wrap=True)
        return 1
    for line in _told(settings.catalog_file, asked.name, table):
        console.print(line, highlight=False, markup=False, soft_wrap=True)
    return 0


def profile(workflow: Workflow, binding: Binding, asked: argparse.Namespace) -> dict[str, Any]:
    """Return a workflow as the catalog has it.

    Raises:
        Unavailable: it takes no words and no picture, or nobody can tell what it makes.
    """
    operation = asked.operation or workflow.operation
    if not operation:
        raise Unavailable("the workflow saves no picture, video or sound in a node that is known; say --operation")
    if "prompt" not in binding and "image" not in binding:
        raise Unavailable("nothing of the workflow can be bound: no words and no picture go into a sampler")
    base = str(configured(asked.server, "--server"))
    settings = {"base_url": base, "workflow": _written(workflow), "binding": dict(binding)}
    return {
        "title": asked.title or asked.name,
        "backend": "comfyui",
        "operations": _operations(operation, binding),
        "takes": [TAKES[name] for name in binding if name in TAKES],
        "references": len(binding.get("references", ())),
        "multiple": 8,
        "is_remote": True,
        "price": {"micros": 0},
        **({"sizes": [list(workflow.size)]} if workflow.size else {}),
        **({"frames": _frames(workflow)} if operation == "clip" else {}),
        "licence": {
            "name": asked.licence or UNKNOWN,
            "url": asked.licence_url,
            "read": datetime.now(UTC).date().isoformat(),
            "commercial": asked.commercial,
        },
        "training": {"found": False, "read": datetime.now(UTC).date().isoformat()},
        "settings": settings,
    }


def bound(workflow: Workflow, binding: Binding) -> Table:
    """Return what was found, as a table."""
    table = Table(title="What a request says goes here", title_justify="left", box=SIMPLE_HEAD, pad_edge=False)
    for column in ("what", "node", "input", "as it was saved"):
        table.add_column(column)
    for name, slots in binding.items():
        for slot in slots:
            id_, _, entry = slot.partition(".")
            node = workflow.nodes[id_]
            saved = str(node.inputs[entry])[:40]
            table.add_row(name, escape(f"{id_} {node.title or node.kind}"), escape(entry), escape(saved))
    return table


def _read(file: Path) -> Workflow:
    try:
        with file.open("rb") as data:
            return read(data.read(LARGEST + 1))
    except OSError as error:
        raise Unavailable(f"{file} cannot be read ({error.strerror})") from error


def _written(workflow: Workflow) -> str:
    return json.dumps(workflow.filled({}), ensure_ascii=False)


def _operations(operation: str, binding: Binding) -> list[str]:
    """Return what it can be used for: a picture made from a picture is also a change of one."""
    changes = operation == "still" and "image" in binding and "prompt" in binding
    return [operation, "retouch"] if changes else [operation]


def _frames(workflow: Workflow) -> dict[str, int]:
    return {"rate": ceil(workflow.rate or RATE), "most": workflow.frames or MOST, "step": STEP}


def _told(file: Path, name: str, table: Mapping[str, Any]) -> list[str]:
    lines = [f"{file}: profile {name} for {', '.join(table['operations'])}"]
    if table["licence"]["name"] == UNKNOWN:
        lines.append("the licence of the models in it is not looked up; put it there, it goes into credits and sheets")
    operation = table["operations"][0]
    lines.append(f'use it with FEUILLETON_BACKENDS=\'{{"{operation}": "{name}"}}\'')
    return lines
