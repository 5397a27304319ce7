"""One word for one thing: the words that docs/glossary.md bans are no names in the code."""

import ast
import re
from collections.abc import Iterator

from tests.architecture.house import modules, tree

NEVER = frozenset({"movie", "tagline", "lore", "asset", "proposal", "cfg", "img", "utils", "helpers", "manager"})
"""Words that are part of no name."""

NEVER_NAMES = frozenset(
    {
        "project",
        "storyboard_json",
        "keyframe_img",
        "frame_image",
        "audio_track",
        "edit_json",
        "final_video",
        "status_flag",
        "log_entry",
        "author_info",
        "n_iter",
        "provider",
        "runner",
        "controller",
    }
)
"""Whole names; the words in them have good uses elsewhere."""

NEVER_CLASSES = frozenset(
    {"Show", "Project", "Summary", "Result", "Generation", "Provider", "Runner", "Executor", "Controller"}
)
"""What no kind of value is called; as verbs and for other things the words are free."""

NEVER_MODULES = frozenset({"utils", "util", "helpers", "helper", "manager", "common", "misc", "data", "info"})

LIBRARIES = frozenset({"agents/room/agent.py: run_manager"})
"""Names that a library forces on us, as `path: name`."""


def names(module: str) -> Iterator[str]:
    """Give every name that the module makes: of classes, functions, arguments and variables."""
    for node in ast.walk(tree(module)):
        match node:
            case ast.ClassDef(name=name) | ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name):
                yield name
            case ast.arg(arg=name) | ast.Name(id=name, ctx=ast.Store()) | ast.Attribute(attr=name, ctx=ast.Store()):
                yield name
            case ast.alias(asname=str(name)):
                yield name


def words(name: str) -> set[str]:
    """Return the words of a name in snake_case or CamelCase, in small letters."""
    return {word.lower() for word in re.findall(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+", name)}


def test_no_banned_word_is_a_name() -> None:
    found = {
        f"{module}: {name}"
        for module in modules()
        for name in names(module)
        if words(name) & NEVER or name.strip("_").lower() in NEVER_NAMES
    }
    assert found - LIBRARIES == set()


def test_no_banned_word_is_a_kind_of_value() -> None:
    classes = [(module, node) for module in modules() for node in ast.walk(tree(module))]
    found = {
        f"{module}: {node.name}"
        for module, node in classes
        if isinstance(node, ast.ClassDef) and node.name.strip("_") in NEVER_CLASSES
    }
    assert found == set()


def test_modules_are_called_after_what_they_hold() -> None:
    assert [module for module in modules() if set(module.removesuffix(".py").split("/")) & NEVER_MODULES] == []
