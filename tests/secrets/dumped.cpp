// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

// What a core dump tells of a key and a token.
//   dumped HOST MOMENT URL SITE-KEY FILE   shows a captcha, verifies its token with the server key in the
//   file, and
//                                          crashes: while the question is under way (during), or when the
//                                          captcha has been reset, the verifier is gone and the key is
//                                          dropped (after)
//   dumped --search CORE FILE              counts the keys and tokens in the second file, one a line, in a
//   core dump

#include "hosts/anyhost.h"
#include "shared/awaitedresult.h"
#include "shared/eventually.h"

#include <SmartCaptcha/smartcaptchaquick.h>

#include <QtWidgets/qapplication.h>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <sys/resource.h>
#include <utility>

using State = SmartCaptcha::State;

namespace {

[[noreturn]] void fail(const QString &problem)
{
    std::fprintf(stderr, "dumped: %s\n", qPrintable(problem));
    std::exit(1);
}

[[noreturn]] void crash()
{
    // Shells limit the size to nothing.
    rlimit limit = {};
    getrlimit(RLIMIT_CORE, &limit);
    limit.rlim_cur = limit.rlim_max;
    setrlimit(RLIMIT_CORE, &limit);
    std::abort();
}

template <class Characters>
void wipe(Characters *characters, qsizetype count)
{
    volatile auto *const wiped = characters;
    for (qsizetype i = 0; i < count; ++i)
        wiped[i] = {};
}

/// Leaves no other copy behind.
SmartCaptchaServerKey keyIn(const QString &name)
{
    std::array<char, 256> bytes = {};
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        fail(file.errorString());
    const qint64 size = file.read(bytes.data(), bytes.size());
    QString text(qMax<qint64>(size, 0), Qt::Uninitialized);
    for (qsizetype i = 0; i < text.size(); ++i)
        text[i] = QLatin1Char(bytes.at(size_t(i)));
    wipe(bytes.data(), qsizetype(bytes.size()));
    SmartCaptchaServerKey key(text);
    if (text.isDetached())
        wipe(reinterpret_cast<char16_t *>(text.data()), text.size());
    return key;
}

template <class Captcha>
void verify(Captcha &captcha, bool during, const SmartCaptchaService &service, const QString &keyFile)
{
    captcha.execute();
    if (!eventually([&] { return stateOf(captcha) == State::Solved; }))
        fail(QStringLiteral("the captcha is not solved: ") + captcha.error().details());
    {
        SmartCaptchaVerifier verifier;
        verifier.setServerKey(keyIn(keyFile));
        verifier.setService(service);
        SmartCaptchaReply *reply = verifier.verify(captcha.token());
        if (during) {
            QCoreApplication::processEvents();
            crash();
        }
        if (!resultOf(reply).isAccepted())
            fail(QStringLiteral("the token is not accepted"));
    }
    captcha.reset();
    if (!eventually([&] { return stateOf(captcha) == State::Ready; }))
        fail(QStringLiteral("the captcha does not become ready again"));
    settle();
}

/// Where @p text is in @p memory. QByteArray's own search takes a minute for a core dump.
QList<qsizetype> placesOf(const QByteArray &text, const QByteArray &memory)
{
    QList<qsizetype> places;
    const char *const end = memory.constData() + memory.size();
    for (const char *from = memory.constData(); from < end; ++from) {
        from = static_cast<const char *>(
            memmem(from, size_t(end - from), text.constData(), size_t(text.size())));
        if (!from)
            break;
        places << from - memory.constData();
    }
    return places;
}

/// How often there is @p secret in @p memory, as text of one or two bytes for each character: as part of what
/// has been sent to the service, and elsewhere.
std::pair<int, int> countOf(const QByteArray &secret, const QByteArray &memory)
{
    int sent = 0;
    int elsewhere = 0;
    const QList<qsizetype> places = placesOf(secret, memory);
    for (const qsizetype at : places) {
        const QByteArray before = memory.mid(qMax<qsizetype>(0, at - 7), qMin<qsizetype>(7, at));
        ++(before == "secret=" || before.endsWith("token=") ? sent : elsewhere);
    }
    QByteArray wide;
    for (const char character : secret)
        (wide += character) += '\0';
    return {sent, elsewhere + int(placesOf(wide, memory).size())};
}

int search(const QString &core, const QString &list)
{
    QFile dump(core);
    QFile secrets(list);
    if (!dump.open(QIODevice::ReadOnly) || !secrets.open(QIODevice::ReadOnly))
        fail(core + QStringLiteral(" or the list cannot be read"));
    const uchar *const memory = dump.map(0, dump.size());
    if (!memory)
        fail(dump.errorString());
    const QByteArray view = QByteArray::fromRawData(reinterpret_cast<const char *>(memory), dump.size());
    std::pair<int, int> ofKey;
    std::pair<int, int> ofToken;
    for (const QByteArray &secret : secrets.readAll().trimmed().split('\n')) {
        const auto [sent, elsewhere] = countOf(secret, view);
        auto &[allSent, allElsewhere] = secret.startsWith("ysc2_") ? ofKey : ofToken;
        allSent += sent;
        allElsewhere += elsewhere;
    }
    std::printf("%d %d %d %d\n", ofKey.first, ofKey.second, ofToken.first, ofToken.second);
    return 0;
}

} // namespace

int main(int argc, char *argv[])
{
    if (argc == 4 && qstrcmp(argv[1], "--search") == 0)
        return search(QString::fromLocal8Bit(argv[2]), QString::fromLocal8Bit(argv[3]));
    if (argc != 6)
        fail(QStringLiteral("there have to be five arguments, or three"));
    SmartCaptcha::initializeQuick();
    QApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const qsizetype host =
        QStringList{QStringLiteral("widget"), QStringLiteral("WebEngine"), QStringLiteral("WebView")}.indexOf(
            arguments.at(1));
    if (host < 0)
        fail(QStringLiteral("there is no host ") + arguments.at(1));
    const SmartCaptchaService service{QUrl(arguments.at(3))};
    SmartCaptchaOptions options(arguments.at(4));
    options.setService(service);
    options.setMode(SmartCaptchaOptions::Mode::Invisible);
    QUrl origin(arguments.at(3));
    origin.setHost(QStringLiteral("localhost"));
    options.setPageOrigin(origin);
    onHost(Host(host), options, [&](auto &captcha) {
        verify(captcha, arguments.at(2) == QLatin1String("during"), service, arguments.at(5));
        crash();
    });
    return 1;
}
