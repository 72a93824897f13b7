// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "profiles/profilesdialog.h"
#include "profiles/statusline.h"

#include <QtCore/qfile.h>
#include <QtCore/qregularexpression.h>
#include <QtCore/qset.h>
#include <QtCore/qtemporarydir.h>
#include <QtCore/qtimer.h>
#include <QtCore/qtranslator.h>
#include <QtTest/qtest.h>
#include <QtWidgets/qabstractspinbox.h>
#include <QtWidgets/qapplication.h>
#include <QtWidgets/qlabel.h>
#include <QtWidgets/qlineedit.h>
#include <QtWidgets/qlistwidget.h>
#include <QtWidgets/qmessagebox.h>
#include <QtWidgets/qpushbutton.h>
#include <QtWidgets/qspinbox.h>

#ifdef SMARTCAPTCHA_WITH_KEYSTORE
#include "keystore/memorykeybackend.h"
#include "shared/eventually.h"

#include <SmartCaptcha/SmartCaptchaKeyStore>
#endif

using Qa::Profile;

namespace {

const QString one = QString(20, u'a');
const QString two = QString(20, u'b');
const QString tail = QStringLiteral("-tail-of-the-secret");

QString siteKey(const QString &pair)
{
    return QStringLiteral("ysc1_") + pair;
}

QString serverKey(const QString &pair)
{
    return QStringLiteral("ysc2_") + pair + tail;
}

#ifdef SMARTCAPTCHA_WITH_KEYSTORE
class MemoryKeyStore : public SmartCaptchaKeyStore {
public:
    explicit MemoryKeyStore(std::shared_ptr<MemoryKeychain> keychain)
        : SmartCaptchaKeyStore(std::make_unique<SmartCaptchaKeyStorePrivate>(
                                   std::make_unique<MemoryKeyBackend>(std::move(keychain))),
                               nullptr)
    {
    }
};
#endif

} // namespace

class tst_profilesdialog : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_store = std::make_unique<Qa::ProfileStore>(m_folder->filePath(QStringLiteral("profiles.json")));
#ifdef SMARTCAPTCHA_WITH_KEYSTORE
        m_keychain = std::make_shared<MemoryKeychain>();
        m_keyStore = std::make_unique<MemoryKeyStore>(m_keychain);
        m_keys = std::make_unique<Qa::ProfileKeys>(m_keyStore.get(), nullptr);
#else
        m_keys = std::make_unique<Qa::ProfileKeys>(nullptr, nullptr);
#endif
        m_keys->follow(m_store.get());
    }

    void cleanup()
    {
        m_dialog.reset();
        m_keys.reset();
    }

    void theEmulatorHasNothingToSet()
    {
        open();
        auto *list = child<QListWidget>("profiles");
        QCOMPARE(list->count(), 1);
        QVERIFY(child<QLabel>("aboutEmulator")->isVisible());
        QVERIFY(!child<QLineEdit>("name")->isVisible());
        for (const char *button : {"duplicate", "remove", "export"})
            QVERIFY(!child<QPushButton>(button)->isEnabled());
        QVERIFY(!apply()->isEnabled());
    }

    void noRowIsLostWhenALineAppears()
    {
        open();
        press("add");
        type("name", QStringLiteral("Shop"));
        QTest::keyClicks(child<QLineEdit>("service"), QStringLiteral("http://127.0.0.1:35199"), {}, 2);
        QTest::keyClicks(child<QLineEdit>("siteKey"), siteKey(one), {}, 2);
        QTest::keyClicks(child<QLineEdit>("newKey"), serverKey(one), {}, 2);
        QCoreApplication::processEvents();
        QVERIFY(child<QWidget>("kept")->isVisible());
        for (const char *field : {"origin", "loadTimeout", "verifyTimeout", "hosts"}) {
            const auto *shown = child<QWidget>(field);
            QVERIFY2(shown->visibleRegion().boundingRect().height() == shown->height(), field);
        }
    }

    void fillsInAndSaves()
    {
        open();
        press("add");
        QVERIFY(child<QLineEdit>("name")->hasFocus());
        type("name", QStringLiteral("Shop"));
        type("service", QStringLiteral("captcha.example http://localhost:8080"));
        type("siteKey", siteKey(one));
        type("newKey", serverKey(one));
        type("origin", QStringLiteral("shop.example"));
        type("hosts", QStringLiteral("shop.example, m.shop.example"));
        child<QSpinBox>("loadTimeout")->setValue(20000);
        child<QSpinBox>("verifyTimeout")->setValue(7000);
        QCOMPARE(child<QListWidget>("profiles")->currentItem()->text(), QStringLiteral("Shop"));
        QVERIFY(apply()->isEnabled());
        QCOMPARE(m_store->profiles().size(), 1);
        apply()->click();

        QCOMPARE(m_store->profiles().size(), 2);
        const Profile saved = m_store->profiles().at(1);
        QCOMPARE(saved.name, QStringLiteral("Shop"));
        QCOMPARE(saved.service.baseUrls(),
                 (QList<QUrl>{QUrl(QStringLiteral("https://captcha.example")),
                              QUrl(QStringLiteral("http://localhost:8080"))}));
        QCOMPARE(saved.siteKey, siteKey(one));
        QCOMPARE(saved.pageOrigin, QUrl(QStringLiteral("https://shop.example")));
        QCOMPARE(saved.allowedHosts,
                 QStringList({QStringLiteral("shop.example"), QStringLiteral("m.shop.example")}));
        QCOMPARE(saved.loadTimeout, 20000);
        QCOMPARE(saved.verifyTimeout, 7000);
        QCOMPARE(m_keys->key(saved.id).secretValue(), serverKey(one));
        EVENTUALLY(!apply()->isEnabled());
        QVERIFY(!file().contains(tail.toUtf8()));
    }

    void saysWhetherThePairBelongsTogether()
    {
        open();
        press("add");
        const auto *pair = child<StatusLine>("pair");
        QVERIFY(pair->text().contains(QStringLiteral("Both keys are missing")));
        type("siteKey", siteKey(one));
        QVERIFY(pair->text().contains(QStringLiteral("server key is missing")));
        type("newKey", QStringLiteral("ysc2_aaa"));
        QVERIFY(pair->text().contains(QStringLiteral("incomplete")));
        type("newKey", serverKey(two));
        QVERIFY(pair->text().contains(QStringLiteral("do not match")));
        QVERIFY(pair->kind() == StatusLine::Kind::Warning);
        type("newKey", serverKey(one));
        QVERIFY(pair->text().contains(QStringLiteral("keys match")));
        QVERIFY(pair->kind() == StatusLine::Kind::Fine);
        QVERIFY(child<QLineEdit>("newKey")->accessibleDescription() == pair->text());
        type("siteKey", serverKey(one));
        QVERIFY(pair->text().contains(QStringLiteral("instead of the site key")));
    }

    void saysWhatElseIsWrong()
    {
        open();
        press("add");
        const auto *problems = child<StatusLine>("problems");
        QVERIFY(!problems->isVisible());
        type("service", QStringLiteral("http://captcha.example"));
        QVERIFY(problems->text().contains(QStringLiteral("https://")));
        type("service", {});
        QVERIFY(!problems->isVisible());
        type("origin", QStringLiteral("https://user@shop.example"));
        QVERIFY(problems->text().contains(QStringLiteral("page origin")));
        type("origin", {});
        type("name", QStringLiteral("emulator"));
        QVERIFY(problems->text().contains(QStringLiteral("already has this name")));
        type("name", {});
        QVERIFY(problems->text().contains(QStringLiteral("Enter a name")));
        QString problem;
        QVERIFY(!m_dialog->save(&problem));
        QVERIFY(!problem.isEmpty());
        QCOMPARE(m_store->profiles().size(), 1);
    }

    void savesNoServerKeyInPlaceOfAnother()
    {
        open();
        press("add");
        type("siteKey", serverKey(one));
        QString problem;
        QVERIFY(!m_dialog->save(&problem));
        QVERIFY2(problem.contains(QStringLiteral("ysc2_")) && !problem.contains(tail), qPrintable(problem));
        type("siteKey", siteKey(one));
        type("newKey", siteKey(one));
        QVERIFY(!m_dialog->save(&problem));
        QVERIFY2(problem.contains(QStringLiteral("ysc1_")), qPrintable(problem));
        QCOMPARE(m_store->profiles().size(), 1);
        QVERIFY(m_keys->key(child<QLineEdit>("name")->text()).isNull());
    }

    void cancelDiscards()
    {
        const QString id = saved();
        open();
        m_dialog->showProfile(id);
        type("name", QStringLiteral("Another"));
        press("replace");
        type("newKey", serverKey(two));
        press("add");
        press("cancel");
        QVERIFY(!m_dialog->isVisible());
        QCOMPARE(m_store->profiles().size(), 2);
        QCOMPARE(m_store->profile(id)->name, QStringLiteral("Shop"));
        QCOMPARE(m_keys->key(id).secretValue(), serverKey(one));
        QVERIFY(!isShownAnywhere(tail));
        // When it is opened again, it shows the saved profiles.
        m_dialog->show();
        QCOMPARE(child<QListWidget>("profiles")->count(), 2);
        m_dialog->showProfile(id);
        QCOMPARE(child<QLineEdit>("name")->text(), QStringLiteral("Shop"));
    }

    void showsNoServerKeyAgain()
    {
        open();
        press("add");
        type("siteKey", siteKey(one));
        auto *field = child<QLineEdit>("newKey");
        QCOMPARE(field->echoMode(), QLineEdit::Password);
        type("newKey", serverKey(one));
        QVERIFY(!field->displayText().contains(tail));
        QVERIFY(isShownAnywhere(tail));
        apply()->click();
        QVERIFY(!isShownAnywhere(tail));
        const auto *old = child<QLineEdit>("oldKey");
        QVERIFY(old->isVisible());
        QVERIFY(old->isReadOnly());
        QCOMPARE(old->text(), QStringLiteral("ysc2_\u2026"));
        field->undo();
        QCOMPARE(field->text(), QString());
        QVERIFY(child<StatusLine>("pair")->text().contains(QStringLiteral("keys match")));
    }

    void replacesKeepsAndForgets()
    {
        const QString id = saved();
        open();
        m_dialog->showProfile(id);
        press("replace");
        QVERIFY(child<QLineEdit>("newKey")->hasFocus());
        type("newKey", serverKey(two));
        press("keepOld");
        QVERIFY(child<QLineEdit>("oldKey")->isVisible());
        QVERIFY(!isShownAnywhere(tail));
        QVERIFY(!apply()->isEnabled());

        press("replace");
        type("newKey", serverKey(two));
        QVERIFY(child<StatusLine>("pair")->text().contains(QStringLiteral("do not match")));
        apply()->click();
        QCOMPARE(m_keys->key(id).secretValue(), serverKey(two));

        press("forget");
        QVERIFY(child<StatusLine>("pair")->text().contains(QStringLiteral("server key is missing")));
        QCOMPARE(m_keys->key(id).secretValue(), serverKey(two));
        apply()->click();
        QVERIFY(m_keys->key(id).isNull());
        QVERIFY(!child<QPushButton>("keepOld")->isVisible());
    }

    void asksBeforeRemoving()
    {
        const QString id = saved();
        open();
        m_dialog->showProfile(id);
        answerNext(QMessageBox::RejectRole);
        press("remove");
        QCOMPARE(child<QListWidget>("profiles")->count(), 2);
        answerNext(QMessageBox::DestructiveRole);
        press("remove");
        QCOMPARE(child<QListWidget>("profiles")->count(), 1);
        QCOMPARE(m_store->profiles().size(), 2);
        QCOMPARE(m_keys->key(id).secretValue(), serverKey(one));
        press("ok");
        QVERIFY(!m_dialog->isVisible());
        QCOMPARE(m_store->profiles().size(), 1);
        QVERIFY(m_keys->key(id).isNull());
    }

    void duplicates()
    {
        const QString id = saved();
        open();
        m_dialog->showProfile(id);
        press("duplicate");
        QCOMPARE(child<QLineEdit>("name")->text(), QStringLiteral("Shop 2"));
        QVERIFY(child<StatusLine>("pair")->text().contains(QStringLiteral("keys match")));
        apply()->click();
        QCOMPARE(m_store->profiles().size(), 3);
        const Profile copy = m_store->profiles().at(2);
        QVERIFY(copy.id != id);
        QCOMPARE(copy.siteKey, siteKey(one));
        QCOMPARE(m_keys->key(copy.id).secretValue(), serverKey(one));
    }

    void handsOnWithoutKeys()
    {
        const QString id = saved();
        open();
        m_dialog->showProfile(id);
        const QString exported = m_folder->filePath(QStringLiteral("for-you.json"));
        QString problem;
        QVERIFY2(m_dialog->exportTo(exported, &problem), qPrintable(problem));
        QFile handedOn(exported);
        QVERIFY(handedOn.open(QIODevice::ReadOnly));
        const QByteArray bytes = handedOn.readAll();
        QVERIFY(bytes.contains("Shop"));
        QVERIFY(!bytes.contains("ysc"));
        QVERIFY2(m_dialog->importFrom(exported, &problem), qPrintable(problem));
        QCOMPARE(child<QLineEdit>("name")->text(), QStringLiteral("Shop 2"));
        QVERIFY(child<StatusLine>("pair")->text().contains(QStringLiteral("Both keys are missing")));
        QCOMPARE(m_store->profiles().size(), 2);
        QVERIFY(m_dialog->save(&problem));
        QCOMPARE(m_store->profiles().size(), 3);
        QVERIFY(!m_dialog->importFrom(m_folder->filePath(QStringLiteral("nowhere")), &problem));
        QVERIFY(!problem.isEmpty());
    }

#ifdef SMARTCAPTCHA_WITH_KEYSTORE
    void saysWhereTheKeyIs()
    {
        open();
        press("add");
        const auto *kept = child<StatusLine>("kept");
        EVENTUALLY(!kept->isVisible());
        type("newKey", serverKey(one));
        QVERIFY(kept->text().contains(QStringLiteral("will be saved")));
        apply()->click();
        QVERIFY(kept->text().contains(QStringLiteral("Saving the server key")));
        EVENTUALLY(kept->text().contains(QStringLiteral("is stored in the system")));
        QVERIFY(kept->kind() == StatusLine::Kind::Fine);
        QCOMPARE(m_keychain->entries.size(), 1);
    }

    void saysThatTheKeyIsInMemoryOnly()
    {
        const SmartCaptchaKeyStoreResult none(SmartCaptchaKeyStoreResult::Status::Unavailable);
        m_keychain->refusal = none;
        open();
        press("add");
        const auto *kept = child<StatusLine>("kept");
        EVENTUALLY(kept->text().contains(none.userMessage()));
        type("newKey", serverKey(one));
        QVERIFY(kept->text().contains(QStringLiteral("will be kept in memory only")));
        apply()->click();
        EVENTUALLY(kept->text().contains(QStringLiteral("is kept in memory only")));
        QVERIFY(kept->text().contains(none.userMessage()));
        QVERIFY(kept->kind() == StatusLine::Kind::Warning);
        QVERIFY(m_keychain->entries.isEmpty());

        // Now the keychain is available.
        m_keychain->refusal = SmartCaptchaKeyStoreResult(SmartCaptchaKeyStoreResult::Status::Ok);
        press("askAgain");
        EVENTUALLY(kept->text().contains(QStringLiteral("is stored in the system")));
        QVERIFY(!child<QPushButton>("askAgain")->isVisible());
        QCOMPARE(m_keychain->entries.size(), 1);
    }
#endif

    void worksWithTheKeyboardAlone()
    {
        open();
        QTest::keyClick(m_dialog.get(), Qt::Key_A, Qt::AltModifier);
        EVENTUALLY_COMPARE(focusName(), QStringLiteral("name"));
        QTest::keyClicks(m_dialog->focusWidget(), QStringLiteral("By hand"));
        QStringList order;
        const QWidget *const first = m_dialog->focusWidget();
        do {
            order << focusName();
            QTest::keyClick(m_dialog->focusWidget(), Qt::Key_Tab);
        } while (m_dialog->focusWidget() != first && order.size() < 40);
        for (const char *field :
             {"name", "service", "siteKey", "newKey", "origin", "loadTimeout", "verifyTimeout", "hosts",
              "profiles", "add", "duplicate", "remove", "import", "export"})
            QVERIFY2(order.contains(QString::fromLatin1(field)), field);
        QCOMPARE(
            order.mid(0, 8),
            QStringList({QStringLiteral("name"), QStringLiteral("service"), QStringLiteral("siteKey"),
                         QStringLiteral("newKey"), QStringLiteral("origin"), QStringLiteral("loadTimeout"),
                         QStringLiteral("verifyTimeout"), QStringLiteral("hosts")}));
        QTest::keyClick(m_dialog.get(), Qt::Key_Return);
        QVERIFY(!m_dialog->isVisible());
        QCOMPARE(m_store->profiles().at(1).name, QStringLiteral("By hand"));
    }

    void everythingHasANameForScreenReaders()
    {
        open();
        press("add");
        const QList<QWidget *> all = m_dialog->findChildren<QWidget *>();
        for (const QWidget *widget : all) {
            // The parts of a field are labelled by the field.
            const bool isPart = qobject_cast<const QAbstractSpinBox *>(widget->parent())
                || qobject_cast<const QAbstractScrollArea *>(widget->parent());
            if (!widget->isVisible() || widget->focusPolicy() == Qt::NoFocus || isPart
                || qobject_cast<const QLabel *>(widget))
                continue;
            const auto *button = qobject_cast<const QPushButton *>(widget);
            QVERIFY2(!(button ? button->text() : widget->accessibleName()).isEmpty(),
                     widget->metaObject()->className());
        }
    }

    void followsTheLanguage_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QString>("words");
        QTest::newRow("en") << "en"
                            << "The keys match.";
        QTest::newRow("ru") << "ru" << QStringLiteral("Ключи подходят друг к другу.");
    }
    void followsTheLanguage()
    {
        QFETCH(QString, language);
        QFETCH(QString, words);
        const QString id = saved();
        open();
        m_dialog->showProfile(id);
        const QString folder = QStringLiteral(TRANSLATIONS);
        QTranslator demo;
        QTranslator qa;
        QVERIFY(demo.load(folder + QStringLiteral("/desktop/smartcaptcha_demo_") + language));
        QVERIFY(qa.load(folder + QStringLiteral("/qa/smartcaptcha_qa_") + language));
        QCoreApplication::installTranslator(&demo);
        QCoreApplication::installTranslator(&qa);
        EVENTUALLY_COMPARE(child<StatusLine>("pair")->text(), words);

        static const QRegularExpression latin(QStringLiteral("[A-Za-z]{2}"));
        QSet<QChar> mnemonics;
        const QList<QWidget *> all = m_dialog->findChildren<QWidget *>();
        for (const QWidget *widget : all) {
            const auto *button = qobject_cast<const QPushButton *>(widget);
            const auto *label = qobject_cast<const QLabel *>(widget);
            const QString text = button   ? button->text()
                : label && label->buddy() ? label->text()
                                          : QString();
            if (language == QLatin1String("ru"))
                QVERIFY2(!text.contains(latin), qPrintable(text));
            const qsizetype at = text.indexOf(QLatin1Char('&'));
            if (at >= 0) {
                const QChar mnemonic = text.at(at + 1).toUpper();
                QVERIFY2(!mnemonics.contains(mnemonic), qPrintable(text));
                mnemonics << mnemonic;
            }
        }
        QVERIFY(mnemonics.size() > 12);
        QCoreApplication::removeTranslator(&demo);
        QCoreApplication::removeTranslator(&qa);
    }

private:
    void open()
    {
        m_dialog = std::make_unique<ProfilesDialog>(m_store.get(), m_keys.get());
        m_dialog->show();
        QVERIFY(QTest::qWaitForWindowActive(m_dialog.get()));
    }

    // Saves a profile with both keys.
    QString saved()
    {
        Profile profile = Profile::create(QStringLiteral("Shop"));
        profile.siteKey = siteKey(one);
        m_store->add(profile);
        m_keys->setKey(profile.id, SmartCaptchaServerKey(serverKey(one)));
        return profile.id;
    }

    template <typename Widget>
    Widget *child(const char *name) const
    {
        auto *found = m_dialog->findChild<Widget *>(QString::fromLatin1(name));
        if (!found)
            qFatal("There is no %s", name);
        return found;
    }

    void press(const char *button)
    {
        child<QPushButton>(button)->click();
    }

    void type(const char *name, const QString &text)
    {
        auto *field = child<QLineEdit>(name);
        field->setFocus();
        field->selectAll();
        QTest::keyClick(field, Qt::Key_Delete);
        QTest::keyClicks(field, text);
    }

    [[nodiscard]] QPushButton *apply() const
    {
        return child<QPushButton>("apply");
    }

    [[nodiscard]] QString focusName() const
    {
        return m_dialog->focusWidget() ? m_dialog->focusWidget()->objectName() : QString();
    }

    // Searches all properties of all widgets.
    [[nodiscard]] bool isShownAnywhere(const QString &text) const
    {
        const QList<QWidget *> all = m_dialog->findChildren<QWidget *>();
        for (const QWidget *widget : all) {
            const QMetaObject *meta = widget->metaObject();
            for (int i = 0; i < meta->propertyCount(); ++i) {
                if (meta->property(i).read(widget).toString().contains(text))
                    return true;
            }
        }
        const auto *list = child<QListWidget>("profiles");
        for (int i = 0; i < list->count(); ++i) {
            if (list->item(i)->text().contains(text))
                return true;
        }
        return false;
    }

    // Presses a button of the next message box.
    static void answerNext(QMessageBox::ButtonRole role)
    {
        QTimer::singleShot(0, qApp, [role] {
            auto *box = qobject_cast<QMessageBox *>(QApplication::activeModalWidget());
            QVERIFY(box);
            const QList<QAbstractButton *> buttons = box->buttons();
            for (QAbstractButton *button : buttons) {
                if (box->buttonRole(button) == role)
                    button->click();
            }
        });
    }

    [[nodiscard]] QByteArray file() const
    {
        QFile file(m_folder->filePath(QStringLiteral("profiles.json")));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Qa::ProfileStore> m_store;
#ifdef SMARTCAPTCHA_WITH_KEYSTORE
    std::shared_ptr<MemoryKeychain> m_keychain;
    std::unique_ptr<MemoryKeyStore> m_keyStore;
#endif
    std::unique_ptr<Qa::ProfileKeys> m_keys;
    std::unique_ptr<ProfilesDialog> m_dialog;
};

QTEST_MAIN(tst_profilesdialog)
#include "tst_profilesdialog.moc"
