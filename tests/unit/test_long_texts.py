"""A long text goes to the worker once; whatever is asked, the worker sees the request that the page made."""

import json
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
        sent = json.dumps(sender.without(request))
        assert receiver.within(json.loads(sent)) == request


def test_a_long_text_is_sent_once() -> None:
    sender = page.LongTexts()
    request = {"run": {"data": "1" * 100_000}, "do": []}
    assert len(json.dumps(sender.without(request))) > 100_000
    assert len(json.dumps(sender.without(request))) < 100
    assert request["run"] == {"data": "1" * 100_000}


def test_a_text_may_be_meant_in_the_request_in_which_a_new_one_takes_its_place() -> None:
    sender, receiver = page.LongTexts(), worker.LongTexts()
    data = "1" * 1000
    for letter in "abcdefgh":
        request = {"run": {"data": data}, "do": ["read", "", letter * 1000]}
        assert receiver.within(json.loads(json.dumps(sender.without(request)))) == request


def test_both_ends_keep_equally_many() -> None:
    assert page.MOST_KEPT == worker.MOST_KEPT
