// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "look/outlinestyle.h"
#include "play/stage.h"
#include "shared/appearance.h"

#include <QtTest/qtest.h>
#include <QtWidgets/qapplication.h>
#include <QtWidgets/qcheckbox.h>
#include <QtWidgets/qcombobox.h>
#include <QtWidgets/qlineedit.h>
#include <QtWidgets/qplaintextedit.h>
#include <QtWidgets/qpushbutton.h>
#include <QtWidgets/qradiobutton.h>
#include <QtWidgets/qspinbox.h>
#include <QtWidgets/qstylefactory.h>

#include <cmath>
#include <memory>

using Appearance::Scheme;

namespace {

/// The contrast ratio of the WCAG, from 1 to 21.
double contrast(const QColor &one, const QColor &other)
{
    const auto luminance = [](const QColor &color) {
        const auto linear = [](double part) {
            return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
        };
        return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF())
            + 0.0722 * linear(color.blueF());
    };
    const double a = luminance(one) + 0.05;
    const double b = luminance(other) + 0.05;
    return qMax(a, b) / qMin(a, b);
}

QImage imageOf(QWidget *widget)
{
    widget->resize(120, 40);
    return widget->grab().toImage();
}

/// The best contrast with @p ground in the first columns of the middle row, where the left border is.
double borderContrast(const QImage &image, const QColor &ground)
{
    double best = 1;
    for (int x = 0; x < 6; ++x)
        best = qMax(best, contrast(image.pixelColor(x, image.height() / 2), ground));
    return best;
}

std::unique_ptr<QWidget> make(const QByteArray &kind)
{
    if (kind == "button")
        return std::make_unique<QPushButton>();
    if (kind == "field")
        return std::make_unique<QLineEdit>();
    if (kind == "combo box")
        return std::make_unique<QComboBox>();
    if (kind == "spin box")
        return std::make_unique<QSpinBox>();
    if (kind == "check box")
        return std::make_unique<QCheckBox>();
    if (kind == "radio button")
        return std::make_unique<QRadioButton>();
    return std::make_unique<QPlainTextEdit>();
}

} // namespace

class tst_OutlineStyle : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        Appearance::initialize();
        QApplication::setStyle(new OutlineStyle);
    }

    void cleanup() { Appearance::apply(Scheme::Light); }

    void bordersCanBeSeen_data()
    {
        QTest::addColumn<QByteArray>("kind");
        for (const char *kind :
             {"button", "field", "combo box", "spin box", "check box", "radio button", "text"})
            QTest::newRow(kind) << QByteArray(kind);
    }

    void bordersCanBeSeen()
    {
        QFETCH(QByteArray, kind);
        for (const auto &[scheme, least] : {std::pair{Scheme::Dark, 3.0}, {Scheme::HighContrast, 12.0}}) {
            Appearance::apply(scheme);
            const auto widget = make(kind);
            const double found =
                borderContrast(imageOf(widget.get()), widget->palette().color(QPalette::Window));
            QVERIFY2(found >= least, qPrintable(QString::number(found)));
        }
    }

    void onLightGroundItIsFusion()
    {
        Appearance::apply(Scheme::Light);
        const std::unique_ptr<QStyle> fusion(QStyleFactory::create(QStringLiteral("Fusion")));
        QPushButton one;
        QPushButton other;
        other.setStyle(fusion.get());
        QCOMPARE(imageOf(&one), imageOf(&other));
    }

    void aLightFormStaysLightInHighContrast()
    {
        Appearance::apply(Scheme::HighContrast);
        Qa::Stage stage;
        stage.setColors(Qa::Colors::Light);
        stage.resize(300, 200);
        auto *const field = stage.findChild<QLineEdit *>();
        const QImage image = stage.grab().toImage();
        QCOMPARE(image.pixelColor(field->geometry().center()), QColor(Qt::white));
        QVERIFY(image.pixelColor(1, 1).lightness() > 200);
        // Without colours of its own, it follows the scheme again.
        stage.setColors(Qa::Colors::System);
        QVERIFY(stage.grab().toImage().pixelColor(1, 1).lightness() < 12);
    }
};

QTEST_MAIN(tst_OutlineStyle)
#include "tst_outlinestyle.moc"
