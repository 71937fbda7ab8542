"""Tokenizers and text encoders of a few letters, without a file from a hub."""

from __future__ import annotations

from transformers import CLIPTextConfig, CLIPTokenizer, Qwen2Tokenizer, T5Tokenizer

__all__ = ["clip_config", "clip_tokenizer", "qwen_tokenizer", "t5_tokenizer"]


def clip_tokenizer(pad: str = "<|endoftext|>") -> CLIPTokenizer:
    """Return CLIP's tokenizer over single bytes."""
    letters = _letters()
    pieces = [*letters, *(one + "</w>" for one in letters), "<|startoftext|>", "<|endoftext|>"]
    vocab = {piece: number for number, piece in enumerate(pieces)}
    vocab.setdefault(pad, len(vocab))
    return CLIPTokenizer(vocab=vocab, merges=[], model_max_length=77, pad_token=pad)


def qwen_tokenizer() -> Qwen2Tokenizer:
    """Return Qwen's tokenizer over single bytes, with a chat template."""
    vocab = {letter: number for number, letter in enumerate([*_letters(), "<|endoftext|>"])}
    made = Qwen2Tokenizer(vocab=vocab, merges=[], model_max_length=1024)
    marks = ("im_start", "im_end", "vision_start", "vision_end", "image_pad", "video_pad")
    made.add_special_tokens({"additional_special_tokens": [f"<|{mark}|>" for mark in marks]})
    made.chat_template = (
        "{% for m in messages %}<|im_start|>{{m['role']}}\n{{m['content']}}<|im_end|>\n"
        "{% endfor %}{% if add_generation_prompt %}<|im_start|>assistant\n{% endif %}"
    )
    return made


def t5_tokenizer() -> T5Tokenizer:
    """Return T5's tokenizer over single characters."""
    vocab = [("<pad>", 0.0), ("</s>", 0.0), ("<unk>", -5.0), ("\u2581", -2.0)]
    vocab += [(chr(code), -3.0) for code in range(33, 127)]
    vocab += [("\u2581" + chr(code), -2.5) for code in range(97, 123)]
    return T5Tokenizer(vocab=vocab, extra_ids=0, model_max_length=64)


def clip_config(tokenizer: CLIPTokenizer) -> CLIPTextConfig:
    """Return the settings of a text encoder for a tokenizer."""
    return CLIPTextConfig(
        bos_token_id=tokenizer.bos_token_id,
        eos_token_id=tokenizer.eos_token_id,
        pad_token_id=tokenizer.pad_token_id,
        hidden_size=16,
        intermediate_size=32,
        num_attention_heads=2,
        num_hidden_layers=2,
        vocab_size=len(tokenizer),
        projection_dim=16,
    )


def _letters() -> list[str]:
    """Return the 256 letters byte-level tokenizers write bytes with."""
    shown = [*range(33, 127), *range(161, 173), *range(174, 256)]
    hidden = [byte for byte in range(256) if byte not in shown]
    letters = dict(zip(shown, map(chr, shown), strict=True))
    letters |= {byte: chr(256 + number) for number, byte in enumerate(hidden)}
    return [letters[byte] for byte in (*shown, *hidden)]
