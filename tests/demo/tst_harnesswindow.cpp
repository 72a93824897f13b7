// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "form/formservice.h"
#include "harness/harnesswindow.h"
#include "harness/noticebar.h"
#include "harness/scenariopanel.h"
#include "harness/scenariospage.h"
#include "play/stage.h"
#include "session/journal.h"
#include "shared/eventually.h"

#include <SmartCaptcha/SmartCaptchaEmulator>

#include <QtCore/qdir.h>
#include <QtCore/qdiriterator.h>
#include <QtCore/qjsonarray.h>
#include <QtCore/qjsondocument.h>
#include <QtCore/qjsonobject.h>
#include <QtCore/qprocess.h>
#include <QtCore/qregularexpression.h>
#include <QtCore/qtemporarydir.h>
#include <QtTest/qsignalspy.h>
#include <QtTest/qtest.h>
#include <QtWidgets/qabstractbutton.h>
#include <QtWidgets/qcombobox.h>
#include <QtWidgets/qlabel.h>
#include <QtWidgets/qlineedit.h>
#include <QtWidgets/qmenu.h>
#include <QtWidgets/qmenubar.h>
#include <QtWidgets/qplaintextedit.h>
#include <QtWidgets/qtabbar.h>
#include <QtWidgets/qtableview.h>
#include <QtWidgets/qtabwidget.h>

using Running = ScenariosPage::Running;

namespace {

/// A window with its settings and sessions in a temporary folder.
class Bench {
public:
    explicit Bench(const QString &folder)
        : window(folder + QStringLiteral("/config"), folder + QStringLiteral("/data"), &service)
    {
        window.setLanguage(QLocale(QStringLiteral("en")));
        QString problem;
        if (!window.begin(&problem))
            qFatal("%s", qPrintable(problem));
        window.show();
        QCoreApplication::processEvents();
        page = window.scenariosPage();
    }

    FormService service;
    HarnessWindow window;
    ScenariosPage *page;
};

Qa::ScenarioResult result(const char *id, Qa::Status status)
{
    Qa::ScenarioResult result;
    result.id = QString::fromLatin1(id);
    result.status = status;
    result.began = QDateTime::currentDateTime();
    result.milliseconds = 1200;
    return result;
}

QByteArray everyFileIn(const QString &folder)
{
    QByteArray all;
    QDirIterator files(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (file.open(QIODevice::ReadOnly))
            all += file.readAll();
    }
    return all;
}

QString journalBelow(const QString &folder)
{
    QDirIterator files(folder, {QStringLiteral("journal.jsonl")}, QDir::Files, QDirIterator::Subdirectories);
    return files.hasNext() ? files.next() : QString();
}

int resultsIn(const QString &journal)
{
    const auto content = Qa::Journal::read(journal);
    return content ? int(content->results.size()) : 0;
}

QStringList textsOf(const QWidget &window)
{
    QStringList texts;
    const auto add = [&texts](const QString &text) {
        if (!text.isEmpty())
            texts << text;
    };
    for (const QAction *action : window.findChildren<QAction *>())
        add(action->text());
    for (const QMenu *menu : window.findChildren<QMenu *>())
        add(menu->title());
    for (const QLabel *label : window.findChildren<QLabel *>())
        add(label->text());
    for (const QAbstractButton *button : window.findChildren<QAbstractButton *>()) {
        add(button->text());
        add(button->toolTip());
    }
    for (const QTabBar *tabs : window.findChildren<QTabBar *>()) {
        for (int i = 0; i < tabs->count(); ++i)
            add(tabs->tabText(i));
    }
    for (const QLineEdit *field : window.findChildren<QLineEdit *>())
        add(field->placeholderText());
    for (const QWidget *widget : window.findChildren<QWidget *>())
        add(widget->accessibleName());
    return texts;
}

} // namespace

class tst_HarnessWindow : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aNewUserHasTheEmulatorAndTheScenarios()
    {
        const QTemporaryDir folder;
        Bench bench(folder.path());
        QVERIFY(bench.page->stage()->emulator());
        QVERIFY(bench.page->model().rowCount() >= 40);
        QVERIFY(!bench.page->list()->current().isEmpty());
        QVERIFY(bench.window.findChild<NoticeBar *>()->text().isEmpty());
        QVERIFY(bench.window.report(QStringLiteral("json")).contains("\"results\": [\n    ]"));
    }

    void theListIsFiltered()
    {
        const QTemporaryDir folder;
        Bench bench(folder.path());
        ScenarioPanel *const list = bench.page->list();
        const int all = int(list->shown().size());
        auto *const text = list->findChild<QLineEdit *>();
        text->setText(QStringLiteral("KEYBOARD standard"));
        QVERIFY(!list->shown().isEmpty());
        QVERIFY(list->shown().size() < all);
        text->setText(QStringLiteral("nobody has this"));
        QVERIFY(list->shown().isEmpty());
        list->clearFilter();
        QCOMPARE(list->shown().size(), all);
    }

    void theLastSessionIsFoundAgain()
    {
        const QTemporaryDir folder;
        {
            Qa::Session session(folder.filePath(QStringLiteral("data/sessions")));
            session.begin(Qa::Profile::builtIn().id, Qa::Profile::builtIn().name);
            session.record(result("standard-human", Qa::Status::Failed));
            session.setNote(QStringLiteral("standard-human"), QStringLiteral("crooked"));
        }
        Bench bench(folder.path());
        QCOMPARE(bench.page->model().state(QStringLiteral("standard-human")), ScenarioModel::State::Failed);
        QVERIFY(bench.window.findChild<NoticeBar *>()->text().contains(QStringLiteral("1 result")));
        QCOMPARE(bench.page->failed(), QStringList{QStringLiteral("standard-human")});
        QVERIFY(bench.window.report(QStringLiteral("json")).contains("crooked"));
        QVERIFY(bench.window.report(QStringLiteral("html")).contains("crooked"));
        // Sessions of other profiles have no effect.
        Qa::Session other(folder.filePath(QStringLiteral("data/sessions")));
        other.begin(QStringLiteral("id-other"), QStringLiteral("other"));
        other.record(result("standard-human", Qa::Status::Passed));
        QVERIFY(bench.page->model().state(QStringLiteral("standard-human")) == ScenarioModel::State::Failed);
    }

    void runsAndKeepsWhatCameOfIt()
    {
        const QTemporaryDir folder;
        Bench bench(folder.path());
        bench.page->list()->setCurrent(QStringLiteral("standard-human"));
        bench.page->run();
        QCOMPARE(bench.page->running(), Running::Harness);
        EVENTUALLY_COMPARE(bench.page->running(), Running::Nobody);
        QCOMPARE(bench.page->model().state(QStringLiteral("standard-human")), ScenarioModel::State::Passed);
        QVERIFY(bench.window.report(QStringLiteral("json")).contains("\"verdict\": \"human\""));
        QVERIFY(bench.window.report(QStringLiteral("xml")).contains("standard-human"));
        // With the picture embedded.
        QVERIFY(bench.window.report(QStringLiteral("html")).contains("data:image/png;base64,"));

        const QByteArray key = bench.page->stage()->emulator()->serverKey().secretValue().toLatin1();
        QVERIFY(!key.isEmpty());
        const QByteArray files = everyFileIn(folder.path());
        QVERIFY(files.contains("standard-human"));
        QVERIFY(!files.contains(key));
        QVERIFY(!bench.window.report(QStringLiteral("html")).contains(key));
    }

    void aRussianTesterSeesTheLanguageChange()
    {
        const QTemporaryDir folder;
        Bench bench(folder.path());
        bench.window.setLanguage(QLocale(QStringLiteral("ru")));
        bench.page->list()->setCurrent(QStringLiteral("language-changes"));
        QCOMPARE(bench.page->list()->current(), QStringLiteral("language-changes"));
        bench.page->run();
        EVENTUALLY_COMPARE(bench.page->running(), Running::Nobody);
        QCOMPARE(bench.page->model().state(QStringLiteral("language-changes")), ScenarioModel::State::Passed);
        // The window stays Russian throughout.
        QVERIFY(bench.window.windowTitle().contains(QStringLiteral("\u0414")));
    }

    void aPersonHasTheLastWord()
    {
        const QTemporaryDir folder;
        Bench bench(folder.path());
        bench.page->list()->setCurrent(QStringLiteral("person-passes"));
        bench.page->run();
        QCOMPARE(bench.page->running(), Running::Person);
        EVENTUALLY(bench.page->stage()->captcha()
                   && bench.page->stage()->captcha()->state() == SmartCaptcha::State::Ready);
        bench.page->findChild<QPlainTextEdit *>(QStringLiteral("note"))
            ->setPlainText(QStringLiteral("The letters overlap"));
        bench.page->judge(false);
        EVENTUALLY_COMPARE(bench.page->running(), Running::Nobody);
        QCOMPARE(bench.page->model().state(QStringLiteral("person-passes")), ScenarioModel::State::Failed);
        QVERIFY(bench.window.report(QStringLiteral("json")).contains("The letters overlap"));
    }

    void stoppingKeepsWhatIsFinished()
    {
        const QTemporaryDir folder;
        Bench bench(folder.path());
        bench.page->runShown();
        const QString first = bench.page->list()->shown().constFirst();
        EVENTUALLY_COMPARE(bench.page->model().state(first), ScenarioModel::State::Passed);
        bench.page->stop();
        EVENTUALLY_COMPARE(bench.page->running(), Running::Nobody);
        QCOMPARE(bench.page->model().state(bench.page->list()->shown().constLast()),
                 ScenarioModel::State::NotTried);
    }

    void aSuddenEndLosesNothingThatWasFinished()
    {
#ifndef Q_OS_UNIX
        QSKIP("The program's folders are set by the environment");
#endif
        const QTemporaryDir folder;
        QProcess program;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        for (const char *name : {"XDG_CONFIG_HOME", "XDG_DATA_HOME", "HOME"})
            environment.insert(QString::fromLatin1(name), folder.path());
        program.setProcessEnvironment(environment);
        program.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        program.start(QStringLiteral(DEMO), {QStringLiteral("--run")});
        QVERIFY(program.waitForStarted());
        EVENTUALLY(resultsIn(journalBelow(folder.path())) >= 2);
        letPass(300, "the next scenario is under way");
        program.kill();
        QVERIFY(program.waitForFinished());
        const QString journal = journalBelow(folder.path());
        const int finished = resultsIn(journal);
        QVERIFY(finished >= 2);

        Qa::Session session(QFileInfo(QFileInfo(journal).path()).path());
        session.begin(QStringLiteral("id-another"), QStringLiteral("another"));
        const auto saved = session.saved();
        QCOMPARE(saved.size(), 1);
        QString problem;
        QVERIFY2(session.open(saved.at(0).folder, &problem), qPrintable(problem));
        QCOMPARE(session.count(Qa::Status::Passed), finished);
    }

    void noMnemonicIsTakenTwice_data()
    {
        QTest::addColumn<QString>("language");
        QTest::newRow("en") << QStringLiteral("en");
        QTest::newRow("ru") << QStringLiteral("ru");
    }
    void noMnemonicIsTakenTwice()
    {
        QFETCH(QString, language);
        const QTemporaryDir folder;
        Bench bench(folder.path());
        bench.window.setLanguage(QLocale(language));
        QTabWidget *const pages = bench.window.findChild<QTabWidget *>();
        for (int page = 0; page < pages->count(); ++page) {
            pages->setCurrentIndex(page);
            QCoreApplication::processEvents();
            QTabWidget *const side = pages->widget(page)->findChild<QTabWidget *>();
            for (int tab = 0; tab < side->count(); ++tab) {
                side->setCurrentIndex(tab);
                QCoreApplication::processEvents();
                QStringList taken;
                const auto take = [&taken](const QString &text) {
                    const QString mnemonic = QKeySequence::mnemonic(text).toString();
                    if (!mnemonic.isEmpty())
                        taken << mnemonic;
                };
                for (const QAction *menu : bench.window.menuBar()->actions())
                    take(menu->text());
                for (const QAbstractButton *button : bench.window.findChildren<QAbstractButton *>()) {
                    if (button->isVisible())
                        take(button->text());
                }
                for (const QLabel *label : bench.window.findChildren<QLabel *>()) {
                    if (label->isVisible() && label->buddy())
                        take(label->text());
                }
                QVERIFY(taken.size() >= 5);
                QStringList twice = taken;
                taken.removeDuplicates();
                for (const QString &mnemonic : std::as_const(taken))
                    twice.removeOne(mnemonic);
                QVERIFY2(twice.isEmpty(), qPrintable(twice.join(QLatin1Char(' '))));
            }
        }
    }

    void theProfileInUseKeepsItsSession()
    {
        const QTemporaryDir folder;
        {
            Qa::Session session(folder.filePath(QStringLiteral("data/sessions")));
            session.begin(Qa::Profile::builtIn().id, Qa::Profile::builtIn().name);
            session.record(result("standard-human", Qa::Status::Failed));
        }
        Bench bench(folder.path());
        const auto action = [&bench](const QString &text) -> QAction * {
            for (QAction *candidate : bench.window.findChildren<QAction *>()) {
                if (candidate->text() == text)
                    return candidate;
            }
            return nullptr;
        };
        action(QStringLiteral("&New session"))->trigger();
        QCOMPARE(bench.page->model().state(QStringLiteral("standard-human")), ScenarioModel::State::NotTried);
        action(Qa::Profile::builtIn().name)->trigger();
        QCoreApplication::processEvents();
        QCOMPARE(bench.page->model().state(QStringLiteral("standard-human")), ScenarioModel::State::NotTried);
    }

    void anotherScenarioIsNotMixedWithTheRunningOne()
    {
        const QTemporaryDir folder;
        Bench bench(folder.path());
        bench.page->list()->setCurrent(QStringLiteral("standard-human"));
        bench.page->runByHand();
        auto *const view = bench.page->findChild<QTableView *>();
        EVENTUALLY(view->model()->rowCount() >= 3);
        bench.page->list()->setCurrent(QStringLiteral("standard-keyboard"));
        QCOMPARE(view->model()->rowCount(), 0);
        QVERIFY(!bench.page->canTakePicture());
        bench.page->list()->setCurrent(QStringLiteral("standard-human"));
        QVERIFY(view->model()->rowCount() >= 3);
        QVERIFY(bench.page->canTakePicture());
        bench.page->stop();
        EVENTUALLY_COMPARE(bench.page->running(), Running::Nobody);
    }

    void isWhollyInRussian()
    {
        const QTemporaryDir folder;
        Bench bench(folder.path());
        bench.window.setLanguage(QLocale(QStringLiteral("ru")));
        // The windows receive LanguageChange from the event loop.
        QCoreApplication::processEvents();
        // Proper names, which are the same in every language, and Qt's own texts for the arrows of tab bars.
        static const QRegularExpression names(QStringLiteral(
            "Scroll Left|Scroll Right|SmartCaptcha|Yandex|Emulator|Qt|JSON|JUnit|XML|English|http://"
            "\\S+|ysc\\d|F5|Shift|Email|HTML|SDK"));
        static const QRegularExpression latin(QStringLiteral("[A-Za-z]{3,}"));
        const QStringList scenarioNames = SmartCaptchaEmulator::scenarioNames();
        const QStringList texts = textsOf(bench.window);
        QVERIFY(texts.size() > 60);
        for (const QString &text : texts) {
            QString rest = text;
            rest.remove(names);
            const bool english = latin.match(rest).hasMatch();
            const bool russian = rest.contains(QRegularExpression(QStringLiteral("[\u0410-\u044f]")));
            if (english && !russian)
                QVERIFY2(text.startsWith(QLatin1String("qt_")) || scenarioNames.contains(text),
                         qPrintable(text));
        }
    }
};

QTEST_MAIN(tst_HarnessWindow)
#include "tst_harnesswindow.moc"
