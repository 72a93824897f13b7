// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "scene.h"

QT_BEGIN_NAMESPACE
class QUrl;
QT_END_NAMESPACE

/// A form with a plain web view in the place of the captcha, which shows @p page without any rule of the
/// SDK's. The widget saves in @p folder what the page wants saved.
[[nodiscard]] std::unique_ptr<Scene> bareScene(Host host, const QUrl &page, const QString &folder);
