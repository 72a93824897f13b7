#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
# SPDX-License-Identifier: MIT

"""A backend for a program with a captcha, as docs/backend.yaml describes it."""

import argparse
import contextlib
import hmac
import http.server
import ipaddress
import json
import logging
import os
import socket
import sys
import time
import urllib.parse

import service
from verifiedtokens import VerifiedTokens

MAXIMUM_BODY = 32 * 1024
# How much of a refused body is read and dropped, and for how many seconds.
MAXIMUM_DROPPED = 1024 * 1024
DROPPING_TIME = 5
MAXIMUM_TOKEN = 8192
FORM = "application/x-www-form-urlencoded"
PATHS = ("/captcha", "/sign-in")

# Stands for your own accounts, which hold a slow hash of each password.
ACCOUNTS = {"demo": "demo"}


class Backend(http.server.ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self, port: int, captcha_service: service.Service):
        super().__init__(("127.0.0.1", port), Handler)
        self.service = captcha_service
        self.verified = VerifiedTokens()

    def handle_error(self, request, client_address):
        # Instead of a traceback, in which there could be anything.
        logging.warning("a request was broken off: %s", type(sys.exception()).__name__)


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server_version = "backend"
    sys_version = ""
    # Seconds, for each read and write, and for a connection that is idle.
    timeout = 30

    def captcha(self, fields: dict[str, list[str]]) -> None:
        """For programs that verify a token as soon as they have it: setBackendUrl() leads here."""
        token = token_in(fields)
        if token is None:
            self.answer(400, {"error": "there must be one token, of 1 to 8192 characters"})
            return
        verdict = self.server.service.verify(token, self.person_ip())
        if not verdict.human:
            self.answer(200, {"status": "failed"})
            return
        if verdict.accepted:
            # The service will not confirm it again, and /sign-in cannot take the program's word for it.
            self.server.verified.remember(token)
        host = {} if verdict.host is None else {"host": verdict.host}
        self.answer(200, {"status": "ok", **host})

    def sign_in(self, fields: dict[str, list[str]]) -> None:
        """What the captcha protects."""
        token = token_in(fields)
        if token is None or not (
            self.server.verified.take(token) or self.server.service.verify(token, self.person_ip()).accepted
        ):
            self.answer(403, {"signedIn": False, "reason": "captcha"})
            return
        name = fields.get("name", [""])[0]
        password = fields.get("password", [""])[0]
        # Compared even if there is no such account, and in a time that tells nothing about the password.
        is_right = hmac.compare_digest(password.encode(), ACCOUNTS.get(name, "").encode())
        if name in ACCOUNTS and is_right:
            self.answer(200, {"signedIn": True})  # and start a session
        else:
            self.answer(403, {"signedIn": False, "reason": "credentials"})

    def person_ip(self) -> str | None:
        """The person's address, from the proxy in front. It must set the header itself, whatever the client sent."""
        try:
            return str(ipaddress.ip_address(self.headers.get("X-Real-IP", "")))
        except ValueError:
            return None

    def handle_any(self) -> None:
        path = urllib.parse.urlsplit(self.path).path
        if path not in PATHS:
            self.refuse(404, "there are /captcha and /sign-in")
            return
        if self.command != "POST":
            self.refuse(405, "only POST is possible", {"Allow": "POST"})
            return
        if self.headers.get_content_type() != FORM:
            self.refuse(415, f"the body must be {FORM}")
            return
        lengths = self.headers.get_all("Content-Length", [])
        if len(lengths) != 1 or not (lengths[0].isascii() and lengths[0].isdigit()) or len(lengths[0]) > 12:
            self.refuse(411, "the body needs one Content-Length")
            return
        if "Transfer-Encoding" in self.headers:
            self.refuse(411, "the body must not have a Transfer-Encoding")
            return
        length = int(lengths[0])
        if length > MAXIMUM_BODY:
            self.refuse(413, f"the body has more than {MAXIMUM_BODY} bytes")
            return
        body = self.rfile.read(length)
        if len(body) < length:
            self.close_connection = True
            return
        try:
            fields = urllib.parse.parse_qs(
                body.decode("ascii"), keep_blank_values=True, errors="strict", max_num_fields=16
            )
        except ValueError:
            # No form, no token.
            fields = {}
        try:
            (self.captcha if path == "/captcha" else self.sign_in)(fields)
        except service.NotAsked as error:
            logging.warning("the service was not asked: %s", error)
            self.answer(503, {"error": "the captcha service cannot be asked now"})

    do_GET = do_HEAD = do_POST = do_PUT = do_PATCH = do_DELETE = do_OPTIONS = handle_any

    def answer(self, status: int, body: dict, headers: dict[str, str] | None = None) -> None:
        content = json.dumps(body).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Cache-Control", "no-store")
        for name, value in (headers or {}).items():
            self.send_header(name, value)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)

    def refuse(self, status: int, error: str, headers: dict[str, str] | None = None) -> None:
        """Answers without having read the body, and closes the connection."""
        self.close_connection = True
        self.answer(status, {"error": error}, {"Connection": "close", **(headers or {})})
        # A client that is still sending when the connection closes may miss the answer.
        deadline = time.monotonic() + DROPPING_TIME
        remaining = MAXIMUM_DROPPED
        with contextlib.suppress(OSError):
            self.connection.shutdown(socket.SHUT_WR)
            self.connection.settimeout(DROPPING_TIME)
            while remaining > 0 and time.monotonic() < deadline and (dropped := self.rfile.read1(remaining)):
                remaining -= len(dropped)

    def send_error(self, code, message=None, explain=None):
        # What the base class refuses, as JSON like everything else.
        self.refuse(code, http.HTTPStatus(code).phrase)

    def log_request(self, code="-", size="-"):
        # Not the path that was sent, nor its query: someone may have put a token there.
        path = urllib.parse.urlsplit(getattr(self, "path", "")).path
        logging.info("%s %s", path if path in PATHS else "(another path)", int(code))

    def log_message(self, format, *args):
        # Whatever else the base class logs may quote the request.
        pass


def token_in(fields: dict[str, list[str]]) -> str | None:
    """The token of a form, or None if there is none, more than one, or one that cannot be a token."""
    tokens = fields.get("token", [])
    return tokens[0] if len(tokens) == 1 and tokens[0].strip() and len(tokens[0]) <= MAXIMUM_TOKEN else None


def main() -> None:
    parser = argparse.ArgumentParser(
        description="Verifies captcha tokens, and signs in who has a good one. The server key is in the environment "
        "variable SMARTCAPTCHA_SERVER_KEY, and in SMARTCAPTCHA_SERVICE the service's address, if it is another one."
    )
    parser.add_argument("--port", type=int, default=8000, help="the port on 127.0.0.1; 0 is any free one (8000)")
    arguments = parser.parse_args()
    # Taken out of the environment, so that no other program inherits it.
    key = os.environ.pop("SMARTCAPTCHA_SERVER_KEY", "").strip()
    if not key:
        parser.error("SMARTCAPTCHA_SERVER_KEY is not set")
    if key.startswith("ysc1_"):
        parser.error("SMARTCAPTCHA_SERVER_KEY is a client key; the server key begins with ysc2_")
    try:
        asked = service.Service(os.environ.get("SMARTCAPTCHA_SERVICE") or service.CURRENT_ADDRESS, key)
    except ValueError as error:
        parser.error(f"SMARTCAPTCHA_SERVICE: {error}")

    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    with Backend(arguments.port, asked) as backend:
        print(f"Listening at http://127.0.0.1:{backend.server_port}", flush=True)
        try:
            backend.serve_forever()
        except KeyboardInterrupt:
            pass


if __name__ == "__main__":
    main()
