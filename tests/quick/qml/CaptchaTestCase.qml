// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

import QtQuick
import QtTest
import SmartCaptcha

// A test whose captchas use the bench's emulator and engine.
TestCase {
    id: test

    // Long enough for Chromium on a busy machine; a test that passes never waits that long.
    readonly property int patience: 30000
    property Component viewComponent: Component {
        SmartCaptchaView {
            engine: bench.engine
            options {
                siteKey: bench.siteKey
                service: SmartCaptcha.service(bench.serviceUrl)
                pageOrigin: bench.pageOrigin
                language: "en"
            }
        }
    }
    property Component verifierComponent: Component {
        SmartCaptchaVerifier {
            backendUrl: bench.backendUrl
        }
    }
    property Component spyComponent: Component {
        SignalSpy {}
    }

    width: 480
    height: 760
    visible: true
    when: windowShown

    function init(): void {
        verify(bench.begin("human"));
    }

    // Whether "condition" becomes true within "limit" milliseconds. Unlike tryVerify(), it does not fail otherwise.
    function comesTrue(condition: var, limit: int): bool {
        const end = Date.now() + limit;
        while (!condition() && Date.now() < end)
            wait(20);
        return condition();
    }

    function makeView(properties: var): SmartCaptchaView {
        const view = createTemporaryObject(viewComponent, test, properties ?? {});
        verify(view);
        return view;
    }

    function makeVerifier(): SmartCaptchaVerifier {
        return createTemporaryObject(verifierComponent, test);
    }

    function spy(target: QtObject, name: string): SignalSpy {
        return createTemporaryObject(spyComponent, test, {"target": target, "signalName": name});
    }

    function reach(view: SmartCaptchaView, state: int): void {
        tryVerify(() => view.captchaState === state, patience, "state " + view.captchaState + ", " + view.error.details);
    }

    // Presses the captcha's button with the mouse until the state changes.
    function press(view: SmartCaptchaView): void {
        for (let i = 0; i < 30 && view.captchaState === SmartCaptcha.State.Ready; ++i) {
            mouseClick(view, 40, 50);
            comesTrue(() => view.captchaState !== SmartCaptcha.State.Ready, 1000);
        }
        verify(view.captchaState !== SmartCaptcha.State.Ready);
    }

    // Types the answer into the challenge, whose text field has the focus, and presses Return.
    function solve(view: SmartCaptchaView): void {
        reach(view, SmartCaptcha.State.Challenge);
        tryVerify(() => bench.pendingAnswer() !== "", patience);
        for (let i = 0; i < 30 && view.captchaState === SmartCaptcha.State.Challenge; ++i) {
            // If the field does not have the focus yet, the keys are lost, and the loop tries again.
            keyClick(Qt.Key_A, Qt.ControlModifier);
            for (const digit of bench.pendingAnswer())
                keyClick(digit);
            keyClick(Qt.Key_Return);
            comesTrue(() => view.captchaState !== SmartCaptcha.State.Challenge, 2000);
        }
        compare(view.captchaState, SmartCaptcha.State.Solved);
    }

    function named(name, root) {
        if (root.objectName === name && root.visible)
            return root;
        for (let i = 0; i < root.children.length; ++i) {
            const found = named(name, root.children[i]);
            if (found)
                return found;
        }
        return null;
    }

    // Presses the item with the mouse. What has just become visible gets its place when it is polished.
    function click(item: Item): void {
        for (let at = item; at; at = at.parent) {
            if (isPolishScheduled(at))
                waitForItemPolished(at);
        }
        mouseClick(item);
    }

    // An item of the module in the window of "item".
    function inWindow(item, name) {
        return named(name, item.Window.contentItem);
    }
}
