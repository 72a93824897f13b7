// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

// A plugin that photographs a program with a captcha, for scripts/pictures, and for tests that only want to
// know that it comes so far. The examples contain nothing for it:
// QT_QPA_GENERIC_PLUGINS=picture:light:solved:FILE has Qt load it into any program. The first part is the
// colours of the program; the second says what is photographed, and then the program ends, with the status 0
// if there is a picture:
//   ready      the captcha, before anybody has pressed it
//   challenge  the window with the challenge
//   solved     the captcha after the press, when the token is accepted, and what the program makes of it
//   browser    the captcha while it is in the person's own browser; the program writes the address to its
//              output, and goes on, because it serves the page
// The texts of the SDK are in the language of the system, as in a program with a translation.

#include "shared/appearance.h"

#include <SmartCaptcha/SmartCaptchaOptions>
#include <SmartCaptcha/SmartCaptchaResult>
#include <SmartCaptcha/SmartCaptchaView>
#include <SmartCaptcha/SmartCaptchaWidget>
#include <SmartCaptcha/smartcaptcha.h>

#include <QtCore/qtimer.h>
#include <QtCore/qurl.h>
#include <QtGui/qdesktopservices.h>
#include <QtGui/qgenericplugin.h>
#include <QtGui/qguiapplication.h>
#include <QtQuick/qquickitem.h>
#include <QtQuick/qquickwindow.h>
#include <QtWidgets/qapplication.h>

#include <cstdio>
#include <utility>

namespace {

// In milliseconds. What a page draws reaches the window a few frames later.
constexpr int drawn = 1500;
constexpr int patience = 120000;

// In pixels: the window of the example in QML is as high as that of a phone, and empty below its text.
constexpr int lowWindow = 240;

SmartCaptchaView *viewIn(const QQuickItem *item)
{
    const QList<QQuickItem *> children = item->childItems();
    for (QQuickItem *child : children) {
        if (auto *view = qobject_cast<SmartCaptchaView *>(child))
            return view;
        if (SmartCaptchaView *view = viewIn(child))
            return view;
    }
    return nullptr;
}

class Photographer : public QObject {
    Q_OBJECT

public:
    explicit Photographer(const QString &specification)
        : m_dark(specification.section(QLatin1Char(':'), 0, 0) == QLatin1String("dark"))
        , m_moment(specification.section(QLatin1Char(':'), 1, 1))
        , m_file(specification.section(QLatin1Char(':'), 2))
    {
        QTimer::singleShot(0, this, &Photographer::begin);
        QTimer::singleShot(patience, this, [] { end(false); });
    }

private Q_SLOTS:
    void open(const QUrl &address)
    {
        std::printf("%s\n", qPrintable(address.toString(QUrl::FullyEncoded)));
        std::fflush(stdout);
    }

private:
    // A window that is not shown yet would not get the colours.
    void begin()
    {
        if (qobject_cast<QApplication *>(QCoreApplication::instance())) {
            const QWidgetList windows = QApplication::topLevelWidgets();
            for (QWidget *window : windows) {
                auto *const captcha = window->findChild<SmartCaptchaWidget *>();
                if (captcha && window->isVisible())
                    return photograph(window, captcha);
            }
        }
        const QWindowList windows = QGuiApplication::topLevelWindows();
        for (QWindow *window : windows) {
            auto *const quick = qobject_cast<QQuickWindow *>(window);
            SmartCaptchaView *const captcha = quick ? viewIn(quick->contentItem()) : nullptr;
            if (captcha && quick->isVisible())
                return photograph(quick, captcha);
        }
        QTimer::singleShot(100, this, &Photographer::begin);
    }

    void prepare() const
    {
        SmartCaptcha::installTranslator(QLocale::system());
        Appearance::apply(m_dark ? Appearance::Scheme::Dark : Appearance::Scheme::Light);
    }

    void photograph(QWidget *window, SmartCaptchaWidget *captcha)
    {
        prepare();
        if (m_moment == QLatin1String("browser")) {
            QDesktopServices::setUrlHandler(QStringLiteral("http"), this, "open");
            // The page has the colours that the captcha has when it is loaded.
            QTimer::singleShot(drawn, captcha, [captcha] {
                captcha->setEngine(SmartCaptchaWidget::Engine::Browser);
                captcha->load();
            });
            QTimer::singleShot(2 * drawn, this, [this, window] {
                if (!window->grab().save(m_file))
                    end(false);
            });
            return;
        }
        follow(captcha, [this, window] {
            if (m_moment != QLatin1String("challenge"))
                return window->grab().save(m_file);
            QWidget *const popup = QApplication::activeModalWidget();
            return popup && popup->grab().save(m_file);
        });
    }

    void photograph(QQuickWindow *window, SmartCaptchaView *captcha)
    {
        prepare();
        window->resize(window->width(), lowWindow);
        follow(captcha, [this, window] { return window->grabWindow().save(m_file); });
    }

    template <typename Captcha, typename Take>
    void follow(Captcha *captcha, Take take)
    {
        const auto later = [this, take] { QTimer::singleShot(drawn, this, [take] { end(take()); }); };
        if (m_moment == QLatin1String("challenge")) {
            connect(captcha, &Captcha::challengeShown, this, later);
        } else if (m_moment == QLatin1String("solved")) {
            connect(captcha, &Captcha::verified, this, [later](const SmartCaptchaResult &result) {
                if (result.isAccepted())
                    later();
                else
                    end(false);
            });
        }
        // The page that is loaded already may not have the colours yet.
        connect(captcha, &Captcha::ready, this, [this, captcha, later] {
            if (!std::exchange(m_loadedAgain, true)) {
                SmartCaptchaOptions options = captcha->options();
                options.setTestMode(m_moment == QLatin1String("challenge"));
                captcha->setOptions(options);
                captcha->load();
            } else if (m_moment == QLatin1String("ready")) {
                later();
            } else {
                captcha->execute();
            }
        });
    }

    static void end(bool written)
    {
        if (!written)
            std::fprintf(stderr, "picture: there is no picture\n");
        QCoreApplication::exit(written ? 0 : 1);
    }

    const bool m_dark;
    const QString m_moment;
    const QString m_file;
    bool m_loadedAgain = false;
};

class PicturePlugin : public QGenericPlugin {
    Q_OBJECT
    Q_PLUGIN_METADATA(IID QGenericPluginFactoryInterface_iid FILE "picture.json")

public:
    QObject *create(const QString &name, const QString &specification) override
    {
        Q_UNUSED(name)
        return new Photographer(specification);
    }
};

} // namespace

#include "picture.moc"
