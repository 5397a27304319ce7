"""Parts of the tiny pipelines: tokenisers that need no files, text encoders and a decoder of random weights."""

# ruff: noqa: PLC0415, ANN401 - the heavy libraries and their classes, imported when a test builds one of these

from typing import Any

LETTERS = "abcdefghijklmnopqrstuvwxyz"
CHAT_TEMPLATE = (
    "{% for m in messages %}<|im_start|>{{ m['role'] }}\n{{ m['content'] }}<|im_end|>\n{% endfor %}"
    "{% if add_generation_prompt %}<|im_start|>assistant\n{% endif %}"
)


def clip_tokenizer() -> Any:
    from transformers import CLIPTokenizer

    letters = [*LETTERS, *"0123456789.,!?'-"]
    tokens = [*letters, *(f"{c}</w>" for c in letters), "<|startoftext|>", "<|endoftext|>"]
    return CLIPTokenizer(vocab={token: i for i, token in enumerate(tokens)}, merges=[], model_max_length=77)


def t5_tokenizer() -> tuple[Any, int]:
    from transformers import T5TokenizerFast

    letters = LETTERS + LETTERS.upper() + "0123456789.,!?'-:;()\n"
    vocab = [("<pad>", 0.0), ("</s>", 0.0), ("<unk>", 0.0), ("▁", -2.0)]
    vocab += [*((c, -3.0) for c in letters), *((f"▁{c}", -2.5) for c in LETTERS)]
    special = {"eos_token": "</s>", "unk_token": "<unk>", "pad_token": "<pad>"}
    return T5TokenizerFast(vocab=vocab, extra_ids=0, model_max_length=512, **special), len(vocab)


def qwen_tokenizer() -> tuple[Any, int]:
    from tokenizers import pre_tokenizers
    from transformers import Qwen2TokenizerFast

    tokens = [*sorted(pre_tokenizers.ByteLevel.alphabet()), "<|endoftext|>", "<|im_start|>", "<|im_end|>"]
    special = {"unk_token": None, "bos_token": None, "eos_token": "<|im_end|>", "pad_token": "<|endoftext|>"}
    vocab = {token: i for i, token in enumerate(tokens)}
    tokenizer = Qwen2TokenizerFast(vocab=vocab, merges=[], model_max_length=512, **special)
    tokenizer.add_special_tokens({"additional_special_tokens": ["<|im_start|>"]})
    tokenizer.chat_template = CHAT_TEMPLATE
    return tokenizer, len(tokenizer)


def qwen3(kind: str, vocab_size: int, *, hidden: int, layers: int) -> Any:
    import transformers

    config = transformers.Qwen3Config(
        vocab_size=vocab_size,
        hidden_size=hidden,
        intermediate_size=2 * hidden,
        num_hidden_layers=layers,
        num_attention_heads=2,
        num_key_value_heads=1,
        head_dim=16,
        max_position_embeddings=1024,
    )
    return getattr(transformers, kind)(config).eval()


def qwen_vision() -> tuple[Any, Any]:
    """A text encoder that sees pictures (Qwen2.5-VL), and what prepares words and pictures for it."""
    import transformers

    words, _ = qwen_tokenizer()
    signs = ("vision_start", "vision_end", "image_pad", "video_pad")
    words.add_special_tokens({"additional_special_tokens": [f"<|{sign}|>" for sign in signs]})
    start, end, image, film = (words.convert_tokens_to_ids(f"<|{sign}|>") for sign in signs)
    sizes = {"hidden_size": 16, "intermediate_size": 32}
    turns = {"rope_type": "default", "rope_theta": 1e6, "mrope_section": [1, 1, 2]}
    heads = {"num_hidden_layers": 1, "num_attention_heads": 2, "num_key_value_heads": 1}
    config = transformers.Qwen2_5_VLConfig(
        text_config=sizes | heads | {"vocab_size": len(words), "rope_parameters": turns},
        vision_config=sizes | {"depth": 1, "num_heads": 2, "out_hidden_size": 16, "fullatt_block_indexes": [0]},
        vision_start_token_id=start,
        vision_end_token_id=end,
        image_token_id=image,
        video_token_id=film,
    )
    processor = transformers.Qwen2VLProcessor(
        image_processor=transformers.Qwen2VLImageProcessor(),
        tokenizer=words,
        video_processor=transformers.Qwen2VLVideoProcessor(),
    )
    return transformers.Qwen2_5_VLForConditionalGeneration(config).eval(), processor


def t5(kind: str, vocab_size: int) -> Any:
    import transformers

    config = {"T5EncoderModel": transformers.T5Config, "UMT5EncoderModel": transformers.UMT5Config}[kind]
    sizes = {"d_model": 16, "d_kv": 8, "d_ff": 32, "num_layers": 1, "num_heads": 2}
    return getattr(transformers, kind)(config(vocab_size=vocab_size, **sizes))


def image_vae(**changes: object) -> Any:
    """Four levels, hence the usual eightfold compression."""
    from diffusers import AutoencoderKL

    return AutoencoderKL(
        block_out_channels=(8, 8, 8, 8),
        down_block_types=("DownEncoderBlock2D",) * 4,
        up_block_types=("UpDecoderBlock2D",) * 4,
        latent_channels=4,
        norm_num_groups=4,
        sample_size=64,
        **changes,
    )


def clip_text(tokenizer: Any) -> Any:
    from transformers import CLIPTextConfig, CLIPTextModel

    config = CLIPTextConfig(
        vocab_size=len(tokenizer),
        hidden_size=16,
        intermediate_size=32,
        num_hidden_layers=2,
        num_attention_heads=2,
        max_position_embeddings=77,
        bos_token_id=tokenizer.bos_token_id,
        eos_token_id=tokenizer.eos_token_id,
        pad_token_id=tokenizer.pad_token_id,
    )
    return CLIPTextModel(config)


def image_encoder() -> Any:
    """What an IP-Adapter sees pictures with."""
    from transformers import CLIPVisionConfig, CLIPVisionModelWithProjection

    config = CLIPVisionConfig(
        hidden_size=16,
        intermediate_size=32,
        projection_dim=16,
        num_hidden_layers=1,
        num_attention_heads=2,
        image_size=32,
        patch_size=8,
    )
    return CLIPVisionModelWithProjection(config).eval()
