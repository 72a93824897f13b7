// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qstring.h>

namespace Lint {

/// A text and its kind, with comments and strings told apart from code.
class SourceText {
public:
    enum class Kind : quint8 {
        Cpp, ///< C++, C and Objective-C.
        Script, ///< QML, JavaScript and other languages whose comments and strings look like those of C++.
        HashCode, ///< Python, shell, CMake: comments begin with `#`.
        Markup, ///< HTML, XML and what is built on them.
        Data, ///< JSON, settings, and everything unknown.
        Prose, ///< Written for people, not for the program.
    };

    /// The kind follows from the extension of the file @p name, or from the content if the extension is
    /// unknown.
    SourceText(const QString &name, const QString &text);

    [[nodiscard]] Kind kind() const { return m_kind; }
    [[nodiscard]] const QString &text() const { return m_text; }

    /// The text with comments replaced by spaces; every character keeps its position.
    [[nodiscard]] const QString &withoutComments() const { return m_withoutComments; }

    /// The same with the contents of strings replaced by spaces as well.
    [[nodiscard]] const QString &code() const { return m_code; }

private:
    void readCpp();
    void readHashCode();
    void readMarkup();
    void blankComment(qsizetype from, qsizetype to);
    void blankString(qsizetype from, qsizetype to);

    QString m_text;
    QString m_withoutComments;
    QString m_code;
    Kind m_kind;
};

} // namespace Lint
