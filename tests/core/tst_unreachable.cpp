// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "foundation/unreachable.h"

#include <QtTest/qtest.h>

using namespace SmartCaptcha::Internal;

/// What counts as "could not be reached at all"; page and verifier agree on it.
class tst_unreachable : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void meansTheSame_data()
    {
        QTest::addColumn<QNetworkReply::NetworkError>("qt");
        QTest::addColumn<int>("chromium");
        QTest::addColumn<bool>("unreachable");
        QTest::newRow("no such host") << QNetworkReply::HostNotFoundError << -105 << true;
        QTest::newRow("refused") << QNetworkReply::ConnectionRefusedError << -102 << true;
        QTest::newRow("no route") << QNetworkReply::UnknownNetworkError << -109 << true;
        QTest::newRow("no network") << QNetworkReply::UnknownNetworkError << -106 << true;
        QTest::newRow("nobody answers") << QNetworkReply::TimeoutError << -118 << true;
        QTest::newRow("proxy refuses") << QNetworkReply::ProxyConnectionRefusedError << -130 << true;
        QTest::newRow("no such proxy") << QNetworkReply::ProxyNotFoundError << -130 << true;
        QTest::newRow("broke") << QNetworkReply::RemoteHostClosedError << -101 << false;
        QTest::newRow("no TLS") << QNetworkReply::SslHandshakeFailedError << -107 << false;
        QTest::newRow("certificate") << QNetworkReply::SslHandshakeFailedError << -202 << false;
        QTest::newRow("404") << QNetworkReply::ContentNotFoundError << -379 << false;
        QTest::newRow("nothing wrong") << QNetworkReply::NoError << 0 << false;
    }

    void meansTheSame()
    {
        QFETCH(QNetworkReply::NetworkError, qt);
        QFETCH(int, chromium);
        QTEST(Unreachable::isSaidByQt(qt), "unreachable");
        QTEST(Unreachable::isSaidByChromium(chromium), "unreachable");
    }
};

QTEST_GUILESS_MAIN(tst_unreachable)
#include "tst_unreachable.moc"
