// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "ownmanager.h"

#include "proxychoice.h"

namespace SmartCaptcha::Internal {

std::shared_ptr<QNetworkAccessManager> makeOwnManager()
{
    auto manager = std::make_shared<QNetworkAccessManager>();
    manager->setProxyFactory(new ProxyChoice);
    // For the replies of connections that are opened early, which nobody else deletes.
    manager->setAutoDeleteReplies(true);
    return manager;
}

} // namespace SmartCaptcha::Internal
