// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "backend.h"

#include <QtCore/qcoreapplication.h>

#include <cstdio>
#include <cstdlib>

namespace {

[[noreturn]] void leave(const char *problem)
{
    std::fprintf(stderr, "backend-qt: %s\n", problem);
    std::exit(2);
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    quint16 port = 8000;
    if (argc > 1) {
        bool isNumber = false;
        port = QByteArray(argv[1]).toUShort(&isNumber);
        if (argc > 2 || !isNumber)
            leave("the only argument is the port on 127.0.0.1; 0 is any free one (8000)");
    }
    const SmartCaptchaServerKey key(qEnvironmentVariable("SMARTCAPTCHA_SERVER_KEY"));
    // So that no other program inherits it.
    qunsetenv("SMARTCAPTCHA_SERVER_KEY");
    if (key.isNull())
        leave("SMARTCAPTCHA_SERVER_KEY is not set");
    if (!key.problem().isEmpty())
        leave(qPrintable(QStringLiteral("SMARTCAPTCHA_SERVER_KEY: ") + key.problem()));
    SmartCaptchaService service;
    if (qEnvironmentVariableIsSet("SMARTCAPTCHA_SERVICE"))
        service = SmartCaptchaService(QUrl(qEnvironmentVariable("SMARTCAPTCHA_SERVICE"), QUrl::StrictMode));
    if (!service.isValid())
        leave("SMARTCAPTCHA_SERVICE is neither an https address, nor http on this computer");

    Backend backend(key, service);
    const quint16 listening = backend.listen(port);
    if (listening == 0)
        leave("cannot listen at this port");
    std::printf("Listening at http://127.0.0.1:%hu\n", listening);
    std::fflush(stdout);
    return QCoreApplication::exec();
}
