# SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
# SPDX-License-Identifier: MIT

"""Asks the captcha service about tokens."""

import dataclasses
import http.client
import ipaddress
import json
import logging
import time
import urllib.error
import urllib.parse
import urllib.request

CURRENT_ADDRESS = "https://smartcaptcha.cloud.yandex.ru"
# Seconds. The program that asks this backend waits five by default.
TIMEOUT = 3
MAXIMUM_ANSWER = 64 * 1024


class NotAsked(Exception):
    """The service could not be asked, or gave no usable answer. The token may be used up."""


@dataclasses.dataclass(frozen=True)
class Verdict:
    """What the service said."""

    human: bool
    # The site of the captcha; None if the service named none.
    host: str | None = None

    @property
    def accepted(self) -> bool:
        # With an empty host the service has a fault or the cloud is blocked, and then it calls everybody human. The
        # service checks that it is one of your hosts, unless that is disabled in its console: then compare it here.
        return self.human and self.host != ""


class _NoRedirects(urllib.request.HTTPRedirectHandler):
    """A redirect becomes an error: the server key must not follow it to another place."""

    def redirect_request(self, req, fp, code, msg, headers, newurl):
        return None


class Service:
    def __init__(self, address: str, server_key: str):
        """Raises ValueError if the address is not `https`, or `http` on this computer."""
        parts = urllib.parse.urlsplit(address)
        on_this_computer = _is_loopback(parts.hostname)
        if not parts.hostname or not (parts.scheme == "https" or parts.scheme == "http" and on_this_computer):
            raise ValueError("the service's address is neither https, nor http on this computer")
        self._url = address.rstrip("/") + "/validate"
        self._server_key = server_key
        # Proxies of the environment are used, but never for this computer.
        proxies = [urllib.request.ProxyHandler({})] if on_this_computer else []
        self._opener = urllib.request.build_opener(_NoRedirects, *proxies)

    def verify(self, token: str, ip: str | None = None) -> Verdict:
        """Asks once: the service may have used up the token even if its answer is lost. Raises NotAsked."""
        fields = {"secret": self._server_key, "token": token}
        if ip:
            fields["ip"] = ip
        # With a body, urllib sends POST and application/x-www-form-urlencoded.
        request = urllib.request.Request(self._url, urllib.parse.urlencode(fields).encode())
        deadline = time.monotonic() + TIMEOUT
        body = b""
        try:
            with self._opener.open(request, timeout=TIMEOUT) as response:
                if response.status != 200:
                    raise NotAsked(f"status {response.status}")
                # The timeout is for each read; the deadline is for an answer that comes byte by byte.
                while chunk := response.read1(MAXIMUM_ANSWER + 1 - len(body)):
                    body += chunk
                    if len(body) > MAXIMUM_ANSWER:
                        raise NotAsked("too long an answer")
                    if time.monotonic() > deadline:
                        raise NotAsked("too slow an answer")
        except urllib.error.HTTPError as error:
            error.close()
            raise NotAsked(f"status {error.code}") from None
        except (OSError, http.client.HTTPException) as error:
            raise NotAsked(type(getattr(error, "reason", error)).__name__) from None
        return self._read(body, token)

    def _read(self, body: bytes, token: str) -> Verdict:
        try:
            answer = json.loads(body)
        except (ValueError, RecursionError):
            answer = None
        status = answer.get("status") if isinstance(answer, dict) else None
        if status == "ok":
            host = answer.get("host")
            if host is None or isinstance(host, str):
                return Verdict(True, host)
        elif status == "failed":
            # Empty for a robot. Otherwise it tells developers what is wrong, such as the key.
            message = answer.get("message")
            if message and isinstance(message, str):
                for secret in (self._server_key, token):
                    message = message.replace(secret, "...")
                logging.warning("the service refused the request: %.100r", message)
            return Verdict(False)
        raise NotAsked("not the documented JSON")


def _is_loopback(host: str | None) -> bool:
    try:
        return host == "localhost" or ipaddress.ip_address(host or "").is_loopback
    except ValueError:
        return False
