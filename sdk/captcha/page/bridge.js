// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

// The part of the captcha page that talks to the application: it listens to the service's widget and reports what
// happens.
//
// It runs in two places. In the SDK's own page it also loads the widget's script and renders the widget. In the
// service's ready page and in an application's own page it runs before the page's scripts and hooks into the widget.
// See docs/pages.md for the messages. "config" comes from C++ (CaptchaPage).
(function (config) {
    'use strict';

    if (window.smartCaptchaBridge)
        return;

    // The page's scripts may replace them later.
    const {MutationObserver, requestAnimationFrame, setTimeout, setInterval, clearInterval} = window;

    let attempt = 0;
    let widget = null; // {api, id}
    let becameReady = false;
    let lastToken = null;
    let challengeVisible = false;
    let executeWanted = false;
    let executeHeld = null; // the ready page's execute(), until the application asks for it

    function send(type, fields) {
        const message = JSON.stringify(Object.assign({nonce: config.nonce, attempt: attempt, type: type}, fields));
        if (config.deliver) {
            config.deliver(type, message);
        } else if (config.transport === 'queue') {
            const queue = window.smartCaptchaQueue;
            // Nobody may be reading the queue, so it must not grow without limit.
            if (queue.length < 256)
                queue.push(message);
            document.title = 'smart-captcha ' + queue.length + ' ' + Date.now();
        } else {
            window.postMessage({smartCaptchaMessage: message}, '*');
        }
    }

    if (config.transport === 'queue')
        window.smartCaptchaQueue = [];

    function text(value) {
        return String(value === undefined || value === null ? '' : value).slice(0, 1000);
    }

    function describe(problem) {
        problem = problem || {};
        return {
            filename: text(problem.filename), message: text(problem.message),
            line: Number(problem.line || problem.lineno) || 0, column: Number(problem.col || problem.colno) || 0
        };
    }

    function solved(token) {
        token = token === undefined || token === null ? '' : String(token);
        // The same token may come from the widget's event, its callback and a ready page; only the first one counts.
        if (token !== '' && token === lastToken)
            return;
        lastToken = token;
        send('success', {token: token.slice(0, config.tokenLimit)});
    }

    function setChallengeVisible(visible) {
        if (visible === challengeVisible)
            return;
        challengeVisible = visible;
        send(visible ? 'challengeVisible' : 'challengeHidden');
        measureSoon();
    }

    // --- Size -----------------------------------------------------------------------------------------------------

    let lastSize = '';
    let measuring = 0;

    function isVisible(element) {
        const box = element.getBoundingClientRect();
        const style = getComputedStyle(element);
        return box.width > 1 && box.height > 1 && style.visibility !== 'hidden' && style.display !== 'none';
    }

    function measure() {
        let width = 0;
        let height = 0;
        for (const frame of document.querySelectorAll('iframe')) {
            if (!isVisible(frame))
                continue;
            const box = frame.getBoundingClientRect();
            width = Math.max(width, box.width);
            height = Math.max(height, box.height);
        }
        if (!challengeVisible) {
            const container = document.getElementById('captcha-container');
            if (container)
                height = Math.max(height, container.getBoundingClientRect().height);
        }
        const size = {width: Math.ceil(width), height: Math.ceil(height), challenge: challengeVisible};
        const known = JSON.stringify(size);
        if (known !== lastSize && (size.width > 0 || size.height > 0)) {
            lastSize = known;
            send('size', size);
        }
    }

    // Frames get their size from their own scripts, some time after the event that announces them.
    function measureSoon() {
        clearInterval(measuring);
        let times = 12;
        measure();
        measuring = setInterval(function () {
            measure();
            if (!challengeVisible && --times <= 0)
                clearInterval(measuring);
        }, 250);
    }

    // --- The widget ------------------------------------------------------------------------------------------------

    function listen(api, id) {
        widget = {api: api, id: id};
        const heard = {
            'challenge-visible': function () { setChallengeVisible(true); },
            'challenge-hidden': function () { setChallengeVisible(false); },
            'success': solved,
            'network-error': function () { send('networkError'); },
            'token-expired': function () { lastToken = null; send('tokenExpired'); },
            'javascript-error': function (problem) { send('javascriptError', describe(problem)); }
        };
        for (const event of Object.keys(heard)) {
            try {
                api.subscribe(id, event, heard[event]);
            } catch (problem) {
                // This version of the service does not have the event.
            }
        }
        whenShown();
    }

    function ready() {
        if (becameReady)
            return;
        becameReady = true;
        send('ready', {controllable: widget !== null});
        measureSoon();
    }

    // Engines drop what is pressed before it is drawn. A hidden page is not drawn at all, nor is one that only counts
    // as visible, as in a minimized window.
    function whenDrawn(action) {
        if (config.invisible || document.visibilityState !== 'visible') {
            action();
            return;
        }
        setTimeout(action, 250);
        try {
            requestAnimationFrame(function () { requestAnimationFrame(action); });
        } catch (problem) {
            // Somebody has taken it away, so the timer has to suffice.
        }
    }

    // Returns what ends it.
    function onChange(options, action) {
        try {
            const observer = new MutationObserver(action);
            observer.observe(document, options);
            return function () { observer.disconnect(); };
        } catch (problem) {
            // As above.
            return function () {};
        }
    }

    let lookForFrame = null; // set while waiting for the widget's frame

    // The service has no event for "there is something to press". Its widget is a frame, which can be pressed once it
    // has loaded, is visible and is not an error page. A site that is not allowed gets no visible frame, so that
    // loading times out.
    function whenShown() {
        const began = Date.now();
        let seen = 0; // when a change was looked at
        const timer = setInterval(look, 50);
        lookForFrame = look;
        // Scripts show what they have made by changing it. The timer is for what a style sheet shows, and for changes
        // that follow so closely that looking at each would take too long.
        const stop = onChange({
            childList: true, subtree: true, attributes: true, attributeFilter: ['style', 'class', 'hidden']
        }, function () {
            const now = Date.now();
            if (now - seen < 10)
                return;
            seen = now;
            look();
        });
        function look() {
            const frames = allFrames();
            const there = frames.some(function (frame) {
                return knownOf(frame).good && (config.invisible || isVisible(frame));
            });
            // If the widget is built differently one day: anything visible is enough or, for an invisible widget, a
            // second's wait.
            const container = document.getElementById('captcha-container');
            const other = frames.length === 0 && Date.now() - began > 1000
                && (config.invisible || container && Array.from(container.children).some(isVisible));
            if (there || other || becameReady) {
                clearInterval(timer);
                lookForFrame = null;
                whenDrawn(ready);
                stop();
            }
        }
    }

    // --- Frames ----------------------------------------------------------------------------------------------------

    // A frame's "load" event fires for error pages as well, and the page cannot tell the difference. But the service's
    // frames have to post messages to the page, and an error page posts none. A frame that has loaded and stays silent
    // may still be good, so its address is tried again in a way that shows errors.
    const silence = 1000;
    const known = new WeakMap(); // frame -> {address, loads, spoke, good}

    function allFrames() {
        return Array.from(document.querySelectorAll('iframe'));
    }

    function knownOf(frame) {
        if (!known.has(frame))
            known.set(frame, {address: '', loads: 0, spoke: false, good: false});
        return known.get(frame);
    }

    function isOfService(address) {
        try {
            return config.origins.includes(new URL(address, document.baseURI).origin);
        } catch (problem) {
            return false;
        }
    }

    function isGood(frame) {
        knownOf(frame).good = true;
        // Engines throttle the timers of a hidden page to one a second, so look at once.
        if (lookForFrame)
            lookForFrame();
    }

    window.addEventListener('message', function (event) {
        const frame = event.source === window ? undefined : allFrames().find(function (one) {
            return one.contentWindow === event.source;
        });
        if (!frame)
            return;
        const state = knownOf(frame);
        state.spoke = true;
        if (state.loads > 0)
            isGood(frame);
    });

    document.addEventListener('load', function (event) {
        // A frame that is inserted before it has an address also fires "load", for an empty document.
        const frame = event.target;
        if (!(frame instanceof HTMLIFrameElement) || !frame.src || frame.src.startsWith('about:'))
            return;
        const state = knownOf(frame);
        // What it posted before it was loaded again came from another document.
        if (++state.loads > 1)
            state.spoke = false;
        if (state.spoke || !isOfService(frame.src))
            isGood(frame);
        else
            setTimeout(examine, silence, frame, frame.src);
    }, true);

    // A frame that cannot connect fires no "load" in Firefox and WebKit, though it shows an error page there too. It may
    // just as well be slow, and trying its address slows it down further, so it gets more time.
    onChange({childList: true, subtree: true, attributes: true, attributeFilter: ['src']}, function () {
        for (const frame of allFrames()) {
            const state = knownOf(frame);
            if (state.address === frame.src || !isOfService(frame.src))
                continue;
            state.address = frame.src;
            setTimeout(function (address, loads) {
                if (state.loads === loads)
                    examine(frame, address);
            }, 5 * silence, frame.src, state.loads);
        }
    });

    function examine(frame, address) {
        const state = knownOf(frame);
        if (state.spoke || !frame.isConnected || frame.src !== address)
            return;
        tryAddress(frame, address, function (works) {
            if (state.spoke || !frame.isConnected || frame.src !== address)
                return;
            const box = frame.getBoundingClientRect();
            if (works) {
                if (state.loads > 0)
                    isGood(frame);
            } else if (box.width > 1 && box.height > 1 || config.invisible && !becameReady) {
                send('scriptFailed', {
                    message: 'The captcha\'s frame did not load, or shows an error page: ' + text(address.split('?')[0])
                });
            }
        });
    }

    // In all engines an <object> whose address answers with an error, or not at all, shows its fallback content.
    function tryAddress(frame, address, answer) {
        const object = document.createElement('object');
        object.type = 'text/html';
        object.data = address;
        object.tabIndex = -1;
        object.setAttribute('aria-hidden', 'true');
        object.style.cssText = 'position: fixed; width: 0; height: 0; border: 0; visibility: hidden';
        const instead = object.appendChild(document.createElement('span'));
        instead.textContent = '.';
        let loaded = false;
        // A page that is not ours may have a Content-Security-Policy that allows frames but no objects.
        let forbidden = false;
        object.addEventListener('load', function () { loaded = true; });
        function note(violation) {
            forbidden = forbidden || !config.own && isOfService(violation.blockedURI);
        }
        document.addEventListener('securitypolicyviolation', note);
        document.body.appendChild(object);
        const timer = setInterval(function () {
            const failed = instead.getClientRects().length > 0;
            if (frame.isConnected && !failed && !loaded)
                return;
            clearInterval(timer);
            document.removeEventListener('securitypolicyviolation', note);
            object.remove();
            answer(forbidden || !failed);
        }, 100);
    }

    // --- What goes wrong -------------------------------------------------------------------------------------------

    // Only errors in the service's script make the captcha fail. Whatever else goes wrong in a page, such as a visitor
    // counter that is blocked, is left to the console; and a captcha that does not appear times out.

    function failed(problem) {
        send('javascriptError', describe(problem));
    }

    // An error in a cross-origin script comes without a file name. On the SDK's own page it can only be the service's
    // script.
    function isOfServiceScript(event) {
        return event.filename ? isOfService(event.filename) : config.own;
    }

    window.addEventListener('error', function (event) {
        if (becameReady)
            return;
        if (event.target instanceof HTMLScriptElement) {
            if (!config.own && isOfService(event.target.src))
                send('scriptFailed', {message: 'The script ' + text(event.target.src.split('?')[0]) + ' did not load'});
        } else if (event instanceof ErrorEvent && isOfServiceScript(event)
                   && !text(event.message).startsWith('ResizeObserver loop')) {
            failed({filename: event.filename, message: event.message, line: event.lineno, col: event.colno});
        }
    }, true);

    window.addEventListener('unhandledrejection', function (event) {
        const reason = event.reason || {};
        const stack = text(reason.stack);
        const isOfServiceToo = config.own || config.origins.some(function (origin) { return stack.includes(origin + '/'); });
        if (!becameReady && isOfServiceToo)
            failed({message: reason.message || event.reason});
    });

    // --- Commands of the application ------------------------------------------------------------------------------

    const commands = {
        execute: function () {
            executeWanted = true;
            if (executeHeld) {
                const held = executeHeld;
                executeHeld = null;
                held();
            } else if (widget) {
                widget.api.execute(widget.id);
            }
        },
        reset: function () {
            executeWanted = false;
            lastToken = null;
            challengeVisible = false;
            if (widget)
                widget.api.reset(widget.id);
            measureSoon();
        },
        appearance: function (command) {
            const root = document.documentElement;
            if (config.own) {
                root.style.backgroundColor = command.background;
                root.style.colorScheme = command.theme;
            }
            if (widget && typeof widget.api.setTheme === 'function')
                widget.api.setTheme(widget.id, command.theme);
        }
    };

    Object.defineProperty(window, 'smartCaptchaBridge', {
        value: Object.freeze({
            command: function (command) {
                attempt = command.attempt;
                try {
                    commands[command.type](command);
                } catch (problem) {
                    failed(problem);
                }
            }
        })
    });

    // --- The service's ready page and pages made after it ----------------------------------------------------------

    function takeHold(api) {
        const render = api.render;
        const execute = api.execute;
        api.render = function () {
            const id = render.apply(api, arguments);
            if (!widget) {
                listen({
                    subscribe: function () { return api.subscribe.apply(api, arguments); },
                    reset: function () { return api.reset.apply(api, arguments); },
                    execute: function () { return execute.apply(api, arguments); },
                    setTheme: api.setTheme && function () { return api.setTheme.apply(api, arguments); }
                }, id);
            }
            return id;
        };
        // A ready page starts an invisible captcha as soon as it has loaded; here the application decides when.
        let holds = config.invisible;
        api.execute = function () {
            const given = arguments;
            if (!holds || executeWanted)
                return execute.apply(api, given);
            holds = false;
            executeHeld = function () { execute.apply(api, given); };
            return undefined;
        };
    }

    function whenLoaded(action) {
        if (document.readyState === 'complete')
            action();
        else
            window.addEventListener('load', action);
    }

    function listenIn() {
        window.NativeClient = {
            onGetToken: function (token) { solved(token); },
            // If the widget cannot be reached, these two are all that is known about the challenge.
            onChallengeVisible: function () { setChallengeVisible(true); },
            onChallengeHidden: function () { setChallengeVisible(false); }
        };

        // If an engine runs this script late, the widget may be there already.
        let api = window.smartCaptcha;
        if (api) {
            try {
                takeHold(api);
            } catch (problem) {
                // As below.
            }
        }
        Object.defineProperty(window, 'smartCaptcha', {
            configurable: true,
            enumerable: true,
            get: function () { return api; },
            set: function (value) {
                api = value;
                try {
                    takeHold(value);
                } catch (problem) {
                    // The object cannot be changed: the ready page's own three events have to suffice.
                }
            }
        });

        // The service's script may also have failed before this one runs, and then nothing says so any more.
        const before = Array.from(document.scripts).find(function (script) { return isOfService(script.src); });

        whenLoaded(function () {
            const loaded = Date.now();
            const timer = setInterval(function () {
                if (widget || becameReady) {
                    clearInterval(timer);
                } else if (api !== undefined || !config.service && !before) {
                    // The widget cannot be reached, but the page may have one.
                    if (Date.now() - loaded > 1000) {
                        clearInterval(timer);
                        ready();
                    }
                } else if (Date.now() - loaded > 5000) {
                    // Whatever answered there, it was not the service's ready page, or not its script.
                    clearInterval(timer);
                    const what = before ? 'script ' + text(before.src.split('?')[0]) + ' brings'
                                        : 'page ' + location.origin + location.pathname + ' has';
                    send('scriptFailed', {message: 'The ' + what + ' no captcha'});
                }
            }, 100);
        });
    }

    // --- The SDK's own page ----------------------------------------------------------------------------------------

    function render() {
        if (!window.smartCaptcha) {
            failed({message: 'The script of the captcha has loaded but did not define window.smartCaptcha'});
            return;
        }
        const parameters = Object.assign({}, config.parameters, {callback: solved});
        try {
            listen(window.smartCaptcha, window.smartCaptcha.render('captcha-container', parameters));
        } catch (problem) {
            failed(problem);
        }
    }

    function loadScript(index) {
        if (index >= config.scripts.length) {
            send('scriptFailed', {message: 'None of the service\'s addresses could be reached'});
            return;
        }
        const source = config.scripts[index];
        const script = document.createElement('script');
        script.src = source + '?render=onload&onload=onSmartCaptchaReady';
        script.onload = function () { send('scriptLoaded', {address: index}); };
        script.onerror = function () {
            script.remove();
            // An address that answers is final, even with an error; only if it does not answer is the next one tried.
            fetch(source, {mode: 'no-cors', credentials: 'omit', cache: 'no-store'}).then(function () {
                send('scriptFailed', {message: 'The service answered, but not with the script ' + source});
            }, function () {
                loadScript(index + 1);
            });
        };
        document.head.appendChild(script);
    }

    if (config.own) {
        window.onSmartCaptchaReady = render;
        loadScript(0);
    } else {
        listenIn();
    }
})
