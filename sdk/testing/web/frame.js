// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

// What the frames of the checkbox and the challenge have in common. The page is the one that sends the first "init"
// message; from then on, messages are exchanged only with its origin.
'use strict';

const query = new URLSearchParams(location.search);
const language = smartCaptchaLanguage(query.get('hl'));
const texts = smartCaptchaTexts[language];
let pageOrigin = null;

function byId(id) {
    return document.getElementById(id);
}

function post(message) {
    window.parent.postMessage(message, pageOrigin || '*');
}

function listen(handlers) {
    window.addEventListener('message', (event) => {
        const message = event.data;
        if (event.source !== window.parent || event.source === window || !message)
            return;
        if (pageOrigin === null && message.type === 'init')
            pageOrigin = event.origin;
        if (event.origin === pageOrigin && handlers[message.type])
            handlers[message.type](message);
    });
    post({ type: 'ready' });
}

// The service's answer; rejects if there is none, or if its status is not a success.
async function ask(path, question) {
    const response = await fetch(path, question === undefined ? undefined
        : { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(question) });
    if (!response.ok)
        throw new Error('status ' + response.status);
    return response.json();
}

const darkSystem = window.matchMedia('(prefers-color-scheme: dark)');
let theme = query.get('theme');

function isDark() {
    return theme === 'dark' || (theme === 'auto' && darkSystem.matches);
}

function applyTheme(name) {
    theme = name;
    document.documentElement.dataset.theme = isDark() ? 'dark' : 'light';
}

darkSystem.addEventListener('change', () => applyTheme(theme));

document.documentElement.lang = language;
applyTheme(theme);
document.querySelectorAll('[data-text]').forEach((element) => {
    element.textContent = texts[element.dataset.text];
});
document.querySelectorAll('[data-label]').forEach((element) => {
    element.setAttribute('aria-label', texts[element.dataset.label]);
    element.title = texts[element.dataset.label];
});
document.querySelectorAll('a[data-notice]').forEach((element) => {
    element.href = texts.noticeUrl;
});
