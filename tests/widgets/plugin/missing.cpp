// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

// A library that is missing when the plugin is loaded: the plugin has no rpath to find it.
#ifdef _MSC_VER
__declspec(dllexport)
#endif
    extern "C" int smartCaptchaThatNobodyHas()
{
    return 1;
}
