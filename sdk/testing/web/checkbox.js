// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

// The button, and the same logic for the invisible widget, which has none: it asks the service, gives the page the
// token or makes it open the challenge, and watches the token's age.
'use strict';

const clockInterval = 400;

const button = byId('js-button');
const statusLine = byId('status');
let params = null;
let state = 'loading';
let clockTimer = 0;
// A number for each attempt, so that answers to requests from before a reset are ignored.
let attempt = 0;

function setState(name, text) {
    state = name;
    document.body.dataset.state = name;
    button.setAttribute('aria-checked', name === 'done' ? 'true' : 'false');
    button.setAttribute('aria-busy', name === 'checking' ? 'true' : 'false');
    button.disabled = name === 'loading' || name === 'refused';
    statusLine.textContent = text;
}

function stopClock() {
    clearTimeout(clockTimer);
    clockTimer = 0;
}

function watchExpiry(expiresAt) {
    const current = attempt;
    stopClock();
    const look = async () => {
        let now = 0;
        try {
            now = (await ask('api/clock')).now;
        } catch (error) {
            // If the service does not answer, use the clock of this computer.
            now = Date.now();
        }
        if (current !== attempt)
            return;
        if (now >= expiresAt) {
            ++attempt;
            setState('idle', texts.expired);
            post({ type: 'expired' });
        } else {
            clockTimer = setTimeout(look, clockInterval);
        }
    };
    clockTimer = setTimeout(look, clockInterval);
}

function accept(expiresAt) {
    setState('done', texts.passed);
    if (expiresAt)
        watchExpiry(expiresAt);
}

function refuse(reason) {
    setState('refused', reason === 'wrong-key' ? texts.wrongKey : '');
}

function handleResult(answer) {
    switch (answer.result) {
    case 'token':
        accept(answer.expiresAt);
        post({ type: 'token', token: answer.token });
        break;
    case 'challenge':
        setState('challenge', texts.taskOpen);
        post({ type: 'challenge', challenge: answer.challenge });
        break;
    case 'wrong-key':
    case 'not-allowed':
        refuse(answer.result);
        break;
    default:
        post({ type: answer.result });
    }
}

async function start() {
    if (state !== 'idle')
        return;
    const current = ++attempt;
    setState('checking', texts.checking);
    try {
        const answer = await ask('api/check', Object.assign({ origin: pageOrigin }, params));
        if (current === attempt)
            handleResult(answer);
    } catch (error) {
        if (current !== attempt)
            return;
        setState('idle', texts.networkError);
        post({ type: 'network-error' });
    }
}

async function open() {
    let refused = false;
    try {
        const answer = await ask('api/open', { sitekey: params.sitekey, origin: pageOrigin });
        if (answer.result === 'ok')
            setState('idle', answer.restricted ? texts.restricted : texts.press);
        else
            refuse(answer.result);
        refused = answer.result === 'not-allowed';
    } catch (error) {
        setState('idle', texts.networkError);
        post({ type: 'network-error' });
    }
    post({ type: 'opened', refused });
}

button.addEventListener('click', start);

listen({
    init(message) {
        if (params)
            return;
        params = { sitekey: message.sitekey, test: message.test, invisible: message.invisible,
            webview: message.webview, metadata: message.metadata };
        applyTheme(message.theme);
        open();
    },
    execute: start,
    theme: (message) => applyTheme(message.theme),
    solved: (message) => accept(message.expiresAt),
    'challenge-closed'(message) {
        ++attempt;
        setState('idle', texts.closed);
        ask('api/close', { challenge: message.challenge }).catch(() => {});
    },
    failed(message) {
        ++attempt;
        setState('idle', message.event === 'network-error' ? texts.networkError : texts.error);
    },
    'show-error'() {
        ++attempt;
        stopClock();
        setState('idle', texts.error);
        document.body.dataset.state = 'error';
    },
    reset() {
        ++attempt;
        stopClock();
        if (state !== 'loading' && state !== 'refused')
            setState('idle', texts.press);
    },
    focus: () => button.focus(),
});
