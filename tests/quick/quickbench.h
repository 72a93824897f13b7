// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "shared/scriptedserver.h"

#include <SmartCaptcha/SmartCaptchaEmulator>
#include <SmartCaptcha/SmartCaptchaView>

#include <QtCore/qobject.h>

/// The environment of tests in QML: an emulator, a site with a page of its own, and the engine to use (the
/// environment variable TEST_ENGINE, "WebEngine" or "WebView").
class QuickBench : public QObject {
    Q_OBJECT
    Q_PROPERTY(SmartCaptchaView::Engine engine READ engine CONSTANT FINAL)
    Q_PROPERTY(QString siteKey READ siteKey CONSTANT FINAL)
    Q_PROPERTY(QUrl serviceUrl READ serviceUrl CONSTANT FINAL)
    Q_PROPERTY(QUrl pageOrigin READ pageOrigin CONSTANT FINAL)
    Q_PROPERTY(QUrl backendUrl READ backendUrl CONSTANT FINAL)
    Q_PROPERTY(QUrl customPage READ customPage CONSTANT FINAL)

public:
    QuickBench();

    [[nodiscard]] SmartCaptchaView::Engine engine() const;
    [[nodiscard]] QString siteKey() const { return m_emulator.siteKey(); }
    [[nodiscard]] QUrl serviceUrl() const { return m_emulator.url(); }
    [[nodiscard]] QUrl pageOrigin() const { return m_emulator.pageOrigin(); }
    [[nodiscard]] QUrl backendUrl() const { return m_emulator.backendUrl(); }
    [[nodiscard]] QUrl customPage() const { return m_site.url(QStringLiteral("/captcha")); }

    /// Sets the emulator's scenario and clears its requests.
    Q_INVOKABLE bool begin(const QString &scenario);
    Q_INVOKABLE bool setScenario(const QString &name) { return m_emulator.setScenario(name); }
    Q_INVOKABLE int requests(const QString &path) const { return int(m_emulator.requests(path).size()); }
    /// The header @p name of the last request for @p path.
    Q_INVOKABLE QString header(const QString &path, const QString &name) const;
    /// The field @p name of the query of the last request for @p path.
    Q_INVOKABLE QString value(const QString &path, const QString &name) const;
    Q_INVOKABLE QString pendingAnswer() const { return m_emulator.pendingAnswer(); }
    Q_INVOKABLE QString issueToken() { return m_emulator.issueToken(); }
    Q_INVOKABLE QUrl refusingUrl() const;

private:
    SmartCaptchaEmulator m_emulator;
    ScriptedServer m_site;
};
