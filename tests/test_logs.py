"""A log line holds only what is allowed."""

import json

import structlog

from speelruimte.logs import keep_log


def test_a_word_of_somebody_never_reaches_the_log(capsys):
    keep_log()
    structlog.get_logger().warning("presence-not-told", workshop="abc", words="mijn geheim", name="Anna")
    line = json.loads(capsys.readouterr().err)
    structlog.reset_defaults()
    assert line["event"] == "presence-not-told"
    assert line["workshop"] == "abc"
    assert not {"words", "name"} & set(line)
