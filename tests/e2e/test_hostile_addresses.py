"""Whatever somebody writes into a link or a field: it is named, harms nothing, and the page trains on."""

import pytest
from playwright.sync_api import Page, expect

from perceptron.settings_table import FIELDS
from tests.e2e.digits import digits
from tests.e2e.lab import Lab
from tests.hostile import ADDRESSES, NUMBERS, USABLE

# How each of them is read is tested without a browser, and by MicroPython; the page is shown every eighth.
SHOWN = ADDRESSES[::8]
# One round in the page for every address: go there, wait until it is drawn, and report what there is to see.
VISIT_ALL = """async ({addresses, notice, failure, fields}) => {
    const STRANGERS = "img:not(#landscape-picture), iframe, object, embed, body svg svg";
    const frame = () => new Promise(done => requestAnimationFrame(done));
    const goTo = hash => new Promise(done => {
        const before = location.href;
        addEventListener("hashchange", done, { once: true });
        location.hash = hash;
        if (location.href === before) {
            removeEventListener("hashchange", done);
            done();
        }
    });
    const answers = [];
    for (const address of addresses) {
        await goTo("#" + address);
        await frame();
        await frame();
        const values = {};
        for (const name in fields) values[name] = fields[name].value;
        answers.push({
            notice: notice.hidden ? "" : notice.textContent,
            markup: notice.children.length,
            values: values,
            hash: location.hash,
            failed: !failure.hidden,
            strangers: document.querySelectorAll(STRANGERS).length,
        });
        await goTo("");
        await frame();
        await frame();
    }
    return answers;
}"""


@pytest.fixture
def quiet(page: Page) -> Page:
    """A page in which no dialog may open."""
    page.on("dialog", lambda dialog: pytest.fail(f"a dialog opened: {dialog.message}"))
    return page


def test_hostile_addresses_are_named_and_harm_nothing(quiet: Page, lab: Lab) -> None:
    scripts = quiet.locator("script").count()
    places = {
        "notice": quiet.get_by_role("status", name="Notice", include_hidden=True).element_handle(),
        "failure": quiet.get_by_role("alert", include_hidden=True).element_handle(),
        "fields": {name: lab.field(field.label).element_handle() for name, field in FIELDS.items()},
    }
    answers = quiet.evaluate(VISIT_ALL, {"addresses": list(SHOWN), **places})
    for address, answer in zip(SHOWN, answers, strict=True):
        said = f"{address[:80]!r}: {answer}"
        assert not answer["failed"], said
        assert (answer["markup"], answer["strangers"]) == (0, 0), said
        for name, field in FIELDS.items():
            field.parse(answer["values"][name])
        assert len(answer["notice"]) < 1500, said
        # Of a text that the browser itself leaves out or changes on its way into the address, less may arrive.
        if address not in USABLE and address.isprintable():
            assert answer["notice"], said
    assert quiet.locator("script").count() == scripts
    assert quiet.evaluate("Object.prototype.x") is None
    lab.train_to_the_end()
    assert lab.parameters == digits(10_000)
    expect(lab.failure).to_be_hidden()


@pytest.mark.parametrize(
    "address",
    [
        "#seed=%3Cimg%20src=x%20onerror=alert(1)%3E&epochs=1e309&learning_rate=0x10&__proto__=1",
        "#" + "seed=1&" * 2000,
        "#" + "9" * 50_000,
        "?seed=<script>alert(1)</script>#seed=5.0",
    ],
    ids=["scripted", "repeated", "long", "query"],
)
def test_a_page_opened_with_a_hostile_address_works(quiet: Page, site: str, address: str) -> None:
    lab = Lab(quiet, site)
    lab.open(address)
    if "query" not in address and not address.startswith("?"):
        expect(lab.notice).to_be_visible()
    lab.choose("Seed", "109")
    lab.choose("Learning rate", "0.1")
    lab.choose("Epochs", "2000")
    expect(lab.notice).to_be_hidden()
    lab.train_to_the_end()
    assert lab.parameters == digits(2000)


TYPE = """(field, text) => {
    field.value = text;
    field.dispatchEvent(new Event("input", {bubbles: true}));
    field.dispatchEvent(new Event("change", {bubbles: true}));
}"""
LABELS = (*(field.label for field in FIELDS.values()), "First number", "Second number")


def test_nonsense_in_every_field_is_refused_beside_it_and_harms_nothing(quiet: Page, lab: Lab) -> None:
    # One parser reads them all: every text in some field, and texts of every kind in each.
    for first, name in enumerate(LABELS):
        for text in NUMBERS[first % 5 :: 5]:
            lab.field(name).evaluate(TYPE, text)
    quiet.wait_for_function("document.documentElement.dataset.trainer === 'ready'")
    expect(lab.failure).to_be_hidden()
    assert quiet.locator("main img:not(#landscape-picture), main script, main iframe").count() == 0
    for name in LABELS:
        lab.field(name).evaluate(TYPE, "<img src=x onerror=alert(1)>")
        expect(lab.field(name)).to_have_attribute("aria-invalid", "true")
    for name, text in (("Seed", "109"), ("Learning rate", "0.1"), ("Epochs", "3000"), ("First number", "0.3")):
        lab.field(name).evaluate(TYPE, text)
    lab.field("Second number").evaluate(TYPE, "0.4")
    lab.train_to_the_end()
    assert lab.parameters == digits(3000)


def test_huge_questions_are_answered_and_remarked_upon(lab: Lab) -> None:
    for first, second in (
        ("1e308", "1e308"),
        ("-1e308", "1e308"),
        ("-1e308", "-1e308"),
        ("1e-323", "0"),
        ("1e22", "-7"),
    ):
        lab.field("First number").evaluate(TYPE, first)
        lab.field("Second number").evaluate(TYPE, second)
        expect(lab.region("Ask it")).to_contain_text("Before rounding it is")
        expect(lab.failure).to_be_hidden()


def test_the_extremes_of_the_learning_rate_end_in_words_and_digits(lab: Lab) -> None:
    lab.choose("Epochs", "200")
    for rate in ("100", "0.0001"):
        lab.press("Reset")
        lab.wait_until("untrained")
        lab.choose("Learning rate", rate)
        lab.train_to_the_end()
        assert lab.parameters == digits(200, learning_rate=float(rate)), rate
        expect(lab.failure).to_be_hidden()


@pytest.mark.parametrize(
    "kept", ["no JSON", "7", '{"lesson": 9999, "clearings": -1, "tab": "map", "quantity": "<img>"}']
)
def test_a_page_that_finds_strange_things_in_the_storage_works(quiet: Page, site: str, kept: str) -> None:
    quiet.add_init_script(f"localStorage.setItem('one-neuron', {kept!r})")
    lab = Lab(quiet, site)
    lab.open()
    lab.choose("Epochs", "500")
    lab.train_to_the_end()
    assert lab.parameters == digits(500)
    expect(lab.failure).to_be_hidden()
