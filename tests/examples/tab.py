# SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
# SPDX-License-Identifier: MIT

"""Stands in for a tab of a person's browser: loads the page, and sends what the page's scripts would send."""

import http.cookiejar
import json
import re
import threading
import urllib.error
import urllib.request

from program import PATIENCE


class Tab:
    def __init__(self, address):
        self._address = address
        self._opener = urllib.request.build_opener(
            urllib.request.ProxyHandler({}), urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar())
        )
        with self._opener.open(address, timeout=PATIENCE) as page:
            self._nonce = re.search(r'"nonce":"([0-9a-f]+)"', page.read().decode()).group(1)
        # The open page waits for commands until the program closes the connection.
        self._waiting = threading.Thread(target=self._wait, daemon=True)
        self._waiting.start()
        self.say("ready", controllable=True)

    def _wait(self):
        try:
            self._opener.open(self._address + "commands?page=a&seen=0", timeout=PATIENCE).close()
        except OSError:
            pass

    def say(self, type, **fields):
        """Sends a message of the page."""
        message = json.dumps({"nonce": self._nonce, "attempt": 0, "type": type, **fields})
        body = json.dumps({"page": "a", "messages": [message]}).encode()
        request = urllib.request.Request(self._address + "messages", body, {"Content-Type": "application/json"})
        self._opener.open(request, timeout=PATIENCE).close()
