# SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
# SPDX-License-Identifier: MIT

"""Programs that a test starts, talks to, and ends."""

import json
import os
import queue
import subprocess
import threading
import urllib.request

PATIENCE = 60


class Program:
    """A process. All that it prints is kept."""

    def __init__(self, command, **environment):
        # Proxies are for other computers, and a key that is set here is a real one.
        inherited = {
            name: value
            for name, value in os.environ.items()
            if not name.startswith("SMARTCAPTCHA_") and not name.lower().endswith("_proxy")
        }
        self._process = subprocess.Popen(
            command,
            env={**inherited, **environment},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        self._printed = []
        self._lines = {"stdout": queue.Queue(), "stderr": queue.Queue()}
        self._readers = [
            threading.Thread(target=self._read, args=(getattr(self._process, name), lines), daemon=True)
            for name, lines in self._lines.items()
        ]
        for reader in self._readers:
            reader.start()

    def _read(self, stream, lines):
        for line in stream:
            self._printed.append(line)
            lines.put(line)
        lines.put(None)

    def line(self, stream="stdout", containing=""):
        """The next line with this text. Raises an error if the program ends without it."""
        while (line := self._lines[stream].get(timeout=PATIENCE)) is not None:
            if containing in line:
                return line.strip()
        raise AssertionError(f"the program ended without printing {containing!r}: {self.printed()}")

    def printed(self):
        return "".join(self._printed)

    def wait(self):
        """The exit status."""
        status = self._process.wait(timeout=PATIENCE)
        for reader in self._readers:
            reader.join()
        self._process.stdout.close()
        self._process.stderr.close()
        return status

    def end(self):
        """Ends it if it runs; returns all that it has printed."""
        self._process.terminate()
        self.wait()
        return self.printed()


class Emulator(Program):
    """`smartcaptcha emulate`"""

    def __init__(self, smartcaptcha, scenario="human", delay=3000):
        super().__init__([smartcaptcha, "emulate", "--scenario", scenario, "--delay", str(delay)])
        line = json.loads(self.line())
        self.url, self.site_key, self.server_key = line["url"], line["siteKey"], line["serverKey"]
        self.page_origin = line["pageOrigin"]
        self._opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))

    def token(self, origin=None):
        """A token, in the way that the widget gets it."""
        question = {"sitekey": self.site_key, "origin": origin or self.page_origin}
        request = urllib.request.Request(
            self.url.rstrip("/") + "/api/check", json.dumps(question).encode(), {"Content-Type": "application/json"}
        )
        with self._opener.open(request, timeout=PATIENCE) as response:
            return json.load(response)["token"]
