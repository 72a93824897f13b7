// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <SmartCaptcha/SmartCaptchaResult>

#include <QtCore/qshareddata.h>
#include <QtCore/qstring.h>

class SmartCaptchaResultPrivate : public QSharedData {
public:
    SmartCaptchaResult::Verdict verdict = SmartCaptchaResult::Verdict::Undetermined;
    SmartCaptchaResult::Error error = SmartCaptchaResult::Error::InvalidRequest;
    bool accepted = false;
    QString host;
    QString message;
    QString details;
    int httpStatus = 0;
    qint64 elapsed = 0;
};

namespace SmartCaptcha::Internal {

/// Creates results; applications only read them.
class ResultBuilder {
public:
    SmartCaptchaResultPrivate *operator->() { return m_result.d.data(); }
    [[nodiscard]] SmartCaptchaResult result() const { return m_result; }

private:
    SmartCaptchaResult m_result;
};

} // namespace SmartCaptcha::Internal
