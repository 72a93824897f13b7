// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include <SmartCaptcha/SmartCaptchaBrowserRequest>
#include <SmartCaptcha/SmartCaptchaVerifier>

#include <QCoroFuture>
#include <QCoroTask>
#include <QtCore/qcoreapplication.h>
#include <QtCore/qmetaobject.h>

#include <cstdio>

namespace {

enum ExitStatus { Accepted, NotAccepted, NotAsked };

SmartCaptchaService service()
{
    if (!qEnvironmentVariableIsSet("SMARTCAPTCHA_SERVICE"))
        return SmartCaptchaService::current();
    return SmartCaptchaService(QUrl(qEnvironmentVariable("SMARTCAPTCHA_SERVICE")));
}

QCoro::Task<SmartCaptchaTokenResult> askPerson()
{
    SmartCaptchaOptions options(qEnvironmentVariable("SMARTCAPTCHA_SITE_KEY"));
    options.setService(service());
    SmartCaptchaBrowserRequest request(options);
    QObject::connect(&request, &SmartCaptchaBrowserRequest::started, [](const QUrl &url) {
        // For the person, in case no browser opens; not for a log.
        std::fprintf(stderr, "Solve the captcha in your browser: %s\n", qPrintable(url.toString()));
    });
    // The request lives in the coroutine's frame until there is a result.
    co_return co_await request.start();
}

QCoro::Task<SmartCaptchaResult> askService(SmartCaptchaToken token)
{
    SmartCaptchaVerifier verifier;
    verifier.setServerKey(SmartCaptchaServerKey(qEnvironmentVariable("SMARTCAPTCHA_SERVER_KEY")));
    verifier.setService(service());
    // Nobody passes only because the service cannot be asked.
    verifier.setPolicy(SmartCaptchaPolicy::strict());
    co_return co_await verifier.verifyAsync(token);
}

QCoro::Task<int> run()
{
    const SmartCaptchaTokenResult answer = co_await askPerson();
    if (answer.status() == SmartCaptchaTokenResult::Status::Cancelled) {
        std::fprintf(stderr, "Cancelled.\n");
        co_return NotAsked;
    }
    if (!answer.isOk()) {
        std::fprintf(stderr, "%s\n%s\n", qPrintable(answer.error().userMessage()),
                     qPrintable(answer.error().details()));
        co_return NotAsked;
    }
    const SmartCaptchaResult result = co_await askService(answer.token());
    std::printf("verdict: %s\n",
                QMetaEnum::fromType<SmartCaptchaResult::Verdict>().valueToKey(int(result.verdict())));
    if (!result.host().isEmpty())
        std::printf("host: %s\n", qPrintable(result.host()));
    if (result.error() != SmartCaptchaResult::Error::NoError)
        std::printf("error: %s\n",
                    QMetaEnum::fromType<SmartCaptchaResult::Error>().valueToKey(int(result.error())));
    co_return result.isAccepted() ? Accepted : NotAccepted;
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    // The page in the browser says which program has opened it.
    QCoreApplication::setApplicationName(QStringLiteral("QCoro example"));
    return QCoro::waitFor(run());
}
