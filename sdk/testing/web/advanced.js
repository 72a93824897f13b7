// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

// The challenge: a picture, or as many beeps as each digit says, and a field to type the digits into.
'use strict';

const picture = byId('picture');
const input = byId('rep');
const messageLine = byId('message');
const submit = byId('submit');
let challenge = '';
let busy = false;
let sound = null;

function say(text) {
    messageLine.textContent = text;
    input.setAttribute('aria-invalid', text ? 'true' : 'false');
}

function showPicture() {
    picture.src = 'api/picture?' + new URLSearchParams({ id: challenge, theme: isDark() ? 'dark' : 'light' });
    picture.alt = texts.picture;
}

function stopSound() {
    if (sound)
        sound.pause();
    sound = null;
}

function setChallenge(id) {
    challenge = id;
    input.value = '';
    stopSound();
    showPicture();
}

function setBusy(on) {
    busy = on;
    submit.setAttribute('aria-disabled', String(on));
}

async function step(path, question) {
    if (busy)
        return;
    setBusy(true);
    try {
        const answer = await ask(path, Object.assign({ challenge }, question));
        if (answer.result === 'token') {
            post({ type: 'token', token: answer.token, expiresAt: answer.expiresAt });
            return;
        }
        setChallenge(answer.challenge);
        post({ type: 'renewed', challenge });
        say(answer.result === 'wrong' ? texts.wrong : '');
        input.focus();
    } catch (error) {
        post({ type: 'network-error' });
    } finally {
        setBusy(false);
    }
}

byId('form').addEventListener('submit', (event) => {
    event.preventDefault();
    if (!input.value.trim()) {
        say(texts.empty);
        input.focus();
        return;
    }
    step('api/answer', { rep: input.value });
});

byId('refresh').addEventListener('click', () => step('api/renew', {}));
byId('close').addEventListener('click', () => post({ type: 'close' }));
byId('listen').addEventListener('click', () => {
    const playing = sound && !sound.ended;
    stopSound();
    say(texts.beeps);
    input.setAttribute('aria-invalid', 'false');
    if (playing)
        return;
    sound = new Audio('api/sound?' + new URLSearchParams({ id: challenge }));
    sound.play().catch(() => {});
});
document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape')
        post({ type: 'close' });
});
picture.addEventListener('load', () => post({ type: 'shown' }));
picture.addEventListener('error', () => {
    say(texts.pictureFailed);
    post({ type: 'shown' });
});

// The person of a test says what happens here; without one this ends with the first answer.
async function obeyPerson() {
    let wish = {};
    try {
        wish = await ask('api/person', { challenge });
    } catch (error) {
        // It is asked again.
    }
    if (wish.result === 'nobody')
        return;
    if (wish.result === 'close')
        byId('close').click();
    if (wish.result === 'answer') {
        input.value = wish.rep;
        byId('form').requestSubmit();
    }
    setTimeout(obeyPerson, wish.result ? 50 : 1000);
}

listen({
    init(message) {
        if (challenge)
            return;
        applyTheme(message.theme);
        setChallenge(message.challenge);
        obeyPerson();
    },
    theme(message) {
        applyTheme(message.theme);
        showPicture();
    },
    focus(message) {
        const target = { first: byId('close'), last: document.querySelector('footer a'), input };
        (target[message.end] || input).focus();
    },
});
