// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

import QtQuick
import SmartCaptcha

/*!
    A captcha over the content of a window, for applications that have no form to put it into: a sheet from below in a
    narrow window, a card in the middle of a wide one.

    open() begins, and the popup closes as soon as there is a token. In Invisible mode the check starts by itself, and the
    person sees a progress indicator until the service wants a challenge. After an error the message and a button to try
    again stand in the popup. Esc, the back key, a press outside and the button Cancel all close it, which is announced by
    cancelled().

    Properties, methods and signals have the names and meanings of SmartCaptchaView.
*/
Item {
    id: popup

    /// What to show; takes effect with open().
    property alias options: view.options
    /// Verifies every token as it arrives; see verified().
    property alias verifier: view.verifier
    /// Which web engine shows the page.
    property alias engine: view.engine
    readonly property alias activeEngine: view.activeEngine
    /// The colour of the sheet, which the page takes on.
    property alias backgroundColor: view.backgroundColor
    /// Where the captcha stands.
    readonly property alias captchaState: view.captchaState
    readonly property alias error: view.error
    /// The token that the popup has closed with; null before that, and after it was opened again.
    readonly property alias token: session.token
    /// True between open() and its end.
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
    signal verified(result: smartCaptchaResult)

    /// Opens the popup over the window that it is in; in none, it is cancelled() at once. Does nothing while it is open.
    function open(): void {
        if (session.opened)
            return;
        if (!popup.Window.contentItem) {
            console.warn("SmartCaptchaPopup.open(): it is in no window");
            refusal.start();
            return;
        }
        session.token = session.none;
        session.focusBefore = popup.Window.activeFocusItem;
        session.invisible = view.options.mode === SmartCaptchaOptions.Mode.Invisible;
        session.opened = true;
        view.begin();
        sheet.forceActiveFocus(Qt.PopupFocusReason);
    }

    /// Closes it as if the person had. Does nothing while it is closed.
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
        property smartCaptchaToken token
        property smartCaptchaToken none
        property Item focusBefore
        property bool invisible: false

        function end(): void {
            session.opened = false;
            if (session.focusBefore)
                session.focusBefore.forceActiveFocus(Qt.PopupFocusReason);
            session.focusBefore = null;
        }
    }

    CaptchaSheet {
        id: sheet

        parent: popup.Window.contentItem
        opened: session.opened
        color: view.backgroundColor
        contentSize: Qt.size(Math.max(360, view.implicitWidth), Math.max(view.implicitHeight, 100))
        onDismissed: popup.close()
    }

    SmartCaptchaView {
        id: view

        parent: sheet.place
        anchors.fill: parent
        // With the sheet it gets the keys, and passes them to what it shows.
        focus: true
        autoLoad: false
        challengePresentation: SmartCaptchaView.ChallengePresentation.Inline

        onReady: popup.ready()
        onChallengeShown: popup.challengeShown()
        onChallengeHidden: popup.challengeHidden()
        onErrorOccurred: error => popup.errorOccurred(error)
        onVerified: result => popup.verified(result)
        onTokenReceived: token => {
            if (!session.opened)
                return;
            session.token = token;
            session.end();
            popup.tokenReceived(token);
        }
        onCancelled: {
            // With Esc in the page or there, which the view hears of first.
            if (session.opened) {
                session.end();
                popup.cancelled();
            }
        }
    }

    CaptchaStatusPanel {
        readonly property bool working: view.captchaState === SmartCaptcha.State.Loading || view.captchaState === SmartCaptcha.State.Ready
                                        || view.captchaState === SmartCaptcha.State.Checking

        parent: sheet.place
        anchors.fill: parent
        visible: session.invisible && working
        color: view.backgroundColor
        busy: true
        text: qsTr("One moment, please\u2026")
    }
}
