// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "webenginehostfactory.h"

#include "webenginehost.h"

namespace SmartCaptcha::Internal {

WidgetWebHost *WebEngineHostFactory::create()
{
    return new WebEngineHost;
}

} // namespace SmartCaptcha::Internal
