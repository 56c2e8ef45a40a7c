"""What every language model promises; a subclass says how one is made that answers as it is told to."""

from __future__ import annotations

import threading
from abc import ABC, abstractmethod
from collections.abc import Iterator

import pytest

from assistant.errors import ModelError
from assistant.ports import ChatModel
from assistant.vocabulary import PromptMessage

ASKED = (PromptMessage("system", "Answer."), PromptMessage("user", "How is the day? 今天怎么样？"))
SCHEMA = {
    "title": "need",
    "type": "object",
    "properties": {"want": {"type": "string"}},
    "required": ["want"],
    "additionalProperties": False,
}
SECONDS = 30.0


class ChatModelContract(ABC):
    """Inherit, and give `make`, and `silent` for one that fails."""

    @abstractmethod
    def make(self) -> ChatModel:
        """A model that answers with words, and fills the form with one key, want."""

    @abstractmethod
    def silent(self) -> ChatModel:
        """A model that never has words."""

    @pytest.fixture
    def model(self) -> Iterator[ChatModel]:
        model = self.make()
        yield model
        model.close()

    def test_it_has_a_name(self, model: ChatModel) -> None:
        assert model.name

    def test_words_come_in_pieces_of_text(self, model: ChatModel) -> None:
        pieces = list(model.stream(ASKED, SECONDS))
        assert all(isinstance(piece, str) for piece in pieces)
        assert "".join(pieces).strip()

    def test_the_same_question_has_the_same_answer(self, model: ChatModel) -> None:
        assert "".join(model.stream(ASKED, SECONDS)) == "".join(model.stream(ASKED, SECONDS))

    def test_who_stops_listening_can_ask_again(self, model: ChatModel) -> None:
        whole = "".join(model.stream(ASKED, SECONDS))
        first = model.stream(ASKED, SECONDS)
        next(first)
        first.close()
        assert "".join(model.stream(ASKED, SECONDS)) == whole

    def test_two_at_once_don_t_mix(self, model: ChatModel) -> None:
        whole, told = "".join(model.stream(ASKED, SECONDS)), []
        asking = [threading.Thread(target=lambda: told.append("".join(model.stream(ASKED, SECONDS)))) for _ in "ab"]
        for one in asking:
            one.start()
        for one in asking:
            one.join()
        assert told == [whole, whole]

    def test_an_object_is_an_object(self, model: ChatModel) -> None:
        assert set(model.fill(ASKED, SCHEMA, SECONDS)) == {"want"}

    def test_silence_is_an_error(self) -> None:
        model = self.silent()
        with pytest.raises(ModelError):
            list(model.stream(ASKED, SECONDS))
        model.close()
