// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "captcha/engine/pageguard.h"
#include "captcha/page/pagemessage.h"
#include "shared/eventually.h"

#include <SmartCaptcha/SmartCaptchaOptions>

#include <QtTest/qsignalspy.h>
#include <QtTest/qtest.h>

using namespace SmartCaptcha::Internal;
using Failure = WebHost::Failure;
using Navigation = PageGuard::Navigation;

namespace {

const QUrl serviceUrl(QStringLiteral("https://captcha.example"));
const QUrl elsewhere(QStringLiteral("https://evil.example/page?token=secret"));

CaptchaPage page(SmartCaptchaOptions::PageSource source)
{
    SmartCaptchaOptions options(QStringLiteral("ysc1_test"));
    options.setService(SmartCaptchaService(serviceUrl));
    options.setPageOrigin(QUrl(QStringLiteral("https://shop.example")));
    options.setPageUrl(QUrl(QStringLiteral("https://shop.example/captcha.html")));
    options.setPageSource(source);
    return CaptchaPage::make(options, {}, CaptchaPage::Transport::WindowMessage, {serviceUrl});
}

/// A guard that records its signals.
struct Guarded {
    explicit Guarded(SmartCaptchaOptions::PageSource source = SmartCaptchaOptions::PageSource::ServicePage)
    {
        QObject::connect(&guard, &PageGuard::failed, &guard,
                         [this](Failure failure, const QString &) { failures << failure; });
        guard.begin(page(source));
    }
    bool navigates(const QUrl &url, Navigation navigation, bool mainFrame = true)
    {
        return guard.mayNavigate(url, int(navigation), mainFrame);
    }

    PageGuard guard;
    QList<Failure> failures;
    QSignalSpy links{&guard, &PageGuard::linkClicked};
};

} // namespace

/// PageGuard on its own; tst_webenginehost and tst_webviewhost test it with engines.
class tst_PageGuard : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void beforeThePageOnlyAnEmptyOneIsAllowed()
    {
        PageGuard guard;
        QVERIFY(guard.mayNavigate(QUrl(QStringLiteral("about:blank")), int(Navigation::Typed), true));
        QVERIFY(!guard.mayNavigate(serviceUrl, int(Navigation::Typed), true));
        // Without a page nothing can fail.
        QSignalSpy failed(&guard, &PageGuard::failed);
        guard.processEnded(QStringLiteral("crashed"), 1);
        QCoreApplication::processEvents();
        QCOMPARE(failed.size(), 0);
    }

    void thePageGoesToItsAddressOnce()
    {
        Guarded page;
        QVERIFY(page.navigates(QUrl(QStringLiteral("https://captcha.example/webview?sitekey=x")),
                               Navigation::Typed));
        QVERIFY(!page.navigates(QUrl(QStringLiteral("https://captcha.example/webview")), Navigation::Typed));
        QVERIFY(!page.navigates(elsewhere, Navigation::Other));
        QVERIFY(page.failures.isEmpty());
    }

    void ownTextIsLoadedAsData()
    {
        Guarded page(SmartCaptchaOptions::PageSource::OwnPage);
        QVERIFY(!page.navigates(QUrl(QStringLiteral("https://shop.example/")), Navigation::Typed));
        QVERIFY(page.navigates(QUrl(QStringLiteral("data:text/html,x")), Navigation::Typed));
        QVERIFY(!page.navigates(QUrl(QStringLiteral("data:text/html,y")), Navigation::Typed));
    }

    void framesAreTheServices()
    {
        Guarded page;
        QVERIFY(
            page.navigates(QUrl(QStringLiteral("https://captcha.example/frame")), Navigation::Other, false));
        QVERIFY(page.navigates(QUrl(QStringLiteral("about:srcdoc")), Navigation::Other, false));
        QVERIFY(!page.navigates(elsewhere, Navigation::Other, false));
        QVERIFY(
            !page.navigates(QUrl(QStringLiteral("http://captcha.example/frame")), Navigation::Other, false));
        QVERIFY(page.failures.isEmpty());
    }

    void aRedirectToAnotherSiteIsAFailure()
    {
        Guarded page;
        QVERIFY(page.navigates(serviceUrl, Navigation::Typed));
        QVERIFY(page.navigates(QUrl(QStringLiteral("https://captcha.example/other")), Navigation::Redirect));
        QVERIFY(!page.navigates(elsewhere, Navigation::Redirect));
        EVENTUALLY_COMPARE(page.failures, QList<Failure>{Failure::Load});
    }

    void afterTheDocumentNothingRedirects()
    {
        Guarded page;
        QVERIFY(page.navigates(serviceUrl, Navigation::Typed));
        page.guard.documentArrived();
        QVERIFY(!page.navigates(QUrl(QStringLiteral("https://captcha.example/other")), Navigation::Redirect));
        QVERIFY(page.failures.isEmpty());
    }

    void messagesComeFromTheEventLoop()
    {
        Guarded page;
        QStringList messages;
        bool inside = true;
        QObject::connect(&page.guard, &PageGuard::messageArrived, &page.guard, [&](const QString &json) {
            QVERIFY(!inside);
            messages << json;
        });
        const auto taken = [](const QString &json, PageGuard::Activation activation) {
            return QVariantMap{{QStringLiteral("json"), json},
                               {QStringLiteral("activation"), int(activation)}};
        };
        page.guard.messagesTaken(
            {taken(QStringLiteral("one"), PageGuard::Activation::None),
             taken(QString(PageMessage::MaximumLength + 1, QLatin1Char('x')), PageGuard::Activation::Recent),
             taken(QStringLiteral("two"), PageGuard::Activation::None)});
        inside = false;
        EVENTUALLY_COMPARE(messages, (QStringList{QStringLiteral("one"), QStringLiteral("two")}));
        QVERIFY(!page.guard.takePress());
        page.guard.messagesTaken({taken(QStringLiteral("three"), PageGuard::Activation::Recent)});
        EVENTUALLY_COMPARE(messages.size(), 3);
        QVERIFY(page.guard.takePress());
    }

    void aLinkNeedsAPress()
    {
        Guarded page;
        page.guard.windowRequested(elsewhere, true);
        QVERIFY(!page.navigates(elsewhere, Navigation::LinkClicked));
        QCoreApplication::processEvents();
        QCOMPARE(page.links.size(), 0);
    }

    void onePressOpensOneLink()
    {
        Guarded page;
        page.guard.inputArrived(PageGuard::Input::Press);
        page.guard.windowRequested(QUrl(QStringLiteral("https://legal.example/")), true);
        page.guard.windowRequested(elsewhere, true);
        QVERIFY(!page.navigates(elsewhere, Navigation::LinkClicked));
        QCOMPARE(page.links.size(), 0); // emitted from the event loop
        EVENTUALLY_COMPARE(page.links.size(), 1);
        QCOMPARE(page.links.first().first().toUrl(), QUrl(QStringLiteral("https://legal.example/")));
    }

    // Pressing and releasing are one press, and a key that is held down is one, too.
    void onePressOpensOnePage()
    {
        Guarded page;
        QVERIFY(!PageGuard::inputOf(QEvent::MouseMove));
        for (int press = 1; press <= 3; ++press) {
            page.guard.inputArrived(PageGuard::Input::Press);
            page.guard.windowRequested(elsewhere, true);
            page.guard.inputArrived(PageGuard::Input::Release);
            page.guard.windowRequested(elsewhere, true);
            QVERIFY(!page.navigates(elsewhere, Navigation::LinkClicked));
            EVENTUALLY_COMPARE(page.links.size(), press);
        }
        page.guard.inputArrived(PageGuard::Input::Release);
        page.guard.windowRequested(elsewhere, true);
        QCoreApplication::processEvents();
        QCOMPARE(page.links.size(), 3);
    }

    void aPressCountsOnce()
    {
        Guarded page;
        QVERIFY(!page.guard.takePress());
        page.guard.inputArrived(PageGuard::Input::Release);
        QVERIFY(!page.guard.takePress());
        page.guard.inputArrived(PageGuard::Input::Press);
        QVERIFY(page.guard.takePress());
        QVERIFY(!page.guard.takePress());
        // The engine tells of the same press.
        page.guard.activationReported(PageGuard::Activation::Recent);
        page.guard.activationReported(PageGuard::Activation::Earlier);
        QVERIFY(!page.guard.takePress());
    }

    // A screen reader presses without input.
    void whatTheEngineSawCountsOnce_data()
    {
        QTest::addColumn<PageGuard::Activation>("activation");
        QTest::newRow("just now") << PageGuard::Activation::Recent;
        QTest::newRow("some time ago") << PageGuard::Activation::Earlier;
    }
    void whatTheEngineSawCountsOnce()
    {
        QFETCH(PageGuard::Activation, activation);
        Guarded page;
        page.guard.activationReported(PageGuard::Activation::None);
        QVERIFY(!page.guard.takePress());
        page.guard.activationReported(activation);
        QVERIFY(page.guard.takePress());
        page.guard.activationReported(activation);
        QVERIFY(!page.guard.takePress());
    }

    // The service may answer long after the engine has last called a press recent.
    void aPressBeforeASlowAnswerCounts()
    {
        const auto message = [](qint64 before) {
            return QVariantMap{{QStringLiteral("json"), QStringLiteral("{}")},
                               {QStringLiteral("activation"), int(PageGuard::Activation::Recent)},
                               {QStringLiteral("activeBefore"), double(before)}};
        };
        Guarded page;
        QSignalSpy messages(&page.guard, &PageGuard::messageArrived);
        page.guard.inputArrived(PageGuard::Input::Press);
        QVERIFY(page.guard.takePress());
        page.guard.messagesTaken({message(60000)}); // that one
        EVENTUALLY_COMPARE(messages.size(), 1);
        QVERIFY(!page.guard.takePress());
        letPass(5600, "the press would not be recent any more");
        page.guard.messagesTaken({message(60000)}); // still that one
        EVENTUALLY_COMPARE(messages.size(), 2);
        QVERIFY(!page.guard.takePress());
        page.guard.messagesTaken({message(50)}); // one of a screen reader's
        EVENTUALLY_COMPARE(messages.size(), 3);
        QVERIFY(page.guard.takePress());
    }

    void aDocumentThatCannotBeConfinedFails()
    {
        Guarded page;
        page.guard.consoleSaid(QStringLiteral("anything"), 1, {});
        QCoreApplication::processEvents();
        QVERIFY(page.failures.isEmpty());
        page.guard.consoleSaid(CaptchaPage::documentRefusal(), 1, {});
        EVENTUALLY_COMPARE(page.failures, QList<Failure>{Failure::Load});
    }

    void linksAreHttpsOnly_data()
    {
        QTest::addColumn<QUrl>("url");
        for (const char *address : {"http://legal.example/", "file:///etc/hosts", "mailto:a@b.example",
                                    "javascript:alert(1)", "tel:1"})
            QTest::newRow(address) << QUrl(QString::fromLatin1(address));
    }
    void linksAreHttpsOnly()
    {
        QFETCH(QUrl, url);
        Guarded page;
        page.guard.inputArrived(PageGuard::Input::Press);
        page.guard.windowRequested(url, true);
        QVERIFY(!page.navigates(url, Navigation::LinkClicked));
        QCoreApplication::processEvents();
        QCOMPARE(page.links.size(), 0);
    }

    void reasonsOfTheEngine_data()
    {
        QTest::addColumn<int>("error");
        QTest::addColumn<Failure>("failure");
        // net/base/net_error_list.h
        QTest::newRow("ERR_NAME_NOT_RESOLVED") << -105 << Failure::Unreachable;
        QTest::newRow("ERR_CONNECTION_REFUSED") << -102 << Failure::Unreachable;
        QTest::newRow("ERR_CERT_COMMON_NAME_INVALID") << -200 << Failure::Certificate;
        QTest::newRow("ERR_CERT_DATE_INVALID") << -201 << Failure::Certificate;
        QTest::newRow("ERR_SSL_PROTOCOL_ERROR") << -107 << Failure::Load;
        QTest::newRow("ERR_EMPTY_RESPONSE") << -324 << Failure::Load;
    }
    void reasonsOfTheEngine()
    {
        QFETCH(int, error);
        QFETCH(Failure, failure);
        Guarded page;
        page.guard.loadFailed(error, QStringLiteral("why"));
        QVERIFY(page.failures.isEmpty()); // emitted from the event loop
        EVENTUALLY_COMPARE(page.failures, QList<Failure>{failure});
    }

    void itFailsOnce()
    {
        Guarded page;
        page.guard.processEnded(QStringLiteral("crashed"), 139);
        page.guard.loadFailed(-105, {});
        EVENTUALLY_COMPARE(page.failures, QList<Failure>{Failure::RenderProcessGone});
        QCoreApplication::processEvents();
        QCOMPARE(page.failures.size(), 1);
    }

    void certificatesOfOthersDoNotMatter()
    {
        Guarded page;
        QTest::ignoreMessage(QtWarningMsg,
                             "The certificate of https://evil.example is not trusted: self-signed");
        page.guard.certificateRefused(elsewhere, QStringLiteral("self-signed"));
        QCoreApplication::processEvents();
        QVERIFY(page.failures.isEmpty());
        QTest::ignoreMessage(QtWarningMsg,
                             "The certificate of https://captcha.example is not trusted: self-signed");
        page.guard.certificateRefused(serviceUrl, QStringLiteral("self-signed"));
        EVENTUALLY_COMPARE(page.failures, QList<Failure>{Failure::Certificate});
    }
};

QTEST_GUILESS_MAIN(tst_PageGuard)
#include "tst_pageguard.moc"
