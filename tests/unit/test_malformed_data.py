"""What cannot be read as data is refused in one line that says why, and nothing is trained."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perceptron.__main__ import main
from perceptron.fields import shortened
from perceptron.own_data import own_data
from perceptron.tables import UNDECIDED
from tests.malformed import MALFORMED


@pytest.mark.parametrize("name", MALFORMED)
def test_the_command_line_refuses_it_with_its_sentence_and_status_2(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    content, complaint = MALFORMED[name]
    (tmp_path / "data").write_bytes(content if isinstance(content, bytes) else content.encode())
    monkeypatch.chdir(tmp_path)
    with pytest.raises(SystemExit) as stopped:
        main(["--data", "data"])
    assert stopped.value.code == 2
    told = capsys.readouterr()
    assert (told.out, told.err) == ("", f"one-neuron: data: {complaint}\n")
    assert complaint.isprintable()


TEXTS = st.text(st.sampled_from("0123456789.,;\t \n\r\"-+eExyé{[<:=#'%\u00a0\u2212\u0665"), max_size=60)


@given(TEXTS | st.text(max_size=60))
def test_any_text_is_read_or_refused_in_one_line_without_unseen_characters(text: str) -> None:
    told: list[str] = []
    try:
        data = own_data("any", text, UNDECIDED, told.append)
    except ValueError as error:
        told.append(str(error))
    else:
        assert data.training == data.test
        assert all(isinstance(value, float) for row in data.test for value in (*row.inputs, row.target))
    for sentence in told:
        assert sentence == shortened(sentence, len(sentence))
