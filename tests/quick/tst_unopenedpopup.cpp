// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "scriptedquickhost.h"
#include "shared/eventually.h"
#include "shared/loadedlibraries.h"

#include <QtCore/qmutex.h>
#include <QtQml/qqmlabstracturlinterceptor.h>
#include <QtQml/qqmlcomponent.h>
#include <QtQml/qqmlengine.h>
#include <QtQuick/qquickwindow.h>
#include <QtTest/qtest.h>

namespace {

/// Sees which files of the module an engine reads.
class SeenFiles : public QQmlAbstractUrlInterceptor {
public:
    QUrl intercept(const QUrl &path, DataType type) override
    {
        if (type == QmlFile && path.path().contains(QLatin1String("/SmartCaptcha/"))) {
            const QMutexLocker lock(&m_mutex);
            m_names << path.fileName();
        }
        return path;
    }

    QStringList names() const
    {
        const QMutexLocker lock(&m_mutex);
        QStringList names = m_names;
        names.removeDuplicates();
        return names;
    }

private:
    mutable QMutex m_mutex; // Qt has a thread that loads.
    QStringList m_names;
};

std::unique_ptr<QObject> make(QQmlEngine &engine, const QByteArray &content)
{
    QQmlComponent component(&engine);
    component.setData("import QtQuick\n" + content, {});
    std::unique_ptr<QObject> object(component.create());
    if (!object)
        qWarning().noquote() << component.errorString();
    return object;
}

} // namespace

/// What most runs of most programs pay: they have a popup, and do not open it.
class tst_unopenedpopup : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void loadsNothingButItself()
    {
        ScriptedQuickHost::install();
        SeenFiles seen;
        QQmlEngine engine;
        engine.addUrlInterceptor(&seen);
        const auto plain = make(engine, "Window { visible: true; Text { text: 'Shop' } }");
        QVERIFY(plain);
        QVERIFY(QTest::qWaitForWindowExposed(qobject_cast<QWindow *>(plain.get())));
        const QStringList before = settledLibraries();
        QVERIFY(!before.isEmpty());
        QCOMPARE(seen.names(), QStringList());

        const auto object = make(engine, R"(
            import SmartCaptcha
            Window {
                property alias popup: captcha

                visible: true
                Text {
                    text: 'Shop'
                }
                SmartCaptchaPopup {
                    id: captcha

                    options {
                        siteKey: 'ysc1_test'
                        pageOrigin: 'https://shop.example'
                    }
                    verifier: SmartCaptchaVerifier {
                        backendUrl: 'https://shop.example/api/captcha'
                    }
                }
            })");
        auto *const window = qobject_cast<QQuickWindow *>(object.get());
        QVERIFY(window);
        QVERIFY(QTest::qWaitForWindowExposed(window));
        QCoreApplication::processEvents();
        QCOMPARE(seen.names(), QStringList(QStringLiteral("SmartCaptchaPopup.qml")));
        QCOMPARE(loadedLibraries(), before);

        // What is missing comes when it is opened.
        auto *const popup = object->property("popup").value<QObject *>();
        QVERIFY(QMetaObject::invokeMethod(popup, "open"));
        QVERIFY(popup->property("opened").toBool());
        QVERIFY(seen.names().contains(QStringLiteral("CaptchaPopupSheet.qml")));
        QVERIFY(QMetaObject::invokeMethod(popup, "close"));
    }
};

QTEST_MAIN(tst_unopenedpopup)
#include "tst_unopenedpopup.moc"
