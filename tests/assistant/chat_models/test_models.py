"""Language models keep their contract: scripted, behind an endpoint on localhost, and local through transformers."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from assistant.chat_models.huggingface_folder import folder_chat
from assistant.chat_models.langchain_model import LangChainModel
from assistant.chat_models.limits import ModelLimits
from assistant.chat_models.openai_endpoint import endpoint_chat
from assistant.chat_models.scripted import ScriptedModel
from assistant.errors import ModelError
from assistant.ports import ChatModel
from catalog.errors import SetupError
from tests.assistant.chat_models.openai_server import FAULTS, KEY, Script, openai_server
from tests.assistant.chat_models.tiny_model import built
from tests.contracts.chat_model import ASKED, SCHEMA, SECONDS, ChatModelContract

WORDS = "A fine day. 今天下雨。"


class TestScripted(ChatModelContract):
    def make(self) -> ChatModel:
        return ScriptedModel(lambda asked: [WORDS[:4], WORDS[4:]], lambda asked: {"want": "laptop"})

    def silent(self) -> ChatModel:
        return ScriptedModel(lambda asked: [" ", ""])


class TestEndpoint(ChatModelContract):
    @pytest.fixture(autouse=True)
    def _servers(self) -> Iterator[None]:
        with ExitStack() as self.open:
            yield

    def make(self) -> ChatModel:
        return self._on(Script(words=lambda asked: WORDS, form=lambda asked: {"want": "laptop"}))

    def silent(self) -> ChatModel:
        return self._on(Script(fault="empty"))

    def _on(self, script: Script) -> ChatModel:
        return endpoint(self.open.enter_context(openai_server(script)))


class TestLocalFolder(ChatModelContract):
    @pytest.fixture(autouse=True)
    def _folder(self, tiny_folder: Path) -> None:
        self.folder = tiny_folder

    def make(self) -> ChatModel:
        return LangChainModel("tiny", folder_chat(str(self.folder), ModelLimits(new_tokens=12)))

    def silent(self) -> ChatModel:
        model = folder_chat(str(self.folder), ModelLimits(new_tokens=12))
        return LangChainModel("tiny", silenced(model))

    def test_an_object_is_an_object(self, model: ChatModel) -> None:
        """Random letters are none, and that is an error like any other."""
        with pytest.raises(ModelError, match="no JSON object"):
            model.fill(ASKED, SCHEMA, SECONDS)


@pytest.fixture(scope="session")
def tiny_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built(tmp_path_factory.mktemp("tiny"))


def silenced(chat: object) -> object:
    """The same model, whose every token is the end of the text."""
    from langchain_core.outputs import ChatGenerationChunk

    class Silent(type(chat)):
        def _stream(self, *_: object, **__: object) -> Iterator[ChatGenerationChunk]:
            yield from ()

        def _generate(self, *_: object, **__: object) -> object:
            raise ModelError("nothing")

    return Silent()


def endpoint(url: str, key: str = KEY, limits: ModelLimits | None = None) -> LangChainModel:
    return LangChainModel("endpoint", endpoint_chat("small", url, key, limits or ModelLimits()))


def test_the_model_s_name_the_messages_and_the_key_reach_the_endpoint() -> None:
    script = Script()
    with openai_server(script) as url:
        model = endpoint(url)
        list(model.stream(ASKED, SECONDS))
        model.close()
    assert script.asked[0]["model"] == "small"
    assert [(one["role"], one["content"]) for one in script.asked[0]["messages"]] == [
        (one.role, one.text) for one in ASKED
    ]


@pytest.mark.parametrize("fault", sorted(set(FAULTS) - {"cut_stream"}))
def test_every_fault_of_an_endpoint_is_the_one_error_and_never_tells_the_key(fault: str) -> None:
    script = Script(fault=fault)
    with openai_server(script) as url:
        model = endpoint(url)
        for ask in (lambda: list(model.stream(ASKED, 0.5)), lambda: model.fill(ASKED, SCHEMA, 0.5)):
            with pytest.raises(ModelError) as error:
                ask()
            assert KEY not in str(error.value)
            assert error.value.passing == (fault in ("status_500", "status_429"))
        script.let_go.set()
        model.close()


def test_a_stream_that_breaks_off_gives_what_came() -> None:
    with openai_server(Script(words=lambda asked: WORDS, fault="cut_stream")) as url:
        model = endpoint(url)
        told = "".join(model.stream(ASKED, SECONDS))
        model.close()
    assert told
    assert WORDS.startswith(told)


def test_a_wrong_key_and_an_address_where_nobody_listens_are_errors() -> None:
    with openai_server(Script()) as url:
        model = endpoint(url, key="sk-wrong")
        with pytest.raises(ModelError, match="DAOGOU_MODEL_KEY"):
            list(model.stream(ASKED, SECONDS))
        model.close()
    for nowhere in (url, "http://no-such-host.invalid/v1"):
        model = endpoint(nowhere)
        with pytest.raises(ModelError) as error:
            list(model.stream(ASKED, SECONDS))
        assert error.value.passing
        model.close()


BY_CALL, IN_WORDS = (("response_format",), "tools"), (("response_format", "tools"), "plain")


@pytest.mark.parametrize(("refused", "used"), [BY_CALL, IN_WORDS])
def test_an_endpoint_without_schemas_is_asked_by_a_tool_call_else_in_words(refused: tuple[str, ...], used: str) -> None:
    script = Script(form=lambda asked: {"want": "lamp"}, words=lambda asked: 'Here: {"want": "lamp"}.', refuses=refused)
    with openai_server(script) as url:
        model = endpoint(url)
        assert model.fill(ASKED, SCHEMA, SECONDS) == {"want": "lamp"}
        before = len(script.asked)
        assert model.fill(ASKED, SCHEMA, SECONDS) == {"want": "lamp"}
        model.close()
    assert len(script.asked) == before + 1, "what was refused once is not asked again"
    assert ("tools" in script.asked[-1]) == (used == "tools")


def test_an_endpoint_has_to_be_named(tmp_path: Path) -> None:
    with pytest.raises(SetupError, match="DAOGOU_MODEL_URL"):
        endpoint_chat("small", "", "", ModelLimits())
    with pytest.raises(SetupError, match="ftp://"):
        endpoint_chat("small", "ftp://x", "", ModelLimits())
    with pytest.raises(SetupError, match="nothing is downloaded"):
        folder_chat(str(tmp_path / "nowhere"), ModelLimits())


def test_a_local_model_without_a_chat_template_answers_too(tmp_path: Path) -> None:
    model = LangChainModel("plain", folder_chat(str(built(tmp_path, template=False)), ModelLimits(new_tokens=5)))
    assert "".join(model.stream(ASKED, SECONDS))
    model.close()


def test_a_model_that_is_closed_leaves_no_thread() -> None:
    import threading

    with openai_server(Script()) as url:
        model = endpoint(url)
        list(model.stream(ASKED, SECONDS))
        model.close()
        end = time.monotonic() + 10
        while any(one.name == "model endpoint" for one in threading.enumerate()) and time.monotonic() < end:
            time.sleep(0.01)
    assert not [one for one in threading.enumerate() if one.name == "model endpoint"]
