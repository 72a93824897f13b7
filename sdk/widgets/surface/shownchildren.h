// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

namespace SmartCaptcha::Internal {

/// Has screen readers find, in the SDK's own widgets, what can be seen and nothing else. Qt shows them hidden
/// children, a progress indicator that does not run and a button without a name. Further calls do nothing.
void hideHiddenChildrenFromScreenReaders();

} // namespace SmartCaptcha::Internal
