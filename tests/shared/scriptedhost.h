// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "scriptedpage.h"

/// A web host without a user interface, for tests of a session.
using ScriptedHost = ScriptedPage<SmartCaptcha::Internal::WebHost>;
