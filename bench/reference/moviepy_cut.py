# ruff: noqa: ANN401 - MoviePy ships no types
"""Cut the timeline of `bench/cut.py` with MoviePy 2.2 in one pass, in an environment of its own.

The best case of the library, not of the programs built on it: one pass, no temporary clips, plain words on the cards.
It does less than our cut: no ducking, no levelling, no mastering, no kinsoku, no soft subtitles, no tags.
"""

import json
import math
import sys
from pathlib import Path
from typing import Any

from moviepy import (
    AudioFileClip,
    ColorClip,
    CompositeAudioClip,
    CompositeVideoClip,
    TextClip,
    VideoFileClip,
    concatenate_audioclips,
    vfx,
)
from moviepy.audio import fx as afx


class Assembly:
    """Places the parts of one timeline on its canvas."""

    def __init__(self, edit: dict[str, Any]) -> None:
        self.edit = edit
        self.size = edit["width"], edit["height"]
        self.rate = edit["rate"]

    def text(self, words: str, frames: int, height: float, points: float) -> Any:
        """Return a layer of words at `height`, a share of the frame."""
        face = "chinese" if any("\u2e80" < letter < "\uffff" for letter in words) else "latin"
        scale = self.size[1] / 1920
        return (
            TextClip(
                font=self.edit["fonts"][face],
                text=words,
                font_size=int(points * scale),
                color="white",
                stroke_color="black",
                stroke_width=max(1, round(4 * scale)),
                method="caption",
                size=(int(self.size[0] * 0.7), None),
                text_align="center",
                margin=(0, int(points * scale) // 3),  # else it cuts descenders
            )
            .with_duration(frames / self.rate)
            .with_position(("center", int(height * self.size[1])))
        )

    def card(self, part: dict[str, Any]) -> Any:
        """Return a page of words on a plain ground."""
        layers = [ColorClip(self.size, color=(18, 20, 32))]
        for place, (words, points) in enumerate(part["words"]):
            layers.append(self.text(words, part["frames"], 0.3 + 0.08 * place, points))
        return CompositeVideoClip(layers, size=self.size).with_duration(part["frames"] / self.rate)

    def clip(self, part: dict[str, Any]) -> Any:
        """Return a clip that covers the canvas."""
        clip = VideoFileClip(part["path"], audio=False)
        clip = clip.subclipped(0, min(part["frames"] / self.rate, clip.duration))
        width, height = self.size
        ratio = max(width / clip.w, height / clip.h)
        if ratio != 1:
            clip = clip.resized((math.ceil(clip.w * ratio), math.ceil(clip.h * ratio)))
            clip = clip.cropped(x_center=clip.w / 2, y_center=clip.h / 2, width=width, height=height)
        clip = clip.with_duration(part["frames"] / self.rate)
        return clip.with_effects([vfx.CrossFadeIn(part["dissolve"] / self.rate)]) if part["dissolve"] else clip

    def sound(self, seconds: float) -> Any:
        """Return voices at their places over music at a fixed level."""
        sounds = [AudioFileClip(path).with_start(start / self.rate) for path, start in self.edit["voices"]]
        music = AudioFileClip(self.edit["music"])
        music = concatenate_audioclips([music] * math.ceil(seconds / music.duration)).with_duration(seconds)
        sounds.append(music.with_effects([afx.MultiplyVolume(0.2), afx.AudioFadeOut(1)]))
        return CompositeAudioClip(sounds).with_duration(seconds)

    def build(self) -> Any:
        """Return the whole episode as one clip."""
        placed, end = [], 0
        for part in self.edit["parts"]:
            end -= part.get("dissolve", 0)
            made = self.clip(part) if "path" in part else self.card(part)
            placed.append(made.with_start(end / self.rate))
            end += part["frames"]
        for words, first, last in self.edit["captions"]:
            placed.append(self.text(words, last - first, 0.66, 58).with_start(first / self.rate))
        placed.append(self.text(self.edit["label"], 90, 0.115, 62).with_start(0))
        seconds = end / self.rate
        picture = CompositeVideoClip(placed, size=self.size).with_duration(seconds)
        return picture.with_audio(self.sound(seconds))


def main() -> None:
    """Cut the timeline of a JSON file."""
    edit, target = json.loads(Path(sys.argv[1]).read_text("utf-8")), sys.argv[2]
    Assembly(edit).build().write_videofile(
        target,
        fps=edit["rate"],
        codec="libx264",
        audio_codec="aac",
        audio_fps=48_000,
        preset=edit["preset"],
        ffmpeg_params=[
            *("-crf", str(edit["crf"]), "-x264-params", edit["analysis"]),
            *("-pix_fmt", "yuv420p", "-movflags", "+faststart"),
        ],
        temp_audiofile_path=str(Path(target).parent),
        threads=2,
        logger=None,
    )


if __name__ == "__main__":
    main()
