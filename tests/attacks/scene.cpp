// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "scene.h"

#include <QtCore/qmimedata.h>
#include <QtCore/qpointer.h>
#include <QtGui/qevent.h>
#include <QtGui/qguiapplication.h>
#include <QtQuick/qquickwindow.h>
#include <QtTest/qtest.h>
#include <QtWidgets/qapplication.h>
#include <QtWidgets/qboxlayout.h>
#include <QtWidgets/qlabel.h>
#include <QtWidgets/qlineedit.h>
#include <QtWidgets/qpushbutton.h>

#include <algorithm>

namespace {

class WidgetScene : public Scene {
public:
    explicit WidgetScene(const SmartCaptchaOptions &options)
        : m_field(new QLineEdit)
        , m_captcha(new SmartCaptchaWidget(options))
    {
        auto *column = new QVBoxLayout(&m_form);
        column->addWidget(m_field);
        column->addWidget(m_captcha);
        column->addStretch();
        m_captcha->setEngine(SmartCaptchaWidget::Engine::WebEngine);
        m_form.resize(480, 760);
        listenTo(m_captcha.data());
    }

    bool show() override
    {
        m_form.show();
        m_form.activateWindow();
        m_field->setFocus();
        return QTest::qWaitForWindowActive(&m_form);
    }
    void setVisible(bool visible) override { m_form.setVisible(visible); }
    SmartCaptcha::State state() const override { return m_captcha->state(); }
    void execute() override { m_captcha->execute(); }
    void reload() override { m_captcha->load(); }
    void reset() override { m_captcha->reset(); }
    void setInline() override
    {
        m_captcha->setChallengePresentation(SmartCaptchaWidget::ChallengePresentation::Inline);
    }
    void setOptions(const SmartCaptchaOptions &options) override { m_captcha->setOptions(options); }
    bool pressRetry() override
    {
        auto *retry = m_captcha->findChild<QPushButton *>(QStringLiteral("smartCaptchaRetry"));
        if (!retry || !retry->isVisible())
            return false;
        QTest::mouseClick(windowOfCaptcha(), Qt::LeftButton, {},
                          retry->mapTo(m_captcha->window(), retry->rect().center()));
        return true;
    }
    void moveElsewhere() override
    {
        auto *column = new QVBoxLayout(&m_elsewhere);
        column->addWidget(m_captcha);
        m_elsewhere.resize(m_form.size());
        m_elsewhere.show();
    }
    void hideCaptcha() override { m_captcha->hide(); }
    void coverCaptcha() override
    {
        auto *cover = new QLabel(QStringLiteral("in front"), &m_form);
        cover->setGeometry(QRect(m_captcha->mapTo(&m_form, QPoint()), m_captcha->size()));
        cover->setAutoFillBackground(true);
        cover->show();
    }
    void deleteCaptcha() override { delete m_captcha; }
    bool isThere() const override { return m_captcha; }
    bool hasPopup() const override { return QApplication::activePopupWidget(); }
    QWindow *window() const override { return m_form.windowHandle(); }
    QWindow *windowOfCaptcha() const override { return m_captcha->window()->windowHandle(); }
    QPoint inWindow(const QPoint &inCaptcha) const override
    {
        return m_captcha->mapTo(m_captcha->window(), inCaptcha);
    }
    QString textOfField() const override { return m_field->text(); }

private:
    QWidget m_elsewhere;
    QWidget m_form;
    QLineEdit *const m_field;
    const QPointer<SmartCaptchaWidget> m_captcha;
};

// Menus and dialogs of Qt Quick Controls are items of the window.
bool isPopup(const QQuickItem *item)
{
    if (!item->isVisible())
        return false;
    const QList<QQuickItem *> parts = item->childItems();
    return item->inherits("QQuickPopupItem") || std::any_of(parts.begin(), parts.end(), isPopup);
}

/// In front of all else, and takes what is pressed there.
class Cover : public QQuickItem {
public:
    explicit Cover(QQuickItem *parent)
        : QQuickItem(parent)
    {
        setZ(1000);
        setAcceptedMouseButtons(Qt::LeftButton);
    }

protected:
    void mousePressEvent(QMouseEvent *event) override { event->accept(); }
};

class QuickScene : public Scene {
public:
    QuickScene(SmartCaptchaView::Engine engine, const SmartCaptchaOptions &options)
    {
        m_form.captcha->setEngine(engine);
        m_form.captcha->setOptions(options);
        listenTo(m_form.captcha.data());
    }

    bool show() override
    {
        m_form.before->forceActiveFocus();
        return m_form.show();
    }
    void setVisible(bool visible) override { m_form.window.setVisible(visible); }
    SmartCaptcha::State state() const override { return m_form.captcha->captchaState(); }
    void execute() override { m_form.captcha->execute(); }
    void reload() override { m_form.captcha->load(); }
    void reset() override { m_form.captcha->reset(); }
    void setInline() override
    {
        m_form.captcha->setChallengePresentation(SmartCaptchaView::ChallengePresentation::Inline);
    }
    void setOptions(const SmartCaptchaOptions &options) override { m_form.captcha->setOptions(options); }
    bool pressRetry() override { return m_form.click(m_form.retry()); }
    void moveElsewhere() override
    {
        m_elsewhere.resize(m_form.window.size());
        m_elsewhere.show();
        m_form.captcha->setParentItem(m_elsewhere.contentItem());
    }
    void hideCaptcha() override { m_form.captcha->setVisible(false); }
    void coverCaptcha() override
    {
        auto *cover = new Cover(m_form.window.contentItem());
        cover->setPosition(m_form.captcha->mapToScene({}));
        cover->setSize(m_form.captcha->size());
    }
    void deleteCaptcha() override { delete m_form.captcha.data(); }
    bool isThere() const override { return m_form.captcha; }
    bool hasPopup() const override { return isPopup(m_form.window.contentItem()); }
    QWindow *window() const override { return const_cast<QQuickWindow *>(&m_form.window); }
    QWindow *windowOfCaptcha() const override { return m_form.captcha->window(); }
    QPoint inWindow(const QPoint &inCaptcha) const override
    {
        return m_form.captcha->mapToScene(inCaptcha).toPoint();
    }
    QString textOfField() const override { return m_form.before->property("text").toString(); }

private:
    QQuickWindow m_elsewhere;
    QuickForm m_form;
};

} // namespace

std::unique_ptr<Scene> Scene::make(Host host, const SmartCaptchaOptions &options)
{
    using Engine = SmartCaptchaView::Engine;
    switch (host) {
    case Host::Widget:
        return std::make_unique<WidgetScene>(options);
    case Host::WebEngine:
        return std::make_unique<QuickScene>(Engine::WebEngine, options);
    case Host::WebView:
        break;
    }
    return std::make_unique<QuickScene>(Engine::WebView, options);
}

void Scene::press(const QPoint &inCaptcha)
{
    QTest::mouseClick(windowOfCaptcha(), Qt::LeftButton, {}, inWindow(inCaptcha));
}

void Scene::drag(const QPoint &inCaptcha)
{
    const QPoint from = inWindow(inCaptcha);
    QTest::mousePress(window(), Qt::LeftButton, {}, from);
    for (int step = 1; step <= 5; ++step)
        QTest::mouseMove(window(), from + (QPoint(20, 20) - from) * step / 5, 20);
    QTest::mouseRelease(window(), Qt::LeftButton, {}, {20, 20}, 20);
}

void Scene::type(const QString &text)
{
    for (const QChar letter : text)
        QTest::keyClick(QGuiApplication::focusWindow(), letter.toLatin1());
    m_typed += text;
}

void Scene::drop(const QMimeData &data, const QPoint &inCaptcha)
{
    const QPoint place = inWindow(inCaptcha);
    QDragEnterEvent enter(place, Qt::CopyAction, &data, Qt::LeftButton, {});
    QCoreApplication::sendEvent(window(), &enter);
    QDragMoveEvent move(place, Qt::CopyAction, &data, Qt::LeftButton, {});
    QCoreApplication::sendEvent(window(), &move);
    QDropEvent drop(place, Qt::CopyAction, &data, Qt::LeftButton, {});
    QCoreApplication::sendEvent(window(), &drop);
}
