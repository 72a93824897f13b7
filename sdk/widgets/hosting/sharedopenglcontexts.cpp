// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "sharedopenglcontexts.h"

#include <QtCore/qcoreapplication.h>

namespace SmartCaptcha::Internal {

namespace {

const bool switchedOnWithTheLibrary = [] {
    if (QCoreApplication::instance())
        return false;
    QCoreApplication::setAttribute(Qt::AA_ShareOpenGLContexts);
    return true;
}();

} // namespace

bool openGLContextsAreShared()
{
    return switchedOnWithTheLibrary || QCoreApplication::testAttribute(Qt::AA_ShareOpenGLContexts);
}

} // namespace SmartCaptcha::Internal
