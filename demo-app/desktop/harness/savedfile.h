// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qbytearray.h>
#include <QtCore/qstring.h>

QT_BEGIN_NAMESPACE
class QWidget;
QT_END_NAMESPACE

/// Files that a person saves something to.
namespace SavedFile {

/// Writes @p content to @p file. False, after telling the person why, when that is not possible; a file of
/// that name is then as it was.
bool write(QWidget *parent, const QString &file, const QByteArray &content);

/// Asks for the file to write @p content to. False when the person does not want to, or it cannot be written.
bool ask(QWidget *parent, const QString &title, const QString &name, const QString &filter,
         const QByteArray &content);

} // namespace SavedFile
