// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qelapsedtimer.h>
#include <QtCore/qobject.h>
#include <QtCore/qstringlist.h>
#include <QtCore/qtimer.h>

QT_BEGIN_NAMESPACE
class QAccessibleInterface;
class QUrl;
QT_END_NAMESPACE

/// What an attack does to the program around it, seen from outside of the SDK, from the construction on.
class Effects : public QObject {
    Q_OBJECT

public:
    /// @p secrets: what no log may contain, no title of a window, and nothing that a screen reader gets from
    /// the program. @p folder: where no file may appear; hidden ones do not count.
    explicit Effects(const QByteArrayList &secrets = {}, const QString &folder = {});
    ~Effects() override;

    /// One line for each effect that there was; one of them is that the program took more than @p memory MB.
    [[nodiscard]] QStringList seen(int memory = 500);

    /// How much more memory the program uses than at the beginning, in MB.
    [[nodiscard]] qint64 takenMemory() const;

    /// The processes of web pages that this program has started.
    [[nodiscard]] static QList<qint64> renderers();
    /// Sends all of them the signal @p number.
    static void signalRenderers(int number);
    /// The processor time that @p processes have used until now, in milliseconds.
    [[nodiscard]] static qint64 processorTime(const QList<qint64> &processes);

private Q_SLOTS:
    void linkOpened(const QUrl &url);

private:
    void look();
    void listen(QAccessibleInterface *object);
    void lookForSecrets(const QString &text, const char *where);
    [[nodiscard]] QStringList files() const;

    const QString m_folder;
    const QStringList m_filesBefore;
    QStringList m_links;
    QByteArrayList m_secrets;
    QStringList m_windows;
    QStringList m_told; // secrets, and where
    bool m_hasListened = false; // to what is in a window
    QElapsedTimer m_sinceTick;
    QTimer m_tick;
    qint64 m_longestStall = 0;
    qint64 m_memoryBefore = 0;
    qint64 m_mostMemory = 0;
};
