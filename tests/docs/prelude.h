// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

// What the fragments of C++ in the documents may take for granted: the headers, and the names that they all
// use.

#include <SmartCaptcha/SmartCaptcha>
#include <SmartCaptcha/SmartCaptchaBrowserRequest>
#include <SmartCaptcha/SmartCaptchaDialog>
#include <SmartCaptcha/SmartCaptchaEmulator>
#include <SmartCaptcha/SmartCaptchaError>
#include <SmartCaptcha/SmartCaptchaOptions>
#include <SmartCaptcha/SmartCaptchaPerson>
#include <SmartCaptcha/SmartCaptchaPolicy>
#include <SmartCaptcha/SmartCaptchaQuick>
#include <SmartCaptcha/SmartCaptchaReply>
#include <SmartCaptcha/SmartCaptchaResult>
#include <SmartCaptcha/SmartCaptchaScriptedEngine>
#include <SmartCaptcha/SmartCaptchaServerKey>
#include <SmartCaptcha/SmartCaptchaService>
#include <SmartCaptcha/SmartCaptchaToken>
#include <SmartCaptcha/SmartCaptchaTokenResult>
#include <SmartCaptcha/SmartCaptchaVerifier>
#include <SmartCaptcha/SmartCaptchaWidget>

#include <QtTest/QtTest>

#include <QtCore/QtCore>
#include <QtNetwork/QNetworkAccessManager>
#include <QtNetwork/QNetworkProxyFactory>
#include <QtNetwork/QNetworkReply>
#include <QtWidgets/QApplication>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QVBoxLayout>

#include <iostream>

// A window, a server or a test: each fragment of statements, or of member functions, is put into a class
// derived from this one. Nothing is ever linked or run.
class Form : public QWidget {
protected:
    SmartCaptchaOptions options;
    SmartCaptchaWidget *captcha = nullptr;
    SmartCaptchaVerifier *verifier = nullptr;
    SmartCaptchaVerifier *m_verifier = nullptr;
    QPushButton *signInButton = nullptr;
    QLineEdit *nameEdit = nullptr;
    QLineEdit *passwordEdit = nullptr;
    QNetworkAccessManager *network = nullptr;

    // What a server knows about a request.
    SmartCaptchaToken token;
    QString userIp;
    QByteArray session;

    void signIn();
    void signIn(const QString &name, const QString &password);
    void answer(bool accepted);
    void answer(int status, const QJsonObject &body);
    void refuse(const QString &message);
    void publish();
    void holdForModeration();
};

// The variables of the function around a fragment of statements, which may have its own of the same name.
#define FORM_VARIABLES const QString name, password;

// Some fragments define the member functions of this class.
class Login : public QObject {
public:
    Login();
    void check(const QString &token);

private:
    void letIn(const SmartCaptchaResult &result);
    void showError(const QString &message);

    SmartCaptchaVerifier *const m_verifier;
    QString key;
    QString userIp;
};

#ifdef __cpp_impl_coroutine
#include <coroutine>

// Fragments with co_await are compiled as C++20. This stands in for QCoro: a future is awaited, and gives its
// result.
struct Coroutine {
    struct promise_type {
        Coroutine get_return_object() { return {}; }
        std::suspend_never initial_suspend() noexcept { return {}; }
        std::suspend_never final_suspend() noexcept { return {}; }
        void return_void() {}
        void unhandled_exception() {}
    };
};

template <typename Result>
auto operator co_await(QFuture<Result> future)
{
    struct Awaiter {
        QFuture<Result> future;
        bool await_ready() { return true; }
        void await_suspend(std::coroutine_handle<>) {}
        Result await_resume() { return future.result(); }
    };
    return Awaiter{future};
}
#endif
