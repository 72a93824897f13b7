// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

// A message of a page, as UTF-8 or, after a byte order mark, as UTF-16, which may be broken.

#include "rule.h"

#include "captcha/page/pagemessage.h"

#include <QtCore/qjsondocument.h>
#include <QtCore/qjsonobject.h>

#include <cstring>
#include <iterator>

using namespace SmartCaptcha::Internal;
using Fuzz::rule;
using Type = PageMessage::Type;

namespace {

const QString nonce = QStringLiteral("0123456789abcdef");

QString textFrom(const uint8_t *data, size_t size)
{
    if (size < 2 || data[0] != 0xff || data[1] != 0xfe)
        return QString::fromUtf8(reinterpret_cast<const char *>(data), qsizetype(size));
    QString text(qsizetype(size / 2 - 1), Qt::Uninitialized);
    std::memcpy(text.data(), data + 2, size_t(text.size()) * 2);
    return text;
}

// The message as the page's own script would have sent it.
QString written(const PageMessage &message)
{
    static const char *const names[] = {"scriptLoaded",    "scriptFailed", "ready",        "challengeVisible",
                                        "challengeHidden", "success",      "tokenExpired", "networkError",
                                        "javascriptError", "size"};
    static_assert(std::size(names) == size_t(Type::Size) + 1, "each type has a name");
    QJsonObject object{{QStringLiteral("nonce"), nonce},
                       {QStringLiteral("attempt"), message.attempt},
                       {QStringLiteral("type"), QLatin1String(names[int(message.type)])}};
    if (message.type == Type::Success)
        object.insert(QStringLiteral("token"), message.token);
    if (message.type == Type::ScriptLoaded)
        object.insert(QStringLiteral("address"), message.address);
    if (message.type == Type::Ready)
        object.insert(QStringLiteral("controllable"), message.controllable);
    if (message.type == Type::Size) {
        object.insert(QStringLiteral("width"), message.size.width());
        object.insert(QStringLiteral("height"), message.size.height());
        object.insert(QStringLiteral("challenge"), message.challenge);
    }
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

void checkDescription(const QString &text)
{
    rule(text.size() <= 301, "a description is short");
    int opaque = 0;
    for (const QChar c : text) {
        const QChar::Category category = c.category();
        rule(category != QChar::Other_Control && category != QChar::Other_Format
                 && category != QChar::Separator_Line && category != QChar::Separator_Paragraph,
             "a description has no characters that control a terminal or the direction of text");
        const bool isOpaque = c.unicode() < 0x80 && (c.isLetterOrNumber() || strchr("+/=%_-", c.toLatin1()));
        opaque = isOpaque && c.unicode() != 0 ? opaque + 1 : 0;
        rule(opaque < 40, "a description has nothing that could be a token");
    }
    rule(!text.contains(QLatin1String("ysc2_a")), "a description has no server key");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QString json = textFrom(data, size);
    QString problem;
    const std::optional<PageMessage> message = PageMessage::parse(json, nonce, &problem);
    rule(!PageMessage::parse(json, QString()), "no message without a nonce");
    if (!message) {
        rule(!problem.isEmpty(), "a refusal has a reason");
        return 0;
    }
    rule(json.size() <= PageMessage::MaximumLength, "a message has a bounded length");
    rule(json.contains(nonce) || json.contains(QLatin1Char('\\')), "a message has the page's nonce");
    rule(!PageMessage::parse(json, QStringLiteral("fedcba9876543210")), "no message of another page");
    rule(message->token.isEmpty() || message->type == Type::Success, "only a success has a token");
    rule(message->token.size() <= PageMessage::MaximumLength, "a token has a bounded length");
    rule(message->description.isEmpty() || message->type == Type::ScriptFailed
             || message->type == Type::JavascriptError,
         "only errors have a description");
    checkDescription(message->description);
    if (message->type == Type::Size)
        rule(message->size.width() >= 0 && message->size.width() <= 4000 && message->size.height() >= 0
                 && message->size.height() <= 4000,
             "each side is from 0 to 4000");
    if (message->type != Type::ScriptFailed && message->type != Type::JavascriptError) {
        const std::optional<PageMessage> again = PageMessage::parse(written(*message), nonce);
        // Replacing broken UTF-16 may make a text longer.
        if (message->token.size() <= PageMessage::MaximumTokenLength) {
            rule(again.has_value(), "a message can be written again");
            rule(again->type == message->type && again->attempt == message->attempt
                     && again->token == message->token && again->size == message->size
                     && again->address == message->address && again->controllable == message->controllable
                     && again->challenge == message->challenge,
                 "a message that is written again says the same");
        }
    }
    return 0;
}
