// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

// Passes the page's messages on to the host. It runs in an isolated script world, which the page's scripts cannot
// reach, and listens to what the page's main frame posts to itself. "config" comes from C++ (CaptchaPage).
(function (config) {
    'use strict';

    let port = null;
    let waiting = []; // messages from before the channel was there

    // Numbers of PageGuard::Activation. In this world the page's scripts cannot change the answer.
    function activation() {
        const known = navigator.userActivation;
        return known.isActive ? 2 : known.hasBeenActive ? 1 : 0;
    }

    window.addEventListener('message', function (event) {
        // Frames can post to this window as well; only the page's own messages count.
        if (event.source !== window || !event.data)
            return;
        const message = event.data.smartCaptchaMessage;
        if (typeof message !== 'string' || message === '' || message.length > config.maximumLength)
            return;
        if (port)
            port.post(message, activation());
        else if (waiting.length < config.maximumWaiting)
            waiting.push(message);
    });

    new QWebChannel(qt.webChannelTransport, function (channel) {
        port = channel.objects.port;
        port.post('', 0); // says that there is a document
        for (const message of waiting)
            port.post(message, activation());
        waiting = [];
    });
})
