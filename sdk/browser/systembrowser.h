// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qglobal.h>

QT_BEGIN_NAMESPACE
class QUrl;
QT_END_NAMESPACE

/// The browser of the desktop, for programs that do not use Qt GUI.
namespace SmartCaptcha::Internal::SystemBrowser {

/// Opens @p address, which is http or https. False if there is no desktop, or nothing on it that opens
/// addresses.
[[nodiscard]] bool open(const QUrl &address);

} // namespace SmartCaptcha::Internal::SystemBrowser
