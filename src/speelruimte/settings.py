"""Every setting: its name, its default and what it means."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """How this server runs. Each can be given as a flag, as SPEELRUIMTE_… in the environment, or in a TOML file."""

    host: str = "127.0.0.1"
    """The address to listen on."""

    port: int = 8000
    """The port to listen on."""

    database: str = "speelruimte.db"
    """The file with all workshops, or ":memory:" to keep nothing."""

    deck: str = ""
    """The folder of the deck that new workshops are played with. Empty: our own."""

    lan: bool = False
    """Serve plain http to one room, for instance over the hotspot of a laptop. Cookies are then not marked Secure."""

    public_address: str = ""
    """The address that phones use, such as https://speel.example.nl. Empty: what the browser asked for."""

    organiser_key: str = ""
    """The secret of the organiser link. Empty: one is made at the first start and kept beside the database. On localhost and with --lan nobody needs it."""

    proxies: str = ""
    """The addresses of proxies in front of this server whose X-Forwarded headers are believed, with commas."""
