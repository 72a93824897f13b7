// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

import QtWebEngine

// Nothing is kept on disk, and nothing is shared with other captchas or the application.
WebEngineProfile {
    offTheRecord: true
    onDownloadRequested: download => download.cancel()
}
