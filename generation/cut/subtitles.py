"""What is read on the picture and beside it: the ASS script of a unit, and SRT and WebVTT texts of an episode.

Words are the script's, letter by letter; only line breaks and no-break spaces are ours. Everything stays inside the
area that the buttons of phone apps leave free (1080x1920: 220 px above, 500 below, 160 at the sides).
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generation.cut.fonts import Face, Fonts, Weight, face_of
from generation.cut.timeline import Caption, Timeline
from generation.cut.units import Unit
from generation.cut.wrapping import Width, pages, wrap

WIDTH, HEIGHT = 1080, 1920
"""The page that every text is laid out on; libass scales it to the canvas."""

SIDE, TOP, BOTTOM = 160, 220, 500
"""Margins in pixels of the page."""

LABEL_EM = 62.2
"""The label's em in pixels: its 生 is drawn 55 px high; 5 % of the short side is 54 (GB 45438-2025, 5.4)."""

CAPTION_EM = 58.0
OUTLINE = 4
LINES = 2
"""Lines of a caption at once; more words take turns."""

_ROOM = WIDTH - 2 * SIDE - 2 * OUTLINE


@dataclass(frozen=True, slots=True)
class Style:
    """How words are set on the picture; `em`, `outline` and `margin` in pixels of the page."""

    name: str
    em: float
    weight: Weight
    outline: int
    alignment: int
    margin: int


# A shadow would cost half as much again in every frame (2.6 ms instead of 1.7) and is not seen beside the outline.
CAPTION = Style("Caption", CAPTION_EM, Weight.BOLD, OUTLINE, 2, BOTTOM)
LABEL = Style("Label", LABEL_EM, Weight.REGULAR, 3, 8, TOP)


@dataclass(frozen=True, slots=True)
class Text:
    """Lines on the picture from frame `first` up to, not including, `last`, counted from the episode's start."""

    first: int
    last: int
    style: Style
    lines: tuple[str, ...]


_HEAD = f"""[Script Info]
ScriptType: v4.00+
PlayResX: {WIDTH}
PlayResY: {HEIGHT}
WrapStyle: 2
ScaledBorderAndShadow: yes
YCbCr Matrix: TV.709

[V4+ Styles]
Format: Name, Fontname, Fontsize, PrimaryColour, OutlineColour, BackColour, Bold, BorderStyle, Outline, Shadow, \
Alignment, MarginL, MarginR, MarginV, Encoding
"""
_EVENTS = """
[Events]
Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text
"""


def texts(timeline: Timeline, fonts: Fonts) -> list[Text]:
    """Return everything that is burned into the picture, laid out."""
    label = Text(0, timeline.label_frames, LABEL, tuple(wrap(timeline.label, _width(fonts, LABEL), _ROOM)))
    said = [page for caption in timeline.captions for page in _pages(caption, fonts)]
    return [text for text in (label, *said) if text.lines and text.last > text.first]


def script(unit: Unit, shown: Iterable[Text], fonts: Fonts, rate: int) -> str:
    """Return the ASS script of a unit with the unit's first frame at zero; empty when nothing is shown.

    A text that goes on after the unit ends a second later, so that the last frame keeps it.
    """
    styles, events = set(), []
    for text in shown:
        first, last = max(0, text.first - unit.start), text.last - unit.start
        if first >= unit.frames or last <= 0:
            continue
        face = face_of("".join(text.lines))
        end = last if last < unit.frames else unit.frames + rate
        span = f"{_hundredths(first, rate)},{_hundredths(end, rate)}"
        styles.add(_style(text.style, face, fonts))
        events.append(f"Dialogue: 0,{span},{text.style.name} {face},,0,0,0,,{escape(text.lines)}\n")
    return _HEAD + "".join(sorted(styles)) + _EVENTS + "".join(events) if events else ""


def _style(style: Style, face: Face, fonts: Fonts) -> str:
    size, bold = fonts.fontsize(face, style.weight, style.em), -1 if style.weight is Weight.BOLD else 0
    look = f"{size},&H00FFFFFF,&H00141010,&H80000000,{bold},1,{style.outline},0,{style.alignment}"
    return f"Style: {style.name} {face},{face.family},{look},{SIDE},{SIDE},{style.margin},1\n"


def escape(lines: Iterable[str]) -> str:
    r"""Join lines for an ASS event with `\N`; braces and backslashes from people stay what they are."""
    plain = (
        line.replace("\\", "\\\u200b").replace("{", "\\{").replace("}", "\\}").replace("\n", " ").replace("\r", "")
        for line in lines
    )
    return "\\N".join(plain)


def srt(timeline: Timeline) -> str:
    """Return the captions as SubRip: one cue a caption, in order of time, with its words on one line."""
    cues = [
        f"{number}\n{_clock(start, ',')} --> {_clock(end, ',')}\n{' '.join(caption.text.split())}\n"
        for number, (start, end, caption) in enumerate(_timed(timeline), 1)
    ]
    return "\n".join(cues)


def soft(timeline: Timeline) -> str:
    """Return the captions for the file's own subtitle track: SubRip, with what ffmpeg would read as markup kept apart.

    A zero-width space after `<` and a backslash is all it takes; nobody sees it.
    """
    return srt(timeline).replace("<", "<\u200b").replace("\\", "\\\u200b")


def vtt(timeline: Timeline) -> str:
    """Return the captions as WebVTT, each with its speaker as the voice."""
    cues = [
        f"{_clock(start, '.')} --> {_clock(end, '.')}\n{_voice(caption)}{_entities(' '.join(caption.text.split()))}\n"
        for start, end, caption in _timed(timeline)
    ]
    return "\n".join(["WEBVTT\n", *cues])


def _pages(caption: Caption, fonts: Fonts) -> Iterator[Text]:
    """Share a caption's time among its pages, each by its number of letters."""
    turns = pages(caption.text, _width(fonts, CAPTION), _ROOM, LINES)
    letters = sum(len(line) for page in turns for line in page)
    read, first, whole = 0, caption.start, caption.end - caption.start
    for page in turns:
        read += sum(len(line) for line in page)
        last = caption.start + whole * read // letters
        yield Text(first, last, CAPTION, tuple(page))
        first = last


def _width(fonts: Fonts, style: Style) -> Width:
    return lambda line: fonts.width(line, style.weight, style.em)


def _hundredths(frame: int, rate: int) -> str:
    """Write ASS time, rounded DOWN: to the nearest, one cue in three would come a frame late."""
    minutes, rest = divmod(frame * 100 // rate, 6000)
    return f"{minutes // 60}:{minutes % 60:02d}:{rest // 100:02d}.{rest % 100:02d}"


def _timed(timeline: Timeline) -> Iterator[tuple[int, int, Caption]]:
    """Yield captions in order with their start and end in milliseconds."""
    for caption in sorted(timeline.captions, key=lambda caption: caption.start):
        if caption.text.strip() and caption.end > caption.start:
            yield caption.start * 1000 // timeline.rate, caption.end * 1000 // timeline.rate, caption


def _clock(milliseconds: int, mark: str) -> str:
    seconds, rest = divmod(milliseconds, 1000)
    return f"{seconds // 3600:02d}:{seconds // 60 % 60:02d}:{seconds % 60:02d}{mark}{rest:03d}"


def _voice(caption: Caption) -> str:
    speaker = " ".join(_entities(caption.speaker).split())
    return f"<v {speaker}>" if speaker else ""


def _entities(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
