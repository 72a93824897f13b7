// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "scenario.h"
#include "scenarioproblem.h"

#include <QtCore/qcoreapplication.h>
#include <QtCore/qjsonobject.h>
#include <QtCore/qmap.h>

#include <optional>

namespace Qa {

class JsonLines;

/// Where a reader reports problems, and the line numbers of fields.
struct ReadingContext {
    QString file;
    const JsonLines *lines = nullptr;
    QList<ScenarioProblem> problems;

    void complain(const QString &field, const QString &text);
};

/**
 * Reads the members of one JSON object, each at most once. Reports members with a wrong type or value and, at
 * the end, members that were never read.
 */
class ObjectReader {
    Q_DECLARE_TR_FUNCTIONS(Qa::ObjectReader)

public:
    ObjectReader(const QJsonValue &value, const QString &field, ReadingContext *context);
    ~ObjectReader();
    Q_DISABLE_COPY_MOVE(ObjectReader)

    [[nodiscard]] bool has(const QString &name) const { return m_object.contains(name); }

    [[nodiscard]] QString text(const QString &name, const QString &otherwise = {});
    [[nodiscard]] QString requiredText(const QString &name);
    [[nodiscard]] LocalText localText(const QString &name, bool required = false);
    [[nodiscard]] std::optional<bool> flag(const QString &name);
    /// An integer from @p from to @p to.
    [[nodiscard]] std::optional<int> number(const QString &name, int from, int to);
    [[nodiscard]] std::optional<qreal> fraction(const QString &name, qreal from, qreal to);
    [[nodiscard]] std::optional<QSize> size(const QString &name);
    [[nodiscard]] QStringList texts(const QString &name, const QStringList &allowed = {});
    [[nodiscard]] QList<LocalText> localTexts(const QString &name);
    [[nodiscard]] QVariantMap map(const QString &name);
    [[nodiscard]] QJsonValue value(const QString &name);
    [[nodiscard]] QString field(const QString &name) const;

    /// The value in @p choices for the text of the member @p name.
    template <class T>
    std::optional<T> choice(const QString &name, const QMap<QString, T> &choices)
    {
        if (!has(name))
            return {};
        const QString chosen = text(name);
        const auto found = choices.find(chosen);
        if (found == choices.end()) {
            complainAboutChoice(name, chosen, choices.keys());
            return {};
        }
        return *found;
    }

    void complain(const QString &name, const QString &text);
    void complainAboutChoice(const QString &name, const QString &chosen, const QStringList &choices);

private:
    [[nodiscard]] LocalText localText(const QJsonValue &found, const QString &name);
    QJsonObject m_object;
    const QString m_field;
    ReadingContext *const m_context;
    QStringList m_asked;
};

} // namespace Qa
