// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "scenario.h"
#include "shared/enumword.h"

#include <QtCore/qmap.h>

/// The words of scenario files: the names of enumerations in lower camel case. scenarios/scenario.schema.json
/// has the same ones, which a test compares.
namespace Qa::Vocabulary {

using ::wordFor;

/// All words of an enumeration, and what they stand for.
template <class Enum>
[[nodiscard]] QMap<QString, Enum> words()
{
    QMap<QString, Enum> all;
    const QMetaEnum meta = QMetaEnum::fromType<Enum>();
    for (int i = 0; i < meta.keyCount(); ++i) {
        const auto value = Enum(meta.value(i));
        all.insert(wordFor(value), value);
    }
    return all;
}

/// How a captcha can stand at the end of a scenario.
[[nodiscard]] QStringList outcomes();

/// What can happen to a captcha, for the lists of events.
[[nodiscard]] QStringList events();

} // namespace Qa::Vocabulary
