// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qjsonarray.h>
#include <QtCore/qjsondocument.h>
#include <QtCore/qurl.h>
#include <QtQuick/qquickitem.h>

/// A substitute for CaptchaWebViewPage.qml that does nothing but record its calls.
class StandInWebView : public QQuickItem {
    Q_OBJECT
    Q_PROPERTY(QString confinementScript MEMBER confinementScript)
    Q_PROPERTY(QString isolatedConfinementScript MEMBER isolatedConfinementScript)
    Q_PROPERTY(QObject *guard MEMBER guard)
    Q_PROPERTY(QString unconfined MEMBER unconfined)

public:
    Q_INVOKABLE void showHtml(const QString &newHtml, const QUrl &newAddress)
    {
        html = newHtml;
        address = newAddress;
    }
    Q_INVOKABLE void showUrl(const QUrl &newAddress) { showHtml({}, newAddress); }
    Q_INVOKABLE void run(const QString &script) { scripts << script; }
    Q_INVOKABLE void drain(int page, const QString &script)
    {
        lastPage = page;
        lastDrain = script;
        ++drains;
        if (script.contains(QLatin1String("smartCaptchaBridge")))
            ++bridges;
    }
    Q_INVOKABLE void halt() { ++halts; }

    /// Answers the query to @p page with these messages.
    void answer(int page, const QStringList &messages)
    {
        const QJsonDocument document(QJsonArray::fromStringList(messages));
        Q_EMIT drained(page, QString::fromUtf8(document.toJson(QJsonDocument::Compact)));
    }

    QString confinementScript;
    QString isolatedConfinementScript;
    QObject *guard = nullptr;
    QString unconfined;
    QString html;
    QUrl address;
    QStringList scripts;
    QString lastDrain;
    int lastPage = 0;
    int drains = 0;
    int bridges = 0; // queries that contained the bridge
    int halts = 0;

Q_SIGNALS:
    void drained(int page, const QString &messages);
    void activationTold(int page, int activation);
    void loadStarted(const QUrl &address);
    void loadSucceeded(const QUrl &address);
    void loadFailed(const QUrl &address, const QString &reason);
    void titleChanged();
};

/// What CaptchaWebViewPage.qml takes for the WebEngineView inside a WebView, by its name.
class QQuickWebEngineViewStandIn : public QQuickItem {
    Q_OBJECT
};
