"""Small enough to read in one go."""

from statistics import median

from tests.architecture.house import ROOT, functions, modules

MODULE_LINES = 400
FUNCTION_LINES = 45
MEDIAN_LINES = 10

DRAWING = "generation/image/previz/"
DRAWING_LINES = 65
"""A drawing is a list of strokes, which the formatter lays out a corner a line."""

HISTORY = "storage/migrations/versions/"
"""A migration lists the tables of its day; it is never changed afterwards."""


def lengths() -> dict[str, int]:
    """Return the lines of each function, its decorators aside."""
    return {
        f"{module}:{node.lineno} {node.name}": (node.end_lineno or node.lineno) - node.lineno + 1
        for module in modules()
        if not module.startswith(HISTORY)
        for node in functions(module)
    }


def test_a_module_is_short() -> None:
    lines = {module: len((ROOT / module).read_text(encoding="utf-8").splitlines()) for module in modules()}
    assert {module: count for module, count in lines.items() if count > MODULE_LINES} == {}


def test_a_function_is_short() -> None:
    long = {
        name: count
        for name, count in lengths().items()
        if count > (DRAWING_LINES if name.startswith(DRAWING) else FUNCTION_LINES)
    }
    assert long == {}


def test_half_of_all_functions_are_under_ten_lines() -> None:
    assert median(lengths().values()) < MEDIAN_LINES
