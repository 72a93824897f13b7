// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qbytearray.h>
#include <QtCore/qjsonobject.h>
#include <QtCore/qprocess.h>
#include <QtCore/qstring.h>
#include <QtCore/qstringlist.h>

/// Runs the program `smartcaptcha` in an environment without keys, keychain or proxies. The test's event loop
/// runs meanwhile, so that an emulator in the test can answer the program.
class Program {
public:
    /// The result of a run.
    struct Outcome {
        int status = -1;
        QByteArray output;
        QByteArray errors;

        /// The output parsed as a JSON object on one line; empty if it is not one.
        [[nodiscard]] QJsonObject json() const;
    };

    Program();

    /// Sets an environment variable.
    void setVariable(const QString &name, const QString &value);

    /// Removes an environment variable.
    void unsetVariable(const QString &name);

    /// Keeps the session of the test: its D-Bus, and with that its keychain.
    void keepSession();

    /// Sets the working directory.
    void setFolder(const QString &path);

    /// Uses a file or terminal as standard input.
    void setInputFile(const QString &path);

    /// Uses a file as standard output.
    void setOutputFile(const QString &path);

    /// Starts the program through this command, which gets its path and arguments.
    void runThrough(const QStringList &words);

    /// Uses an open file descriptor as standard output; -1 closes standard output. Not on Windows.
    void setOutputDescriptor(int descriptor);

    /// Preloads this library.
    void preload(const QString &library);

    /// Starts the program without waiting.
    void begin(const QStringList &arguments);

    /// What it has written to standard error since it started; end() does not return the same output again.
    [[nodiscard]] QByteArray readErrors();

    /// Runs it to completion with @p input on its standard input.
    [[nodiscard]] Outcome run(const QStringList &arguments, const QByteArray &input = {});

    /// Waits until it has written another line of output, and returns that; nothing if it ends before.
    [[nodiscard]] QByteArray nextLine();

    /// Starts it and waits until it has written a line, see firstLine(), or has ended.
    void start(const QStringList &arguments);
    [[nodiscard]] QByteArray firstLine() const { return m_firstLine; }

    /// Waits until the program started with start() ends. Status -2 means a crash.
    [[nodiscard]] Outcome end();

    [[nodiscard]] qint64 processId() const { return m_process.processId(); }

private:
    QProcess m_process;
    QProcessEnvironment m_environment;
    QStringList m_through;
    QByteArray m_firstLine;
};
