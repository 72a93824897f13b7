// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "attack.h"
#include "barescene.h"
#include "effects.h"
#include "shared/eventually.h"

#include <SmartCaptcha/smartcaptchaquick.h>

#include <QtCore/qregularexpression.h>
#include <QtCore/qtemporarydir.h>
#include <QtTest/qtest.h>
#include <QtWebEngineCore/qwebengineclientcertificateselection.h>
#include <QtWebEngineCore/qwebenginepage.h>
#include <QtWebEngineCore/qwebengineprofile.h>
#include <QtWidgets/qapplication.h>

#include <algorithm>
#include <tuple>

using State = SmartCaptcha::State;

/// Hostile pages in each host. Nothing that they try may have an effect that can be seen from outside.
class tst_attacks : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void forges_data() { addRows(attacksToForge()); }
    void forges() { carryOut(); }
    void escapes_data() { addRows(attacksToEscape()); }
    void escapes() { carryOut(); }
    void floods_data() { addRows(attacksToFlood()); }
    void floods() { carryOut(); }
    void leaves_data() { addRows(attacksToLeave()); }
    void leaves() { carryOut(); }
    void asks_data() { addRows(attacksToAsk()); }
    void asks() { carryOut(); }
    void tampers_data() { addRows(attacksToTamper()); }
    void tampers() { carryOut(); }
    void keeps_data() { addRows(attacksToKeep()); }
    void keeps() { carryOut(); }
    void exhausts_data() { addRows(attacksToExhaust()); }
    void exhausts() { carryOut(); }
    void connects_data() { addRows(attacksToConnect()); }
    void connects() { carryOut(); }
    void theCertificateIsThere();
    void happensWithoutTheRules_data();
    void happensWithoutTheRules();

private:
    // In milliseconds.
    static constexpr int patience = 60000;

    QTemporaryDir m_home;
    bool m_engineIsPrepared = HostileSite::prepareEngine(m_home.path());

    void addRows(const QList<Attack> &attacks);
    void carryOut();
    void carryOutOnce(const Attack &attack, Host host);
    [[nodiscard]] bool act(const Attack &attack, Scene &scene);
    [[nodiscard]] QByteArray missingProof(const Attack &attack) const;
    [[nodiscard]] QStringList elsewhere();
    [[nodiscard]] QStringList harmOf(const Attack &attack, const Scene &scene, Effects &effects);
    [[nodiscard]] QStringList otherOutcomes(const Attack &attack, const Scene &scene) const;

    HostileSite m_site;
    int m_repeats = 0; // of what the person does
    QString m_missing; // what would show that the attack was carried out
};

Q_DECLARE_METATYPE(Attack)

void tst_attacks::addRows(const QList<Attack> &attacks)
{
    QTest::addColumn<Host>("host");
    QTest::addColumn<Attack>("attack");
    for (const Attack &attack : attacks) {
        for (const auto &[name, host] : {std::pair{"widget", Host::Widget},
                                         {"WebEngine", Host::WebEngine},
                                         {"WebView", Host::WebView}}) {
            if (attack.hosts.contains(host))
                QTest::addRow("%s: %s", name, attack.name.constData()) << host << attack;
        }
    }
}

void tst_attacks::carryOut()
{
    QFETCH(Host, host);
    QFETCH(Attack, attack);
    if (attack.isSecure && !m_engineIsPrepared)
        QSKIP("needs certutil and pk12util (on Debian: libnss3-tools), and openssl");
    // What is not carried out is not withstood either. On a busy computer the page or the person's input may
    // come too late; then all of it begins anew.
    for (int times = 0; times < 3; ++times) {
        m_missing.clear();
        carryOutOnce(attack, host);
        if (m_missing.isEmpty() || QTest::currentTestFailed())
            return;
    }
    QFAIL(qPrintable(m_missing));
}

void tst_attacks::carryOutOnce(const Attack &attack, Host host)
{
    EVENTUALLY(Effects::renderers().isEmpty());
    m_repeats = 0;
    m_site.forget();
    m_site.setPage(attack.script, attack.markup);
    if (attack.prepare)
        attack.prepare(m_site);

    SmartCaptchaOptions options(QStringLiteral("ysc1_test"));
    options.setMode(attack.mode);
    options.setPageSource(SmartCaptchaOptions::PageSource::CustomPage);
    options.setPageUrl(m_site.pageUrl(attack.isSecure));
    options.setLoadTimeout(attack.deadline);

    Effects effects(attack.secrets, m_home.path());
    {
        const auto scene = Scene::make(host, options);
        scene->verifyWith(m_site.backendUrl());
        if (attack.isInline)
            scene->setInline();
        QVERIFY(scene->show());
        if (attack.mode == SmartCaptchaOptions::Mode::Invisible)
            scene->reload();
        // Unless the window has taken so long that the page is over already.
        EVENTUALLY(!Effects::renderers().isEmpty() || scene->state() == State::Failed);
        if (attack.isSilent)
            QVERIFY(eventually(
                [&] {
                    return scene->state() == State::Failed
                        || (attack.mayStayReady && scene->state() == State::Ready);
                },
                patience));
        else if (!eventually([&] { return m_site.done() > 0 || scene->state() == State::Failed; }, patience))
            m_missing = QStringLiteral("the page did not get that far");
        if (m_missing.isEmpty() && !act(attack, *scene)) {
            m_missing =
                QStringLiteral("the person's input has not reached the page, or it has stopped: %1 of "
                               "%2 done()")
                    .arg(m_site.done())
                    .arg(attack.dones);
        }
        const auto isMissing = [&] { return attack.isSkippedIfMissing && !m_site.mistakes().isEmpty(); };
        if (m_missing.isEmpty()) {
            (void)eventually([&] { return missingProof(attack).isEmpty() || isMissing(); }, 15000);
            letPass(attack.watch, "an effect that must not come");
            (void)eventually([&] { return m_site.requested("/backend") >= attack.tokens; }, 15000);
            // On a busy computer it takes longer to become ready, or to fail.
            if (attack.staysReady)
                (void)eventually([&] { return scene->state() != State::Loading; }, 15000);
            if (attack.error)
                (void)eventually([&] { return !scene->errors.isEmpty(); }, 15000);
            const QByteArray missing = isMissing() ? QByteArray() : missingProof(attack);
            if (!missing.isEmpty()) {
                m_missing = QStringLiteral("the attack has not been carried out: no %1")
                                .arg(QString::fromUtf8(missing));
            }
        }
        // What has been done of an attack must not do harm either.
        QStringList seen = harmOf(attack, *scene, effects);
        if (m_missing.isEmpty())
            seen << otherOutcomes(attack, *scene);
        QVERIFY2(seen.isEmpty(), qPrintable(seen.join(QLatin1String("; "))));
        if (!m_missing.isEmpty())
            return;
        if (isMissing())
            QSKIP(qPrintable(QStringLiteral("not in this engine: %1")
                                 .arg(QString::fromUtf8(m_site.mistakes().constFirst()))));
        if (scene->state() == State::Failed || attack.isQuiet) {
            // A page that has failed is gone, with its process.
            const qint64 before = Effects::processorTime(Effects::renderers());
            letPass(600, "what the processes go on to use");
            const qint64 used = Effects::processorTime(Effects::renderers()) - before;
            QVERIFY2(used < 300, qPrintable(QStringLiteral("used %1 ms of 600 after its end").arg(used)));
        }
    }
    EVENTUALLY(Effects::renderers().isEmpty());
    QVERIFY2(eventually([&] { return effects.takenMemory() < Attack().memory; }, patience),
             qPrintable(QStringLiteral("%1 MB of memory are left").arg(effects.takenMemory())));
}

bool tst_attacks::act(const Attack &attack, Scene &scene)
{
    if (!attack.act)
        return true;
    // The engine drops input for a page that has not been drawn.
    for (int times = 0; times < 16; ++times) {
        letPass(300, "the page has to be drawn");
        m_repeats = times;
        if (attack.act(scene, m_site) && eventually([&] { return m_site.done() >= attack.dones; }, 1000))
            return true;
    }
    return false;
}

QStringList tst_attacks::elsewhere()
{
    QStringList all;
    const QByteArrayList arrived = m_site.arrived();
    for (const QByteArray &one : arrived)
        all << QStringLiteral("arrived elsewhere: %1").arg(QString::fromUtf8(one.left(100)));
    return all;
}

QByteArray tst_attacks::missingProof(const Attack &attack) const
{
    if (m_site.requested("/threw") > 0)
        return "all of it";
    if (m_site.loads() < attack.loads)
        return "further load";
    for (const QByteArray &path : attack.proof) {
        if (m_site.requested(path) < attack.proof.count(path))
            return path;
    }
    return {};
}

// Controls: where the SDK's rules are missing, the same page succeeds, and the test sees it.
void tst_attacks::happensWithoutTheRules_data()
{
    QTest::addColumn<Host>("host");
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QString>("effect");
    const QList<Host> all{Host::Widget, Host::WebEngine, Host::WebView};
    // In Qt Quick the dialog is one of Qt Quick's, which need not be installed, and downloads have no
    // handler.
    for (const auto &[name, effect, hosts] :
         {std::tuple{"color input", "window: ", QList<Host>{Host::Widget}},
          {"dropped file", "arrived elsewhere: GET /dropped", all},
          {"WebRTC", "arrived elsewhere: UDP", all},
          {"WebRTC of an empty frame", "arrived elsewhere: UDP", {Host::Widget}},
          {"WebRTC of an empty frame in the markup", "arrived elsewhere: UDP", {Host::Widget}},
          {"WebRTC after document.open()", "arrived elsewhere: UDP", {Host::Widget}},
          {"clipboard after a press", "clipboard: ", {Host::Widget}},
          {"leaves by location.href", "arrived elsewhere: GET /href", all},
          {"leaves by saving a file", "file: ", {Host::Widget}}}) {
        for (const Host host : hosts) {
            const char *const bare = host == Host::Widget ? "bare widget"
                : host == Host::WebEngine                 ? "bare WebEngine"
                                                          : "bare WebView";
            QTest::addRow("%s: %s", bare, name) << host << QByteArray(name) << QString::fromLatin1(effect);
        }
    }
}

void tst_attacks::happensWithoutTheRules()
{
    QFETCH(Host, host);
    QFETCH(QByteArray, name);
    QFETCH(QString, effect);
    const QList<Attack> all = attacksToEscape() + attacksToLeave();
    const auto attack =
        std::find_if(all.cbegin(), all.cend(), [&](const Attack &one) { return one.name == name; });
    QVERIFY(attack != all.cend());
    m_site.forget();
    // Nobody subscribes to the events of the captcha.
    m_site.setPage(attack->script + "; setTimeout(() => begun(), 300);", attack->markup);
    Effects effects({}, m_home.path());
    {
        const auto scene = bareScene(host, m_site.pageUrl(), m_home.path());
        QVERIFY(scene->show());
        const auto isSeen = [&] {
            const QStringList seen = effects.seen() + elsewhere();
            return std::any_of(seen.cbegin(), seen.cend(),
                               [&](const QString &one) { return one.startsWith(effect); });
        };
        // A page that has left says nothing more.
        EVENTUALLY(m_site.done() > 0 || isSeen());
        QVERIFY(isSeen() || act(*attack, *scene));
        EVENTUALLY(isSeen());
    }
    EVENTUALLY(Effects::renderers().isEmpty());
}

// A control of "the person's certificate": the engine has it, and offers it to the site where nobody refuses.
void tst_attacks::theCertificateIsThere()
{
    if (!m_engineIsPrepared)
        QSKIP("needs certutil and pk12util (on Debian: libnss3-tools), and openssl");
    m_site.forget();
    m_site.setPage("begun = () => fetch('/frame?again').finally(done);", {});
    QWebEngineProfile profile;
    QWebEnginePage page(&profile);
    int asked = 0;
    connect(&page, &QWebEnginePage::selectClientCertificate, this,
            [&asked](QWebEngineClientCertificateSelection selection) {
                ++asked;
                selection.select(selection.certificates().constFirst());
            });
    page.load(m_site.pageUrl(true));
    QVERIFY(eventually([this] { return !m_site.arrived().isEmpty(); }, patience));
    QCOMPARE(m_site.arrived().constFirst(), QByteArray("the person's certificate"));
    QVERIFY(asked > 0);
}

// What must not happen at all, or not that often.
QStringList tst_attacks::harmOf(const Attack &attack, const Scene &scene, Effects &effects)
{
    QStringList seen = effects.seen(attack.memory);
    for (const QString &link : attack.links) {
        const qsizetype first = seen.indexOf(QRegularExpression(
            QStringLiteral("^opened %1.* outside$").arg(QRegularExpression::escape(link))));
        if (first >= 0)
            seen.removeAt(first);
    }
    seen << elsewhere();
    if (scene.tokens > attack.tokens)
        seen << QStringLiteral("%1 tokens").arg(scene.tokens);
    if (m_site.requested("/backend") > attack.tokens)
        seen << QStringLiteral("%1 requests to the backend").arg(m_site.requested("/backend"));
    static const QRegularExpression control(QStringLiteral("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]"));
    for (const SmartCaptchaError &error : scene.errors) {
        if (error.details().contains(control))
            seen << QStringLiteral("a control character in details()");
    }
    if (attack.challenges == 0 && scene.textOfField() != scene.typed())
        seen << QStringLiteral("the form has got \"%1\" of \"%2\"").arg(scene.textOfField(), scene.typed());
    if (scene.challenges > attack.challenges)
        seen << QStringLiteral("%1 challenges").arg(scene.challenges);
    if (scene.errors.size() > 1)
        seen << QStringLiteral("%1 errors").arg(scene.errors.size());
    // On a busy computer a page that is to be loaded again does not come at once, and is asked for once more.
    const int repeats = attack.loads > 1 ? m_repeats : 0;
    if (m_site.loads() > attack.loads + repeats)
        seen << QStringLiteral("%1 loads").arg(m_site.loads());
    if (scene.hasPopup())
        seen << QStringLiteral("a menu or a dialog");
    return seen;
}

// What must have come of an attack that has been carried out, and has not.
QStringList tst_attacks::otherOutcomes(const Attack &attack, const Scene &scene) const
{
    QStringList seen;
    if (scene.tokens < attack.tokens)
        seen << QStringLiteral("only %1 tokens").arg(scene.tokens);
    if (m_site.requested("/backend") < attack.tokens)
        seen << QStringLiteral("only %1 requests to the backend").arg(m_site.requested("/backend"));
    if (scene.challenges < attack.challenges)
        seen << QStringLiteral("only %1 challenges").arg(scene.challenges);
    if (attack.error && (scene.errors.isEmpty() || scene.errors.first().code() != *attack.error))
        seen << QStringLiteral("another outcome");
    if (attack.staysReady && scene.state() != State::Ready)
        seen << QStringLiteral("not ready any more");
    return seen;
}

int main(int argc, char *argv[])
{
    SmartCaptcha::initializeQuick();
    QApplication app(argc, argv);
    tst_attacks test;
    // Unless something else is asked for, those that take a minute or two.
    QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() == 1)
        arguments << QStringLiteral("forges") << QStringLiteral("escapes") << QStringLiteral("floods")
                  << QStringLiteral("happensWithoutTheRules");
    return QTest::qExec(&test, arguments);
}

#include "tst_attacks.moc"
