// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "shared/browserpage.h"
#include "shared/eventually.h"

#include <SmartCaptcha/SmartCaptchaEmulator>

#include <QtGui/qimage.h>
#include <QtTest/qtest.h>

#include <algorithm>
#include <cmath>
#include <memory>

namespace {

const QString checkbox = QStringLiteral("[data-testid=smartcaptcha-checkbox]");
const QString button = QStringLiteral("#js-button");

// In this test's page: the button, and the inside of the button without its border.
constexpr QRect buttonPlace(17, 26, 36, 36);
constexpr QRect markPlace = buttonPlace.adjusted(4, 4, -4, -4);

// https://www.w3.org/TR/WCAG21/#non-text-contrast
constexpr double enough = 3;

double luminance(QRgb color)
{
    const auto linear = [](int value) {
        const double part = value / 255.0;
        return part <= 0.03928 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(qRed(color)) + 0.7152 * linear(qGreen(color)) + 0.0722 * linear(qBlue(color));
}

double contrast(QRgb a, QRgb b)
{
    const auto [darker, lighter] = std::minmax({luminance(a), luminance(b)});
    return (lighter + 0.05) / (darker + 0.05);
}

/// The best contrast of any other color with the most frequent one.
double contrastWithin(const QImage &image, const QRect &place)
{
    QHash<QRgb, int> colors;
    for (int y = place.top(); y <= place.bottom(); ++y) {
        for (int x = place.left(); x <= place.right(); ++x)
            ++colors[image.pixel(x, y)];
    }
    const QRgb ground = std::max_element(colors.cbegin(), colors.cend(), std::less<int>()).key();
    double best = 1;
    for (auto color = colors.cbegin(); color != colors.cend(); ++color)
        best = std::max(best, contrast(color.key(), ground));
    return best;
}

} // namespace

/// Whether the emulator's checkbox is visible, measured in pictures of the real page.
class tst_emulator_contrast : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY2(m_emulator.listen(), qPrintable(m_emulator.errorString()));
        m_page = std::make_unique<BrowserPage>();
        QVERIFY(m_page->setHtml(QStringLiteral("<!DOCTYPE html><title>-</title>"), m_emulator.pageOrigin()));
        const bool forced =
            m_page->evaluate(QStringLiteral("matchMedia('(forced-colors: active)').matches")).toBool();
        QCOMPARE(forced, qEnvironmentVariableIsSet("SMARTCAPTCHA_FORCED_COLORS"));
    }

    void cleanup() { m_page->clear(); }
    void cleanupTestCase() { m_page.reset(); }

    void canBeSeen_data()
    {
        QTest::addColumn<QString>("theme");
        QTest::addColumn<QString>("state");
        for (const char *theme : {"light", "dark"}) {
            for (const char *state : {"idle", "hovered", "focused", "checking", "passed",
                                      "passed and hovered", "passed and focused", "expired", "error"})
                QTest::addRow("%s, %s", theme, state)
                    << QString::fromLatin1(theme) << QString::fromLatin1(state);
        }
    }

    void canBeSeen()
    {
        QFETCH(QString, theme);
        QFETCH(QString, state);
        show(theme);
        point(state.contains(QLatin1String("hovered")));
        bool marked = state.contains(QLatin1String("passed"));
        if (state == QLatin1String("checking")) {
            marked = true;
            // The pictures are taken in this slot, before the emulator answers.
            const QMetaObject::Connection held =
                connect(&m_emulator, &SmartCaptchaEmulator::requestReceived, this,
                        [this](const SmartCaptchaEmulatorRequest &request) {
                            if (request.path() == QLatin1String("/api/check"))
                                measure(QStringLiteral("checking"), true);
                        });
            QVERIFY(m_page->click(checkbox, button));
            QVERIFY(m_page->waitFor(QStringLiteral("smartCaptcha.getResponse()")));
            disconnect(held);
            return;
        }
        if (marked || state == QLatin1String("expired")) {
            QVERIFY(m_page->click(checkbox, button));
            QVERIFY(m_page->waitFor(QStringLiteral("smartCaptcha.getResponse()")));
        }
        if (state == QLatin1String("expired")) {
            m_emulator.advanceClock(std::chrono::minutes(5));
            QVERIFY(m_page->waitFor(QStringLiteral("smartCaptcha.getResponse() === ''")));
        }
        if (state == QLatin1String("error"))
            m_page->evaluate(QStringLiteral("smartCaptcha.showError()"));
        if (state.contains(QLatin1String("focused"))) {
            m_page->view().activateWindow();
            m_page->view().setFocus();
            QTest::keyClick(m_page->view().focusProxy(), Qt::Key_Tab);
        }
        measure(state, marked);
    }

private:
    void show(const QString &theme)
    {
        QVERIFY(
            m_page->setHtml(QStringLiteral("<!DOCTYPE html><body style='margin:0'><div id='captcha'></div>"
                                           "<script src='%1?render=onload'></script></body>")
                                .arg(m_emulator.service().scriptUrl().toString()),
                            m_emulator.pageOrigin()));
        m_page->evaluate(QStringLiteral("smartCaptcha.render('captcha', { sitekey: '%1', theme: '%2' })")
                             .arg(m_emulator.siteKey(), theme));
        EVENTUALLY_COMPARE(m_page->read(checkbox, QStringLiteral("body"), QStringLiteral("data-state")),
                           QStringLiteral("idle"));
    }

    void point(bool atTheButton)
    {
        // The first mouse move may only count as entering the widget.
        QWidget *input = m_page->view().focusProxy();
        QTest::mouseMove(input, QPoint(200, 300));
        QTest::mouseMove(input, QPoint(210, 300));
        if (atTheButton) {
            QTest::mouseMove(input, buttonPlace.topLeft() + QPoint(3, 3));
            QTest::mouseMove(input, buttonPlace.center());
        }
    }

    void measure(const QString &state, bool marked)
    {
        QImage image;
        double box = 0;
        double mark = 0;
        const auto look = [&] {
            image = m_page->view().grab().toImage();
            // From the card through the border into the button.
            box = contrastWithin(image, QRect(buttonPlace.left() - 10, buttonPlace.center().y(), 13, 1));
            mark = contrastWithin(image, markPlace);
            return box >= enough && (!marked || mark >= enough)
                && (!state.contains(QLatin1String("hovered")) || isHovered());
        };
        const bool seen = eventually(look, patience);
        const QString pictures = qEnvironmentVariable("SMARTCAPTCHA_PICTURES");
        if (!pictures.isEmpty()) {
            image.save(QStringLiteral("%1/%2.png")
                           .arg(pictures,
                                QString::fromLatin1(QTest::currentDataTag())
                                    .replace(QLatin1Char(' '), QLatin1Char('-'))));
        }
        QVERIFY2(seen,
                 qPrintable(QStringLiteral("%1: contrast of the box %2, of the mark %3, hovered %4")
                                .arg(state)
                                .arg(box, 0, 'f', 2)
                                .arg(mark, 0, 'f', 2)
                                .arg(isHovered())));
    }

    bool isHovered()
    {
        return m_page->read(checkbox, QStringLiteral("#js-button:hover"), QStringLiteral("id"))
            == QLatin1String("js-button");
    }

    SmartCaptchaEmulator m_emulator;
    std::unique_ptr<BrowserPage> m_page;
};

QTEST_MAIN(tst_emulator_contrast)
#include "tst_emulator_contrast.moc"
