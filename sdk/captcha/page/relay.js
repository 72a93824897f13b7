// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

// Passes the page's messages on to the host. It runs in an isolated script world, which the page's scripts cannot
// reach, and listens to what the page's main frame posts to itself. "config" comes from C++ (CaptchaPage).
(function (config) {
    'use strict';

    let notifier = null;
    let waiting = [];

    // In this world the page's scripts cannot change the answer. Chromium calls a press recent for five seconds, and the
    // service may take longer.
    const activation = navigator.userActivation;
    let activeAt = null;

    function lookAtActivation() {
        if (activation.isActive)
            activeAt = performance.now();
    }

    setInterval(lookAtActivation, 2000);

    window.addEventListener('message', function (event) {
        // Frames can post to this window as well; only the page's own messages count.
        if (event.source !== window || !event.data)
            return;
        const json = event.data.smartCaptchaMessage;
        if (typeof json !== 'string' || json === '' || json.length > config.maximumLength
            || waiting.length === config.maximumWaiting)
            return;
        lookAtActivation();
        waiting.push({
            json: json,
            activation: activeAt !== null ? 2 : activation.hasBeenActive ? 1 : 0, // numbers of PageGuard::Activation
            activeBefore: activeAt === null ? 0 : performance.now() - activeAt,
        });
        // The host takes all that are waiting.
        if (notifier && waiting.length === 1)
            notifier.notify();
    });

    // The host calls this.
    window.smartCaptchaTakeMessages = function () {
        const taken = waiting;
        waiting = [];
        return taken;
    };

    new QWebChannel(qt.webChannelTransport, function (channel) {
        notifier = channel.objects.notifier;
        notifier.notify(); // says that there is a document
    });
})
