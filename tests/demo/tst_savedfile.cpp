// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "harness/savedfile.h"

#include <QtCore/qfile.h>
#include <QtCore/qtemporarydir.h>
#include <QtCore/qtimer.h>
#include <QtTest/qtest.h>
#include <QtWidgets/qabstractbutton.h>
#include <QtWidgets/qapplication.h>
#include <QtWidgets/qfiledialog.h>
#include <QtWidgets/qlineedit.h>
#include <QtWidgets/qmessagebox.h>

namespace {

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Enters @p path in the next file dialog; @p overwrites is the answer to the question whether to overwrite a
/// file.
void answer(const QString &path, bool *asked, bool overwrites = true)
{
    QTimer::singleShot(0, qApp, [=] {
        auto *const dialog = qobject_cast<QFileDialog *>(QApplication::activeModalWidget());
        if (!dialog)
            return;
        QTimer::singleShot(0, dialog, [=] {
            auto *const question = qobject_cast<QMessageBox *>(QApplication::activeModalWidget());
            *asked = question;
            if (question)
                question->button(overwrites ? QMessageBox::Yes : QMessageBox::No)->click();
            if (question && !overwrites)
                QTimer::singleShot(0, dialog, &QDialog::reject);
        });
        dialog->findChild<QLineEdit *>()->setText(path);
        QTest::keyClick(dialog->findChild<QLineEdit *>(), Qt::Key_Return);
    });
}

bool ask(const QByteArray &content)
{
    return SavedFile::ask(nullptr, QStringLiteral("Save"), QStringLiteral("timeline.txt"),
                          QStringLiteral("Text (*.txt)"), content);
}

} // namespace

class tst_SavedFile : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QCoreApplication::setAttribute(Qt::AA_DontUseNativeDialogs); }

    void addsTheSuffix()
    {
        const QTemporaryDir folder;
        bool asked = false;
        answer(folder.filePath(QStringLiteral("mine")), &asked);
        QVERIFY(ask("one"));
        QVERIFY(!asked);
        QCOMPARE(contentOf(folder.filePath(QStringLiteral("mine.txt"))), QByteArray("one"));
    }

    void leavesASuffixAlone()
    {
        const QTemporaryDir folder;
        bool asked = false;
        answer(folder.filePath(QStringLiteral("mine.log")), &asked);
        QVERIFY(ask("one"));
        QVERIFY(!asked);
        QCOMPARE(contentOf(folder.filePath(QStringLiteral("mine.log"))), QByteArray("one"));
    }

    void asksBeforeItOverwrites()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("mine.txt"));
        QVERIFY(SavedFile::write(nullptr, file, "one"));
        bool asked = false;
        answer(folder.filePath(QStringLiteral("mine")), &asked, false);
        QVERIFY(!ask("two"));
        QVERIFY(asked);
        QCOMPARE(contentOf(file), QByteArray("one"));
        asked = false;
        answer(folder.filePath(QStringLiteral("mine")), &asked, true);
        QVERIFY(ask("two"));
        QVERIFY(asked);
        QCOMPARE(contentOf(file), QByteArray("two"));
    }
};

QTEST_MAIN(tst_SavedFile)
#include "tst_savedfile.moc"
