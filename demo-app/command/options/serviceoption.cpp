// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "serviceoption.h"

#include "optionset.h"

#include <QtCore/qurl.h>

namespace ServiceOption {

Found find(const OptionSet &options)
{
    const QString name = QStringLiteral("service");
    if (!options.isSet(name))
        return {SmartCaptchaService::current(), {}};
    const SmartCaptchaService service(QUrl(options.value(name), QUrl::StrictMode));
    if (service.isValid())
        return {service, {}};
    return {service,
            QStringLiteral("--service is not usable: it is an https address, or http on this computer")};
}

} // namespace ServiceOption
