// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "asker.h"

#include <QtCore/qbytearray.h>

/// Asks with libcurl's multi interface in one thread. Handles, and with them connections, are used again.
class CurlAsker : public Asker {
public:
    explicit CurlAsker(const QByteArray &validateUrl);
    ~CurlAsker() override;

    void ask(int total, int inFlight) override;
    double processorTime() override { return processorTimeHere(); }

private:
    const QByteArray m_url;
    void *const m_multi;
};
