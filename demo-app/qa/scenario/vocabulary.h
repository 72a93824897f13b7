// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "scenario.h"
#include "shared/enumword.h"

#include <QtCore/qmap.h>

/// The words of scenario files: enumerators in lower camel case. A test compares them with
/// scenarios/scenario.schema.json.
namespace Qa::Vocabulary {

using ::wordFor;

/// All words of an enumeration, and their values.
template <class Enum>
[[nodiscard]] QMap<QString, Enum> words()
{
    static const QMap<QString, Enum> all = [] {
        QMap<QString, Enum> map;
        const QMetaEnum meta = QMetaEnum::fromType<Enum>();
        for (int i = 0; i < meta.keyCount(); ++i) {
            const auto value = Enum(meta.value(i));
            map.insert(wordFor(value), value);
        }
        return map;
    }();
    return all;
}

/// The possible outcomes of a scenario.
[[nodiscard]] QStringList outcomes();

/// The possible events of a captcha, for the lists of events.
[[nodiscard]] QStringList events();

} // namespace Qa::Vocabulary
