"""What the start of a server says when it cannot start: a plain sentence, and nothing before it."""

import socket

import pytest

from speelruimte.serving import free_port_or_exit
from speelruimte.settings import Settings


def test_a_port_that_is_taken_ends_the_start() -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        with pytest.raises(SystemExit) as said:
            free_port_or_exit(Settings(port=port))
    assert f"Poort {port} is niet vrij." in str(said.value)


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "0.0.0.0"])  # noqa: S104
def test_a_free_port_says_nothing(host: str) -> None:
    free_port_or_exit(Settings(host=host, port=0))
