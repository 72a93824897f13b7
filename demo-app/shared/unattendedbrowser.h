// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qobject.h>
#include <QtCore/qurl.h>
#include <QtGui/qdesktopservices.h>

/// Stands in for the system's browser where nobody looks at it: what the program opens is not shown.
class UnattendedBrowser : public QObject {
    Q_OBJECT

public:
    UnattendedBrowser()
    {
        for (const QString &scheme : schemes())
            QDesktopServices::setUrlHandler(scheme, this, "open");
    }
    ~UnattendedBrowser() override
    {
        for (const QString &scheme : schemes())
            QDesktopServices::unsetUrlHandler(scheme);
    }

public Q_SLOTS:
    void open(const QUrl &address) { Q_UNUSED(address) }

private:
    static QStringList schemes() { return {QStringLiteral("http"), QStringLiteral("https")}; }
};
