// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qstring.h>

namespace Lint {

/// A text and what kind of text it is; with its comments and strings told from its code.
class SourceText {
public:
    enum class Kind : quint8 {
        Cpp, ///< C++, C and Objective-C.
        Script, ///< QML, JavaScript and other languages whose comments and strings look like those of C++.
        HashCode, ///< Python, shell, CMake: comments begin with `#`.
        Markup, ///< HTML, XML and what is built on them.
        Data, ///< JSON, settings, whatever is not known.
        Prose, ///< For people, not for the program.
    };

    /// @p name is the file's, whose ending tells the kind; without one that is known, the content does.
    SourceText(const QString &name, const QString &text);

    [[nodiscard]] Kind kind() const { return m_kind; }
    [[nodiscard]] const QString &text() const { return m_text; }

    /// The text with blanks in place of comments; every character keeps its position.
    [[nodiscard]] const QString &withoutComments() const { return m_withoutComments; }

    /// The same with blanks in place of what strings hold, too.
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
