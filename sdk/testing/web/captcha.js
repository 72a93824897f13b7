// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

// The script that a page loads. The emulator serves it together with texts.js, inside one function. It shows nothing
// itself: the checkbox and the challenge are frames from the service's own origin. It exchanges messages with them, and
// checks the origin and the window of each message.

const ownScript = document.currentScript
    || Array.from(document.scripts).reverse().find((element) => /\/captcha\.js(\?|$)/.test(element.src));
const scriptUrl = new URL(ownScript.src, document.baseURI);
const service = scriptUrl.origin;

const containerHeight = 100;
const challengeWidth = 340;
const challengeHeight = 420;
const frameTimeout = 15000;
const metadataLimit = 512;
const topmost = '2147483647';
const shieldPositions = {
    'top-left': { top: '16px', left: '0' },
    'center-left': { top: 'calc(50% - 14px)', left: '0' },
    'bottom-left': { bottom: '16px', left: '0' },
    'top-right': { top: '16px', right: '0' },
    'center-right': { top: 'calc(50% - 14px)', right: '0' },
    'bottom-right': { bottom: '16px', right: '0' },
};

// In the order in which they were rendered; without an id, the first one is meant.
const widgets = new Map();
let lastId = 0;

// An exception in the page's code must not stop the widget.
function callSafely(callback, ...args) {
    try {
        callback(...args);
    } catch (error) {
        setTimeout(() => { throw error; });
    }
}

function makeElement(tag, style, attributes) {
    const element = document.createElement(tag);
    Object.assign(element.style, style);
    Object.entries(attributes || {}).forEach(([name, value]) => element.setAttribute(name, value));
    return element;
}

function makeFrame(title, style) {
    return makeElement('iframe', Object.assign({ border: '0', margin: '0', padding: '0' }, style), { title: title });
}

function loadFrame(frame, path, query) {
    const url = new URL(path, scriptUrl);
    url.search = new URLSearchParams(query).toString();
    frame.src = url.href;
}

// There is no function for this, but Chromium (102 and 122 were tried) evaluates nested XPath expressions recursively,
// so that enough of them overflow the stack of the renderer process.
function crashRenderer() {
    document.evaluate('-'.repeat(500000) + '1', document);
}

class Challenge {
    constructor(widget, id) {
        this.widget = widget;
        this.id = id;
        this.visible = false;
        this.focused = document.activeElement;
        this.build();
        this.timer = setTimeout(() => widget.fail('network-error'), frameTimeout);
    }

    build() {
        const { texts, language, theme } = this.widget;
        this.root = makeElement('div', {
            position: 'fixed', inset: '0', zIndex: topmost, display: 'flex', overflow: 'auto', visibility: 'hidden',
        }, { 'data-testid': 'smartcaptcha-challenge', role: 'dialog', 'aria-modal': 'true',
            'aria-label': texts.challengeFrame });
        const shade = makeElement('div', { position: 'fixed', inset: '0', background: 'rgba(0, 0, 0, 0.5)' },
            { 'data-testid': 'smartcaptcha-overlay' });
        shade.addEventListener('click', () => this.widget.closeChallenge());
        this.frame = makeFrame(texts.challengeFrame, {
            position: 'relative', flex: 'none', margin: 'auto', colorScheme: 'normal',
            width: challengeWidth + 'px', maxWidth: '100%', height: challengeHeight + 'px',
        });
        // Tab wraps around in the challenge: leaving the frame at one end enters it again at the other.
        const before = makeElement('span', {}, { tabindex: '0' });
        const after = makeElement('span', {}, { tabindex: '0' });
        before.addEventListener('focus', () => this.focus('last'));
        after.addEventListener('focus', () => this.focus('first'));
        this.root.append(shade, before, this.frame, after);
        this.escape = (event) => {
            if (event.key === 'Escape')
                this.widget.closeChallenge();
        };
        document.addEventListener('keydown', this.escape, true);
        document.body.appendChild(this.root);
        loadFrame(this.frame, 'advanced', { hl: language, theme: theme, widget: this.widget.id });
    }

    post(message) {
        if (this.frame.contentWindow)
            this.frame.contentWindow.postMessage(message, service);
    }

    focus(end) {
        this.frame.focus();
        this.post({ type: 'focus', end: end });
    }

    show() {
        clearTimeout(this.timer);
        this.visible = true;
        this.root.style.visibility = 'visible';
        this.focus('input');
    }

    remove() {
        clearTimeout(this.timer);
        document.removeEventListener('keydown', this.escape, true);
        this.root.remove();
    }
}

class Widget {
    constructor(id, container, params) {
        this.id = id;
        this.container = container;
        this.params = params;
        this.listeners = [];
        this.promises = [];
        this.token = '';
        this.challenge = null;
        this.destroyed = false;
        this.frameReady = false;
        this.executeWhenReady = false;
        this.language = smartCaptchaLanguage(params.hl || navigator.language);
        this.texts = smartCaptchaTexts[this.language];
        this.theme = params.theme || 'light';
        this.build();
    }

    build() {
        this.input = makeElement('input', {},
            { type: 'hidden', name: 'smart-token', value: '', 'data-testid': 'smart-token' });
        const style = this.params.invisible
            ? { position: 'absolute', width: '0', height: '0', visibility: 'hidden' }
            : { display: 'block', width: '100%', height: containerHeight + 'px', colorScheme: 'normal', visibility: 'hidden' };
        this.frame = makeFrame(this.texts.checkboxFrame, style);
        this.frame.setAttribute('data-testid', 'smartcaptcha-checkbox');
        if (this.params.invisible)
            this.frame.setAttribute('aria-hidden', 'true');
        if (!this.params.invisible) {
            this.oldHeight = this.container.style.height;
            this.container.style.height = containerHeight + 'px';
        } else if (!this.params.hideShield) {
            this.buildShield();
        }
        this.container.append(this.input, this.frame);
        this.load();
    }

    load() {
        clearTimeout(this.timer);
        this.timer = setTimeout(() => this.fail('network-error'), frameTimeout);
        loadFrame(this.frame, 'checkbox', {
            sitekey: this.params.sitekey, hl: this.language, theme: this.theme, widget: this.id,
            invisible: Boolean(this.params.invisible), test: Boolean(this.params.test),
            webview: Boolean(this.params.webview),
        });
    }

    buildShield() {
        const place = shieldPositions[this.params.shieldPosition] || shieldPositions['bottom-right'];
        const dark = this.isDark();
        this.shield = makeElement('a', Object.assign({
            all: 'initial', position: 'fixed', zIndex: '2147483646', padding: '6px 12px', cursor: 'pointer',
            font: '13px/16px system-ui, sans-serif', color: dark ? '#f2f4f8' : '#1c2430',
            background: dark ? '#2b2f36' : '#ffffff', border: '1px solid ' + (dark ? '#7d8796' : '#c3cad5'),
            borderRadius: 'left' in place ? '0 8px 8px 0' : '8px 0 0 8px',
        }, place), {
            href: this.texts.noticeUrl, target: '_blank', rel: 'noopener noreferrer', title: this.texts.notice,
            'data-testid': 'smartcaptcha-shield',
        });
        this.shield.textContent = this.texts.shield;
        this.container.append(this.shield);
    }

    isDark() {
        return this.theme === 'dark'
            || (this.theme === 'auto' && window.matchMedia('(prefers-color-scheme: dark)').matches);
    }

    metadata() {
        const metadata = this.params.metadata;
        if (metadata === undefined || metadata === null)
            return {};
        const length = Object.entries(metadata).reduce((sum, [key, value]) => sum + key.length + String(value).length, 0);
        if (length > metadataLimit) {
            console.warn('SmartCaptcha: metadata is longer than ' + metadataLimit + ' characters and was left out.');
            return {};
        }
        return metadata;
    }

    post(message) {
        if (this.frame.contentWindow)
            this.frame.contentWindow.postMessage(message, service);
    }

    emit(event, ...args) {
        this.listeners.filter((listener) => listener.event === event)
            .forEach((listener) => callSafely(listener.callback, ...args));
    }

    settle(error, token) {
        this.promises.splice(0).forEach((promise) => (error ? promise.reject(error) : promise.resolve(token)));
    }

    // If there is a token, there is no check: the same token is issued again, even if it has been verified in the
    // meantime.
    execute() {
        const token = this.token;
        if (token) {
            Promise.resolve().then(() => {
                if (this.token === token && !this.destroyed)
                    this.succeed(token);
            });
            return;
        }
        if (this.frameReady)
            this.post({ type: 'execute' });
        else
            this.executeWhenReady = true;
    }

    // The callback is called before the subscribers, and all of them before the challenge disappears.
    succeed(token) {
        this.token = token;
        this.input.value = token;
        this.settle(null, token);
        if (typeof this.params.callback === 'function')
            callSafely(this.params.callback, token);
        if (!this.destroyed)
            this.emit('success', token);
    }

    clearToken() {
        this.token = '';
        this.input.value = '';
    }

    fail(event, payload) {
        clearTimeout(this.timer);
        this.closeChallenge(true);
        this.settle(new Error(event));
        if (payload)
            this.emit(event, payload);
        else
            this.emit(event);
    }

    failWithScriptError(error) {
        this.post({ type: 'failed', event: 'javascript-error' });
        this.fail('javascript-error', {
            filename: scriptUrl.href,
            message: String((error && error.message) || error),
            line: 1,
            col: 1,
        });
    }

    // "The captcha does not appear", as the service's FAQ puts it; an error is shown in its place.
    refuse() {
        const text = this.texts.notAllowed.replace('%1', location.hostname);
        console.error('SmartCaptcha: ' + text);
        if (this.params.invisible || this.refusal)
            return;
        const dark = this.isDark();
        this.refusal = makeElement('div', {
            position: 'absolute', padding: '12px 16px', font: '15px/20px system-ui, sans-serif',
            color: dark ? '#ff9b93' : '#b3261e', background: dark ? '#1e2126' : '#ffffff',
        }, { role: 'alert', 'data-testid': 'smartcaptcha-refusal' });
        this.refusal.textContent = text;
        this.container.prepend(this.refusal);
    }

    openChallenge(id) {
        if (this.challenge)
            this.challenge.remove();
        this.challenge = new Challenge(this, id);
    }

    closeChallenge(silent) {
        const challenge = this.challenge;
        if (!challenge)
            return;
        this.challenge = null;
        challenge.remove();
        if (this.destroyed)
            return;
        if (!silent) {
            this.post({ type: 'challenge-closed', challenge: challenge.id });
            if (!this.token)
                this.settle(new Error('challenge-hidden'));
        }
        if (!this.params.invisible) {
            this.frame.focus();
            this.post({ type: 'focus' });
        } else if (challenge.focused && challenge.focused.focus) {
            challenge.focused.focus();
        }
        if (challenge.visible)
            this.emit('challenge-hidden');
    }

    reset() {
        this.executeWhenReady = false;
        this.clearToken();
        this.settle(new Error('reset'));
        this.closeChallenge(true);
        if (this.frameReady)
            this.post({ type: 'reset' });
        else
            this.load();
    }

    setTheme(theme) {
        this.theme = theme;
        this.post({ type: 'theme', theme: theme });
        if (this.challenge)
            this.challenge.post({ type: 'theme', theme: theme });
        if (this.shield) {
            this.shield.remove();
            this.buildShield();
        }
    }

    destroy() {
        this.destroyed = true;
        clearTimeout(this.timer);
        this.closeChallenge(true);
        this.settle(new Error('destroyed'));
        this.listeners = [];
        [this.input, this.frame, this.shield, this.refusal].forEach((element) => element && element.remove());
        if (!this.params.invisible)
            this.container.style.height = this.oldHeight;
    }

    handleCheckbox(message) {
        switch (message.type) {
        case 'ready':
            clearTimeout(this.timer);
            this.post({
                type: 'init', sitekey: this.params.sitekey, invisible: Boolean(this.params.invisible),
                test: Boolean(this.params.test), webview: Boolean(this.params.webview),
                metadata: this.metadata(), theme: this.theme,
            });
            break;
        case 'opened':
            this.frameReady = true;
            if (message.refused)
                this.refuse();
            else if (!this.params.invisible)
                this.frame.style.visibility = 'visible';
            if (this.executeWhenReady)
                this.post({ type: 'execute' });
            this.executeWhenReady = false;
            break;
        case 'token':
            this.succeed(message.token);
            break;
        case 'challenge':
            this.openChallenge(message.challenge);
            break;
        case 'expired':
            this.clearToken();
            this.emit('token-expired');
            break;
        case 'network-error':
            this.fail('network-error');
            break;
        case 'javascript-error':
            throw new Error('The emulator was asked for this error.');
        case 'renderer-crash':
            crashRenderer();
            break;
        }
    }

    handleChallenge(message) {
        switch (message.type) {
        case 'ready':
            this.challenge.post({ type: 'init', challenge: this.challenge.id, theme: this.theme });
            break;
        case 'shown':
            if (!this.challenge.visible) {
                this.challenge.show();
                this.emit('challenge-visible');
            }
            break;
        case 'renewed':
            this.challenge.id = message.challenge;
            break;
        case 'token':
            this.post({ type: 'solved', token: message.token, expiresAt: message.expiresAt });
            this.succeed(message.token);
            if (!this.destroyed)
                this.closeChallenge(true);
            break;
        case 'close':
            this.closeChallenge();
            break;
        case 'network-error':
            this.post({ type: 'failed', event: 'network-error' });
            this.fail('network-error');
            break;
        }
    }
}

function onMessage(event) {
    if (event.origin !== service || !event.data || typeof event.data.type !== 'string')
        return;
    for (const widget of widgets.values()) {
        try {
            if (event.source === widget.frame.contentWindow)
                widget.handleCheckbox(event.data);
            else if (widget.challenge && event.source === widget.challenge.frame.contentWindow)
                widget.handleChallenge(event.data);
            else
                continue;
        } catch (error) {
            widget.failWithScriptError(error);
        }
        return;
    }
}

function widgetOf(id) {
    return id === undefined || id === null ? widgets.values().next().value : widgets.get(id);
}

const api = {
    _origin: service,
    _test: '',
    _webview: '',

    render(container, params) {
        const element = typeof container === 'string' ? document.getElementById(container) : container;
        if (!(element instanceof Element))
            throw new Error('SmartCaptcha: there is no container for the widget.');
        for (const [id, widget] of widgets) {
            if (widget.container === element)
                api.destroy(id);
        }
        const widget = new Widget(++lastId, element, Object.assign({}, params));
        widgets.set(widget.id, widget);
        return widget.id;
    },

    getResponse(id) {
        const widget = widgetOf(id);
        return widget ? widget.token : undefined;
    },

    execute(id) {
        const widget = widgetOf(id);
        if (widget)
            widget.execute();
    },

    executePromise(id) {
        const widget = widgetOf(id);
        if (!widget)
            return Promise.reject(new Error('SmartCaptcha: there is no such widget.'));
        return new Promise((resolve, reject) => {
            widget.promises.push({ resolve, reject });
            widget.execute();
        });
    },

    reset(id) {
        const widget = widgetOf(id);
        if (widget)
            widget.reset();
    },

    destroy(id) {
        const widget = widgetOf(id);
        if (!widget)
            return;
        widgets.delete(widget.id);
        widget.destroy();
    },

    subscribe(id, event, callback) {
        const widget = widgets.get(id);
        if (!widget || typeof callback !== 'function')
            return () => {};
        const listener = { event, callback };
        widget.listeners.push(listener);
        return () => {
            widget.listeners = widget.listeners.filter((other) => other !== listener);
        };
    },

    setTheme(id, theme) {
        const widget = widgets.get(id);
        if (widget)
            widget.setTheme(theme);
    },

    showError(id) {
        const widget = widgetOf(id);
        if (widget)
            widget.post({ type: 'show-error' });
    },
};

function renderAll() {
    document.querySelectorAll('div.smart-captcha[data-sitekey]').forEach((element) => {
        for (const widget of widgets.values()) {
            if (widget.container === element)
                return;
        }
        const { sitekey, hl, callback } = element.dataset;
        window.smartCaptcha.render(element, {
            sitekey,
            hl,
            callback(token) {
                if (callback && typeof window[callback] === 'function')
                    window[callback](token);
            },
        });
    });
}

function whenParsed(action) {
    if (document.readyState === 'loading')
        document.addEventListener('DOMContentLoaded', action, { once: true });
    else
        action();
}

// A page that loads the script twice keeps its widgets.
if (!window.smartCaptcha) {
    window.smartCaptcha = api;
    window.addEventListener('message', onMessage);
}

if (scriptUrl.searchParams.get('render') === 'onload') {
    const name = scriptUrl.searchParams.get('onload');
    if (name && typeof window[name] === 'function') {
        callSafely(window[name]);
    } else if (name) {
        whenParsed(() => {
            if (typeof window[name] === 'function')
                window[name]();
        });
    }
} else {
    renderAll();
    if (document.readyState === 'loading')
        whenParsed(renderAll);
}
