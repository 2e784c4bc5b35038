"""Running a server: from settings to a listening process, and what it says when it starts."""

import socket
import sys

import uvicorn

from speelruimte.app import Parts, build
from speelruimte.decks.problems import DeckProblems
from speelruimte.live.serving import Server
from speelruimte.logs import keep_log
from speelruimte.settings import Settings
from speelruimte.store.event_store import CannotOpen
from speelruimte.web.begin import organiser_link

KEEP_ALIVE = 90  # seconds; shorter makes phones on slow networks connect again and again


def server(settings: Settings, parts: Parts) -> Server:
    """Return the server of these parts."""
    config = uvicorn.Config(
        parts.app,
        host=listening_host(settings),
        port=settings.port,
        log_level="warning",
        access_log=False,
        timeout_keep_alive=KEEP_ALIVE,
        timeout_graceful_shutdown=2,
        proxy_headers=bool(settings.proxies),
        forwarded_allow_ips=settings.proxies or None,
        server_header=False,
    )
    return Server(config, parts.watchers)


def listening_host(settings: Settings) -> str:
    return "0.0.0.0" if settings.lan and settings.host == "127.0.0.1" else settings.host  # noqa: S104


def free_port_or_exit(settings: Settings) -> None:
    """End with a plain sentence when the server cannot listen where it should, before it says that it is ready."""
    host = listening_host(settings)
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, settings.port))
        except OSError:
            sys.exit(f"Poort {settings.port} is niet vrij. Stop wat daar draait, of kies met --port een andere.")


def parts_or_exit(settings: Settings) -> Parts:
    """Build the server; end with plain sentences when the database cannot be opened or the deck has mistakes."""
    keep_log()
    try:
        return build(settings)
    except CannotOpen as reason:
        sys.exit(str(reason))
    except DeckProblems as problems:
        lines = [
            f"{' · '.join(filter(None, (one.file, one.row, one.field)))}: {one.sentence}" for one in problems.problems
        ]
        sys.exit("\n".join(["Dit kaartspel heeft fouten. De server start er niet mee.", *lines]))


def local_address(settings: Settings) -> str:
    """Return the address at which this machine reaches the server."""
    if settings.public_address:
        return settings.public_address
    host = room_address() if settings.lan else "localhost" if settings.host == "127.0.0.1" else settings.host
    return f"http://{host}:{settings.port}"


def room_address() -> str:
    """Return the address of this machine in the room; no packet is sent to find it."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))
        except OSError:
            return "127.0.0.1"
        return str(probe.getsockname()[0])


def welcome(settings: Settings, parts: Parts) -> list[str]:
    """Return what the start says."""
    address = local_address(settings)
    lines = [f"Speelruimte staat klaar op {address}", f"Begin een workshop: {address}/begin"]
    if not parts.site.open_house:
        lines.append(f"Alleen voor organisatoren: {organiser_link(address, parts.site.organiser_key)}")
    if settings.lan:
        lines += [
            "Let op: dit is gewone http, voor één zaal. Wie op hetzelfde netwerk zit, kan meelezen.",
            "Gebruik een eigen hotspot en geen gastnetwerk.",
        ]
    return lines
