// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

// A library with everything that abi.cmake changes, one macro at a time.

#define TINY_EXPORT __attribute__((visibility("default")))

struct Text {
    const char *characters;
};

struct Bytes {
    const char *bytes;
    long size;
};

namespace SmartCaptcha {
namespace Internal {
class TINY_EXPORT Engine {
public:
    void start();
#ifndef INTERNAL
    void stop();
#else
    long more = 0;
#endif
};
} // namespace Internal
} // namespace SmartCaptcha

class SmartCaptchaTinyPrivate;

class TINY_EXPORT SmartCaptchaTiny {
public:
#ifdef ENUMERATOR_INSERTED
    enum class Code { Good, Unknown, Bad };
#elif defined(ENUMERATOR_APPENDED)
    enum class Code { Good, Bad, Unknown };
#else
    enum class Code { Good, Bad };
#endif

    SmartCaptchaTiny();
    virtual ~SmartCaptchaTiny();
#ifdef VIRTUAL
    virtual void begin();
#endif
    virtual void reset();
    Code code() const;
#ifndef METHOD_REMOVED
    int remaining() const;
#endif
#ifdef FUNCTION_ADDED
    int elapsed() const;
#endif
#ifdef RETURN
    Bytes details() const;
#else
    Text details() const;
#endif
    void use(SmartCaptcha::Internal::Engine *engine);

private:
    SmartCaptchaTinyPrivate *d;
#ifdef MEMBER
    int m_more = 0;
#endif
};

#ifndef WEAK
// Every program that calls it has it.
TINY_EXPORT inline int smartCaptchaTinyVersion()
{
    return 1;
}
#endif
