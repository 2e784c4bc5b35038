"""Counting failed codes, so that guessing is slow and a room full of phones behind one address is not."""

from limits import RateLimitItemPerMinute
from limits.storage import MemoryStorage
from limits.strategies import MovingWindowRateLimiter

MINUTES = 5
# Forty phones behind one address may each mistype once or twice in five minutes.
FAILED_CODES = RateLimitItemPerMinute(80, MINUTES)


class Attempts:
    """The failed attempts of each address. Only failures count."""

    def __init__(self) -> None:
        self._limiter = MovingWindowRateLimiter(MemoryStorage())

    def may_try(self, address: str) -> bool:
        return self._limiter.test(FAILED_CODES, address)

    def failed(self, address: str) -> None:
        self._limiter.hit(FAILED_CODES, address)
