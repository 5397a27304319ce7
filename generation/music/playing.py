"""A cue at work on a music model: its words, its parts, its samples."""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from typing import Any

import av
import numpy as np

from generation.backends import Job
from generation.catalog.model import Taken
from generation.catalog.profile import Profile
from generation.diffusion.warm import Warm
from generation.diffusion.ways import OWN
from generation.errors import BadResult, Unavailable
from generation.image.call import GUIDANCE
from generation.music.sampler import RATE, Audio
from generation.music.splicing import joined, spliced
from generation.music.wording import AVOIDED, wording
from generation.requests.sound import CueRequest
from generation.share import Share

LENGTHS = ("audio_end_in_s", "audio_duration", "duration")
"""What a pipeline may call the seconds that it is to make: Stable Audio Open, ACE-Step, Stable Audio 3."""

ONWARD = 8.0
"""Seconds that a part is asked for beyond its own, and that are cut off: models bring a piece to its end, and only the
last part is to end."""

PLAYING = 0.97
"""The share of the time that a model's own work takes; the rest makes its samples a cue."""

SHORT = 0.05
"""Seconds by which a model's sound may be too short: its own steps of time are not ours."""

SILENT = 1e-4
"""Of full scale: a sound whose loudest sample is softer than -80 dB is none."""


class Playing:
    """Makes the samples of one cue."""

    def __init__(self, warm: Warm, request: CueRequest, job: Job) -> None:
        """Plan the cue; it loads the model.

        Raises:
            Unavailable: the model cannot be run here, or nobody said how long a sound it makes at which rate.
        """
        self._warm, self._request, self._job = warm, request, job
        self._most, self._rate = _number(warm.profile, "seconds"), round(_number(warm.profile, "rate"))
        self._taken = warm.takes(OWN, job)
        self._given = dict(asked(self._taken, request, warm.profile))
        self.splice = spliced(request.milliseconds / 1000, self._most)

    @property
    def facts(self) -> Mapping[str, Any]:
        """What a take keeps of how it was made; known once it is played."""
        profile = self._warm.profile
        return {
            "parts": self.splice.parts,
            "steps": profile.steps,
            "guidance": profile.guidance,
            "seed": str(self._request.seed),  # as words: JSON's numbers are exact below 2**53 only
            "measures": self._warm.measures,
        }

    def played(self) -> Audio:
        """Return stereo samples at 48 kHz, shape (samples, 2), as many as the cue has.

        Raises:
            BadResult: the model made something else, or silence.
            Cancelled: nobody wants the cue.
        """
        splice, count = self.splice, round(self._request.milliseconds * RATE / 1000)
        whole = joined([self._part(number) for number in range(splice.parts)], round(splice.crossing * RATE))
        return np.pad(whole[:count], ((0, count - min(count, len(whole))), (0, 0)))

    def _part(self, number: int) -> Audio:
        """Run the model once. Each part has a seed of its own, or the piece would begin again."""
        parts = self.splice.parts
        onward = 0.0 if number == parts - 1 else ONWARD
        share = Share(self._job, PLAYING * number / parts, PLAYING * (number + 1) / parts)
        length = {_length(self._taken): min(self._most, self.splice.each + onward)}
        output = self._warm.run(share, seed=self._request.seed + number, **(self._given | length))
        return heard(output, self._rate, self.splice.each)


def heard(output: Any, rate: int, seconds: float) -> Audio:  # noqa: ANN401 - each pipeline has its own kind of output
    """Return the sound of a pipeline's output as stereo samples at 48 kHz, exactly so long.

    Raises:
        BadResult: it is too short, or no sound.
    """
    audios = getattr(output, "audios", None)
    sound = np.asarray(audios[0] if audios is not None and len(audios) else (), np.float32)
    if sound.ndim != 2 or sound.shape[1] < (seconds - SHORT) * rate:  # noqa: PLR2004 - channels of samples
        raise BadResult(f"the model made an array of {sound.shape} where {seconds:.1f} s of sound were asked for")
    if not np.isfinite(sound).all():
        raise BadResult("the model made numbers that are no sound; another seed or more exact numbers may help")
    if np.abs(sound).max() < SILENT:
        raise BadResult("the model made silence; another seed or other words may help")
    count = round(seconds * RATE)
    ours = _resampled(sound[:2], rate)[:count]
    return np.pad(ours, ((0, count - len(ours)), (0, 0)))


def _resampled(sound: Audio, rate: int) -> Audio:
    """Return (channels, samples) at a rate as (samples, 2) at 48 kHz."""
    layout = "stereo" if len(sound) > 1 else "mono"
    frame = av.AudioFrame.from_ndarray(np.ascontiguousarray(sound), format="fltp", layout=layout)
    frame.sample_rate = rate
    to_ours = av.AudioResampler(format="fltp", layout="stereo", rate=RATE)
    blocks = [part.to_ndarray() for part in (*to_ours.resample(frame), *to_ours.resample(None))]
    return np.ascontiguousarray(np.concatenate(blocks, axis=1).T, np.float32)


def _length(taken: AbstractSet[str]) -> str:
    name = next((each for each in LENGTHS if each in taken), None)
    if name is None:
        raise Unavailable("this model makes no sound of a given length; choose one that makes music from words")
    return name


def asked(taken: AbstractSet[str], request: CueRequest, profile: Profile) -> Mapping[str, Any]:
    """Return what a pipeline is asked for, of what it takes: a request's own words, or its mood's; the maker's advice.

    Nothing is held against somebody's own words: who asks for a choir may have one.
    """
    told = wording(request.mood)
    avoided = {"negative_prompt": AVOIDED} if Taken.NEGATIVE in profile.takes else {}
    composed = {} if request.prompt else avoided | {"bpm": told.tempo, "keyscale": told.key}
    wanted = {
        "prompt": request.prompt or told.prompt,
        "lyrics": "[Instrumental]",
        "num_inference_steps": profile.steps or None,
        profile.settings.get("guidance", GUIDANCE): profile.guidance or None,
        "output_type": "np",
        **composed,
    }
    return {name: value for name, value in wanted.items() if name in taken and value is not None}


def _number(profile: Profile, name: str) -> float:
    value = profile.settings.get(name)
    if not isinstance(value, int | float) or value <= 0:
        raise Unavailable(
            f"the profile {profile.name} does not say `{name}` in its settings (seconds, samples a second)"
        )
    return float(value)
