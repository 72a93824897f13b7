// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

// Carries the page's messages to the host. It runs in a script world of its own, where the page's scripts cannot reach
// it, and hears what the page's main frame posts to itself. "config" comes from C++ (CaptchaPage).
(function (config) {
    'use strict';

    let port = null;
    let waiting = []; // what the page said before the channel was there

    window.addEventListener('message', function (event) {
        // Frames can post into this window as well; only the page speaks for itself.
        if (event.source !== window || !event.data)
            return;
        const message = event.data.smartCaptchaMessage;
        if (typeof message !== 'string' || message === '' || message.length > config.maximumLength)
            return;
        if (port)
            port.post(message);
        else if (waiting.length < config.maximumWaiting)
            waiting.push(message);
    });

    new QWebChannel(qt.webChannelTransport, function (channel) {
        port = channel.objects.port;
        port.post(''); // there is a document
        for (const message of waiting)
            port.post(message);
        waiting = [];
    });
})
