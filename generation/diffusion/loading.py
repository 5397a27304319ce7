"""From a folder of weights to a pipeline that is ready on its device."""

import json
import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from generation.backends import Workshop
from generation.catalog.profile import Profile
from generation.diffusion import libraries
from generation.diffusion.memory import Measures, Offload, Weights
from generation.errors import Unavailable
from generation.weights import hub, pickles

if TYPE_CHECKING:
    import torch

_log = logging.getLogger(__name__)

Report = Callable[[float], None]

DTYPES = ("float32", "float16", "bfloat16")
"""What `dtype` in a profile's settings may name."""

QUANTISED: Mapping[Weights, tuple[str, Mapping[str, object]]] = {
    Weights.INT8: ("bitsandbytes_8bit", {"load_in_8bit": True}),
    Weights.NF4: ("bitsandbytes_4bit", {"load_in_4bit": True, "bnb_4bit_quant_type": "nf4"}),
}

HEAVY = ("transformer", "transformer_2", "unet", "text_encoder", "text_encoder_2", "text_encoder_3")
"""Parts of a pipeline that are worth quantising."""

ADAPTED = 0.6
"""How strongly an IP-Adapter's pictures count beside the words, of 1: its authors' advice where both are given."""

CAST = ("transformer", "transformer_2", "unet", "controlnet")
"""Parts whose weights may be kept in eight bits: diffusers knows which of their layers must not."""


def folder_of(workshop: Workshop, profile: Profile, report: Report | None = None) -> Path:
    """Return where a profile's weights are, fetching them first where they are not here; `report` may stop that.

    Raises:
        Unavailable: they are not here and cannot be fetched.
    """
    return hub.folder(workshop, profile, report)


def part_folder(workshop: Workshop, name: str) -> Path:
    """Return where a model lies that stands beside a profile's own: another profile of the catalog, or a folder."""
    beside = workshop.catalog.get(name)
    return Path(name).expanduser() if beside is None else folder_of(workshop, beside)


def is_trusted(workshop: Workshop, profile: Profile) -> bool:
    """Tell whether the operator named pickled weights of this profile, so that not only safetensors may be loaded."""
    return bool(pickles.allowed(profile, workshop.settings))


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


@dataclass(frozen=True, kw_only=True, slots=True)
class Place:
    """Where a pipeline is to work: on a device of this `kind` (`cuda`, `mps`, `cpu`), in these numbers, so fitted."""

    measures: Measures
    kind: str
    dtype: "torch.dtype"


def load(workshop: Workshop, profile: Profile, folder: Path, place: Place) -> Any:  # noqa: ANN401
    """Load a profile's pipeline from its folder and fit it to its place.

    Nothing is fetched, and no code beside the weights is run. Weights are safetensors, or what the operator named.

    Raises:
        Unavailable: the folder holds no such pipeline, or no safe weights.
    """
    more: Mapping[str, Any] = {"use_safetensors": None if is_trusted(workshop, profile) else True}
    if "variant" in profile.settings:
        more = {**more, "variant": str(profile.settings["variant"])}
    made = read(_class(profile), folder, place.dtype, {**more, **_quantisation(folder, place.measures)})
    made.set_progress_bar_config(disable=True)
    fit(made, place)
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
    return read(named, folder, dtype, {"use_safetensors": True}).to(kind)


def adapt(pipeline: Any, workshop: Workshop, profile: Profile) -> None:  # noqa: ANN401
    """Give a pipeline the IP-Adapter of its profile, with which it sees pictures of who is to be painted.

    `ip_adapter` in the settings is a table: `folder` (a folder, or a profile of the catalog), `weight` (the file),
    `subfolder` of it, `encoder` (the folder of the image encoder below that; `image_encoder`), and `scale` (0.6).

    Raises:
        Unavailable: it is not here, or not as safetensors.
    """
    named = profile.settings["ip_adapter"]
    folder, weight = part_folder(workshop, str(named["folder"])), str(named.get("weight", "ip-adapter.safetensors"))
    if not weight.endswith(".safetensors"):
        raise Unavailable(f"the IP-Adapter {weight} is no safetensors file, so loading it could run code")
    try:
        with libraries.hushed():
            pipeline.load_ip_adapter(
                str(folder),
                subfolder=str(named.get("subfolder", "")),
                weight_name=weight,
                image_encoder_folder=str(named.get("encoder", "image_encoder")),
                local_files_only=True,
            )
    except (OSError, ValueError, KeyError, AttributeError) as error:
        raise Unavailable(f"the IP-Adapter in {folder} cannot be loaded: {_short(error)}") from error
    pipeline.set_ip_adapter_scale(float(named.get("scale", ADAPTED)))


def _short(error: Exception) -> str:
    return (str(error).strip() or repr(error)).splitlines()[0]


def read(kind: Any, folder: Path, dtype: "torch.dtype", more: Mapping[str, Any]) -> Any:  # noqa: ANN401 - any class
    """Read what `kind` loads from a folder, strictly from there.

    Raises:
        Unavailable: it is not there, or not as safetensors.
    """
    if not folder.is_dir():
        raise Unavailable(f"there is no folder {folder} with weights")
    try:
        with libraries.hushed():
            return kind.from_pretrained(folder, dtype=dtype, local_files_only=True, **more)
    except (OSError, ValueError, ImportError, AttributeError, KeyError) as error:
        raise Unavailable(f"the weights in {folder} cannot be loaded: {_short(error)}") from error


def fit(pipeline: Any, place: Place) -> None:  # noqa: ANN401
    """Take the measures, and bring the pipeline to its device."""
    import torch  # noqa: PLC0415

    measures = place.measures
    if measures.weights is Weights.FP8:
        for name in CAST:
            cast_part(getattr(pipeline, name, None), place.dtype)
    if measures.is_tiled:
        _tile(getattr(pipeline, "vae", None))
    if measures.offload:
        is_fine = measures.offload is Offload.LEAVES
        pipeline.enable_group_offload(
            onload_device=torch.device(place.kind),
            offload_type="leaf_level" if is_fine else "block_level",
            num_blocks_per_group=None if is_fine else 1,
            use_stream=place.kind == "cuda",
        )
    else:
        pipeline.to(place.kind)


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
