// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include <SmartCaptcha/SmartCaptchaError>
#include <SmartCaptcha/SmartCaptchaOptions>
#include <SmartCaptcha/SmartCaptchaPolicy>
#include <SmartCaptcha/SmartCaptchaResult>
#include <SmartCaptcha/SmartCaptchaServerKey>
#include <SmartCaptcha/SmartCaptchaService>
#include <SmartCaptcha/SmartCaptchaToken>
#include <SmartCaptcha/SmartCaptchaTokenResult>
#include <SmartCaptcha/SmartCaptchaVerifier>

#include <QtCore/qset.h>
#include <QtTest/qsignalspy.h>
#include <QtTest/qtest.h>

// What all value types of the library have in common.
class tst_values : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void areSwappedComparedAndPrinted();
    void areHashed();
    void resultsAreCompared();
    void tokenResultsAreWhatTheyAreMadeOf();
    void optionsPrintNoSecrets();
    void optionsPrintWhatIsSet();
    void policiesPrintTheirCauses();
};

namespace {

template <typename Value>
QString printed(const Value &value)
{
    QString text;
    QDebug(&text).nospace() << value;
    return text;
}

template <typename Value>
void check(const Value &one, const Value &other, const char *name)
{
    static_assert(QTypeInfo<Value>::isRelocatable, "a list moves it without copying");
    static_assert(std::is_nothrow_swappable_v<Value>);
    static_assert(std::is_nothrow_move_constructible_v<Value>);
    QVERIFY(one == one);
    QVERIFY(one != other);
    Value a = one;
    Value b = other;
    a.swap(b);
    QVERIFY(a == other);
    QVERIFY(b == one);
    using std::swap;
    swap(a, b);
    QVERIFY(a == one);
    QVERIFY(b == other);
    QVERIFY2(printed(one).startsWith(QLatin1String(name) + QLatin1Char('(')), qPrintable(printed(one)));
    QVERIFY2(printed(one).endsWith(QLatin1Char(')')), qPrintable(printed(one)));
    QVERIFY(printed(one) != printed(other));
}

// A result from the verifier, for a request that is never sent.
SmartCaptchaResult resultFor(const QString &token)
{
    SmartCaptchaVerifier verifier;
    verifier.setServerKey(SmartCaptchaServerKey());
    QSignalSpy finished(&verifier, &SmartCaptchaVerifier::finished);
    verifier.verify(token);
    if (!finished.wait())
        return {};
    return finished.first().first().value<SmartCaptchaResult>();
}

} // namespace

void tst_values::areSwappedComparedAndPrinted()
{
    SmartCaptchaOptions invisible;
    invisible.setMode(SmartCaptchaOptions::Mode::Invisible);
    check(SmartCaptchaOptions(), invisible, "SmartCaptchaOptions");
    check(SmartCaptchaPolicy::serviceAdvice(), SmartCaptchaPolicy::strict(), "SmartCaptchaPolicy");
    check(SmartCaptchaService::current(), SmartCaptchaService::yandexCloudNet(), "SmartCaptchaService");
    check(SmartCaptchaToken(QStringLiteral("one")), SmartCaptchaToken(), "SmartCaptchaToken");
    check(SmartCaptchaServerKey(QStringLiteral("ysc2_one")), SmartCaptchaServerKey(),
          "SmartCaptchaServerKey");
    using Code = SmartCaptchaError::Code;
    check(SmartCaptchaError(Code::LoadFailed, QStringLiteral("one")),
          SmartCaptchaError(Code::LoadTimeout, QString()), "SmartCaptchaError");
    check(SmartCaptchaTokenResult(SmartCaptchaToken(QStringLiteral("one"))),
          SmartCaptchaTokenResult(SmartCaptchaError(Code::LoadFailed)), "SmartCaptchaTokenResult");
    check(resultFor(QStringLiteral("token")), SmartCaptchaResult(), "SmartCaptchaResult");
}

void tst_values::areHashed()
{
    const QSet<SmartCaptchaToken> tokens{SmartCaptchaToken(QStringLiteral("one")),
                                         SmartCaptchaToken(QStringLiteral("one")),
                                         SmartCaptchaToken(QStringLiteral("two"))};
    QCOMPARE(tokens.size(), 2);
    const QSet<SmartCaptchaServerKey> keys{SmartCaptchaServerKey(QStringLiteral("ysc2_one")),
                                           SmartCaptchaServerKey(QStringLiteral("ysc2_one")),
                                           SmartCaptchaServerKey(QStringLiteral("ysc2_two"))};
    QCOMPARE(keys.size(), 2);
    const QSet<SmartCaptchaService> services{SmartCaptchaService(), SmartCaptchaService::current(),
                                             SmartCaptchaService::yandexCloudNet()};
    QCOMPARE(services.size(), 2);
}

void tst_values::resultsAreCompared()
{
    const SmartCaptchaResult missing = resultFor(QStringLiteral("token"));
    QCOMPARE(missing.error(), SmartCaptchaResult::Error::MissingServerKey);
    QCOMPARE(missing, resultFor(QStringLiteral("another")));
    QCOMPARE_NE(missing, SmartCaptchaResult());
}

void tst_values::tokenResultsAreWhatTheyAreMadeOf()
{
    using Status = SmartCaptchaTokenResult::Status;
    QCOMPARE(SmartCaptchaTokenResult().status(), Status::Cancelled);
    QCOMPARE(SmartCaptchaTokenResult(SmartCaptchaError()).status(), Status::Cancelled);
    const SmartCaptchaTokenResult token(SmartCaptchaToken(QStringLiteral("secret-token")));
    QVERIFY(token.isOk());
    QCOMPARE(token.token().value(), QStringLiteral("secret-token"));
    QVERIFY(!printed(token).contains(QLatin1String("secret")));
    const SmartCaptchaTokenResult null{SmartCaptchaToken()};
    QCOMPARE(null.status(), Status::Failed);
    QCOMPARE(null.error().code(), SmartCaptchaError::Code::ProtocolError);
    QVERIFY(null.token().isNull());
}

void tst_values::optionsPrintNoSecrets()
{
    SmartCaptchaOptions options(QStringLiteral("ysc2_entered-by-mistake"));
    options.setPageUrl(QUrl(QStringLiteral("https://anna:secret@shop.example/page?session=12345")));
    options.setMetadata({{QStringLiteral("email"), QStringLiteral("anna@shop.example")}});
    const QString text = printed(options);
    for (const char *const secret : {"entered", "secret", "12345", "anna"})
        QVERIFY2(!text.contains(QLatin1String(secret)), qPrintable(text));
    QVERIFY2(text.contains(QLatin1String("ysc2_")), qPrintable(text));
    QVERIFY2(text.contains(QLatin1String("shop.example")), qPrintable(text));
    options.setSiteKey(QStringLiteral("neither-of-both"));
    QVERIFY2(!printed(options).contains(QLatin1String("neither")), qPrintable(printed(options)));
}

void tst_values::optionsPrintWhatIsSet()
{
    SmartCaptchaOptions options(QStringLiteral("ysc1_key"));
    QCOMPARE(printed(options), QStringLiteral("SmartCaptchaOptions(ysc1_\u2026)"));
    options.setLanguage(QStringLiteral("tr"));
    options.setTestMode(true);
    options.setLoadTimeout(250);
    const QString text = printed(options);
    for (const char *const part : {"language tr", "testMode true", "loadTimeout 250"})
        QVERIFY2(text.contains(QLatin1String(part)), qPrintable(text));
    QVERIFY2(!text.contains(QLatin1String("challengeTimeout")), qPrintable(text));
}

void tst_values::policiesPrintTheirCauses()
{
    SmartCaptchaPolicy policy = SmartCaptchaPolicy::strict();
    QCOMPARE(printed(policy), QStringLiteral("SmartCaptchaPolicy(accepted: none; hosts: any)"));
    policy.setAccepted(SmartCaptchaResult::Error::Timeout, true);
    policy.setAllowedHosts({QStringLiteral("shop.example"), QStringLiteral("localhost")});
    QCOMPARE(printed(policy),
             QStringLiteral("SmartCaptchaPolicy(accepted: Timeout; hosts: shop.example, localhost)"));
}

QTEST_GUILESS_MAIN(tst_values)

#include "tst_values.moc"
