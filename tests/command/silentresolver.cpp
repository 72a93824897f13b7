// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

// Preloaded into a program, this simulates name servers that never answer: looking up a name that ends in
// .test blocks for ever.

#include <cstring>
#include <dlfcn.h>
#include <netdb.h>
#include <unistd.h>

extern "C" int getaddrinfo(const char *node, const char *service, const addrinfo *hints, addrinfo **result)
{
    const char *const ending = node ? std::strrchr(node, '.') : nullptr;
    while (ending && std::strcmp(ending, ".test") == 0)
        pause();
    static const auto real = reinterpret_cast<decltype(&getaddrinfo)>(dlsym(RTLD_NEXT, "getaddrinfo"));
    return real(node, service, hints, result);
}
