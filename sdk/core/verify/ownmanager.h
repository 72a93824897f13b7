// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtNetwork/qnetworkaccessmanager.h>

#include <memory>

namespace SmartCaptcha::Internal {

/// A network access manager of the verifier's own, with the proxies that are in force.
[[nodiscard]] std::shared_ptr<QNetworkAccessManager> makeOwnManager();

} // namespace SmartCaptcha::Internal
