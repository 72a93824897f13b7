// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

import QtQuick
import SmartCaptcha

/*!
    A captcha over the content of a window, for applications that have no form to put it into: a bottom sheet in a
    narrow window, a card in the middle of a wide one.

    open() starts an attempt, and the popup closes as soon as there is a token. In Invisible mode the check starts by
    itself, and the person sees a progress indicator until the service asks for a challenge. After an error the popup
    shows the message and a button to try again. Esc, the back key, a press outside and the Cancel button all close it,
    and cancelled() is emitted.

    Properties, methods and signals have the names and meanings of SmartCaptchaView.
*/
Item {
    id: popup

    /// What to show; takes effect at the next open().
    property alias options: view.options
    /// Verifies every token as it arrives; see verified().
    property alias verifier: view.verifier
    /// Which web engine shows the page.
    property alias engine: view.engine
    readonly property alias activeEngine: view.activeEngine
    /// The colour of the sheet and of the page in it.
    property alias backgroundColor: view.backgroundColor
    /// The state of the captcha.
    readonly property alias captchaState: view.captchaState
    readonly property alias error: view.error
    /// The token with which the popup closed; null before that, and again after the next open().
    readonly property alias token: session.token
    /// True from open() until the popup closes.
    readonly property alias opened: session.opened

    signal ready
    signal challengeShown
    signal challengeHidden
    /// The popup has closed with @p token. The service must confirm it.
    signal tokenReceived(token: smartCaptchaToken)
    /// The popup was closed without a token, by the person or with close().
    signal cancelled
    /// The popup stays open and shows what is wrong.
    signal errorOccurred(error: smartCaptchaError)
    /// The five minutes of the last token are over.
    signal tokenExpired
    /// What the verifier found out about @p token. The popup has closed by then, so nobody can try again in it.
    signal verified(result: smartCaptchaResult, token: smartCaptchaToken)

    /// Opens the popup over the window that it is in. Without a window, cancelled() follows from the event loop. Does
    /// nothing while the popup is open.
    function open(): void {
        if (session.opened)
            return;
        if (!popup.Window.contentItem) {
            console.warn("SmartCaptchaPopup.open(): it is in no window");
            refusal.start();
            return;
        }
        if (!session.sheet)
            session.sheet = session.makeSheet();
        if (!session.sheet) {
            refusal.start();
            return;
        }
        session.sheet.parent = popup.Window.contentItem;
        session.token = session.none;
        session.focusBefore = popup.Window.activeFocusItem;
        session.opened = true;
        view.begin();
        session.sheet.forceActiveFocus(Qt.PopupFocusReason);
    }

    /// Closes the popup as if the person had done so. Does nothing while it is closed.
    function close(): void {
        if (!session.opened)
            return;
        session.end();
        view.cancel();
        popup.cancelled();
    }

    /// Starts the web engine without loading a page and without using the network, so that the page shows sooner.
    function preload(): void {
        view.preload();
    }

    Timer {
        id: refusal

        interval: 0
        onTriggered: popup.cancelled()
    }

    QtObject {
        id: session

        property bool opened: false
        property bool challenge: false
        property smartCaptchaToken token
        property smartCaptchaToken none
        property Item focusBefore
        property Item sheet

        // By its address: a type that this file names would be loaded with it.
        function makeSheet(): Item {
            const component = Qt.createComponent("CaptchaPopupSheet.qml");
            if (component.status !== Component.Ready) {
                console.warn(component.errorString());
                return null;
            }
            // In the window from the beginning, because the captcha looks at what is around it.
            return component.createObject(popup, {"parent": popup.Window.contentItem, "popup": popup, "captcha": view}) as Item;
        }

        function end(): void {
            session.opened = false;
            if (session.focusBefore)
                session.focusBefore.forceActiveFocus(Qt.PopupFocusReason);
            session.focusBefore = null;
        }
    }

    // Where the captcha is until there is a sheet: in the window, and not visible. A scope of its own, so that the
    // captcha does not get the window's focus, nor lose its own to what is around the popup.
    FocusScope {
        parent: popup.Window.contentItem
        visible: false

        SmartCaptchaView {
            id: view

            anchors.fill: parent
            // Gets the focus with the sheet, and passes it on to what it shows.
            focus: true
            autoLoad: false
            challengePresentation: SmartCaptchaView.ChallengePresentation.Inline

            // What a page does that waits for the next open() is nobody's business.
            onReady: {
                if (session.opened)
                    popup.ready();
            }
            onChallengeShown: {
                if (session.opened) {
                    session.challenge = true;
                    popup.challengeShown();
                }
            }
            // Also of one that goes with the popup.
            onChallengeHidden: {
                if (session.challenge) {
                    session.challenge = false;
                    popup.challengeHidden();
                }
            }
            onErrorOccurred: error => {
                if (session.opened)
                    popup.errorOccurred(error);
            }
            onTokenExpired: popup.tokenExpired()
            onVerified: (result, token) => popup.verified(result, token)
            onTokenReceived: token => {
                if (!session.opened)
                    return;
                session.token = token;
                session.end();
                popup.tokenReceived(token);
            }
            onCancelled: {
                // The view has cancelled the attempt by itself: the page closed the challenge, or the view got Esc first.
                if (session.opened) {
                    session.end();
                    popup.cancelled();
                }
            }
        }
    }
}
