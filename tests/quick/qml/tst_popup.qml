// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

import QtQuick
import QtTest
import SmartCaptcha

CaptchaTestCase {
    id: test

    name: "Popup"

    Component {
        id: popupComponent

        SmartCaptchaPopup {
            id: popup

            // Whether a handler opens the popup again.
            property bool reopens: false

            engine: bench.engine
            options {
                siteKey: bench.siteKey
                service: SmartCaptcha.service(bench.serviceUrl)
                pageOrigin: bench.pageOrigin
                language: "en"
            }
            onCancelled: {
                if (popup.reopens) {
                    popup.reopens = false;
                    popup.open();
                }
            }
        }
    }

    Component {
        id: fieldComponent

        TextInput {
            width: 100
            height: 30
            focus: true
        }
    }

    // A form whose popup is in a focus scope of the form's.
    Component {
        id: formComponent

        FocusScope {
            property alias popup: inner

            focus: true

            SmartCaptchaPopup {
                id: inner

                engine: bench.engine
                options {
                    siteKey: bench.siteKey
                    service: SmartCaptcha.service(bench.serviceUrl)
                    pageOrigin: bench.pageOrigin
                }
            }
        }
    }

    function make(properties: var): SmartCaptchaPopup {
        return createTemporaryObject(popupComponent, test, properties ?? {});
    }

    function reachIn(popup: SmartCaptchaPopup, state: int): void {
        tryVerify(() => popup.captchaState === state, patience, popup.captchaState + " " + popup.error.details);
    }

    function place(popup: SmartCaptchaPopup): Item {
        const sheet = inWindow(popup, "smartCaptchaSheet");
        verify(sheet);
        return sheet.place;
    }

    function pressIn(popup: SmartCaptchaPopup): void {
        for (let i = 0; i < 30 && popup.captchaState === SmartCaptcha.State.Ready; ++i) {
            mouseClick(place(popup), 40, 50);
            comesTrue(() => popup.captchaState !== SmartCaptcha.State.Ready, 1000);
        }
    }

    function solveIn(popup: SmartCaptchaPopup): void {
        reachIn(popup, SmartCaptcha.State.Challenge);
        tryVerify(() => bench.pendingAnswer() !== "", patience);
        for (let i = 0; i < 30 && popup.opened; ++i) {
            keyClick(Qt.Key_A, Qt.ControlModifier);
            for (const digit of bench.pendingAnswer())
                keyClick(digit);
            keyClick(Qt.Key_Return);
            comesTrue(() => !popup.opened, 2000);
        }
        verify(!popup.opened);
    }

    // The captcha in which the item with the focus is, if there is one.
    function captchaWithFocus(): SmartCaptchaView {
        let item = test.Window.activeFocusItem;
        while (item && !(item instanceof SmartCaptchaView))
            item = item.parent;
        return item as SmartCaptchaView;
    }

    function test_unopenedLeavesTheFocus(): void {
        const popup = make();
        verify(popup);
        compare(captchaWithFocus(), null);
        const late = createTemporaryObject(fieldComponent, test);
        verify(late.focus);
    }

    function test_focusInAScope(): void {
        const form = createTemporaryObject(formComponent, test);
        form.popup.open();
        reachIn(form.popup, SmartCaptcha.State.Ready);
        tryVerify(() => captchaWithFocus() !== null);
        form.popup.close();
    }

    function test_token_data(): var {
        return [{"tag": "human", "scenario": "human"}, {"tag": "challenge", "scenario": "challenge"}];
    }

    function test_token(row: var): void {
        verify(bench.setScenario(row.scenario));
        const field = createTemporaryObject(fieldComponent, test);
        field.forceActiveFocus();
        const backend = makeVerifier();
        const popup = make({"verifier": backend, "backgroundColor": "#ffffff"});
        const ready = spy(popup, "ready");
        const shown = spy(popup, "challengeShown");
        const hidden = spy(popup, "challengeHidden");
        const tokens = spy(popup, "tokenReceived");
        const verified = spy(popup, "verified");
        const cancelled = spy(popup, "cancelled");
        const openings = spy(popup, "openedChanged");
        compare(popup.opened, false);
        verify(popup.token.null);
        compare(popup.captchaState, SmartCaptcha.State.Idle);
        wait(50);
        compare(bench.requests("/captcha.js"), 0);

        popup.open();
        popup.open();
        compare(popup.opened, true);
        verify(!field.activeFocus);
        reachIn(popup, SmartCaptcha.State.Ready);
        compare(popup.activeEngine, bench.engine);
        pressIn(popup);
        if (row.scenario === "challenge")
            solveIn(popup);
        tryCompare(tokens, "count", 1, patience);
        compare(popup.opened, false);
        compare(inWindow(test, "smartCaptchaSheet"), null);
        compare(popup.token.value, tokens.signalArguments[0][0].value);
        tryCompare(field, "activeFocus", true);
        tryCompare(verified, "count", 1, patience);
        compare(verified.signalArguments[0][0].accepted, true);
        compare(verified.signalArguments[0][1].value, popup.token.value);
        compare(ready.count, 1);
        compare(shown.count, row.scenario === "challenge" ? 1 : 0);
        compare(hidden.count, shown.count);
        compare(openings.count, 2);

        // Opening it again gives another token.
        const first = popup.token.value;
        popup.open();
        verify(popup.token.null);
        reachIn(popup, SmartCaptcha.State.Ready);
        pressIn(popup);
        if (row.scenario === "challenge")
            solveIn(popup);
        tryCompare(tokens, "count", 2, patience);
        verify(popup.token.value !== first);
        compare(cancelled.count, 0);
    }

    function test_isCancelled_data(): var {
        const rows = [];
        for (const how of ["Esc", "Back", "button", "outside", "close"]) {
            for (const state of ["Loading", "Ready", "Challenge"])
                rows.push({"tag": how + " while " + state, "how": how, "state": SmartCaptcha.State[state]});
        }
        return rows;
    }

    function test_isCancelled(row: var): void {
        verify(bench.setScenario(row.state === SmartCaptcha.State.Loading ? "script-hanging" : "challenge"));
        const popup = make();
        const cancelled = spy(popup, "cancelled");
        const shown = spy(popup, "challengeShown");
        const hidden = spy(popup, "challengeHidden");
        popup.open();
        if (row.state !== SmartCaptcha.State.Loading) {
            reachIn(popup, SmartCaptcha.State.Ready);
            // Gives the focus to the page.
            if (row.state === SmartCaptcha.State.Ready)
                mouseClick(place(popup), 200, 5);
            else
                pressIn(popup);
        }
        reachIn(popup, row.state);
        if (row.how === "Esc")
            keyClick(Qt.Key_Escape);
        else if (row.how === "Back")
            keyClick(Qt.Key_Back);
        else if (row.how === "button")
            mouseClick(inWindow(popup, "smartCaptchaCancel"));
        else if (row.how === "outside")
            mouseClick(inWindow(popup, "smartCaptchaSheet"), 3, 3);
        else
            popup.close();
        tryCompare(popup, "opened", false, patience);
        compare(cancelled.count, 1);
        compare(shown.count, row.state === SmartCaptcha.State.Challenge ? 1 : 0);
        compare(hidden.count, shown.count);
        verify(popup.token.null);
        popup.close();
        wait(50);
        compare(cancelled.count, 1);
        compare(inWindow(test, "smartCaptchaSheet"), null);

        // Afterwards everything works.
        verify(bench.setScenario("human"));
        popup.open();
        reachIn(popup, SmartCaptcha.State.Ready);
        pressIn(popup);
        tryCompare(popup, "opened", false, patience);
        verify(!popup.token.null);
    }

    // The usual shortcuts of applications for going back; if the popup had the same ones, both would be ambiguous.
    Component {
        id: shortcutComponent

        Shortcut {
            property int heard: 0

            sequences: ["Esc", "Back"]
            onActivated: ++heard
            onActivatedAmbiguously: ++heard
        }
    }

    function test_shortcutsOfTheApplication_data(): var {
        return [{"tag": "Esc", "key": Qt.Key_Escape}, {"tag": "Back", "key": Qt.Key_Back}];
    }

    function test_shortcutsOfTheApplication(row: var): void {
        const shortcut = createTemporaryObject(shortcutComponent, test);
        const popup = make();
        const cancelled = spy(popup, "cancelled");
        popup.open();
        reachIn(popup, SmartCaptcha.State.Ready);
        keyClick(row.key);
        tryCompare(popup, "opened", false, patience);
        compare(cancelled.count, 1);
        compare(shortcut.heard, 0);
        // The application has its shortcut back. Not every platform supports shortcuts for the back key.
        if (row.key === Qt.Key_Escape) {
            keyClick(row.key);
            tryCompare(shortcut, "heard", 1);
        }
    }

    function test_openedInNoWindow(): void {
        const popup = popupComponent.createObject(null);
        const cancelled = spy(popup, "cancelled");
        ignoreWarning(/it is in no window/);
        popup.open();
        compare(popup.opened, false);
        tryCompare(cancelled, "count", 1);
        popup.destroy();
    }

    function test_reopenedWhileClosing(): void {
        const popup = make({"reopens": true});
        const cancelled = spy(popup, "cancelled");
        verify(bench.setScenario("challenge"));
        popup.open();
        reachIn(popup, SmartCaptcha.State.Ready);
        pressIn(popup);
        reachIn(popup, SmartCaptcha.State.Challenge);
        popup.close();
        compare(cancelled.count, 1);
        compare(popup.opened, true);
        reachIn(popup, SmartCaptcha.State.Ready);
        pressIn(popup);
        solveIn(popup);
        verify(!popup.token.null);
        compare(cancelled.count, 1);
    }

    function test_invisible(): void {
        const popup = make();
        popup.options.mode = SmartCaptchaOptions.Mode.Invisible;
        const tokens = spy(popup, "tokenReceived");
        popup.open();
        verify(inWindow(popup, "smartCaptchaMessage"));
        tryCompare(tokens, "count", 1, patience);
        verify(bench.setScenario("challenge"));
        popup.open();
        solveIn(popup);
        compare(tokens.count, 2);
        // After cancelling the challenge there is nothing left to show.
        const cancelled = spy(popup, "cancelled");
        popup.open();
        reachIn(popup, SmartCaptcha.State.Challenge);
        keyClick(Qt.Key_Escape);
        tryCompare(popup, "opened", false, patience);
        compare(cancelled.count, 1);
    }

    function test_optionsTakeEffectWithOpen_data(): var {
        return [{"tag": "standard", "mode": SmartCaptchaOptions.Mode.Standard},
                {"tag": "invisible", "mode": SmartCaptchaOptions.Mode.Invisible}];
    }

    function test_optionsTakeEffectWithOpen(row: var): void {
        const popup = make();
        popup.options.mode = row.mode;
        const tokens = spy(popup, "tokenReceived");
        for (const [language, theme] of [["en", "light"], ["ru", "dark"], ["ru", "dark"], ["en", "dark"]]) {
            const before = tokens.count;
            popup.options.language = language;
            popup.options.theme = theme === "dark" ? SmartCaptchaOptions.Theme.Dark : SmartCaptchaOptions.Theme.Light;
            popup.open();
            if (row.mode === SmartCaptchaOptions.Mode.Standard) {
                reachIn(popup, SmartCaptcha.State.Ready);
                pressIn(popup);
            }
            tryCompare(tokens, "count", before + 1, patience);
            compare(bench.value("/checkbox", "hl"), language);
            compare(bench.value("/checkbox", "theme"), theme);
        }
    }

    function bottomOf(item: Item, sheet: Item): real {
        return item.mapToItem(sheet, 0, item.height).y;
    }

    function test_keyboard(): void {
        const popup = make();
        popup.open();
        const sheet = inWindow(popup, "smartCaptchaSheet");
        const before = bottomOf(sheet.place, sheet);
        verify(before > sheet.height - 40);
        const keyboard = {"visible": true, "keyboardRectangle": Qt.rect(0, sheet.height - 150, sheet.width, 150)};

        // The keyboard covers part of the window.
        sheet.input = keyboard;
        compare(bottomOf(sheet.place, sheet), before - 150);
        // The keyboard is hidden and shown with an unchanged rectangle.
        sheet.input = {"visible": false, "keyboardRectangle": keyboard.keyboardRectangle};
        compare(bottomOf(sheet.place, sheet), before);
        // The system has shrunk the window, and the keyboard starts at its lower edge.
        sheet.input = {"visible": true, "keyboardRectangle": Qt.rect(0, sheet.height, sheet.width, 150)};
        compare(bottomOf(sheet.place, sheet), before);
        // Some systems have no on-screen keyboard, or do not report its position.
        sheet.input = {"visible": true, "keyboardRectangle": Qt.rect(0, 0, 0, 0)};
        compare(bottomOf(sheet.place, sheet), before);
        popup.close();
    }

    function test_headingOfLongWords(): void {
        const popup = make();
        popup.open();
        const sheet = inWindow(popup, "smartCaptchaSheet");
        const heading = inWindow(popup, "smartCaptchaHeading");
        const button = inWindow(popup, "smartCaptchaCancel");
        const right = () => button.mapToItem(sheet, button.width, 0).x;
        const top = () => button.mapToItem(sheet, 0, 0).y - heading.parent.mapToItem(sheet, 0, 0).y;
        const before = right();
        verify(heading.width + button.width <= heading.parent.width);

        // A word that fits into the row, but not next to the button.
        sheet.title = "W";
        while (heading.implicitWidth <= heading.parent.width - button.width)
            sheet.title += "W";
        compare(heading.width, heading.parent.width);
        compare(heading.lineCount, 1);
        compare(right(), before);
        compare(top(), 0);
        verify(heading.y >= button.y + button.height);
        verify(bottomOf(heading, sheet) < sheet.place.mapToItem(sheet, 0, 0).y);

        // Short words are next to the button, however many there are.
        sheet.title = "W W W W W W W W W W W W W W W W W W W W W W W W";
        verify(heading.lineCount > 1);
        verify(heading.width + button.width <= heading.parent.width);
        popup.close();
    }

    function test_errorStays(): void {
        verify(bench.setScenario("script-missing"));
        const popup = make();
        const errors = spy(popup, "errorOccurred");
        popup.preload();
        popup.open();
        tryCompare(errors, "count", 1, patience);
        compare(popup.opened, true);
        compare(popup.error.code, SmartCaptchaError.Code.LoadFailed);
        compare(errors.signalArguments[0][0].code, SmartCaptchaError.Code.LoadFailed);
        verify(bench.setScenario("human"));
        click(inWindow(popup, "smartCaptchaRetry"));
        reachIn(popup, SmartCaptcha.State.Ready);
        pressIn(popup);
        tryCompare(popup, "opened", false, patience);
    }

    function test_destroyed_data(): var {
        return [{"tag": "loading", "state": SmartCaptcha.State.Loading},
                {"tag": "ready", "state": SmartCaptcha.State.Ready},
                {"tag": "challenge", "state": SmartCaptcha.State.Challenge},
                {"tag": "closed again", "state": SmartCaptcha.State.Idle}];
    }

    function test_destroyed(row: var): void {
        failOnWarning(/TypeError/);
        verify(bench.setScenario("challenge"));
        const popup = popupComponent.createObject(test);
        popup.open();
        if (row.state === SmartCaptcha.State.Idle)
            popup.close();
        else if (row.state !== SmartCaptcha.State.Loading)
            reachIn(popup, SmartCaptcha.State.Ready);
        if (row.state === SmartCaptcha.State.Challenge)
            pressIn(popup);
        reachIn(popup, row.state);
        popup.destroy();
        wait(50);
        compare(inWindow(test, "smartCaptchaSheet"), null);
    }
}
