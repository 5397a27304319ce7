"""From a folder of weights to a pipeline that is ready on its device."""

import json
import logging
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from generation.backends import Workshop
from generation.catalog.profile import Profile
from generation.diffusion import libraries
from generation.diffusion.memory import Measures, Offload, Weights
from generation.errors import Unavailable

if TYPE_CHECKING:
    import torch

_log = logging.getLogger(__name__)

DTYPES = ("float32", "float16", "bfloat16")
"""What `dtype` in a profile's settings may name."""

QUANTISED: Mapping[Weights, tuple[str, Mapping[str, object]]] = {
    Weights.INT8: ("bitsandbytes_8bit", {"load_in_8bit": True}),
    Weights.NF4: ("bitsandbytes_4bit", {"load_in_4bit": True, "bnb_4bit_quant_type": "nf4"}),
}

HEAVY = ("transformer", "transformer_2", "unet", "text_encoder", "text_encoder_2", "text_encoder_3")
"""Parts of a pipeline that are worth quantising."""

CAST = ("transformer", "transformer_2", "unet", "controlnet")
"""Parts whose weights may be kept in eight bits: diffusers knows which of their layers must not."""


def folder_of(profile: Profile, workshop: Workshop) -> Path:
    """Return where a profile's weights are: the folder that its settings name, else the locker's.

    Raises:
        Unavailable: they are not here and cannot be fetched.
    """
    named = profile.settings.get("folder")
    return Path(named) if named else workshop.locker.path(profile.name)


def dtype_of(profile: Profile, own: "torch.dtype") -> "torch.dtype":
    """Return the numbers that a model computes with: its profile's word, else the device's own.

    Raises:
        Unavailable: the profile names none that is known.
    """
    import torch  # noqa: PLC0415

    name = profile.settings.get("dtype")
    if name is None:
        return own
    if name not in DTYPES:
        raise Unavailable(f"the model {profile.name} is to compute with {name}; known are {', '.join(DTYPES)}")
    dtype = getattr(torch, name)
    assert isinstance(dtype, torch.dtype)  # noqa: S101 - a name of the table
    return dtype


def load(profile: Profile, folder: Path, measures: Measures, kind: str, dtype: "torch.dtype") -> Any:  # noqa: ANN401
    """Load a profile's pipeline from its folder and fit it to a device of this kind.

    Nothing is fetched, no code beside the weights is run, and weights are safetensors.

    Raises:
        Unavailable: the folder holds no such pipeline, or no safe weights.
    """
    made = read(_class(profile), folder, dtype, _quantisation(folder, measures))
    made.set_progress_bar_config(disable=True)
    fit(made, measures, kind, dtype)
    return made


def load_part(folder: Path, dtype: "torch.dtype", kind: str) -> Any:  # noqa: ANN401
    """Load one model that a pipeline works with (a ControlNet), of the class that its own index names.

    Raises:
        Unavailable: the folder holds none, or no safe weights.
    """
    library = libraries.diffusers()
    try:
        name = json.loads((folder / "config.json").read_text(encoding="utf-8"))["_class_name"]
    except (OSError, ValueError, KeyError) as error:
        raise Unavailable(f"there is no model in {folder}") from error
    named = getattr(library, str(name), None)
    if not (isinstance(named, type) and issubclass(named, library.ModelMixin)):
        raise Unavailable(f"diffusers {library.__version__} has no model {name}")
    return read(named, folder, dtype, {}).to(kind)


def read(kind: Any, folder: Path, dtype: "torch.dtype", more: Mapping[str, Any]) -> Any:  # noqa: ANN401 - any class
    """Read what `kind` loads from a folder, strictly from there.

    Raises:
        Unavailable: it is not there, or not as safetensors.
    """
    if not folder.is_dir():
        raise Unavailable(f"there is no folder {folder} with weights")
    try:
        with libraries.hushed():
            return kind.from_pretrained(folder, dtype=dtype, local_files_only=True, use_safetensors=True, **more)
    except (OSError, ValueError, ImportError, AttributeError, KeyError) as error:
        told = str(error).strip().splitlines()
        raise Unavailable(f"the weights in {folder} cannot be loaded: {told[0] if told else error!r}") from error


def fit(pipeline: Any, measures: Measures, kind: str, dtype: "torch.dtype") -> None:  # noqa: ANN401
    """Take the measures, and bring the pipeline to its device."""
    import torch  # noqa: PLC0415

    if measures.weights is Weights.FP8:
        for name in CAST:
            cast_part(getattr(pipeline, name, None), dtype)
    if measures.is_tiled:
        _tile(getattr(pipeline, "vae", None))
    if measures.offload:
        is_fine = measures.offload is Offload.LEAVES
        pipeline.enable_group_offload(
            onload_device=torch.device(kind),
            offload_type="leaf_level" if is_fine else "block_level",
            num_blocks_per_group=None if is_fine else 1,
            use_stream=kind == "cuda",
        )
    else:
        pipeline.to(kind)


def cast_part(part: Any, dtype: "torch.dtype") -> None:  # noqa: ANN401
    """Keep a part's weights in eight bits, where it can."""
    import torch  # noqa: PLC0415

    if hasattr(part, "enable_layerwise_casting"):
        part.enable_layerwise_casting(storage_dtype=torch.float8_e4m3fn, compute_dtype=dtype)


def _tile(vae: Any) -> None:  # noqa: ANN401
    """Let the decoder go by tiles and one picture at a time; some can do neither."""
    for name in ("enable_tiling", "enable_slicing"):
        enable = getattr(vae, name, None)
        if enable is not None:
            try:
                enable()
            except NotImplementedError:
                _log.info("%s has no %s", type(vae).__name__, name)


def _class(profile: Profile) -> Any:  # noqa: ANN401
    library = libraries.diffusers()
    if not profile.pipeline:
        return library.DiffusionPipeline
    named = getattr(library, profile.pipeline, None)
    if not (isinstance(named, type) and issubclass(named, library.DiffusionPipeline)):
        raise Unavailable(f"diffusers {library.__version__} has no pipeline {profile.pipeline}")
    return named


def _quantisation(folder: Path, measures: Measures) -> Mapping[str, Any]:
    """Return what has the heavy parts of the pipeline in a folder quantised while they are read."""
    if measures.weights not in QUANTISED:
        return {}
    backend, arguments = QUANTISED[measures.weights]
    index = json.loads((folder / "model_index.json").read_text(encoding="utf-8"))
    config = libraries.diffusers().PipelineQuantizationConfig(
        quant_backend=backend,
        quant_kwargs=dict(arguments),
        components_to_quantize=[name for name in HEAVY if name in index and index[name][0]],
    )
    return {"quantization_config": config}
