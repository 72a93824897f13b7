#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
# SPDX-License-Identifier: MIT
"""photograph.py ADDRESS FILE COLOURS LANGUAGE: a picture of the captcha's page in Chromium, for scripts/pictures.

It is taken when the captcha's button is there, for which Chromium's own option --screenshot does not wait.
"""

import base64
import json
import os
import subprocess
import sys
import time
import urllib.error
import urllib.request

PATIENCE = 120  # seconds


def main():
    address, file, colours, language = sys.argv[1:]
    # The window has bars, which are not in the picture: 140 pixels of its height.
    arguments = ["--headless=new", "--disable-gpu", "--hide-scrollbars", "--window-size=500,410", f"--lang={language}",
                 f"--blink-settings=preferredColorScheme={0 if colours == 'dark' else 1}"]
    if os.getuid() == 0:
        arguments.append("--no-sandbox")
    driver = subprocess.Popen(["chromedriver", "--port=0"], stdout=subprocess.PIPE, text=True)
    try:
        port = next(line.split()[-1].rstrip(".") for line in driver.stdout if "started successfully on port" in line)
        base = f"http://127.0.0.1:{port}/session"

        def ask(path, body=None):
            data = None if body is None else json.dumps(body).encode()
            request = urllib.request.Request(base + path, data, {"Content-Type": "application/json"})
            # Nothing on this computer is reached through a proxy.
            opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
            with opener.open(request, timeout=PATIENCE) as answer:
                return json.load(answer)["value"]

        base += "/" + ask("", {"capabilities": {"alwaysMatch": {"goog:chromeOptions": {"args": arguments}}}})["sessionId"]
        ask("/url", {"url": address})
        frame = await_element(ask, '[data-testid="smartcaptcha-checkbox"]')
        ask("/frame", {"id": frame})
        await_element(ask, "#js-button")
        ask("/frame", {"id": None})
        time.sleep(1)  # until it is drawn
        with open(file, "wb") as picture:
            picture.write(base64.b64decode(ask("/screenshot")))
        urllib.request.urlopen(urllib.request.Request(base, method="DELETE"), timeout=PATIENCE)
    finally:
        driver.terminate()
        driver.wait()


def await_element(ask, selector):
    end = time.monotonic() + PATIENCE
    while True:
        try:
            return ask("/element", {"using": "css selector", "value": selector})
        except urllib.error.HTTPError:
            if time.monotonic() > end:
                sys.exit(f"photograph.py: the page has no {selector}")
        time.sleep(0.2)


if __name__ == "__main__":
    main()
