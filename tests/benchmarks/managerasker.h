// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "asker.h"

#include <QtCore/qurl.h>
#include <QtNetwork/qnetworkaccessmanager.h>
#include <QtNetwork/qnetworkrequest.h>

#include <functional>

/// Asks with a QNetworkAccessManager, as a developer would without the SDK: one manager, one prepared
/// request, the form as a byte array.
class ManagerAsker : public Asker {
public:
    ManagerAsker(const QUrl &validateUrl, bool http2);

    void ask(int total, int inFlight) override;
    double processorTime() override { return processorTimeHere(); }

private:
    void next(const std::function<void()> &finished);

    QNetworkAccessManager m_manager;
    QNetworkRequest m_request;
};
