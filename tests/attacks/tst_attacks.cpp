// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "attack.h"
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

private:
    // In milliseconds.
    static constexpr int patience = 60000;

    QTemporaryDir m_home;
    bool m_engineIsPrepared = HostileSite::prepareEngine(m_home.path());

    void addRows(const QList<Attack> &attacks);
    void carryOut();
    [[nodiscard]] QStringList effectsOf(const Attack &attack, const Scene &scene, Effects &effects);

    HostileSite m_site;
    int m_repeats = 0; // of what the person does
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
    m_repeats = 0;
    if (attack.isSecure && !m_engineIsPrepared)
        QSKIP("needs certutil and pk12util (on Debian: libnss3-tools), and openssl");
    m_site.forget();
    m_site.setPage(attack.script, attack.markup);
    if (attack.prepare)
        attack.prepare(m_site);

    SmartCaptchaOptions options(QStringLiteral("ysc1_test"));
    options.setMode(attack.mode);
    options.setPageSource(SmartCaptchaOptions::PageSource::CustomPage);
    options.setPageUrl(m_site.pageUrl(attack.isSecure));
    options.setLoadTimeout(attack.deadline);

    Effects effects(attack.secrets);
    {
        const auto scene = Scene::make(host, options);
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
        else
            QVERIFY2(
                eventually([&] { return m_site.done() > 0 || scene->state() == State::Failed; }, patience),
                "the page did not get that far");
        if (attack.act) {
            // The engine drops input for a page that has not been drawn.
            bool reached = false;
            for (int times = 0; times < 16 && !reached; ++times) {
                letPass(300, "the page has to be drawn");
                attack.act(*scene, m_site);
                m_repeats = times;
                reached = eventually([&] { return m_site.done() >= attack.dones; }, 1000);
            }
            QVERIFY2(reached, "the person's input has not reached the page");
        }
        letPass(attack.watch, "an effect that must not come");
        const QStringList seen = effectsOf(attack, *scene, effects);
        QVERIFY2(seen.isEmpty(), qPrintable(seen.join(QLatin1String("; "))));
        if (const QByteArrayList mistakes = m_site.mistakes();
            attack.isSkippedIfMissing && !mistakes.isEmpty())
            QSKIP(qPrintable(
                QStringLiteral("not in this engine: %1").arg(QString::fromUtf8(mistakes.first()))));
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

QStringList tst_attacks::effectsOf(const Attack &attack, const Scene &scene, Effects &effects)
{
    QStringList seen = effects.seen(attack.memory);
    for (const QString &link : attack.links) {
        const qsizetype first = seen.indexOf(QRegularExpression(
            QStringLiteral("^opened %1.* outside$").arg(QRegularExpression::escape(link))));
        if (first >= 0)
            seen.removeAt(first);
    }
    const QByteArrayList arrived = m_site.arrived();
    for (const QByteArray &one : arrived)
        seen << QStringLiteral("arrived elsewhere: %1").arg(QString::fromUtf8(one.left(100)));
    if (scene.tokens != attack.tokens)
        seen << QStringLiteral("%1 tokens").arg(scene.tokens);
    if (attack.challenges == 0 && scene.textOfField() != scene.typed())
        seen << QStringLiteral("the form has got \"%1\" of \"%2\"").arg(scene.textOfField(), scene.typed());
    if (scene.challenges != attack.challenges)
        seen << QStringLiteral("%1 challenges").arg(scene.challenges);
    if (scene.errors.size() > 1)
        seen << QStringLiteral("%1 errors").arg(scene.errors.size());
    // On a busy computer a page that is to be loaded again does not come at once, and is asked for once more.
    const int repeats = attack.loads > 1 ? m_repeats : 0;
    if (m_site.loads() < attack.loads || m_site.loads() > attack.loads + repeats)
        seen << QStringLiteral("%1 loads").arg(m_site.loads());
    if (attack.error && (scene.errors.isEmpty() || scene.errors.first().code() != *attack.error))
        seen << QStringLiteral("another outcome");
    if (scene.hasPopup())
        seen << QStringLiteral("a menu or a dialog");
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
        arguments << QStringLiteral("forges") << QStringLiteral("escapes") << QStringLiteral("floods");
    return QTest::qExec(&test, arguments);
}

#include "tst_attacks.moc"
