// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

// The captcha page in a person's own browser: carries the bridge's messages to the application that serves the page, and
// the application's commands to the bridge. "bridge" is the function in bridge.js, "config" what it needs, and "texts"
// what the person reads. See docs/pages.md.
(function (bridge, config, texts) {
    'use strict';

    // Of this load. Two tabs may have the same page, and the application talks to the one that was loaded last.
    const id = Array.from(crypto.getRandomValues(new Uint8Array(8)), function (byte) {
        return byte.toString(16).padStart(2, '0');
    }).join('');
    const messages = []; // that the application has not got yet
    const held = []; // commands that came before there was a widget
    let sending = false;
    let ready = false;
    let ended = false;

    function ask(path, options) {
        return fetch(path, Object.assign({cache: 'no-store', credentials: 'same-origin', redirect: 'error'}, options))
            .then(function (answer) {
                // Whoever answers so does not wait for this page.
                return answer.ok ? answer.json() : {state: 'over'};
            });
    }

    // After so many failures in a row, half a minute: a connection through SSH may come back.
    const mostFailures = 32;

    // Before the next try.
    async function pauseOrEnd(failures) {
        if (failures > mostFailures)
            end('lost');
        else
            await later(Math.min(300 * failures, 1000));
    }

    // "state" is waiting as long as the attempt goes on.
    function end(state) {
        if (ended)
            return;
        ended = true;
        // An open challenge covers the whole page.
        const status = document.getElementById('status');
        status.textContent = texts[state] || texts.over;
        const main = document.createElement('main');
        main.append(status);
        document.body.replaceChildren(main);
        document.documentElement.dataset.state = state;
    }

    function take(answer) {
        if (answer.state !== 'waiting')
            end(answer.state);
    }

    function later(milliseconds) {
        return new Promise(function (resolve) { setTimeout(resolve, milliseconds); });
    }

    async function send() {
        if (sending)
            return;
        sending = true;
        for (let failures = 0; messages.length > 0 && !ended;) {
            const batch = messages.slice(0, 16);
            try {
                take(await ask('messages', {
                    method: 'POST',
                    headers: {'Content-Type': 'application/json'},
                    body: JSON.stringify({page: id, messages: batch})
                }));
                messages.splice(0, batch.length);
                failures = 0;
            } catch (problem) {
                await pauseOrEnd(++failures);
            }
        }
        sending = false;
    }

    function obey(command) {
        if (!ready)
            held.push(command);
        else if (window.smartCaptchaBridge)
            window.smartCaptchaBridge.command(command);
    }

    async function listen() {
        let seen = 0;
        for (let failures = 0; !ended;) {
            try {
                const answer = await ask('commands?page=' + id + '&seen=' + seen);
                take(answer);
                if (ended)
                    return;
                seen = answer.seen;
                answer.commands.forEach(obey);
                failures = 0;
            } catch (problem) {
                await pauseOrEnd(++failures);
            }
        }
    }

    function deliver(type, message) {
        // The page is as large as its tab.
        if (type === 'size' || ended)
            return;
        messages.push(message);
        send();
        if (type === 'ready' && !ready) {
            ready = true;
            held.splice(0).forEach(obey);
        }
    }

    listen();
    bridge(Object.assign(config, {deliver: deliver}));
})
