// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include <SmartCaptcha/SmartCaptchaBrowserRequest>
#include <SmartCaptcha/SmartCaptchaEmulator>

#include <QtCore/qfuturewatcher.h>
#include <QtNetwork/qnetworkaccessmanager.h>
#include <QtNetwork/qnetworkreply.h>
#include <QtTest/qsignalspy.h>
#include <QtTest/qtest.h>

#include <memory>

using State = SmartCaptcha::State;
using Status = SmartCaptchaTokenResult::Status;

/// What needs no browser; the endings in real browsers are in tst_inbrowser_chromium and its like.
class tst_BrowserRequest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_emulator.listen()); }

    void init()
    {
        SmartCaptchaOptions options(m_emulator.siteKey());
        options.setService(m_emulator.service());
        m_request = std::make_unique<SmartCaptchaBrowserRequest>(options);
        m_request->setOpensBrowser(false);
    }

    void cleanup() { m_request.reset(); }

    void propertiesAreAsPromised()
    {
        const SmartCaptchaBrowserRequest request;
        QVERIFY(request.opensBrowser());
        QCOMPARE(request.state(), State::Idle);
        QVERIFY(request.url().isEmpty());
        QSignalSpy opens(m_request.get(), &SmartCaptchaBrowserRequest::opensBrowserChanged);
        QSignalSpy options(m_request.get(), &SmartCaptchaBrowserRequest::optionsChanged);
        for (int i = 0; i < 2; ++i) {
            m_request->setOpensBrowser(true);
            m_request->setOptions(SmartCaptchaOptions(QStringLiteral("ysc1_other")));
        }
        QCOMPARE(opens.size(), 1);
        QCOMPARE(options.size(), 1);
    }

    void startsAndIsCancelled()
    {
        QSignalSpy started(m_request.get(), &SmartCaptchaBrowserRequest::started);
        QSignalSpy cancelled(m_request.get(), &SmartCaptchaBrowserRequest::cancelled);
        QFuture<SmartCaptchaTokenResult> future = m_request->start();
        QVERIFY(started.isEmpty());
        QVERIFY(started.wait());
        const QUrl url = started.first().first().toUrl();
        QCOMPARE(url, m_request->url());
        QCOMPARE(m_request->state(), State::Loading);
        QNetworkAccessManager manager;
        QNetworkReply *const page = manager.get(QNetworkRequest(url));
        QVERIFY(QSignalSpy(page, &QNetworkReply::finished).wait());
        QVERIFY(page->readAll().contains("captcha-container"));
        delete page;
        // The same attempt.
        QFuture<SmartCaptchaTokenResult> same = m_request->start();
        QCOMPARE(started.size(), 1);
        m_request->cancel();
        QCOMPARE(cancelled.size(), 1);
        QVERIFY(future.isFinished() && same.isFinished());
        QCOMPARE(future.result().status(), Status::Cancelled);
        QVERIFY(m_request->url().isEmpty());
        QCOMPARE(m_request->state(), State::Idle);
        m_request->cancel();
        QCOMPARE(cancelled.size(), 1);
    }

    void cancellingTheFutureCancels()
    {
        QSignalSpy cancelled(m_request.get(), &SmartCaptchaBrowserRequest::cancelled);
        QFuture<SmartCaptchaTokenResult> future = m_request->start();
        future.cancel();
        QVERIFY(cancelled.wait());
        QVERIFY(future.isFinished());
    }

    void theFutureEndsWithTheRequest()
    {
        const QFuture<SmartCaptchaTokenResult> future = m_request->start();
        QSignalSpy cancelled(m_request.get(), &SmartCaptchaBrowserRequest::cancelled);
        m_request.reset();
        QVERIFY(future.isFinished());
        QCOMPARE(future.result().status(), Status::Cancelled);
        QVERIFY(cancelled.isEmpty());
    }

    void wrongOptionsAreAnError()
    {
        m_request->setOptions({});
        QSignalSpy errors(m_request.get(), &SmartCaptchaBrowserRequest::errorOccurred);
        const QFuture<SmartCaptchaTokenResult> future = m_request->start();
        QVERIFY(errors.wait());
        QCOMPARE(future.result().error().code(), SmartCaptchaError::Code::InvalidOptions);
    }

    void slotsMayDeleteIt_data()
    {
        QTest::addColumn<bool>("inStarted");
        QTest::newRow("started") << true;
        QTest::newRow("cancelled") << false;
    }

    void slotsMayDeleteIt()
    {
        QFETCH(bool, inStarted);
        if (inStarted)
            connect(m_request.get(), &SmartCaptchaBrowserRequest::started, this,
                    [this] { m_request.reset(); });
        else
            connect(m_request.get(), &SmartCaptchaBrowserRequest::cancelled, this,
                    [this] { m_request.reset(); });
        const QFuture<SmartCaptchaTokenResult> future = m_request->start();
        if (!inStarted)
            m_request->cancel();
        QVERIFY(QTest::qWaitFor([&] { return !m_request; }));
        QVERIFY(future.isFinished());
    }

    void aSecondAttemptHasAnotherAddress()
    {
        m_request->start();
        const QUrl first = m_request->url();
        m_request->cancel();
        m_request->start();
        QVERIFY(!m_request->url().isEmpty());
        QVERIFY(m_request->url() != first);
    }

private:
    SmartCaptchaEmulator m_emulator;
    std::unique_ptr<SmartCaptchaBrowserRequest> m_request;
};

QTEST_GUILESS_MAIN(tst_BrowserRequest)
#include "tst_browserrequest.moc"
