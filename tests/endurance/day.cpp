// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "footprint.h"
#include "length.h"

#include "attacks/scene.h"
#include "shared/eventually.h"

#include <SmartCaptcha/SmartCaptchaEmulator>
#include <SmartCaptcha/SmartCaptchaToken>
#include <SmartCaptcha/smartcaptchaquick.h>

#include <QtCore/qscopeguard.h>
#include <QtGui/qwindow.h>
#include <QtTest/qtest.h>
#include <QtWidgets/qapplication.h>

#include <algorithm>
#include <chrono>

using State = SmartCaptcha::State;

/// One captcha in a window that stays open all day, while its tokens expire, the window comes and goes, and
/// the network as well.
class tst_endurance_day : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY2(m_emulator.listen(), qPrintable(m_emulator.errorString()));
        std::printf("%-10s %7s %9s %11s %11s %7s\n", "", "tokens", "heap/KiB", "memory/KiB", "descriptors",
                    "reloads");
    }
    void everyTokenExpires_data() { addHostRows(); }
    void everyTokenExpires();

private:
    /// What happens while the captcha is solved.
    enum class Event { None, Hidden, Minimised, Offline, HiddenWhenItExpires, Count };

    void solve();
    void happen(Event event);
    void expire(bool hidden);
    void failAndRecover();
    void setOnline(bool online);
    [[nodiscard]] bool reaches(State state)
    {
        return eventually([=] { return m_scene->state() == state; });
    }

    SmartCaptchaEmulator m_emulator;
    std::unique_ptr<Scene> m_scene;
    QRandomGenerator m_random;
    quint16 m_port = 0;
    int m_failures = 0;
};

void tst_endurance_day::everyTokenExpires()
{
    QFETCH(Host, host);
    m_random.seed(seed());
    m_failures = 0;
    SmartCaptchaOptions options(m_emulator.siteKey());
    options.setService(m_emulator.service());
    options.setPageOrigin(m_emulator.pageOrigin());
    options.setLoadTimeout(patience);
    m_scene = Scene::make(host, options);
    const auto end = qScopeGuard([this] { m_scene.reset(); });
    QVERIFY(m_scene->show());
    QVERIFY(reaches(State::Ready));

    const int count = rounds(5);
    std::vector<Footprint> footprints;
    int failuresBefore = 0;
    for (int number = 1; number <= count; ++number) {
        // The first ones are all of the kinds in turn.
        const auto event =
            Event(number <= int(Event::Count) ? number - 1 : m_random.bounded(int(Event::Count)));
        if (number == 2 || m_random.bounded(16) == 0)
            failAndRecover();
        solve();
        if (QTest::currentTestFailed())
            return;
        happen(event);
        expire(event == Event::HiddenWhenItExpires);
        if (m_random.bounded(8) == 0) {
            m_scene->reset();
            QVERIFY(reaches(State::Ready));
        }
        if (QTest::currentTestFailed())
            return;
        QCOMPARE(m_scene->tokens, number);
        QCOMPARE(m_scene->expiries, number);
        QCOMPARE(m_scene->errors.size(), m_failures);
        m_emulator.clearRequests();
        if (number % qMax(1, count / 6) == 0) {
            const Footprint footprint = Footprint::atRest();
            std::printf("%-10s %7d %9lld %11lld %11d %7d\n", QTest::currentDataTag(), number, footprint.heap,
                        footprint.memory, footprint.descriptors, m_failures);
            std::fflush(stdout);
            if (footprints.empty())
                failuresBefore = m_failures;
            footprints.push_back(footprint);
        }
    }
    if (count < 288)
        return; // too few for figures
    // Not the least of the first half: that may be one after which more was thrown away than usual.
    const auto early = [&](qint64 Footprint::*figure) {
        std::vector<qint64> figures;
        for (size_t index = 0; index < 3; ++index)
            figures.push_back(footprints.at(index).*figure);
        std::sort(figures.begin(), figures.end());
        return figures.at(1);
    };
    const Footprint late = Footprint::leastOf(footprints, 3, footprints.size());
    // Every page that was loaded leaves a little; captchas.cpp measures how much.
    const qint64 kept = 20 * (m_failures - failuresBefore);
    QVERIFY(late.heap <= early(&Footprint::heap) * 103 / 100 + kept);
    QVERIFY(late.memory <= early(&Footprint::memory) * 105 / 100 + kept);
    // Connections that wait to be used again come and go.
    QVERIFY(late.descriptors <= footprints.front().descriptors + 16);
}

// The engine drops input for a page that has not been drawn.
void tst_endurance_day::solve()
{
    for (int times = 0; times < 180 && m_scene->state() != State::Solved; ++times) {
        m_scene->press({40, 50});
        (void)eventually([this] { return m_scene->state() == State::Solved; }, 1000);
    }
    QCOMPARE(m_scene->state(), State::Solved);
}

void tst_endurance_day::happen(Event event)
{
    switch (event) {
    case Event::Hidden:
        m_scene->setVisible(false);
        letPass(50, "the window is away");
        m_scene->setVisible(true);
        break;
    case Event::Minimised:
        m_scene->window()->setWindowState(Qt::WindowMinimized);
        letPass(50, "the window is away");
        m_scene->window()->setWindowState(Qt::WindowNoState);
        break;
    case Event::Offline:
        setOnline(false);
        letPass(600, "the page asks for the time");
        setOnline(true);
        break;
    case Event::HiddenWhenItExpires:
    case Event::None:
    case Event::Count:
        break;
    }
    QCOMPARE(m_scene->state(), State::Solved);
}

void tst_endurance_day::expire(bool hidden)
{
    m_scene->setVisible(!hidden);
    m_emulator.advanceClock(std::chrono::milliseconds(SmartCaptchaToken::Lifetime));
    QVERIFY(reaches(State::Expired));
    m_scene->setVisible(true);
}

// The network is away when somebody presses.
void tst_endurance_day::failAndRecover()
{
    setOnline(false);
    for (int times = 0; times < 180 && m_scene->state() != State::Failed; ++times) {
        m_scene->press({40, 50});
        (void)eventually([this] { return m_scene->state() == State::Failed; }, 1000);
    }
    QCOMPARE(m_scene->state(), State::Failed);
    ++m_failures;
    setOnline(true);
    m_scene->reload();
    QVERIFY(reaches(State::Ready));
}

void tst_endurance_day::setOnline(bool online)
{
    if (online) {
        QVERIFY2(m_emulator.listen(m_port), qPrintable(m_emulator.errorString()));
    } else {
        m_port = m_emulator.port();
        m_emulator.close();
    }
}

int main(int argc, char *argv[])
{
    SmartCaptcha::initializeQuick();
    QApplication app(argc, argv);
    tst_endurance_day test;
    return QTest::qExec(&test, argc, argv);
}

#include "day.moc"
