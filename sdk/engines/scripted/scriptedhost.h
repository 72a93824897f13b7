// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "captcha/engine/webhost.h"
#include "scriptedengine.h"

#include <QtCore/qjsondocument.h>
#include <QtCore/qjsonobject.h>
#include <QtCore/qmetaobject.h>
#include <QtCore/qpointer.h>

namespace SmartCaptcha::Internal {

/// A host of the engine that shows nothing: every page is ready at once, and then does as it is told. @p Host
/// is the type of host that the surface needs, and @p Page the type of what it shows, which stays empty.
template <class Host, class Page = QObject>
class ScriptedHost : public Host, public ScriptedPart {
public:
    [[nodiscard]] CaptchaPage::Transport transport() const override
    {
        return CaptchaPage::Transport::WindowMessage;
    }

    void load(const CaptchaPage &page) override
    {
        begin(page);
        QMetaObject::invokeMethod(
            this,
            [this, nonce = m_nonce] {
                if (nonce == m_nonce)
                    say(QStringLiteral("ready"), {{QStringLiteral("controllable"), true}});
            },
            Qt::QueuedConnection);
    }

    void unload() override { m_nonce.clear(); }

    void sendCommand(const QJsonObject &command) override
    {
        m_attempt = command.value(QLatin1String("attempt")).toInt(m_attempt);
    }

    void runScript(const QString &script) override { Q_UNUSED(script) }

    /// A message from the loaded page, as the bridge would send it.
    [[nodiscard]] QString message(const QString &type, QJsonObject fields) const
    {
        fields.insert(QStringLiteral("nonce"), m_nonce);
        fields.insert(QStringLiteral("attempt"), m_attempt);
        fields.insert(QStringLiteral("type"), type);
        return QString::fromUtf8(QJsonDocument(fields).toJson(QJsonDocument::Compact));
    }

    bool say(const QString &type, const QJsonObject &fields) override
    {
        if (m_nonce.isEmpty())
            return false;
        Q_EMIT this->messageArrived(message(type, fields));
        return true;
    }

    bool fail(WebHost::Failure failure) override
    {
        if (m_nonce.isEmpty())
            return false;
        Q_EMIT this->failed(failure, QStringLiteral("A test said so."));
        return true;
    }

protected:
    ScriptedHost()
        : m_page(new Page)
    {
    }
    ~ScriptedHost() override { delete m_page; }

    /// What is said from now on is said by @p page, which knows of no attempt yet.
    void begin(const CaptchaPage &page)
    {
        m_nonce = page.nonce();
        m_attempt = 0;
    }

    [[nodiscard]] Page *page() const { return m_page; }

private:
    // Of the page that is loaded; empty if there is none.
    QString m_nonce;
    int m_attempt = 0;
    QPointer<Page> m_page;
};

} // namespace SmartCaptcha::Internal
