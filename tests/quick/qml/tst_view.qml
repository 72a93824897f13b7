// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

import QtQuick
import QtQuick.Window
import QtTest
import SmartCaptcha

CaptchaTestCase {
    id: test

    name: "View"

    Component {
        id: loaderComponent

        Loader {
            sourceComponent: test.viewComponent
        }
    }

    Component {
        id: windowComponent

        Window {
            width: 480
            height: 760
            visible: true
        }
    }

    // As in a stack view: pages below the top are hidden, and pages that leave are removed from the window.
    Component {
        id: stackComponent

        Item {
            id: stack

            property list<Item> pages

            function push(page: Item): void {
                if (pages.length > 0)
                    pages[pages.length - 1].visible = false;
                pages.push(page);
                page.parent = stack;
                page.visible = true;
            }
            function pop(): Item {
                const page = pages[pages.length - 1];
                pages.length = pages.length - 1;
                page.parent = null;
                if (pages.length > 0)
                    pages[pages.length - 1].visible = true;
                return page;
            }

            anchors.fill: parent
        }
    }

    Component {
        id: pageComponent

        Item {
            width: 480
            height: 760
        }
    }

    function test_namesOfTheModule(): void {
        verify(/^\d+\.\d+\.\d+$/.test(SmartCaptcha.version));
        const states = [SmartCaptcha.State.Idle, SmartCaptcha.State.Loading, SmartCaptcha.State.Ready,
                        SmartCaptcha.State.Checking, SmartCaptcha.State.Challenge, SmartCaptcha.State.Solved,
                        SmartCaptcha.State.Expired, SmartCaptcha.State.Cancelled, SmartCaptcha.State.Failed];
        compare(new Set(states).size, 9);
        verify(!states.includes(undefined));
        const others = [SmartCaptchaOptions.Mode.Invisible, SmartCaptchaOptions.Theme.Dark,
                        SmartCaptchaOptions.ShieldPosition.TopLeft, SmartCaptchaOptions.PageSource.ServicePage,
                        SmartCaptchaError.Code.LoadTimeout, SmartCaptchaResult.Verdict.Robot,
                        SmartCaptchaResult.Error.Tls, SmartCaptchaView.Engine.WebView,
                        SmartCaptchaView.ChallengePresentation.Inline, SmartCaptchaVerifier.Method.Post];
        verify(!others.includes(undefined));
        const service = SmartCaptcha.service("http://127.0.0.1:8080");
        compare(String(service.baseUrls[0]), "http://127.0.0.1:8080");
        compare(String(service.validateUrl), "http://127.0.0.1:8080/validate");
        compare(String(SmartCaptcha.currentService().scriptUrl).slice(0, 8), "https://");
        verify(SmartCaptcha.serviceAdvicePolicy() !== SmartCaptcha.strictPolicy());
    }

    function test_properties(): void {
        const view = makeView({"visible": false});
        const options = spy(view, "optionsChanged");
        const presentations = spy(view, "challengePresentationChanged");
        const autoLoads = spy(view, "autoLoadChanged");
        const engines = spy(view, "engineChanged");
        const verifiers = spy(view, "verifierChanged");
        const colors = spy(view, "backgroundColorChanged");
        compare(view.captchaState, SmartCaptcha.State.Idle);
        verify(view.token.null);
        compare(view.error.code, SmartCaptchaError.Code.NoError);
        compare(view.challengePresentation, SmartCaptchaView.ChallengePresentation.Popup);
        compare(view.activeEngine, SmartCaptchaView.Engine.Auto);
        compare(view.autoLoad, true);
        compare(view.implicitWidth, 300);
        compare(view.implicitHeight, 100);

        view.options.mode = SmartCaptchaOptions.Mode.Invisible;
        compare(view.options.mode, SmartCaptchaOptions.Mode.Invisible);
        compare(view.options.siteKey, bench.siteKey);
        compare(view.implicitHeight, 0);
        view.options.theme = SmartCaptchaOptions.Theme.Dark;
        view.options.testMode = true;
        view.options.shieldPosition = SmartCaptchaOptions.ShieldPosition.TopLeft;
        view.options.shieldHidden = true;
        view.options.metadata = {"order": "17"};
        view.options.loadTimeout = 12000;
        view.options.challengeTimeout = 90000;
        view.options.pageUrl = bench.customPage;
        compare(options.count, 9);
        // Assigning all options at once works, too.
        const other = makeView({"visible": false, "options": view.options});
        compare(other.options, view.options);
        compare(other.options.metadata.order, "17");
        compare(other.options.loadTimeout, 12000);

        view.challengePresentation = SmartCaptchaView.ChallengePresentation.Inline;
        view.autoLoad = false;
        view.engine = SmartCaptchaView.Engine.Auto;
        view.verifier = makeVerifier();
        view.backgroundColor = "#203040";
        compare(String(view.backgroundColor), "#203040");
        view.backgroundColor = undefined;
        verify(String(view.backgroundColor) !== "#203040");
        compare(presentations.count, 1);
        compare(autoLoads.count, 1);
        compare(engines.count, 1);
        compare(verifiers.count, 1);
        compare(colors.count, 2);
    }

    function test_token_data(): var {
        const rows = [];
        for (const page of ["own page", "service page", "custom page"]) {
            for (const scenario of ["human", "challenge", "robot"])
                rows.push({"tag": scenario + ", " + page, "page": page, "scenario": scenario});
        }
        return rows;
    }

    function test_token(row: var): void {
        verify(bench.setScenario(row.scenario));
        const backend = makeVerifier();
        verify(backend.setExtraHeader("X-Session", "from QML"));
        const view = makeView({"autoLoad": false, "verifier": backend});
        if (row.page === "service page")
            view.options.pageSource = SmartCaptchaOptions.PageSource.ServicePage;
        else if (row.page === "custom page")
            view.options.pageUrl = bench.customPage;
        if (row.page === "custom page")
            view.options.pageSource = SmartCaptchaOptions.PageSource.CustomPage;
        const states = [];
        view.captchaStateChanged.connect(state => states.push(state));
        const ready = spy(view, "ready");
        const shown = spy(view, "challengeShown");
        const hidden = spy(view, "challengeHidden");
        const tokens = spy(view, "tokenReceived");
        const verified = spy(view, "verified");
        const accepted = spy(backend, "accepted");
        const rejected = spy(backend, "rejected");
        const active = spy(view, "activeEngineChanged");

        view.load();
        compare(view.captchaState, SmartCaptcha.State.Loading);
        reach(view, SmartCaptcha.State.Ready);
        compare(view.activeEngine, bench.engine);
        compare(active.count, 1);
        press(view);
        if (row.scenario === "challenge")
            solve(view);
        reach(view, SmartCaptcha.State.Solved);
        tryCompare(verified, "count", 1, patience);

        const challenges = row.scenario === "challenge" ? 1 : 0;
        const expected = [SmartCaptcha.State.Loading, SmartCaptcha.State.Ready];
        if (challenges > 0)
            expected.push(SmartCaptcha.State.Challenge);
        expected.push(SmartCaptcha.State.Solved);
        compare(states.filter(state => state !== SmartCaptcha.State.Checking), expected);
        compare(ready.count, 1);
        compare(shown.count, challenges);
        compare(hidden.count, challenges);
        compare(tokens.count, 1);
        verify(!view.token.null);
        verify(!view.token.expired);
        verify(view.token.remaining > 0);
        compare(tokens.signalArguments[0][0].value, view.token.value);
        const human = row.scenario !== "robot";
        const result = verified.signalArguments[0][0];
        compare(result.verdict, human ? SmartCaptchaResult.Verdict.Human : SmartCaptchaResult.Verdict.Robot);
        compare(result.accepted, human);
        compare(result.error, SmartCaptchaResult.Error.NoError);
        verify(result.userMessage !== "");
        compare(accepted.count, human ? 1 : 0);
        compare(rejected.count, human ? 0 : 1);
        compare(bench.requests("/backend/verify"), 1);
        compare(bench.header("/backend/verify", "X-Session"), "from QML");
    }

    function test_failures_data(): var {
        const rows = [
            {"tag": "script missing", "scenario": "script-missing", "code": SmartCaptchaError.Code.LoadFailed},
            {"tag": "script broken", "scenario": "script-broken", "code": SmartCaptchaError.Code.JavascriptError},
            {"tag": "script hanging", "scenario": "script-hanging", "code": SmartCaptchaError.Code.LoadTimeout},
            {"tag": "frame hanging", "scenario": "frame-hanging", "code": SmartCaptchaError.Code.LoadTimeout},
            {"tag": "frame error", "scenario": "frame-error", "code": SmartCaptchaError.Code.LoadFailed},
            {"tag": "site not allowed", "scenario": "domain-not-allowed", "code": SmartCaptchaError.Code.LoadTimeout},
            {"tag": "network error", "scenario": "network-error", "atTheClick": true,
             "code": SmartCaptchaError.Code.NetworkError},
            {"tag": "JavaScript error", "scenario": "javascript-error", "atTheClick": true,
             "code": SmartCaptchaError.Code.JavascriptError},
            {"tag": "empty token", "scenario": "empty-token", "atTheClick": true,
             "code": SmartCaptchaError.Code.ProtocolError}];
        // Qt WebView does not report it.
        if (bench.engine === SmartCaptchaView.Engine.WebEngine)
            rows.push({"tag": "renderer crash", "scenario": "renderer-crash", "atTheClick": true,
                       "code": SmartCaptchaError.Code.RenderProcessGone});
        return rows;
    }

    function test_failures(row: var): void {
        const early = !row.atTheClick;
        if (early)
            verify(bench.setScenario(row.scenario));
        const view = makeView({"autoLoad": false});
        const errors = spy(view, "errorOccurred");
        view.options.loadTimeout = row.code === SmartCaptchaError.Code.LoadTimeout ? 2000 : patience;
        view.load();
        if (!early) {
            reach(view, SmartCaptcha.State.Ready);
            verify(bench.setScenario(row.scenario));
            press(view);
        }
        reach(view, SmartCaptcha.State.Failed);
        compare(view.error.code, row.code, view.error.details);
        compare(errors.count, 1);
        compare(errors.signalArguments[0][0].code, row.code);
        verify(view.error.retryable);
        compare(inWindow(view, "smartCaptchaMessage").text, view.error.userMessage);

        // Every failure can be retried with the button, which then succeeds.
        verify(bench.setScenario("human"));
        view.options.loadTimeout = patience;
        click(inWindow(view, "smartCaptchaRetry"));
        reach(view, SmartCaptcha.State.Ready);
        compare(inWindow(view, "smartCaptchaMessage"), null);
        press(view);
        reach(view, SmartCaptcha.State.Solved);
    }

    function test_nobodyThere_data(): var {
        return [{"tag": "own page", "source": SmartCaptchaOptions.PageSource.OwnPage},
                {"tag": "service page", "source": SmartCaptchaOptions.PageSource.ServicePage}];
    }

    function test_nobodyThere(row: var): void {
        const view = makeView({"autoLoad": false});
        view.options.service = SmartCaptcha.service(bench.refusingUrl());
        view.options.pageSource = row.source;
        view.load();
        reach(view, SmartCaptcha.State.Failed);
        compare(view.error.code, SmartCaptchaError.Code.LoadFailed);
    }

    function test_wrongOptions(): void {
        const view = makeView({"autoLoad": false});
        view.options.siteKey = "";
        view.load();
        reach(view, SmartCaptcha.State.Failed);
        compare(view.error.code, SmartCaptchaError.Code.InvalidOptions);
        verify(!view.error.retryable);
    }

    function test_loadedAgainAtOnce_data(): var {
        return test_nobodyThere_data();
    }

    // Late messages from the previous page, even about its end, have no effect on the new one.
    function test_loadedAgainAtOnce(row: var): void {
        const view = makeView({"autoLoad": false});
        const errors = spy(view, "errorOccurred");
        view.options.pageSource = row.source;
        for (let i = 0; i < 3; ++i) {
            view.load();
            wait(10 * i);
        }
        reach(view, SmartCaptcha.State.Ready);
        view.load();
        reach(view, SmartCaptcha.State.Ready);
        press(view);
        reach(view, SmartCaptcha.State.Solved);
        compare(errors.count, 0);
    }

    function test_invisible_data(): var {
        return test_nobodyThere_data();
    }

    function test_invisible(row: var): void {
        const backend = makeVerifier();
        const view = makeView({"autoLoad": false, "verifier": backend});
        view.options.mode = SmartCaptchaOptions.Mode.Invisible;
        view.options.pageSource = row.source;
        const verified = spy(view, "verified");
        view.execute();
        reach(view, SmartCaptcha.State.Solved);
        compare(view.implicitHeight, 0);
        const first = view.token.value;
        verify(bench.setScenario("challenge"));
        view.execute();
        solve(view);
        verify(view.token.value !== first);
        tryCompare(verified, "count", 2, patience);
    }

    function test_cancelResetAndAgain(): void {
        verify(bench.setScenario("challenge"));
        const view = makeView();
        const cancelled = spy(view, "cancelled");
        reach(view, SmartCaptcha.State.Ready);
        press(view);
        reach(view, SmartCaptcha.State.Challenge);
        view.cancel();
        compare(cancelled.count, 1);
        reach(view, SmartCaptcha.State.Ready);
        tryCompare(view, "implicitHeight", 100, patience);
        press(view);
        reach(view, SmartCaptcha.State.Challenge);
        keyClick(Qt.Key_Escape);
        tryCompare(cancelled, "count", 2, patience);
        press(view);
        solve(view);
        view.reset();
        reach(view, SmartCaptcha.State.Ready);
        verify(view.token.null);
        press(view);
        solve(view);
    }

    function test_inline(): void {
        verify(bench.setScenario("challenge"));
        const view = makeView({"challengePresentation": SmartCaptchaView.ChallengePresentation.Inline});
        reach(view, SmartCaptcha.State.Ready);
        press(view);
        reach(view, SmartCaptcha.State.Challenge);
        verify(view.implicitHeight >= 480);
        compare(inWindow(view, "smartCaptchaSheet"), null);
        solve(view);
        tryCompare(view, "implicitHeight", 100, patience);
    }

    function test_tokenExpires(): void {
        verify(bench.setScenario("token-expired"));
        const view = makeView();
        const expired = spy(view, "tokenExpired");
        reach(view, SmartCaptcha.State.Ready);
        press(view);
        reach(view, SmartCaptcha.State.Expired);
        compare(expired.count, 1);
        verify(view.token.null);
    }

    function test_preload(): void {
        const view = makeView({"autoLoad": false});
        view.preload();
        compare(view.captchaState, SmartCaptcha.State.Idle);
        compare(view.activeEngine, bench.engine);
        wait(100);
        compare(bench.requests("/captcha.js"), 0);
        view.load();
        reach(view, SmartCaptcha.State.Ready);
    }

    function test_theOtherBackend(): void {
        const view = makeView();
        reach(view, SmartCaptcha.State.Ready);
        const active = spy(view, "activeEngineChanged");
        const cancelled = spy(view, "cancelled");
        const other = bench.engine === SmartCaptchaView.Engine.WebView ? SmartCaptchaView.Engine.WebEngine
                                                                         : SmartCaptchaView.Engine.WebView;
        view.engine = other;
        reach(view, SmartCaptcha.State.Ready);
        compare(view.activeEngine, other);
        press(view);
        reach(view, SmartCaptcha.State.Solved);
        view.engine = bench.engine;
        reach(view, SmartCaptcha.State.Ready);
        if (bench.engine === SmartCaptchaView.Engine.WebEngine) {
            const settings = named("smartCaptchaPage", view).children[0].settings;
            compare(settings.webRTCPublicInterfacesOnly, true);
            compare(settings.navigateOnDropEnabled, false);
        }
        press(view);
        reach(view, SmartCaptcha.State.Solved);
        verify(active.count >= 2);
        compare(cancelled.count, 0);
    }

    function test_twoInOneWindow(): void {
        verify(bench.setScenario("challenge"));
        const first = makeView();
        const second = makeView({"y": 150});
        reach(first, SmartCaptcha.State.Ready);
        reach(second, SmartCaptcha.State.Ready);
        press(first);
        solve(first);
        press(second);
        solve(second);
        verify(first.token.value !== second.token.value);
    }

    function test_loader(): void {
        const loader = createTemporaryObject(loaderComponent, test);
        for (let i = 0; i < 2; ++i) {
            reach(loader.item, SmartCaptcha.State.Ready);
            compare(loader.height, 100);
            press(loader.item);
            reach(loader.item, SmartCaptcha.State.Solved);
            loader.active = false;
            compare(loader.item, null);
            loader.active = true;
        }
    }

    function test_stack(): void {
        verify(bench.setScenario("challenge"));
        const stack = createTemporaryObject(stackComponent, test);
        const first = createTemporaryObject(pageComponent, null);
        const second = createTemporaryObject(pageComponent, null);
        const view = makeView({"parent": first});
        stack.push(first);
        reach(view, SmartCaptcha.State.Ready);
        stack.push(second);
        wait(50);
        compare(view.captchaState, SmartCaptcha.State.Ready);
        stack.pop();
        press(view);
        reach(view, SmartCaptcha.State.Challenge);
        // A challenge that is covered by another page is cancelled.
        const cancelled = spy(view, "cancelled");
        stack.push(second);
        tryCompare(cancelled, "count", 1, patience);
        stack.pop();
        stack.pop();
        wait(50);
        stack.push(first);
        reach(view, SmartCaptcha.State.Ready);
        press(view);
        solve(view);
    }

    function test_secondWindow(): void {
        verify(bench.setScenario("challenge"));
        const window = createTemporaryObject(windowComponent, test);
        const view = makeView({"parent": window.contentItem});
        window.requestActivate();
        tryVerify(() => window.active, patience);
        reach(view, SmartCaptcha.State.Ready);
        press(view);
        solve(view);
        // Then back to the first window.
        view.reset();
        view.parent = test;
        test.Window.window.requestActivate();
        tryVerify(() => test.Window.active, patience);
        reach(view, SmartCaptcha.State.Ready);
        press(view);
        solve(view);
        window.close();
    }

    function test_destroyedInEveryState_data(): var {
        const rows = [];
        for (const state of ["Loading", "Ready", "Checking", "Challenge", "Cancelled", "Solved", "Expired", "Failed"])
            rows.push({"tag": state, "state": SmartCaptcha.State[state]});
        return rows;
    }

    function test_destroyedInEveryState(row: var): void {
        const scenarios = {[SmartCaptcha.State.Expired]: "token-expired", [SmartCaptcha.State.Solved]: "human",
                           [SmartCaptcha.State.Failed]: "javascript-error"};
        verify(bench.setScenario(scenarios[row.state] ?? "challenge"));
        const loader = createTemporaryObject(loaderComponent, test);
        const view = loader.item;
        let met = false;
        view.captchaStateChanged.connect(state => {
            met = met || state === row.state;
            if (met)
                loader.active = false;
        });
        const reaches = state => comesTrue(() => met || view.captchaState === state, patience) && !met;
        if (reaches(SmartCaptcha.State.Ready)) {
            view.execute();
            if (row.state === SmartCaptcha.State.Cancelled && reaches(SmartCaptcha.State.Challenge))
                view.cancel();
        }
        tryVerify(() => met, patience);
        tryCompare(loader, "item", null);
        wait(50);
        compare(inWindow(test, "smartCaptchaSheet"), null);
    }

    function test_languageIsAsked(): void {
        const view = makeView({"autoLoad": false});
        view.options.language = "ru";
        view.load();
        reach(view, SmartCaptcha.State.Ready);
        view.backgroundColor = "#101418";
        press(view);
        reach(view, SmartCaptcha.State.Solved);
    }
}
