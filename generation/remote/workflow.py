"""A ComfyUI workflow in its API format: read from a stranger's file, and its inputs found by how it is wired.

The API format is an object of nodes by id; each has a `class_type` and `inputs`, which are values or links to another
node's output (`[id, number]`).
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from generation.errors import Unavailable

LARGEST = 2_000_000
"""Bytes of a file; large workflows of several hundred nodes have a tenth of it."""

MOST = 2000
"""Nodes."""

TEXTS = ("text", "prompt", "t5xxl", "clip_l", "text_g", "text_l")
"""What text encoders call their words."""

WORDS = (*TEXTS, "value", "string")
"""What nodes that hold words for others call them."""

SEEDS, LENGTHS, RATES = ("seed", "noise_seed"), ("length", "num_frames"), ("fps", "frame_rate")
LASTS = frozenset({"end_image", "last_image", "end_frame", "last_frame"})
"""What video nodes call the picture that a clip ends on."""

MADE: Mapping[str, str] = {
    **dict.fromkeys(("SaveVideo", "SaveWEBM", "VHS_VideoCombine"), "clip"),
    **dict.fromkeys(("SaveAudio", "SaveAudioMP3", "SaveAudioOpus"), "cue"),
    **dict.fromkeys(("SaveImage", "PreviewImage"), "still"),
}
"""The operation of a workflow, by its output nodes."""

Binding = dict[str, list[str]]
"""Which inputs (`id.name`) take which placeholder of `generation.remote.template`."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Node:
    """One node of a workflow."""

    id: str
    kind: str
    inputs: Mapping[str, Any]
    title: str = ""

    def link(self, name: str) -> str:
        """Return the node that an input is linked to; empty where it is a value or not there."""
        value = self.inputs.get(name)
        return str(value[0]) if isinstance(value, list) and value else ""

    def number(self, name: str) -> int:
        """Return an input that is a whole number; 0 where it is none."""
        value = self.inputs.get(name)
        return value if isinstance(value, int) and not isinstance(value, bool) else 0


@dataclass(frozen=True, kw_only=True, slots=True)
class Workflow:
    """All nodes by id, in the order of their numbers."""

    nodes: Mapping[str, Node]

    def bound(self) -> Binding:
        """Return what can be bound of what a request says."""
        positive, negative = self._texts("positive"), self._texts("negative")
        all_ = {
            "prompt": positive or self._only_text(),
            "negative": [each for each in negative if each not in positive],
            "seed": self._slots(SEEDS),
            "steps": [] if self._is_staged else self._slots(("steps",)),
            "width": [f"{node.id}.width" for node in self._canvases()],
            "height": [f"{node.id}.height" for node in self._canvases()],
            "frames": self._slots(LENGTHS) if self.operation == "clip" else [],
            **self._pictures(),
        }
        return {name: slots for name, slots in all_.items() if slots}

    @property
    def operation(self) -> str:
        """What it makes; empty where no output node is known."""
        made = [MADE[node.kind] for node in self.nodes.values() if node.kind in MADE]
        return next((each for each in ("clip", "cue", "still") if each in made), "")

    @property
    def size(self) -> tuple[int, int] | None:
        """The size in which it paints as it is saved, pixels."""
        return next(((node.number("width"), node.number("height")) for node in self._canvases()), None)

    @property
    def frames(self) -> int:
        """How many frames it makes as it is saved; 0 where nothing says it."""
        return next((node.number(name) for node in self.nodes.values() for name in LENGTHS if node.number(name)), 0)

    @property
    def rate(self) -> float:
        """At which rate its clips play; 0 where nothing says it."""
        found = (node.inputs.get(name) for node in self.nodes.values() for name in RATES)
        return next((float(each) for each in found if isinstance(each, int | float) and each > 0), 0.0)

    def filled(self, told: Mapping[str, Any]) -> dict[str, Any]:
        """Return the workflow as it is queued, with what is `told` in the inputs (`id.name`) that it is told for."""
        return {
            node.id: {
                "class_type": node.kind,
                "inputs": {
                    name: _like(told[slot], value) if (slot := f"{node.id}.{name}") in told else value
                    for name, value in node.inputs.items()
                },
            }
            for node in self.nodes.values()
        }

    @property
    def _is_staged(self) -> bool:
        """Whether samplers share the steps among them: then another number of steps would tear them apart."""
        return any("end_at_step" in node.inputs for node in self.nodes.values())

    def _texts(self, side: str) -> list[str]:
        """Return the words that are wired into what samplers call `side`."""
        names = (side, "conditioning") if side == "positive" else (side,)
        starts = [
            link
            for node in self.nodes.values()
            for name in names
            if (link := node.link(name)) and (name == side or "Guider" in node.kind)
        ]
        return list(dict.fromkeys(slot for start in starts for slot in self._walked(start, side, set())))

    def _walked(self, id_: str, side: str, seen: set[str]) -> Iterator[str]:
        """Give the words that a conditioning comes from, whatever it passes on its way."""
        node = self.nodes.get(id_)
        if node is None or id_ in seen or "ZeroOut" in node.kind:
            return
        seen.add(id_)
        words = [name for name in TEXTS if isinstance(node.inputs.get(name), str)]
        if words:
            yield from (f"{id_}.{name}" for name in words)
            return
        held = [link for name in TEXTS if (link := node.link(name))]
        if held:
            yield from (slot for link in held for slot in self._held(link, set()))
            return
        names = [side] if side in node.inputs else [name for name in node.inputs if name.startswith("conditioning")]
        for name in names:
            yield from self._walked(node.link(name), side, seen)

    def _held(self, id_: str, seen: set[str]) -> Iterator[str]:
        """Give the words of a node that holds them for a text encoder."""
        node = self.nodes.get(id_)
        if node is None or id_ in seen:
            return
        seen.add(id_)
        for name in WORDS:
            if isinstance(node.inputs.get(name), str):
                yield f"{id_}.{name}"
            elif node.link(name):
                yield from self._held(node.link(name), seen)

    def _only_text(self) -> list[str]:
        """Return the words of the only text encoder, for workflows without a sampler that we know."""
        found = [f"{node.id}.{name}" for node in self.nodes.values() for name in TEXTS if name in node.inputs]
        return found if len(found) == 1 else []

    def _slots(self, names: tuple[str, ...]) -> list[str]:
        """Return every input of these names that is a whole number."""
        known = self.nodes.values()
        return [
            f"{node.id}.{name}"
            for node in known
            for name in names
            if isinstance(node.inputs.get(name), int) and not isinstance(node.inputs.get(name), bool)
        ]

    def _canvases(self) -> list[Node]:
        """Return the nodes that decide in which size it paints."""
        makes = ("batch_size", *LENGTHS)
        return [
            node
            for node in self.nodes.values()
            if node.number("width") and node.number("height") and any(name in node.inputs for name in makes)
        ]

    def _pictures(self) -> Binding:
        """Return where pictures go in: by what takes them, and the others in their order."""
        found: Binding = {}
        for node in self.nodes.values():
            if node.kind.startswith("LoadImage") and isinstance(node.inputs.get("image"), str):
                found.setdefault(self._role(node, found), []).append(f"{node.id}.image")
        return found

    def _role(self, node: Node, found: Binding) -> str:
        if node.kind == "LoadImageMask":
            return "mask"
        takers = {name for other in self.nodes.values() for name in other.inputs if other.link(name) == node.id}
        if takers & LASTS:
            return "last_image"
        return "references" if "reference" in node.title.casefold() or "image" in found else "image"


def read(data: bytes) -> Workflow:
    """Read a workflow.

    Raises:
        Unavailable: it is no workflow in the API format, or too large.
    """
    if len(data) > LARGEST:
        raise Unavailable(f"the workflow has {len(data)} bytes; {LARGEST} are read")
    try:
        told = json.loads(data)
    except (ValueError, RecursionError):
        raise Unavailable("the workflow is no JSON; export it from ComfyUI with Export (API)") from None
    if isinstance(told, dict) and isinstance(told.get("prompt"), dict):
        told = told["prompt"]
    if isinstance(told, dict) and isinstance(told.get("nodes"), list):
        raise Unavailable("this is a workflow as ComfyUI saves it; export it with Export (API) instead")
    if not isinstance(told, dict) or not 0 < len(told) <= MOST or not all(map(_is_node, told.values())):
        raise Unavailable(f"the workflow is no object of 1 to {MOST} nodes; export it from ComfyUI with Export (API)")
    return Workflow(nodes={name: _node(name, told[name]) for name in sorted(told, key=_order)})


def _is_node(told: object) -> bool:
    return isinstance(told, dict) and isinstance(told.get("class_type"), str) and isinstance(told.get("inputs"), dict)


def _node(name: str, told: Mapping[str, Any]) -> Node:
    meta = told.get("_meta")
    title = meta.get("title", "") if isinstance(meta, dict) else ""
    return Node(id=name, kind=told["class_type"], inputs=told["inputs"], title=str(title)[:100])


def _order(name: str) -> tuple[bool, int, str]:
    return not name.isdecimal(), int(name) if name.isdecimal() and len(name) < 10 else 0, name  # noqa: PLR2004


def _like(value: Any, before: Any) -> Any:  # noqa: ANN401 - as JSON has it
    """Return a value as a number of the kind that stood there, where one stood there."""
    if isinstance(before, int) and not isinstance(before, bool) and isinstance(value, int | float):
        return round(value)
    return value
