// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qbytearray.h>
#include <QtCore/qstring.h>

QT_BEGIN_NAMESPACE
class QWidget;
QT_END_NAMESPACE

/// Saving files that the user chooses.
namespace SavedFile {

/// Writes @p content to @p file. On failure, tells the user why, leaves an existing file as it was, and
/// returns false.
bool write(QWidget *parent, const QString &file, const QByteArray &content);

/// Asks for a file and writes @p content to it. False when the user cancels or writing fails.
bool ask(QWidget *parent, const QString &title, const QString &name, const QString &filter,
         const QByteArray &content);

} // namespace SavedFile
