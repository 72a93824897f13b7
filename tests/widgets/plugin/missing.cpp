// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

// A library that is not there any more when the plugin that needs it is loaded: nobody says where it is.
#ifdef _MSC_VER
__declspec(dllexport)
#endif
    extern "C" int smartCaptchaThatNobodyHas()
{
    return 1;
}
