"""Codes and keys: made here, shown to their owner, and kept by the server only as a hash."""

import hashlib
import hmac
import secrets

ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"  # 32 characters, none that looks like another
JOIN_CODE = 6
OWN_CODE = 10


def new_key() -> str:
    """Return a secret of 192 bits for a cookie or a link."""
    return secrets.token_urlsafe(24)


def new_id(length: int = 10) -> str:
    """Return a random name of small letters and digits for a workshop, a seat or a text."""
    return "".join(secrets.choice(ALPHABET) for _ in range(length)).lower()


def new_code(length: int) -> str:
    """Return a random code that people can type."""
    return "".join(secrets.choice(ALPHABET) for _ in range(length))


def tidy_code(typed: str) -> str:
    """Return a typed code as it was made: capitals, without spaces and dashes."""
    return "".join(one for one in typed.upper() if one not in " -–·.\u00a0")[:32]


def hashed(secret: str) -> str:
    """Return the hash under which the server knows a secret."""
    return hashlib.sha256(secret.encode()).hexdigest()


def derived(secret: str, purpose: str) -> str:
    """Return another secret that only the holder of this one can make again."""
    return hmac.new(secret.encode(), purpose.encode(), hashlib.sha256).hexdigest()[:32]


def derived_code(secret: str, purpose: str) -> str:
    """Return a code to print, which only the holder of this secret can show again."""
    digest = hmac.new(secret.encode(), purpose.encode(), hashlib.sha256).digest()
    return "".join(ALPHABET[byte % len(ALPHABET)] for byte in digest[:OWN_CODE])
