"""A long text goes to the worker once; whatever is asked, the worker sees the request that the page made."""

import json
import re
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from web.page import long_texts as page
from web.worker import long_texts as worker

TEXTS = st.sampled_from([letter * (page.LONG + 1) for letter in "abcdefg"] + ["article", "", "x" * page.LONG])
REQUESTS = st.fixed_dictionaries(
    {
        "run": st.fixed_dictionaries({"data": TEXTS, "seed": st.just("109")}),
        "do": st.lists(TEXTS | st.integers() | st.just({"separator": ""}), max_size=4),
        "tell": st.just(["report"]),
    }
)


@given(st.lists(REQUESTS, max_size=12))
def test_the_worker_sees_the_requests_of_the_page(requests: list[dict[str, Any]]) -> None:
    sender, receiver = page.LongTexts(), worker.LongTexts()
    for request in requests:
        assert received(sender, receiver, request) == request


def received(sender: page.LongTexts, receiver: worker.LongTexts, request: Any) -> Any:
    short, texts = sender.without(request)
    assert len(json.dumps(short)) < 1000 + len(json.dumps(request)) - sum(map(len, texts))
    return receiver.within(json.loads(json.dumps(short)), texts)


@given(
    st.dictionaries(st.sampled_from(["data", "text", "complaint", "ways"]), TEXTS),
    st.just({})
    | st.fixed_dictionaries({"reading": st.fixed_dictionaries({"text": st.just(""), "notes": st.just([])})}),
)
def test_the_page_sees_the_replies_of_the_worker(texts_of_own: dict[str, str], reading: dict[str, Any]) -> None:
    own: dict[str, Any] = {**texts_of_own, **reading}
    for reply in ({"at": [0, 0], "own": own}, {"at": [0, 0]}):
        short, texts = worker.apart(reply)
        assert seen(short, texts) == expected(reply)
        assert max(map(len, re.findall(r"\w+", json.dumps(short)))) <= page.LONG


def seen(short: dict[str, Any], texts: list[str]) -> dict[str, Any]:
    return page.whole(json.loads(json.dumps(short)), lambda n: texts[n], lambda n: texts[n : n + 1])


def expected(reply: dict[str, Any]) -> dict[str, Any]:
    """What the page has of a reply: a long text that only the browser reads stays in an array of its own."""
    own = {
        name: [part] if name in page.HELD and len(part) > page.LONG else part
        for name, part in reply.get("own", {}).items()
    }
    return {**reply, "own": own} if own else reply


def test_a_long_text_is_sent_once() -> None:
    sender = page.LongTexts()
    request: Any = {"run": {"data": "1" * 100_000}, "do": []}
    assert sender.without(request)[1] == ["1" * 100_000]
    assert sender.without(request)[1] == []
    assert request["run"] == {"data": "1" * 100_000}


def test_a_text_may_be_meant_in_the_request_in_which_a_new_one_takes_its_place() -> None:
    sender, receiver = page.LongTexts(), worker.LongTexts()
    data = "1" * 1000
    for letter in "abcdefgh":
        request = {"run": {"data": data}, "do": ["read", "", letter * 1000]}
        assert received(sender, receiver, request) == request


def test_both_ends_keep_equally_many_and_call_the_same_long() -> None:
    assert page.MOST_KEPT == worker.MOST_KEPT
    assert page.LONG == worker.LONG
