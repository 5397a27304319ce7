"""Tiny diffusers pipelines of random weights, written to disk as real ones are: nothing is downloaded.

What they paint is noise; their files, shapes, signatures, callbacks, seeds and batches are the real ones. Each takes
less than 2 MB, is built in less than half a second and runs in a fraction of one.
"""

# ruff: noqa: PLC0415, ANN401 - the heavy libraries and their classes, imported when a test builds one of these

import os
import tempfile
from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from generation.catalog.model import Taken
from generation.catalog.profile import Frames, Licence, Profile, Training
from generation.diffusion import libraries
from tests.fakes import pipeline_parts
from tests.fakes.pipeline_parts import (
    clip_text,
    clip_tokenizer,
    image_encoder,
    image_vae,
    qwen3,
    qwen_tokenizer,
    t5,
    t5_tokenizer,
)


def folder(name: str) -> Path:
    """The pipeline of this name on disk, built once a run of the tests."""
    libraries.diffusers()
    return _built(name, home())


@cache
def home() -> Path:
    """A folder for all tests of this machine that share a user; what is there was built by the same code."""
    import diffusers
    import torch

    code = sha256(b"".join(Path(each).read_bytes() for each in (__file__, pipeline_parts.__file__))).hexdigest()[:12]
    stamp = f"{diffusers.__version__}-{torch.__version__}-{code}-{os.getuid()}"
    return Path(tempfile.gettempdir()) / f"feuilleton-pipelines-{stamp}"


@cache
def _built(name: str, root: Path) -> Path:
    import torch

    out = root / name
    if not out.exists():
        root.mkdir(parents=True, exist_ok=True)
        scratched = tempfile.TemporaryDirectory(dir=root)
        with scratched as scratch, torch.random.fork_rng(), libraries.hushed():
            torch.manual_seed(0)
            BUILDERS[name]().save_pretrained(Path(scratch) / name)
            # Another process may have been faster: then what is there is the same.
            with suppress(OSError):
                (Path(scratch) / name).rename(out)
    return out


def sd15() -> Any:
    """Words to a picture as Stable Diffusion 1.5 has it; converts to image-to-image and inpainting."""
    from diffusers import DDIMScheduler, StableDiffusionPipeline, UNet2DConditionModel

    tokenizer = clip_tokenizer()
    unet = UNet2DConditionModel(
        block_out_channels=(8, 16),
        layers_per_block=1,
        sample_size=8,
        in_channels=4,
        out_channels=4,
        norm_num_groups=4,
        down_block_types=("DownBlock2D", "CrossAttnDownBlock2D"),
        up_block_types=("CrossAttnUpBlock2D", "UpBlock2D"),
        cross_attention_dim=16,
        attention_head_dim=4,
    )
    noise = {"beta_start": 0.00085, "beta_end": 0.012, "beta_schedule": "scaled_linear", "steps_offset": 1}
    return StableDiffusionPipeline(
        unet=unet,
        vae=image_vae(),
        text_encoder=clip_text(tokenizer),
        tokenizer=tokenizer,
        scheduler=DDIMScheduler(**noise, clip_sample=False, set_alpha_to_one=False),
        safety_checker=None,
        feature_extractor=None,
        requires_safety_checker=False,
    )


def controlnet() -> Any:
    """A ControlNet for the pipeline above, whose effect is not zero as an untrained one's is."""
    import torch
    from diffusers import ControlNetModel

    net = ControlNetModel(
        block_out_channels=(8, 16),
        layers_per_block=1,
        in_channels=4,
        norm_num_groups=4,
        down_block_types=("DownBlock2D", "CrossAttnDownBlock2D"),
        cross_attention_dim=16,
        attention_head_dim=4,
        conditioning_embedding_out_channels=(8, 8, 8, 8),
    )
    for block in (*net.controlnet_down_blocks, net.controlnet_mid_block, net.controlnet_cond_embedding.conv_out):
        torch.nn.init.normal_(block.weight, std=5.0)
    return net


class IpAdapter:
    """Files of an IP-Adapter for the pipeline above, with an image encoder of its own."""

    def save_pretrained(self, out: Path) -> None:
        from diffusers.models.attention_processor import IPAdapterAttnProcessor2_0
        from diffusers.models.embeddings import ImageProjection
        from safetensors.torch import save_file

        seen = ImageProjection(image_embed_dim=16, cross_attention_dim=16, num_image_text_embeds=4).state_dict()
        layers = {"proj": "image_embeds", "norm": "norm"}
        files = {
            f"image_proj.{to}.{end}": seen[f"{of}.{end}"] for to, of in layers.items() for end in ("weight", "bias")
        }
        for n, width in enumerate((16, 16, 16, 16)):  # one in the way down, two in the way up, one in the middle
            each = IPAdapterAttnProcessor2_0(width, 16).state_dict()
            for end in ("k", "v"):
                files[f"ip_adapter.{2 * n + 1}.to_{end}_ip.weight"] = 5 * each[f"to_{end}_ip.0.weight"]
        image_encoder().save_pretrained(out / "image_encoder")
        save_file({name: each.contiguous() for name, each in files.items()}, out / "ip-adapter.safetensors")


def upscaler() -> Any:
    """A picture to one with four times its sides, as Stable Diffusion's upscaler has it."""
    from diffusers import AutoencoderKL, DDIMScheduler, DDPMScheduler, StableDiffusionUpscalePipeline
    from diffusers import UNet2DConditionModel as UNet

    tokenizer = clip_tokenizer()
    unet = UNet(
        block_out_channels=(8, 16),
        layers_per_block=1,
        sample_size=8,
        in_channels=7,
        out_channels=4,
        norm_num_groups=4,
        down_block_types=("DownBlock2D", "CrossAttnDownBlock2D"),
        up_block_types=("CrossAttnUpBlock2D", "UpBlock2D"),
        cross_attention_dim=16,
        attention_head_dim=4,
        num_class_embeds=1000,
    )
    vae = AutoencoderKL(
        block_out_channels=(8, 8, 8),
        down_block_types=("DownEncoderBlock2D",) * 3,
        up_block_types=("UpDecoderBlock2D",) * 3,
        latent_channels=4,
        norm_num_groups=4,
    )
    return StableDiffusionUpscalePipeline(
        vae=vae,
        text_encoder=clip_text(tokenizer),
        tokenizer=tokenizer,
        unet=unet,
        low_res_scheduler=DDPMScheduler(),
        scheduler=DDIMScheduler(),
    )


def zimage() -> Any:
    """Words to a picture as Z-Image has it."""
    from diffusers import FlowMatchEulerDiscreteScheduler, ZImagePipeline, ZImageTransformer2DModel

    tokenizer, vocab_size = qwen_tokenizer()
    transformer = ZImageTransformer2DModel(
        in_channels=4,
        dim=32,
        n_layers=2,
        n_refiner_layers=1,
        n_heads=2,
        n_kv_heads=2,
        cap_feat_dim=32,
        axes_dims=[8, 4, 4],
        axes_lens=[1024, 64, 64],
    )
    scaling = {"scaling_factor": 0.3611, "shift_factor": 0.1159}
    return ZImagePipeline(
        scheduler=FlowMatchEulerDiscreteScheduler(shift=3.0),
        tokenizer=tokenizer,
        text_encoder=qwen3("Qwen3Model", vocab_size, hidden=32, layers=4),
        vae=image_vae(**scaling, use_quant_conv=False, use_post_quant_conv=False),
        transformer=transformer,
    )


def flux2_klein() -> Any:
    """Words to a picture, and pictures with an instruction to a picture, as FLUX.2 klein has it."""
    from diffusers import (
        AutoencoderKLFlux2,
        FlowMatchEulerDiscreteScheduler,
        Flux2KleinPipeline,
        Flux2Transformer2DModel,
    )

    tokenizer, vocab_size = qwen_tokenizer()
    transformer = Flux2Transformer2DModel(
        in_channels=16,
        num_layers=1,
        num_single_layers=1,
        attention_head_dim=16,
        num_attention_heads=2,
        joint_attention_dim=48,  # three layers of the text encoder are joined: 3 * 16
        timestep_guidance_channels=16,
        axes_dims_rope=(4, 4, 4, 4),
        guidance_embeds=False,
    )
    vae = AutoencoderKLFlux2(
        block_out_channels=(8, 8, 8, 8), layers_per_block=1, latent_channels=4, norm_num_groups=4, sample_size=64
    )
    return Flux2KleinPipeline(
        scheduler=FlowMatchEulerDiscreteScheduler(),
        tokenizer=tokenizer,
        text_encoder=qwen3("Qwen3ForCausalLM", vocab_size, hidden=16, layers=28),  # the last joined layer is the 27th
        is_distilled=True,
        vae=vae,
        transformer=transformer,
    )


def qwen_edit() -> Any:
    """Words and pictures to a picture as Qwen-Image-Edit-2509 has it: it looks at both, and paints nothing unshown."""
    from diffusers import (
        AutoencoderKLQwenImage,
        FlowMatchEulerDiscreteScheduler,
        QwenImageEditPlusPipeline,
        QwenImageTransformer2DModel,
    )

    encoder, processor = pipeline_parts.qwen_vision()
    transformer = QwenImageTransformer2DModel(
        in_channels=16,
        out_channels=4,
        num_layers=1,
        attention_head_dim=16,
        num_attention_heads=1,
        joint_attention_dim=16,
        axes_dims_rope=(4, 6, 6),
    )
    vae = AutoencoderKLQwenImage(
        base_dim=4, z_dim=4, dim_mult=[1, 1, 1, 1], num_res_blocks=1, latents_mean=[0.0] * 4, latents_std=[1.0] * 4
    )
    return QwenImageEditPlusPipeline(
        scheduler=FlowMatchEulerDiscreteScheduler(),
        vae=vae,
        text_encoder=encoder,
        tokenizer=processor.tokenizer,
        processor=processor,
        transformer=transformer,
    )


def wan_i2v() -> Any:
    """A picture to a film as Wan 2.2's small model has it, which takes a last picture and does not look at it."""
    return _wan(channels=4, expand_timesteps=True)


def wan_ends() -> Any:
    """Two pictures to the film between them as Wan's large models have it: beside the noise stand a mask and both."""
    return _wan(channels=12, expand_timesteps=False)


def _wan(*, channels: int, expand_timesteps: bool) -> Any:
    from diffusers import AutoencoderKLWan, UniPCMultistepScheduler, WanImageToVideoPipeline, WanTransformer3DModel

    tokenizer, vocab_size = t5_tokenizer()
    vae = AutoencoderKLWan(
        base_dim=4,
        z_dim=4,
        dim_mult=[1, 1, 1, 1],
        num_res_blocks=1,
        temperal_downsample=[False, True, True],
        latents_mean=[0.0] * 4,
        latents_std=[1.0] * 4,
    )
    transformer = WanTransformer3DModel(
        patch_size=(1, 2, 2),
        num_attention_heads=2,
        attention_head_dim=12,
        in_channels=channels,
        out_channels=4,
        text_dim=16,
        freq_dim=16,
        ffn_dim=32,
        num_layers=2,
        rope_max_seq_len=64,
    )
    return WanImageToVideoPipeline(
        tokenizer=tokenizer,
        text_encoder=t5("UMT5EncoderModel", vocab_size),
        vae=vae,
        transformer=transformer,
        scheduler=UniPCMultistepScheduler(prediction_type="flow_prediction", use_flow_sigmas=True, flow_shift=5.0),
        expand_timesteps=expand_timesteps,
    )


def ltx_i2v() -> Any:
    """A picture to a film as LTX-Video has it."""
    from diffusers import (
        AutoencoderKLLTXVideo,
        FlowMatchEulerDiscreteScheduler,
        LTXImageToVideoPipeline,
        LTXVideoTransformer3DModel,
    )

    tokenizer, vocab_size = t5_tokenizer()
    vae = AutoencoderKLLTXVideo(
        latent_channels=8,
        block_out_channels=(8, 8, 8, 8),
        decoder_block_out_channels=(8, 8, 8, 8),
        layers_per_block=(1, 1, 1, 1, 1),
        decoder_layers_per_block=(1, 1, 1, 1, 1),
        spatio_temporal_scaling=(True, True, False, False),
        decoder_spatio_temporal_scaling=(True, True, False, False),
        patch_size=1,
        patch_size_t=1,
        encoder_causal=True,
        decoder_causal=False,
    )
    transformer = LTXVideoTransformer3DModel(
        in_channels=8,
        out_channels=8,
        num_attention_heads=2,
        attention_head_dim=8,
        cross_attention_dim=16,
        num_layers=1,
        caption_channels=16,
    )
    return LTXImageToVideoPipeline(
        tokenizer=tokenizer,
        text_encoder=t5("T5EncoderModel", vocab_size),
        vae=vae,
        transformer=transformer,
        scheduler=FlowMatchEulerDiscreteScheduler(),
    )


def stable_audio() -> Any:
    """Words to sound as Stable Audio Open has it, at 8000 samples a second and at most 4.096 s; it has no callback."""
    from diffusers import (
        AutoencoderOobleck,
        EDMDPMSolverMultistepScheduler,
        StableAudioDiTModel,
        StableAudioPipeline,
        StableAudioProjectionModel,
    )

    tokenizer, vocab_size = t5_tokenizer()
    vae = AutoencoderOobleck(
        encoder_hidden_size=4,
        downsampling_ratios=[4, 8],
        channel_multiples=[1, 2],
        decoder_channels=4,
        decoder_input_channels=4,
        sampling_rate=8000,
    )
    transformer = StableAudioDiTModel(
        sample_size=1024,
        in_channels=4,
        num_layers=1,
        attention_head_dim=8,
        num_attention_heads=2,
        num_key_value_attention_heads=1,
        out_channels=4,
        cross_attention_dim=16,
        time_proj_dim=8,
        global_states_input_dim=32,
        cross_attention_input_dim=16,
    )
    return StableAudioPipeline(
        vae=vae,
        text_encoder=t5("T5EncoderModel", vocab_size),
        projection_model=StableAudioProjectionModel(
            text_encoder_dim=16, conditioning_dim=16, min_value=0, max_value=512
        ),
        tokenizer=tokenizer,
        transformer=transformer,
        scheduler=EDMDPMSolverMultistepScheduler(solver_order=2, prediction_type="v_prediction", sigma_data=1.0),
    )


def stable_audio_noisy() -> Any:
    """The same with the scheduler that Stable Audio Open is published with, which adds noise at every step."""
    from diffusers import CosineDPMSolverMultistepScheduler

    pipeline = stable_audio()
    pipeline.register_modules(scheduler=CosineDPMSolverMultistepScheduler(sigma_min=0.3, sigma_max=500))
    return pipeline


def ace_step() -> Any:
    """Words to sound as ACE-Step 1.5 has it, at 8000 samples a second: 25 latents a second, as the real one."""
    import torch
    from diffusers import (
        AceStepConditionEncoder,
        AceStepPipeline,
        AceStepTransformer1DModel,
        AutoencoderOobleck,
        FlowMatchEulerDiscreteScheduler,
    )

    tokenizer, vocab_size = qwen_tokenizer()
    heads: dict[str, int] = {"num_attention_heads": 2, "num_key_value_heads": 1, "head_dim": 16}
    sizes = heads | {"hidden_size": 32, "intermediate_size": 64}
    encoder = AceStepConditionEncoder(
        **sizes,
        text_hidden_dim=16,
        timbre_hidden_dim=4,
        num_lyric_encoder_hidden_layers=1,
        num_timbre_encoder_hidden_layers=1,
    )
    torch.nn.init.normal_(encoder.silence_latent)
    vae = AutoencoderOobleck(
        encoder_hidden_size=4,
        downsampling_ratios=[8, 40],
        channel_multiples=[1, 2],
        decoder_channels=4,
        decoder_input_channels=4,
        sampling_rate=8000,
    )
    return AceStepPipeline(
        vae=vae,
        text_encoder=qwen3("Qwen3Model", vocab_size, hidden=16, layers=1),
        tokenizer=tokenizer,
        transformer=AceStepTransformer1DModel(
            **sizes, num_hidden_layers=2, in_channels=12, audio_acoustic_hidden_dim=4
        ),
        condition_encoder=encoder,
        scheduler=FlowMatchEulerDiscreteScheduler(num_train_timesteps=1, shift=1.0),
    )


BUILDERS: Mapping[str, Callable[[], Any]] = {
    "sd15": sd15,
    "controlnet": controlnet,
    "ip_adapter": IpAdapter,
    "upscaler": upscaler,
    "zimage": zimage,
    "flux2_klein": flux2_klein,
    "qwen_edit": qwen_edit,
    "wan_i2v": wan_i2v,
    "wan_ends": wan_ends,
    "ltx_i2v": ltx_i2v,
    "stable_audio": stable_audio,
    "stable_audio_noisy": stable_audio_noisy,
    "ace_step": ace_step,
}

LICENCE = Licence(name="CC0-1.0", url="https://example.org/licence", read="2026-11-27", commercial=True)
TRAINING = Training(found=True, read="2026-11-27", words="It learnt from nothing: its weights are random.")
PICTURES = {"sizes": ((64, 96),), "multiple": 16, "steps": 4, "backend": "diffusers-still"}
STILLS = ("still", "retouch", "upscale")
SHORT = {"arguments": {"max_sequence_length": 64}}
FILM: Mapping[str, Any] = {
    "backend": "diffusers-clip",
    "operations": ("clip",),
    "takes": {Taken.PROMPT, Taken.NEGATIVE},
    "sizes": ((64, 96),),
    "frames": Frames(rate=8, most=17, step=4),
    "steps": 3,
    "guidance": 5.0,
    "settings": SHORT,
}

SOUND: Mapping[str, Any] = {
    "backend": "diffusers-cue",
    "operations": ("cue",),
    "takes": {Taken.PROMPT, Taken.NEGATIVE},
    "steps": 5,
    "guidance": 7.0,
    "settings": {"seconds": 4, "rate": 8000},
}

CHANGES: Mapping[str, Mapping[str, Any]] = {
    "sd15": PICTURES
    | {"operations": STILLS, "guidance": 5.0, "takes": {Taken.PROMPT, Taken.NEGATIVE, Taken.LAYOUT, Taken.MASK}},
    "upscaler": PICTURES | {"operations": ("upscale",), "takes": {Taken.PROMPT}, "settings": {"upscales": 4}},
    "zimage": PICTURES | {"operations": STILLS, "takes": {Taken.PROMPT, Taken.LAYOUT}, "settings": SHORT},
    "flux2_klein": PICTURES
    | {
        "operations": STILLS,
        "takes": {Taken.PROMPT, Taken.LAYOUT, Taken.REFERENCES},
        "references": 3,
        "guidance": 1.0,
        "settings": SHORT,
    },
    "qwen_edit": PICTURES
    | {
        "operations": ("still", "retouch"),
        "takes": {Taken.PROMPT, Taken.NEGATIVE, Taken.LAYOUT, Taken.REFERENCES},
        "references": 3,
        "steps": 2,
        "guidance": 4.0,
        "settings": {"guidance": "true_cfg_scale", "blank": True},
    },
    "wan_i2v": FILM,
    "wan_ends": FILM | {"takes": {Taken.PROMPT, Taken.NEGATIVE, Taken.LAST}},
    "ltx_i2v": FILM | {"multiple": 32, "frames": Frames(rate=8, most=17, step=8), "guidance": 3.0},
    "stable_audio": SOUND,
    "stable_audio_noisy": SOUND,
    "ace_step": {
        "backend": "diffusers-cue",
        "operations": ("cue",),
        "takes": {Taken.PROMPT},
        "steps": 5,
        "guidance": 3.0,
        "settings": {"seconds": 4, "rate": 8000},
    },
}


def profile(name: str, **changes: Any) -> Profile:
    """A profile of the catalog whose weights are the tiny pipeline's folder; `settings` are added to its own."""
    return bare_profile(name, **{"folder": str(folder(name)), **changes})


def bare_profile(name: str, **changes: Any) -> Profile:
    """The same without its weights: nothing is built or imported."""
    settings = dict(CHANGES[name].get("settings", {})) | changes.pop("settings", {})
    facts = {"title": f"Tiny {name}", "revision": "0" * 40, "licence": LICENCE, "training": TRAINING}
    facts |= {**CHANGES[name], **changes, "settings": settings}
    return Profile(name=f"tiny-{name.replace('_', '-')}", **facts)
