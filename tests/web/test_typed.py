"""What people type is made safe to keep, and measured as a reader would count it."""

import pytest
from pydantic import TypeAdapter, ValidationError

from speelruimte.web.secrets import ALPHABET, derived, derived_code, hashed, new_code, tidy_code
from speelruimte.web.typed import Name, Sentence, graphemes

SENTENCE = TypeAdapter(Sentence)
FAMILY = "👩‍👩‍👧‍👦"


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  Ik ga bellen.  ", "Ik ga bellen."),
        ("een\r\ntwee\rdrie", "een\ntwee\ndrie"),
        ("a\x00b\x07c\u202edraai\u200f", "abcdraai"),
        ("e\u0301e\u0301n", "één"),
        (FAMILY, FAMILY),
        ("a\u200b\u061cb", "ab"),
        ("\u2060 \u3164\u200d", ""),
        ("<script>alert(1)</script>", "<script>alert(1)</script>"),
    ],
)
def test_a_text_is_kept_as_a_reader_sees_it(typed, kept):
    assert SENTENCE.validate_python(typed) == kept


def test_a_family_is_one_sign():
    assert graphemes(FAMILY) == 1


def test_a_long_text_says_how_many_signs_must_go():
    with pytest.raises(ValidationError) as wrong:
        SENTENCE.validate_python("é" * 283)
    assert wrong.value.errors()[0]["ctx"] == {"n": 3, "max": 280}


def test_few_signs_of_many_bytes_are_too_long_as_well():
    with pytest.raises(ValidationError):
        TypeAdapter(Name).validate_python("z" + "\u0301" * 400)


def test_a_code_may_be_typed_with_spaces_and_small_letters():
    assert tidy_code(" 7f3 kqg-") == "7F3KQG"


def test_no_code_has_a_sign_that_looks_like_another():
    assert len(ALPHABET) == 32
    assert not set(ALPHABET) & set("01IO")
    assert set(new_code(300)) <= set(ALPHABET)


def test_what_is_derived_depends_on_key_and_purpose():
    made = {derived("a", "x"), derived("a", "y"), derived("b", "x"), derived_code("a", "x"), hashed("a")}
    assert len(made) == 5
