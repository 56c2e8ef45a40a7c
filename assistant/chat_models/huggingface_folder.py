"""A local Hugging Face model as a LangChain chat model: from a folder or the local cache, never from the network."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from assistant.chat_models.limits import ModelLimits
from catalog.errors import SetupError

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel


def folder_chat(name: str, limits: ModelLimits) -> BaseChatModel:
    """The model in that folder, or of that name in the local cache; it writes what it finds likeliest."""
    from langchain_core.language_models import BaseChatModel
    from langchain_core.messages import AIMessage, AIMessageChunk, BaseMessage
    from langchain_core.outputs import ChatGeneration, ChatGenerationChunk, ChatResult

    model, tokenizer = _loaded(name)
    roles = {"human": "user", "ai": "assistant"}

    class FolderChat(BaseChatModel):
        @property
        def _llm_type(self) -> str:
            return "huggingface-folder"

        def _generate(self, messages: list[BaseMessage], stop: Any = None, manager: Any = None, **_: Any) -> ChatResult:
            text = "".join(chunk.text for chunk in self._stream(messages, stop, manager))
            return ChatResult(generations=[ChatGeneration(message=AIMessage(text))])

        def _stream(
            self, messages: list[BaseMessage], stop: Any = None, run_manager: Any = None, **_: Any
        ) -> Iterator[ChatGenerationChunk]:
            told = [{"role": roles.get(one.type, one.type), "content": str(one.content)} for one in messages]
            for text in _written(model, tokenizer, told, limits):
                yield ChatGenerationChunk(message=AIMessageChunk(text))

    return FolderChat()


def _loaded(name: str) -> tuple[Any, Any]:
    import torch
    from transformers import AutoModelForCausalLM, AutoTokenizer

    try:
        tokenizer = AutoTokenizer.from_pretrained(name, local_files_only=True)
        model = AutoModelForCausalLM.from_pretrained(
            name, local_files_only=True, use_safetensors=True, dtype=torch.float32
        )
    except (OSError, ValueError) as error:
        raise SetupError(
            f"No model can be loaded from {name!r}. Name a folder with config.json, tokenizer and model.safetensors, "
            "or a model that the local cache holds; nothing is downloaded."
        ) from error
    return model.eval(), tokenizer


def _written(model: Any, tokenizer: Any, told: list[dict[str, str]], limits: ModelLimits) -> Iterator[str]:
    """The answer piece by piece; generation ends where nobody reads on."""
    import torch
    from transformers import StoppingCriteria, StoppingCriteriaList, TextIteratorStreamer

    if tokenizer.chat_template:
        text = tokenizer.apply_chat_template(told, tokenize=False, add_generation_prompt=True)
    else:
        text = "\n\n".join(f"{one['role']}: {one['content']}" for one in told) + "\n\nassistant:"
    room = getattr(model.config, "max_position_embeddings", None) or 4096
    asked = tokenizer(text, return_tensors="pt", add_special_tokens=not tokenizer.chat_template)
    kept = max(1, room - limits.new_tokens)
    left = threading.Event()

    class NobodyReads(StoppingCriteria):
        def __call__(self, input_ids: Any, scores: Any, **_: Any) -> Any:
            return torch.full((input_ids.shape[0],), left.is_set(), dtype=torch.bool)

    streamer = TextIteratorStreamer(
        tokenizer, skip_prompt=True, skip_special_tokens=True, timeout=limits.timeout or None
    )

    def generate() -> None:
        with torch.inference_mode():
            model.generate(
                input_ids=asked["input_ids"][:, -kept:],
                attention_mask=asked["attention_mask"][:, -kept:],
                streamer=streamer,
                max_new_tokens=min(limits.new_tokens, room - 1),
                max_time=limits.timeout,
                do_sample=False,
                pad_token_id=tokenizer.pad_token_id or tokenizer.eos_token_id or 0,
                stopping_criteria=StoppingCriteriaList([NobodyReads()]),
            )

    failed: list[Exception] = []

    def guarded() -> None:
        try:
            generate()
        except Exception as error:
            failed.append(error)
            streamer.end()

    threading.Thread(target=guarded, name="local model", daemon=True).start()
    try:
        for piece in streamer:
            if piece:
                yield piece
    finally:
        left.set()
    if failed:
        raise failed[0]
