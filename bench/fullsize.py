"""Pipelines of the true size with random weights, for machines that reach no model hub: imported by `bench/gpu.py`.

The denoiser and the decoder, where nearly all of the time goes, have every layer of the published models; the text
encoder has its true width and two layers. What they paint is noise. What they cost is real.
"""

# ruff: noqa: ANN401 - models of any class

import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import torch

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from generation.diffusion import libraries
from tests.fakes import pipeline_parts as tiny

diffusers = libraries.diffusers()
import transformers  # noqa: E402 - after what lets it load on this machine


def build(name: str, folder: Path) -> Path:
    """Write the pipeline of a profile of the catalog, in half precision, and return its folder.

    Raises:
        KeyError: there is none of this name here.
    """
    out = folder / name
    if not (out / "model_index.json").exists():
        with torch.device("cuda" if torch.cuda.is_available() else "cpu"):
            pipeline = BUILDERS[name]()
        pipeline.to(torch.bfloat16).save_pretrained(out)
    return out


def _clip(width: int, heads: int, projection: int, words: Any) -> Any:
    config = transformers.CLIPTextConfig(
        vocab_size=len(words),
        hidden_size=width,
        intermediate_size=4 * width,
        num_hidden_layers=2,
        num_attention_heads=heads,
        projection_dim=projection,
        bos_token_id=words.bos_token_id,
        eos_token_id=words.eos_token_id,
        pad_token_id=words.pad_token_id,
    )
    kind = transformers.CLIPTextModelWithProjection if projection else transformers.CLIPTextModel
    return kind(config)


def _vae(**changes: Any) -> Any:
    return diffusers.AutoencoderKL(
        block_out_channels=(128, 256, 512, 512),
        down_block_types=("DownEncoderBlock2D",) * 4,
        up_block_types=("UpDecoderBlock2D",) * 4,
        layers_per_block=2,
        sample_size=1024,
        **changes,
    )


def _sdxl() -> Any:
    """Stable Diffusion XL: a UNet of 2.57 billion parameters."""
    words = tiny.clip_tokenizer()
    unet = diffusers.UNet2DConditionModel(
        sample_size=128,
        block_out_channels=(320, 640, 1280),
        layers_per_block=2,
        down_block_types=("DownBlock2D", "CrossAttnDownBlock2D", "CrossAttnDownBlock2D"),
        up_block_types=("CrossAttnUpBlock2D", "CrossAttnUpBlock2D", "UpBlock2D"),
        transformer_layers_per_block=(1, 2, 10),
        attention_head_dim=(5, 10, 20),
        cross_attention_dim=2048,
        addition_embed_type="text_time",
        addition_time_embed_dim=256,
        projection_class_embeddings_input_dim=2816,
        use_linear_projection=True,
    )
    scheduler = diffusers.EulerDiscreteScheduler(
        beta_start=0.00085, beta_end=0.012, beta_schedule="scaled_linear", timestep_spacing="leading", steps_offset=1
    )
    return diffusers.StableDiffusionXLPipeline(
        unet=unet,
        vae=_vae(latent_channels=4, scaling_factor=0.13025),
        text_encoder=_clip(768, 12, 0, words),
        text_encoder_2=_clip(1280, 20, 1280, words),
        tokenizer=words,
        tokenizer_2=tiny.clip_tokenizer(),
        scheduler=scheduler,
        force_zeros_for_empty_prompt=True,
    )


def _zimage() -> Any:
    """Z-Image: a transformer of 6.15 billion parameters."""
    words, count = tiny.qwen_tokenizer()
    return diffusers.ZImagePipeline(
        scheduler=diffusers.FlowMatchEulerDiscreteScheduler(shift=3.0),
        tokenizer=words,
        text_encoder=tiny.qwen3("Qwen3Model", count, hidden=2560, layers=2),
        vae=_vae(
            latent_channels=16,
            scaling_factor=0.3611,
            shift_factor=0.1159,
            use_quant_conv=False,
            use_post_quant_conv=False,
        ),
        transformer=diffusers.ZImageTransformer2DModel(),
    )


def _wan() -> Any:
    """Wan 2.2 TI2V: a transformer of 5.0 and a decoder of 0.7 billion parameters."""
    words, count = tiny.t5_tokenizer()
    encoder = transformers.UMT5Config(
        vocab_size=count, d_model=4096, d_kv=64, d_ff=10240, num_layers=2, num_heads=64, feed_forward_proj="gated-gelu"
    )
    return diffusers.WanImageToVideoPipeline(
        tokenizer=words,
        text_encoder=transformers.UMT5EncoderModel(encoder),
        vae=diffusers.AutoencoderKLWan(
            base_dim=160,
            decoder_base_dim=256,
            z_dim=48,
            dim_mult=[1, 2, 4, 4],
            num_res_blocks=2,
            temperal_downsample=[False, True, True],
            is_residual=True,
            in_channels=12,
            out_channels=12,
            patch_size=2,
            scale_factor_spatial=16,
            scale_factor_temporal=4,
            latents_mean=[0.0] * 48,
            latents_std=[1.0] * 48,
        ),
        transformer=diffusers.WanTransformer3DModel(
            patch_size=(1, 2, 2),
            num_attention_heads=24,
            attention_head_dim=128,
            in_channels=48,
            out_channels=48,
            text_dim=4096,
            freq_dim=256,
            ffn_dim=14336,
            num_layers=30,
        ),
        scheduler=diffusers.UniPCMultistepScheduler(
            prediction_type="flow_prediction", use_flow_sigmas=True, num_train_timesteps=1000, flow_shift=5.0
        ),
        expand_timesteps=True,
    )


BUILDERS: Mapping[str, Callable[[], Any]] = {"sdxl": _sdxl, "z-image-turbo": _zimage, "wan-2.2-5b": _wan}
"""By the names that the catalog gives the models."""
