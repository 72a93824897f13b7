// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qbytearray.h>
#include <QtCore/qjsonobject.h>
#include <QtCore/qprocess.h>
#include <QtCore/qstring.h>
#include <QtCore/qstringlist.h>

/// The program `smartcaptcha`, run in an environment without keys, keychain or proxies. While it runs, the
/// event loop of the test does too, so that an emulator in the test can answer it.
class Program {
public:
    /// What a run has left.
    struct Outcome {
        int status = -1;
        QByteArray output;
        QByteArray errors;

        /// The output as a JSON object on one line; empty when it is none.
        [[nodiscard]] QJsonObject json() const;
    };

    Program();

    /// A variable of its environment.
    void setVariable(const QString &name, const QString &value);

    /// Takes a variable out of it.
    void unsetVariable(const QString &name);

    /// Leaves it the session of the test: its bus, and with that its keychain.
    void keepSession();

    /// The folder that it runs in.
    void setFolder(const QString &path);

    /// A file or terminal that is its standard input instead.
    void setInputFile(const QString &path);

    /// A file that is its standard output.
    void setOutputFile(const QString &path);

    /// What starts it, with its path and arguments behind these words.
    void runThrough(const QStringList &words);

    /// An open file that is its standard output; it has none with -1. Not on Windows.
    void setOutputDescriptor(int descriptor);

    /// Loads this library into it before all others.
    void preload(const QString &library);

    /// Starts it and does not wait.
    void begin(const QStringList &arguments);

    /// What it has written to standard error since it began; what this has returned is not in end().
    [[nodiscard]] QByteArray readErrors();

    /// Runs it to its end with @p input on its standard input.
    [[nodiscard]] Outcome run(const QStringList &arguments, const QByteArray &input = {});

    /// Starts it and waits until it has written a line, which is in firstLine(), or ended.
    void start(const QStringList &arguments);
    [[nodiscard]] QByteArray firstLine() const { return m_firstLine; }

    /// Waits until what start() has begun ends. Status -2 stands for a crash.
    [[nodiscard]] Outcome end();

    [[nodiscard]] qint64 processId() const { return m_process.processId(); }

private:
    QProcess m_process;
    QProcessEnvironment m_environment;
    QStringList m_through;
    QByteArray m_firstLine;
};
