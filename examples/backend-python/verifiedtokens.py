# SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
# SPDX-License-Identifier: MIT

"""Remembers which tokens are good until something uses them."""

import collections
import hashlib
import threading
import time


class VerifiedTokens:
    """The tokens that the service has confirmed, as SHA-256, each for one use.

    The service confirms a token once, so a backend that has asked must remember the answer if it needs it later. How
    long it takes to find a hash tells nobody a token. Safe for threads.
    """

    def __init__(self, lifetime: float = 300, capacity: int = 65536):
        """Tokens are kept for `lifetime` seconds; of more than `capacity`, the oldest are forgotten."""
        self._lifetime = lifetime
        self._capacity = capacity
        self._lock = threading.Lock()
        # From the hash to when it is forgotten; the oldest first.
        self._tokens: collections.OrderedDict[bytes, float] = collections.OrderedDict()

    def remember(self, token: str) -> None:
        now = time.monotonic()
        with self._lock:
            self._forget_old(now)
            digest = self._digest(token)
            self._tokens[digest] = now + self._lifetime
            self._tokens.move_to_end(digest)
            if len(self._tokens) > self._capacity:
                self._tokens.popitem(last=False)

    def take(self, token: str) -> bool:
        """True if the token is remembered. It is not after that."""
        with self._lock:
            self._forget_old(time.monotonic())
            return self._tokens.pop(self._digest(token), None) is not None

    def _forget_old(self, now: float) -> None:
        while self._tokens and next(iter(self._tokens.values())) <= now:
            self._tokens.popitem(last=False)

    @staticmethod
    def _digest(token: str) -> bytes:
        return hashlib.sha256(token.encode()).digest()
