// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "plaintab.h"

#include <QtCore/qobject.h>
#include <QtGui/qdesktopservices.h>

/// Stands in for the person's browser: notes what the application opens.
class PlainBrowser : public QObject, public PlainTab {
    Q_OBJECT

public:
    PlainBrowser() { QDesktopServices::setUrlHandler(QStringLiteral("http"), this, "take"); }
    ~PlainBrowser() override { QDesktopServices::unsetUrlHandler(QStringLiteral("http")); }

    QList<QUrl> opened;

    /// Loads the page that was opened last, and keeps it open.
    bool load() { return PlainTab::load(opened.last()); }

public Q_SLOTS:
    void take(const QUrl &address) { opened << address; }
};
