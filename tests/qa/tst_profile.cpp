// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "profile/keypair.h"
#include "profile/profile.h"

#include <QtTest/qtest.h>

using Qa::KeyPair;
using Qa::Profile;
using State = Qa::KeyPair::State;

class tst_profile : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void pair_data()
    {
        const QString one(QStringLiteral("a").repeated(20));
        const QString two(QStringLiteral("b").repeated(20));
        QTest::addColumn<QString>("siteKey");
        QTest::addColumn<QString>("serverKey");
        QTest::addColumn<State>("state");
        QTest::addColumn<bool>("fine");
        const auto row = [](const char *name, const QString &siteKey, const QString &serverKey, State state,
                            bool fine) { QTest::newRow(name) << siteKey << serverKey << state << fine; };
        const QString site = QStringLiteral("ysc1_%1");
        const QString server = QStringLiteral("ysc2_%1");
        row("together", site.arg(one + u'1'), server.arg(one + u'2'), State::Together, true);
        row("with spaces around", u' ' + site.arg(one), server.arg(one) + u'\n', State::Together, true);
        row("apart", site.arg(one), server.arg(two), State::Apart, false);
        row("nothing", {}, {}, State::NoKeys, true);
        row("no site key", {}, server.arg(one), State::NoSiteKey, true);
        row("no server key", site.arg(one), {}, State::NoServerKey, true);
        row("exchanged", server.arg(one), site.arg(one), State::SiteKeyIsSecret, false);
        row("secret in the open", server.arg(one), {}, State::SiteKeyIsSecret, false);
        row("secret in the middle", u'x' + server.arg(one), {}, State::SiteKeyIsSecret, false);
        row("site key twice", site.arg(one), site.arg(one), State::ServerKeyIsPublic, false);
        row("site key alone, in the wrong place", {}, site.arg(one), State::ServerKeyIsPublic, false);
        row("strange site key", QStringLiteral("key"), server.arg(one), State::SiteKeyUnknown, false);
        row("site key with a gap", site.arg(one + u' ' + one), server.arg(one), State::SiteKeyUnknown, false);
        row("strange server key", site.arg(one), QStringLiteral("key"), State::ServerKeyUnknown, false);
        row("server key with a gap", site.arg(one), server.arg(one + u' ' + one), State::ServerKeyUnknown,
            false);
        row("server key cut off", site.arg(one), server.arg(one.chopped(1)), State::CutOff, false);
        row("site key cut off", site.arg(one.chopped(1)), server.arg(one), State::CutOff, false);
    }
    void pair()
    {
        QFETCH(QString, siteKey);
        QFETCH(QString, serverKey);
        QFETCH(State, state);
        QFETCH(bool, fine);
        const KeyPair pair(siteKey, SmartCaptchaServerKey(serverKey));
        QCOMPARE(pair.state(), state);
        QCOMPARE(pair.isFine(), fine);
        QCOMPARE(pair.hasServerKey(),
                 serverKey.startsWith(QStringLiteral("ysc2_")) && !serverKey.contains(QLatin1Char(' ')));
        QVERIFY(!pair.inWords().isEmpty());
        for (const QString &part : {QString(19, u'a'), QString(19, u'b')})
            QVERIFY(!pair.inWords().contains(part));
    }

    void nothingIsWrongWithTheEmulator()
    {
        QCOMPARE(Profile::builtIn().id, Profile::emulatorId());
        QCOMPARE(Profile::builtIn().problems(), QStringList());
    }

    void problems_data()
    {
        QTest::addColumn<Profile>("profile");
        QTest::addColumn<QString>("words");
        QTest::newRow("none") << whole() << QString();
        Profile profile = whole();
        profile.service = SmartCaptchaService(QUrl(QStringLiteral("http://captcha.example")));
        QTest::newRow("service in the clear") << profile << QStringLiteral("https://");
        profile.service = SmartCaptchaService(QUrl(QStringLiteral("http://127.0.0.1:8080")));
        QTest::newRow("service on this computer") << profile << QString();
        profile = whole();
        profile.serverKey = SmartCaptchaServerKey(QStringLiteral("ysc2_%1").arg(QString(20, u'z')));
        QTest::newRow("pair") << profile << QStringLiteral("do not match");
        profile = whole();
        profile.serverKey = {};
        QTest::newRow("no server key") << profile << QStringLiteral("server key is missing");
        profile = whole();
        profile.siteKey.clear();
        QTest::newRow("no site key") << profile << QStringLiteral("site key is missing");
        profile = whole();
        profile.pageOrigin = QUrl(QStringLiteral("shop.example"));
        QTest::newRow("origin without a scheme") << profile << QStringLiteral("page origin is invalid");
        profile.pageOrigin = QUrl();
        QTest::newRow("no origin") << profile << QString();
    }
    void problems()
    {
        QFETCH(Profile, profile);
        QFETCH(QString, words);
        const QStringList found = profile.problems();
        QCOMPARE(found.size(), words.isEmpty() ? 0 : 1);
        QVERIFY2(words.isEmpty() || found.constFirst().contains(words),
                 qPrintable(found.join(QLatin1Char('\n'))));
    }

    void ownPageNeedsAnOrigin()
    {
        Profile profile = whole();
        QCOMPARE(profile.problems(SmartCaptchaOptions::PageSource::OwnPage), QStringList());
        profile.pageOrigin = QUrl();
        const QStringList found = profile.problems(SmartCaptchaOptions::PageSource::OwnPage);
        QCOMPARE(found.size(), 1);
        QVERIFY(found.constFirst().contains(QStringLiteral("page origin is missing")));
        QCOMPARE(profile.problems(SmartCaptchaOptions::PageSource::ServicePage), QStringList());
    }

private:
    static Profile whole()
    {
        Profile profile = Profile::create(QStringLiteral("Shop"));
        profile.siteKey = QStringLiteral("ysc1_%1").arg(QString(20, u'a'));
        profile.serverKey = SmartCaptchaServerKey(QStringLiteral("ysc2_%1").arg(QString(20, u'a')));
        profile.pageOrigin = QUrl(QStringLiteral("https://shop.example"));
        return profile;
    }
};

QTEST_GUILESS_MAIN(tst_profile)
#include "tst_profile.moc"
