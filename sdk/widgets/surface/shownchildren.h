// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

namespace SmartCaptcha::Internal {

/// Makes screen readers find, in the SDK's own widgets, only what is visible. Otherwise Qt also exposes
/// hidden children: a progress bar that is not running and a button without a name. Further calls do nothing.
void hideHiddenChildrenFromScreenReaders();

} // namespace SmartCaptcha::Internal
