"""The keys of a workshop: what the facilitator hands out, and how a code or a link is recognised."""

from dataclasses import dataclass

import segno
from starlette.requests import Request

from speelruimte.rules.words import WorkshopId
from speelruimte.rules.workshop import KeyKind, Role
from speelruimte.web.access import MAY_ENTER, Pass, Place, key_of
from speelruimte.web.secrets import derived, derived_code, hashed
from speelruimte.web.site import Site

GivenKey = tuple[str, Role, KeyKind]


@dataclass(frozen=True, slots=True)
class Invitations:
    """What a facilitator hands out. All but the join code are made again from the facilitator's own key."""

    join: str
    join_qr: str
    join_code: str
    cofacilitator: str
    beamer: str
    recovery: str


def invitations(address: str, workshop: WorkshopId, join_code: str, key: str) -> Invitations:
    join = join_address(address, join_code)
    return Invitations(
        join=join,
        join_qr=qr(join),
        join_code=join_code,
        cofacilitator=f"{address}/w/{workshop}/{Place.CONSOLE}/binnen#{derived(key, Role.COFACILITATOR)}",
        beamer=f"{address}/w/{workshop}/{Place.BEAMER}/binnen#{derived(key, Role.BEAMER)}",
        recovery=recovery_code(key),
    )


def join_address(address: str, join_code: str) -> str:
    return f"{address}/k/{join_code}"


def qr(text: str) -> str:
    """Return a QR code as SVG without size or style, for the page to place."""
    return segno.make(text, error="m").svg_inline(border=2, omitsize=True, svgclass="qr", lineclass=None)


def keys_for(key: str) -> tuple[GivenKey, ...]:
    """Return the hashes of every key that follows from the facilitator's own."""
    return (
        (hashed(key), Role.FACILITATOR, KeyKind.COOKIE),
        (hashed(recovery_code(key)), Role.FACILITATOR, KeyKind.CODE),
        (hashed(derived(key, Role.COFACILITATOR)), Role.COFACILITATOR, KeyKind.COOKIE),
        (hashed(derived(key, Role.BEAMER)), Role.BEAMER, KeyKind.COOKIE),
    )


def recovery_code(key: str) -> str:
    return derived_code(key, "herstel")


def join_key(code: str) -> str:
    """Return the name under which the store finds a workshop by its join code."""
    return hashed(f"meedoen:{code}")


def own_key(code: str) -> str:
    """Return the name under which the store finds a workshop by somebody's own code."""
    return hashed(f"eigen:{code}")


def recovery_key(code: str) -> str:
    """Return the name under which the store finds a workshop by its recovery code."""
    return hashed(f"herstel:{code}")


def secret_of(pasted: str) -> str:
    """Return the secret of a pasted link: what stands behind the hash sign, or all of it."""
    return pasted.strip().rpartition("#")[2][:200]


async def key_opens(site: Site, workshop: WorkshopId, key: str, place: Place) -> bool:
    """Tell whether the secret of a link opens this place."""
    state = await site.live.state(workshop)
    return state is not None and key_of(state, Pass(key), place) is not None and bool(MAY_ENTER[place])


def client_address(request: Request) -> str:
    return request.client.host if request.client else "?"
