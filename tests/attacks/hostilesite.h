// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "shared/scriptedserver.h"

#include <QtNetwork/qudpsocket.h>

/**
 * An application's page that has turned hostile, and a second site that nothing of it may reach.
 *
 * The page has what a captcha's page has: an object `smartCaptcha` that the SDK listens to, and a frame.
 * `subs` are the SDK's handlers by event, `begun` is called as soon as they are there, `done()` tells the
 * test that the person or the test may go on, and `ran()` that the attack itself has been carried out.
 * `ELSEWHERE`, `HERE` and `UDP` in the script are replaced by the addresses, and `PLAIN` by that of the
 * second site under another name than this computer's.
 */
class HostileSite {
public:
    HostileSite();

    /// Has Qt WebEngine trust the server with TLS, hold a certificate of the person's, and find the second
    /// site by its name. Keeps that in @p home. To be called before Qt WebEngine starts. False if a tool is
    /// missing.
    [[nodiscard]] static bool prepareEngine(const QString &home);

    /// What the next load gets. @p markup goes before the script.
    void setPage(const QByteArray &script, const QByteArray &markup = {});
    /// Another document or script of the site.
    void add(const QByteArray &path, const QByteArray &type, const QByteArray &content);
    /// How the site answers a request for @p path.
    void respond(const QByteArray &path, const ScriptedServer::Action &action);
    /// Adds @p what to what has arrived elsewhere.
    void note(const QByteArray &what) { m_notes << what; }
    void forget();

    [[nodiscard]] QUrl pageUrl(bool secure = false) const;
    /// How often the page, or the application, has asked for this.
    [[nodiscard]] int requested(const QByteArray &path) const;
    /// Where the application has its tokens verified.
    [[nodiscard]] QUrl backendUrl() const { return here.url(QStringLiteral("/backend")); }
    /// How often the page has said done().
    [[nodiscard]] int done() const;
    /// What in its script did not run: what the engine does not have.
    [[nodiscard]] QByteArrayList mistakes() const;
    /// How often the page itself was asked for.
    [[nodiscard]] int loads() const;
    /// What has reached the second site, by whatever protocol: the targets of requests.
    [[nodiscard]] QByteArrayList arrived();

    ScriptedServer here;
    ScriptedServer secure;
    ScriptedServer elsewhere;

private:
    [[nodiscard]] QByteArray filledIn(QByteArray text) const;

    QHash<QByteArray, ScriptedServer::Action> m_answers;
    QUdpSocket m_udp;
    QByteArrayList m_notes;
};
