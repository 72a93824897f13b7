// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

// Takes from a page what no captcha needs and no setting of the engine forbids. It runs in every frame before the
// frame's own scripts, and twice: in their world, where it keeps the functions that it uses, because the page may
// replace them later, and in an isolated world, where the page can replace nothing.
(function (isolated, refusal) {
    'use strict';

    const apply = Reflect.apply;
    const remove = Reflect.deleteProperty;
    const listen = EventTarget.prototype.addEventListener;
    const stop = Event.prototype.stopImmediatePropagation;
    const targetOf = Object.getOwnPropertyDescriptor(Event.prototype, 'target').get;
    const find = Element.prototype.querySelectorAll;
    const findInDocument = Document.prototype.querySelectorAll;
    const item = NodeList.prototype.item;
    const kinds = [HTMLIFrameElement, HTMLFrameElement, HTMLObjectElement];
    const windowOf = [];
    for (let i = 0; i < kinds.length; ++i)
        windowOf[i] = Object.getOwnPropertyDescriptor(kinds[i].prototype, 'contentWindow').get;
    const frames = 'iframe, frame, object';

    // Schemes of the program's own, such as qrc:, are open to every page. A policy counts once it is in a head, and goes
    // on to count without one.
    function narrowSources() {
        // XHTML and SVG take no policy in this way. No captcha is written in them.
        if (document instanceof XMLDocument) {
            window.stop();
            if (window === top)
                console.error(refusal);
            return;
        }
        // Most documents are still empty here, but not that of an empty frame.
        const made = [];
        function make(name) {
            made.push(document.createElement(name));
            return made[made.length - 1];
        }
        const root = document.documentElement || document.appendChild(make('html'));
        const head = document.head || root.appendChild(make('head'));
        const policy = make('meta');
        policy.httpEquiv = 'Content-Security-Policy';
        policy.content = "default-src http: https: ws: wss: data: blob: filesystem: mediastream: 'unsafe-inline' "
            + "'unsafe-eval'";
        head.appendChild(policy);
        for (const element of made)
            element.remove();
    }

    // With nothing selected there is nothing to copy, and the page does not hear that it might say what.
    function refuseToCopy(event) {
        apply(stop, event, []);
        const page = this.document;
        const active = page.activeElement;
        const selection = this.getSelection();
        if (selection)
            selection.removeAllRanges();
        if (active && active !== page.body) {
            active.blur();
            setTimeout(() => active.focus({preventScroll: true}), 0);
        }
    }

    // A drag would take texts, addresses and files of the page's choice to where the person drops them, and the engine
    // does not survive the end of the page during it.
    function refuseToDrag(event) {
        apply(stop, event, []);
        event.preventDefault();
    }

    function confine(view) {
        // WebRTC connects past the page's policy.
        remove(view, 'RTCPeerConnection');
        remove(view, 'webkitRTCPeerConnection');
        guard(view);
    }

    function guard(view) {
        if (isolated) {
            apply(listen, view, ['copy', refuseToCopy, true]);
            apply(listen, view, ['cut', refuseToCopy, true]);
            apply(listen, view, ['dragstart', refuseToDrag, true]);
        }
        // An empty frame gets no script of ours, and the page can use it in the same moment. Later versions of
        // Chromium do not have this event.
        apply(listen, view, ['DOMNodeInserted', frameInserted, true]);
    }

    function frameInserted(event) {
        const inserted = apply(targetOf, event, []);
        confineFrame(inserted);
        try {
            confineAll(apply(find, inserted, [frames]));
        } catch (problem) {
            // It is not an element.
        }
    }

    function confineAll(list) {
        for (let i = 0, frame = apply(item, list, [0]); frame; frame = apply(item, list, [++i]))
            confineFrame(frame);
    }

    function confineFrame(frame) {
        for (let i = 0; i < windowOf.length; ++i) {
            try {
                const view = apply(windowOf[i], frame, []);
                if (view)
                    confine(view);
            } catch (problem) {
                // It is not a frame of this kind, or of another origin and has this script.
            }
        }
    }

    if (isolated)
        narrowSources();
    confine(window);
    // Frames that the parser inserts cause no events, and document.open() removes all listeners.
    new MutationObserver(() => {
        guard(window);
        confineAll(apply(findInDocument, document, [frames]));
    }).observe(document, {childList: true, subtree: true});
})
