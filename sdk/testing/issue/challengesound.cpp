// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "challengesound.h"

#include <QtCore/qendian.h>
#include <QtCore/qmath.h>

#include <cmath>

namespace SmartCaptcha::Internal {

namespace {

constexpr quint32 sampleRate = 8000;
constexpr int beepSamples = sampleRate * 16 / 100;
constexpr int gapSamples = sampleRate * 20 / 100;
constexpr int pauseSamples = sampleRate;
constexpr char silence = char(128);

template <typename Number>
void append(QByteArray &target, Number number)
{
    const Number little = qToLittleEndian(number);
    target.append(reinterpret_cast<const char *>(&little), sizeof little);
}

QByteArray beep()
{
    QByteArray samples(beepSamples, silence);
    for (int i = 0; i < beepSamples; ++i) {
        // A soft beginning and end, so that it does not click.
        const qreal loudness = 80 * std::sin(M_PI * i / beepSamples);
        samples[i] = char(128 + qRound(loudness * std::sin(2 * M_PI * 660 * i / sampleRate)));
    }
    return samples;
}

} // namespace

QByteArray beepDigits(const QString &digits)
{
    const QByteArray oneBeep = beep();
    QByteArray samples(gapSamples, silence);
    for (const QChar digit : digits) {
        for (int i = 0; i < digit.digitValue(); ++i)
            samples += oneBeep + QByteArray(gapSamples, silence);
        samples += QByteArray(pauseSamples, silence);
    }

    QByteArray file("RIFF");
    append(file, quint32(36 + samples.size()));
    file += "WAVEfmt ";
    append(file, quint32(16));
    append(file, quint16(1));
    append(file, quint16(1));
    append(file, sampleRate);
    append(file, sampleRate);
    append(file, quint16(1));
    append(file, quint16(8));
    file += "data";
    append(file, quint32(samples.size()));
    return file + samples;
}

} // namespace SmartCaptcha::Internal
