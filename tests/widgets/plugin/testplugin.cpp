// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "testplugin.h"

using namespace SmartCaptcha::Internal;

#ifdef TEST_PLUGIN_NEEDS
extern "C" int smartCaptchaThatNobodyHas();
#endif

namespace {

class TestHost : public WidgetWebHost {
public:
    [[nodiscard]] CaptchaPage::Transport transport() const override
    {
        return CaptchaPage::Transport::WindowMessage;
    }
    void load(const CaptchaPage &page) override
    {
        Q_UNUSED(page)
        QMetaObject::invokeMethod(
            this, [this] { Q_EMIT failed(Failure::Load, QStringLiteral("This plugin is a test")); },
            Qt::QueuedConnection);
    }
    void unload() override {}
    void runScript(const QString &script) override { Q_UNUSED(script) }
    [[nodiscard]] QWidget *widget() const override { return nullptr; }
    void warmUp() override {}
};

} // namespace

WidgetWebHost *TestPlugin::create(QString *problem)
{
    Q_UNUSED(problem)
#ifdef TEST_PLUGIN_NEEDS
    if (smartCaptchaThatNobodyHas() == 0)
        return nullptr;
#endif
    return new TestHost;
}
