// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include <SmartCaptcha/SmartCaptchaBrowserRequest>
#include <SmartCaptcha/SmartCaptchaVerifier>

#include <QtCore/qcoreapplication.h>
#include <QtCore/qmetaobject.h>

#include <cstdio>

namespace {

enum ExitStatus { Accepted, NotAccepted, NotAsked };

void print(const SmartCaptchaResult &result)
{
    std::printf("verdict: %s\n",
                QMetaEnum::fromType<SmartCaptchaResult::Verdict>().valueToKey(int(result.verdict())));
    if (!result.host().isEmpty())
        std::printf("host: %s\n", qPrintable(result.host()));
    if (result.error() != SmartCaptchaResult::Error::NoError)
        std::printf("error: %s\n",
                    QMetaEnum::fromType<SmartCaptchaResult::Error>().valueToKey(int(result.error())));
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    // The page in the browser says which program has opened it.
    QCoreApplication::setApplicationName(QStringLiteral("Console example"));

    SmartCaptchaOptions options(qEnvironmentVariable("SMARTCAPTCHA_SITE_KEY"));
    SmartCaptchaVerifier verifier;
    verifier.setServerKey(SmartCaptchaServerKey(qEnvironmentVariable("SMARTCAPTCHA_SERVER_KEY")));
    // Nobody passes only because the service cannot be asked.
    verifier.setPolicy(SmartCaptchaPolicy::strict());
    if (qEnvironmentVariableIsSet("SMARTCAPTCHA_SERVICE")) {
        const SmartCaptchaService service(QUrl(qEnvironmentVariable("SMARTCAPTCHA_SERVICE")));
        options.setService(service);
        verifier.setService(service);
    }

    SmartCaptchaBrowserRequest request(options);
    QObject::connect(&request, &SmartCaptchaBrowserRequest::started, [](const QUrl &url) {
        // For the person, in case no browser opens; not for a log.
        std::fprintf(stderr, "Solve the captcha in your browser: %s\n", qPrintable(url.toString()));
    });
    QObject::connect(
        &request, &SmartCaptchaBrowserRequest::errorOccurred, [](const SmartCaptchaError &error) {
            std::fprintf(stderr, "%s\n%s\n", qPrintable(error.userMessage()), qPrintable(error.details()));
            QCoreApplication::exit(NotAsked);
        });
    QObject::connect(&request, &SmartCaptchaBrowserRequest::cancelled, [] {
        std::fprintf(stderr, "Cancelled.\n");
        QCoreApplication::exit(NotAsked);
    });
    QObject::connect(&request, &SmartCaptchaBrowserRequest::tokenReceived, &verifier,
                     &SmartCaptchaVerifier::verifyToken);
    QObject::connect(&verifier, &SmartCaptchaVerifier::finished, [](const SmartCaptchaResult &result) {
        print(result);
        QCoreApplication::exit(result.isAccepted() ? Accepted : NotAccepted);
    });
    request.start();
    return QCoreApplication::exec();
}
