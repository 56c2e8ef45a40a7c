"""LangChain's users get the shop as a retriever and as tools, and the demands of a need hold there as well."""

from __future__ import annotations

import json

import pytest

from assistant.chat_models.limits import ModelLimits
from assistant.chat_models.openai_endpoint import endpoint_chat
from assistant.conversation import Assistant
from assistant.langchain_shop import shop_retriever, shop_tools
from tests.assistant.chat_models.openai_server import KEY, Script, openai_server


def tools(assistant: Assistant) -> dict:
    return {one.name: one for one in shop_tools(assistant)}


@pytest.mark.parametrize("need", ["headphones under 60 euros", "60欧以内的耳机"])
def test_the_retriever_gives_what_fits_with_its_reason(sample_assistant: Assistant, need: str) -> None:
    from langchain_core.retrievers import BaseRetriever

    retriever = shop_retriever(sample_assistant, k=4)
    assert isinstance(retriever, BaseRetriever)
    documents = retriever.invoke(need)
    assert len(documents) == 4
    for one in documents:
        assert one.metadata["proved"]
        assert one.metadata["price"] <= 60
        assert one.metadata["evidence"]
        assert one.id == one.metadata["id"]
        assert one.metadata["reason"] in one.page_content
    assert retriever.invoke("a flying carpet that is not red and under 2 euros") is not None


def test_the_retriever_serves_in_a_chain(sample_assistant: Assistant) -> None:
    from langchain_core.runnables import RunnableLambda

    chain = shop_retriever(sample_assistant, k=2) | RunnableLambda(lambda found: [one.id for one in found])
    assert chain.batch(["kettle", "kettle"])[0] == chain.invoke("kettle")


def test_products_are_found_read_and_compared(sample_assistant: Assistant) -> None:
    named = tools(sample_assistant)
    found = named["find_products"].invoke({"need": "headphones under 60 euros", "k": 3})
    ids = [one["id"] for one in found["items"]]
    assert len(ids) == 3
    assert found["ledger"][0]["field"] == "price"
    record = named["read_product"].invoke({"id": ids[0]})
    assert record["facts"]["price"]["value"] == found["items"][0]["price"]
    rows = named["compare_products"].invoke({"ids": ids})
    assert rows["price"] == {one["id"]: {"value": one["price"], "unit": "EUR"} for one in found["items"]}
    assert json.dumps([found, record, rows])


def test_what_is_not_there_is_said_with_what_to_do(sample_assistant: Assistant) -> None:
    named = tools(sample_assistant)
    assert "find_products" in named["read_product"].invoke({"id": "nothing"})["error"]
    assert "two to four" in named["compare_products"].invoke({"ids": ["nothing"]})["error"]


def test_a_model_calls_a_tool_and_answers_from_what_it_gives(sample_assistant: Assistant) -> None:
    from langchain_core.messages import HumanMessage, ToolMessage

    script = Script(
        form=lambda asked: {"need": "kettle", "k": 1},
        words=lambda asked: json.loads(asked["messages"][-1]["content"])["items"][0]["title"],
    )
    with openai_server(script) as url:
        chat = endpoint_chat("small", url, KEY, ModelLimits())
        named = tools(sample_assistant)
        # The client is asynchronous alone, so the model is asked as the shop asks it.
        import asyncio

        async def talk() -> tuple[ToolMessage, str]:
            bound, asked = chat.bind_tools(list(named.values())), [HumanMessage("Which kettle?")]
            call = await bound.ainvoke(asked)
            told = named[call.tool_calls[0]["name"]].invoke(call.tool_calls[0])
            return told, str((await bound.ainvoke([*asked, call, told])).content)

        told, answer = asyncio.run(talk())
    assert isinstance(told, ToolMessage)
    assert "kettle" in answer.casefold()
    assert [one["function"]["name"] for one in script.asked[0]["tools"]] == list(named)
