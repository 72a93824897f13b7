// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "tiny.h"

class SmartCaptchaTinyPrivate {
public:
    SmartCaptchaTiny::Code code = SmartCaptchaTiny::Code::Good;
#ifdef PRIVATE
    long more[20] = {};
#endif
};

namespace SmartCaptcha {
namespace Internal {
void Engine::start()
{
}
#ifndef INTERNAL
void Engine::stop()
{
}
#endif
} // namespace Internal
} // namespace SmartCaptcha

SmartCaptchaTiny::SmartCaptchaTiny()
    : d(new SmartCaptchaTinyPrivate)
{
}

SmartCaptchaTiny::~SmartCaptchaTiny()
{
    delete d;
}

#ifdef VIRTUAL
void SmartCaptchaTiny::begin()
{
}
#endif

void SmartCaptchaTiny::reset()
{
#ifndef WEAK
    // So that it is exported from here, too.
    static int (*const used)() = &smartCaptchaTinyVersion;
    used();
#endif
}

SmartCaptchaTiny::Code SmartCaptchaTiny::code() const
{
    return d->code;
}

#ifndef METHOD_REMOVED
int SmartCaptchaTiny::remaining() const
{
    return 0;
}
#endif

#ifdef FUNCTION_ADDED
int SmartCaptchaTiny::elapsed() const
{
    return 0;
}
#endif

#ifdef RETURN
Bytes SmartCaptchaTiny::details() const
#else
Text SmartCaptchaTiny::details() const
#endif
{
    return {};
}

void SmartCaptchaTiny::use(SmartCaptcha::Internal::Engine *engine)
{
    engine->start();
}
