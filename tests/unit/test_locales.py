"""The texts of every locale: the same keys and values, and the typography of each language.

Written over whatever `bot/locales/*/*.ftl` holds, so that new words are checked without a new test.
"""

import ast
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from fluent.syntax import FluentParser
from fluent.syntax import ast as ftl
from fluent.syntax.visitor import Visitor

ROOT = Path(__file__).parents[2]
LOCALES = {folder.name: folder for folder in sorted((ROOT / "bot" / "locales").iterdir()) if folder.is_dir()}
OTHERS = sorted(LOCALES.keys() - {"en"})

SAME_IN_FRENCH = {
    "button-compare-synopsis",
    "button-form-docx",
    "button-form-fountain",
    "button-form-md",
    "button-form-pdf",
    "export-bible",
    "export-style",
    "export-synopsis",
    "column-action",
    "column-dialogue",
    "compared-synopsis",
    "framing-insert",
    "showing-seconds",
    "kind-storyboard",
    "kind-synopsis",
    "paper-storyboard",
    "paper-version",
    "quorum-one",
    "quorum-two",
    "role-prompt-writer",
    "role-supervisor",
    "made-storyboard",
    "made-synopsis",
    "reviewed-storyboard",
    "reviewed-synopsis",
    "sheet-cut",
    "sheet-licence",
    "sheet-version",
    "sheet-versions",
    "step-panel",
    "step-synopsis",
}
"""Messages whose French is spelt like their English."""

LATIN_IN_CHINESE = {
    "A4",
    "AI",
    "MP4",
    "MB",
    "Fountain",
    "Markdown",
    "feuilleton",  # with "doctor": a command, as it is typed
    "doctor",
    "docx",
    "epub",
    "fountain",
    "md",
    "pdf",
    "txt",
    "GPU",
    "API",
    "HTML",
    "PDF",
    "C2PA",
    "SHA",
    "Feuilleton",
    "Telegram",
    "BotFather",
}
"""Names and abbreviations that Chinese writes in Latin letters."""

ENGLISH = frozenset(
    re.findall(
        r"\w+",
        """
    about again all also and any are approve approved at back been before below button by can cannot cast change
    changed click could credits cut did do done draft drafts each edit episode episodes every first for from get
    give group has have here how idea in is it just know language last let like lost make makes more must my
    name need new next nobody not nothing now of only open other our people please press ready released reply
    right same say see send sent series shot shots should some someone start still stopped story supervisor
    supervisors team than that the their them then there these they thing this time to try until up want was we
    what when where which who will with word words work write wrong yes yet you your
        """,
    )
)
"""Common English words that are no French ones."""


class Reading(Visitor):  # type: ignore[misc]  # fluent.syntax has no types
    """Gathers the texts and the names of the values of one message."""

    def __init__(self) -> None:
        self.texts: list[str] = []
        self.values: set[str] = set()

    def visit_Pattern(self, node: ftl.Pattern) -> None:  # noqa: N802 -- the library calls it so
        self.texts.append("".join(part.value if isinstance(part, ftl.TextElement) else "\0" for part in node.elements))
        self.generic_visit(node)

    def visit_VariableReference(self, node: ftl.VariableReference) -> None:  # noqa: N802 -- the library calls it so
        self.values.add(node.id.name)


def entries(language: str) -> Iterator[ftl.Entry]:
    for file in sorted(LOCALES[language].glob("*.ftl")):
        yield from FluentParser().parse(file.read_text(encoding="utf-8")).body


@cache
def messages(language: str) -> dict[str, Reading]:
    read = {}
    for entry in entries(language):
        if isinstance(entry, ftl.Message | ftl.Term):
            read[entry.id.name] = reading = Reading()
            reading.visit(entry)
    return read


def plain(text: str) -> str:
    """Return what is read: without tags, addresses, commands and entities; values stand as NUL."""
    return re.sub(r"<[^<>]*>|https?://\S+|&#?\w+;|(?<!\w)/\w+|@\w+", "", text)


def texts(language: str) -> Iterator[tuple[str, str]]:
    for key, reading in messages(language).items():
        for text in reading.texts:
            yield key, plain(text)


def found(pattern: str, language: str) -> list[str]:
    return [
        f"{key}: …{match[0]!r}… in {text.replace(chr(0), '{}')!r}"
        for key, text in texts(language)
        for match in re.finditer(pattern, text)
    ]


@pytest.mark.parametrize("language", LOCALES)
def test_every_file_is_understood_to_its_last_line(language: str) -> None:
    assert [entry.content for entry in entries(language) if isinstance(entry, ftl.Junk)] == []


@pytest.mark.parametrize("language", LOCALES)
def test_no_key_is_said_twice(language: str) -> None:
    keys = Counter(entry.id.name for entry in entries(language) if isinstance(entry, ftl.Message | ftl.Term))
    assert [key for key, times in keys.items() if times > 1] == []


@pytest.mark.parametrize("language", OTHERS)
def test_every_language_has_the_keys_of_english(language: str) -> None:
    assert messages(language).keys() == messages("en").keys()


@pytest.mark.parametrize("language", OTHERS)
def test_every_message_uses_the_values_of_english(language: str) -> None:
    differing = {
        key: (sorted(reading.values), sorted(messages("en")[key].values))
        for key, reading in messages(language).items()
        if key in messages("en") and reading.values != messages("en")[key].values
    }
    assert differing == {}


@pytest.mark.parametrize("language", LOCALES)
def test_no_text_is_empty_or_begins_or_ends_with_a_space(language: str) -> None:
    raw = [(key, text) for key, reading in messages(language).items() for text in reading.texts]
    assert [key for key, text in raw if text != text.strip() or not text] == []


def test_french_keeps_its_punctuation_on_the_line() -> None:
    """A no-break space stands before ; : ! ? and », and after «. A time such as 0:12 has none."""
    assert found(r"[^\u00a0\u202f\d](?=[;:!?»])|\d(?=[;!?»]|:\D|:$)|«(?![\u00a0\u202f])", "fr") == []


def test_chinese_uses_full_width_punctuation() -> None:
    han = r"[\u4e00-\u9fff\u300a\u300b\u201c\u201d\uff08\uff09\0]"  # characters, their brackets and quotes, a value
    assert found(rf"{han}[,.;:!?()](?!\w)|[,;!?(){{}}]{han}|\.\.\.", "zh") == []


def test_english_and_french_write_an_ellipsis_as_one_sign() -> None:
    assert found(r"\.\.\.", "en") + found(r"\.\.\.", "fr") == []


@pytest.mark.parametrize("language", ["en", "fr"])
def test_an_apostrophe_is_a_curved_one(language: str) -> None:
    assert found(r"\w'\w", language) == []


def test_french_says_vous_to_everybody() -> None:
    assert found(r"(?i)(?<!s’est )\b(?:tu|toi|tes)\b", "fr") == []


def test_no_english_is_left_in_french() -> None:
    words = [(key, word) for key, text in texts("fr") for word in re.findall(r"\w+", text.lower())]
    assert [f"{key}: {word}" for key, word in words if word in ENGLISH] == []
    english = dict(texts("en"))
    same = {key for key, text in texts("fr") if text == english.get(key) and re.search(r"\w", text)}
    assert same <= SAME_IN_FRENCH


def test_no_latin_word_is_left_in_chinese() -> None:
    words = [f"{key}: {word}" for key, text in texts("zh") for word in re.findall(r"[A-Za-zÀ-ÿ]\w+", text)]
    assert [word for word in words if word.split(": ")[1] not in LATIN_IN_CHINESE] == []


def spoken() -> tuple[set[str], set[str]]:
    """Return the texts that stand in the code, and the beginnings of texts that it completes (f"role-{role}")."""
    whole, begun = set(), set()
    for path in [*(ROOT / "bot").rglob("*.py"), *(ROOT / "agents").rglob("*.py")]:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                whole.add(node.value)
            elif isinstance(node, ast.JoinedStr) and isinstance(node.values[0], ast.Constant):
                begun.add(str(node.values[0].value))
    return whole, {beginning for beginning in begun if beginning.endswith("-")}


@pytest.mark.skipif(not (ROOT / "bot" / "screens").exists(), reason="nothing speaks yet: bot/screens is not there")
def test_every_key_is_said_somewhere() -> None:
    whole, begun = spoken()
    assert [key for key in messages("en") if key not in whole and not key.startswith(tuple(begun))] == []


def test_every_value_that_is_refused_is_explained() -> None:
    refused = {
        str(node.args[0].value)
        for path in (ROOT / "agents").rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "InvalidValue"
        if isinstance(node.args[0], ast.Constant)
    }
    assert "entry-too-long" in refused
    assert {f"invalid-{reason}" for reason in refused} <= messages("en").keys()
