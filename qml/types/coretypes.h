// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <SmartCaptcha/SmartCaptchaError>
#include <SmartCaptcha/SmartCaptchaOptions>
#include <SmartCaptcha/SmartCaptchaPolicy>
#include <SmartCaptcha/SmartCaptchaReply>
#include <SmartCaptcha/SmartCaptchaResult>
#include <SmartCaptcha/SmartCaptchaServerKey>
#include <SmartCaptcha/SmartCaptchaService>
#include <SmartCaptcha/SmartCaptchaToken>
#include <SmartCaptcha/SmartCaptchaVerifier>

#include <QtCore/qobject.h>
#include <QtQml/qqmlregistration.h>

// Registers the types of SmartCaptcha::Core with QML; Core itself does not know QML. A value type has a
// lower-case name for its values, and its C++ name for its enumerations.
namespace SmartCaptcha::Internal {

struct ErrorValueType {
    Q_GADGET
    QML_FOREIGN(SmartCaptchaError)
    QML_VALUE_TYPE(smartCaptchaError)
};
class ErrorEnums : public QObject {
    Q_OBJECT
    QML_NAMED_ELEMENT(SmartCaptchaError)
    QML_UNCREATABLE("It has enumerations only")
    QML_EXTENDED_NAMESPACE(SmartCaptchaError)
};

struct OptionsValueType {
    Q_GADGET
    QML_FOREIGN(SmartCaptchaOptions)
    QML_VALUE_TYPE(smartCaptchaOptions)
};
class OptionsEnums : public QObject {
    Q_OBJECT
    QML_NAMED_ELEMENT(SmartCaptchaOptions)
    QML_UNCREATABLE("It has enumerations only")
    QML_EXTENDED_NAMESPACE(SmartCaptchaOptions)
};

struct ResultValueType {
    Q_GADGET
    QML_FOREIGN(SmartCaptchaResult)
    QML_VALUE_TYPE(smartCaptchaResult)
};
class ResultEnums : public QObject {
    Q_OBJECT
    QML_NAMED_ELEMENT(SmartCaptchaResult)
    QML_UNCREATABLE("It has enumerations only")
    QML_EXTENDED_NAMESPACE(SmartCaptchaResult)
};

struct PolicyValueType {
    Q_GADGET
    QML_FOREIGN(SmartCaptchaPolicy)
    QML_VALUE_TYPE(smartCaptchaPolicy)
};

struct ServerKeyValueType {
    Q_GADGET
    QML_FOREIGN(SmartCaptchaServerKey)
    QML_VALUE_TYPE(smartCaptchaServerKey)
};

struct ServiceValueType {
    Q_GADGET
    QML_FOREIGN(SmartCaptchaService)
    QML_VALUE_TYPE(smartCaptchaService)
};

struct TokenValueType {
    Q_GADGET
    QML_FOREIGN(SmartCaptchaToken)
    QML_VALUE_TYPE(smartCaptchaToken)
};

struct VerifierElement {
    Q_GADGET
    QML_FOREIGN(SmartCaptchaVerifier)
    QML_NAMED_ELEMENT(SmartCaptchaVerifier)
};

struct ReplyElement {
    Q_GADGET
    QML_FOREIGN(SmartCaptchaReply)
    QML_NAMED_ELEMENT(SmartCaptchaReply)
    QML_UNCREATABLE("A reply comes from SmartCaptchaVerifier.verify()")
};

} // namespace SmartCaptcha::Internal
