// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include <SmartCaptcha/SmartCaptchaResult>

namespace {

/// Like a verifier in a variable outside of functions: it is destroyed after what functions have made static,
/// and the futures that it drops get results.
struct DestroyedLast {
    ~DestroyedLast()
    {
        const SmartCaptchaResult result;
        SmartCaptchaResult copy = result;
        copy = SmartCaptchaResult();
    }
};

const DestroyedLast last;

} // namespace

int main()
{
    const SmartCaptchaResult first;
    return first.isAccepted() ? 1 : 0;
}
