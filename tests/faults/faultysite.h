// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "shared/scriptedserver.h"

#include <SmartCaptcha/SmartCaptchaEmulator>
#include <SmartCaptcha/SmartCaptchaOptions>

#include <functional>
#include <memory>

/**
 * The service and the application's site, with one thing wrong at a time.
 *
 * Requests go to the emulator and come back as it answers them. What goes wrong on the way goes wrong with a
 * whole answer of the real thing.
 */
class FaultySite {
    Q_DISABLE_COPY_MOVE(FaultySite)

public:
    /// What the client gets in place of @p answer, the emulator's whole answer with its head.
    using Trouble = std::function<void(QTcpSocket *socket, const ScriptedServer::Request &request,
                                       const QByteArray &answer)>;

    /// What is wrong with an address, before anything can be sent to it.
    enum class Address { Good, NoSuchHost, Refused, Expired, SelfSigned, WrongHost, OldTls };

    FaultySite();

    /// Every request for @p path gets into @p trouble.
    void trouble(const QByteArray &path, const Trouble &trouble) { m_troubles.insert(path, trouble); }
    /// The page, the service's script, `/validate` or the backend is at @p address. Its frames are too if
    /// @p path is that of a frame.
    void moveTo(Address address, const QByteArray &path);
    /// Requests for @p path wait for release().
    void hold(const QByteArray &path) { m_held = path; }
    /// Answers to requests for @p path do.
    void holdAnswer(const QByteArray &path);
    [[nodiscard]] bool isHolding() const { return !m_waiting.isEmpty(); }
    void release();
    /// Ends all connections, with what they were for.
    void dropConnections();
    /// Nobody listens any more.
    void goAway() { m_relay.close(); }
    /// Everything is in order from now on.
    void heal();

    /// For a captcha in a page of the application's own, or in the SDK's.
    [[nodiscard]] SmartCaptchaOptions options(bool customPage) const;
    [[nodiscard]] QUrl validateBase() const { return at("/validate"); }
    [[nodiscard]] QUrl backendUrl() const;
    /// A site that is no part of this one, and answers everything.
    [[nodiscard]] QUrl elsewhere() const { return m_elsewhere.url(); }
    /// How many requests there were for @p path.
    [[nodiscard]] int asked(const QByteArray &path) const;
    /// What has reached the other site: the targets of requests.
    [[nodiscard]] QByteArrayList arrivedElsewhere() const;

    SmartCaptchaEmulator emulator;

private:
    void relay(QTcpSocket *socket, const ScriptedServer::Request &request);
    [[nodiscard]] QUrl at(const QByteArray &path) const;

    ScriptedServer m_relay;
    ScriptedServer m_elsewhere;
    std::unique_ptr<ScriptedServer> m_insecure;
    quint16 m_port = 0;
    QHash<QByteArray, Trouble> m_troubles;
    QByteArray m_held;
    QList<std::function<void()>> m_waiting;
    QByteArray m_moved; // the path of which the address is m_address
    QUrl m_address;
};
