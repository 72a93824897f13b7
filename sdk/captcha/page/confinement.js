// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

// Takes from a page what no captcha needs and no setting of the engine forbids. It runs in every frame before the
// frame's own scripts, in their world, so it keeps the functions that it uses: the page may replace them later.
(function () {
    'use strict';

    const apply = Reflect.apply;
    const remove = Reflect.deleteProperty;
    const listen = EventTarget.prototype.addEventListener;
    const stop = Event.prototype.stopImmediatePropagation;
    const find = Element.prototype.querySelectorAll;
    const item = NodeList.prototype.item;
    const windowOf = Object.getOwnPropertyDescriptor(HTMLIFrameElement.prototype, 'contentWindow').get;
    const blur = HTMLElement.prototype.blur;
    const unselect = Selection.prototype.removeAllRanges;

    // Schemes of the program's own, such as qrc:, are open to every page. A policy counts once it is in a head, and goes
    // on to count without one. The document is still empty here.
    function narrowSources() {
        if (!(document instanceof HTMLDocument) || document.documentElement)
            return;
        const root = document.createElement('html');
        const head = root.appendChild(document.createElement('head'));
        const policy = document.createElement('meta');
        policy.httpEquiv = 'Content-Security-Policy';
        policy.content = "default-src http: https: ws: wss: data: blob: filesystem: mediastream: 'unsafe-inline' "
            + "'unsafe-eval'";
        document.appendChild(root);
        head.appendChild(policy);
        root.remove();
    }

    // With nothing selected there is nothing to copy, and the page does not hear that it might say what.
    function refuseToCopy(event) {
        apply(stop, event, []);
        const view = event.view || this;
        const active = view.document.activeElement;
        if (active)
            apply(blur, active, []);
        const selection = view.getSelection();
        if (selection)
            apply(unselect, selection, []);
    }

    function confine(view) {
        // WebRTC connects past the page's policy.
        remove(view, 'RTCPeerConnection');
        remove(view, 'webkitRTCPeerConnection');
        for (const event of ['copy', 'cut'])
            apply(listen, view, [event, refuseToCopy, true]);
        // An empty frame gets no script of ours, and the page can use it in the same moment. Later versions of
        // Chromium do not have this event.
        apply(listen, view, ['DOMNodeInserted', function (event) {
            const inserted = event.target;
            if (inserted instanceof view.HTMLIFrameElement)
                confineFrame(inserted);
            if (!(inserted instanceof view.Element))
                return;
            const frames = apply(find, inserted, ['iframe']);
            for (let i = 0; i < frames.length; ++i)
                confineFrame(apply(item, frames, [i]));
        }, true]);
    }

    function confineFrame(frame) {
        try {
            confine(apply(windowOf, frame, []));
        } catch (problem) {
            // It is of another origin and has this script.
        }
    }

    narrowSources();
    confine(window);
})();
