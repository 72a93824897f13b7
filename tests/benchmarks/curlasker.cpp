// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "curlasker.h"

#include <QtCore/qjsondocument.h>
#include <QtCore/qjsonobject.h>
#include <QtCore/qurl.h>

#include <curl/curl.h>

#include <memory>
#include <vector>

namespace {

struct Transfer {
    CURL *handle = curl_easy_init();
    QByteArray form;
    QByteArray answer;
};

size_t readAnswer(char *data, size_t size, size_t count, void *transfer)
{
    static_cast<Transfer *>(transfer)->answer.append(data, static_cast<qsizetype>(size * count));
    return size * count;
}

void next(CURLM *multi, Transfer &transfer)
{
    transfer.answer.clear();
    transfer.form =
        QByteArrayLiteral("secret=ysc2_0123456789abcdefg&token=") + QUrl::toPercentEncoding(freshToken());
    curl_easy_setopt(transfer.handle, CURLOPT_POSTFIELDS, transfer.form.constData());
    curl_easy_setopt(transfer.handle, CURLOPT_POSTFIELDSIZE, static_cast<long>(transfer.form.size()));
    curl_multi_add_handle(multi, transfer.handle);
}

} // namespace

CurlAsker::CurlAsker(const QByteArray &validateUrl)
    : m_url(validateUrl)
    , m_multi(curl_multi_init())
{
}

CurlAsker::~CurlAsker()
{
    curl_multi_cleanup(m_multi);
}

void CurlAsker::ask(int total, int inFlight)
{
    std::vector<std::unique_ptr<Transfer>> transfers;
    int toAsk = total;
    int toFinish = total;
    for (int i = 0; i < inFlight && toAsk > 0; ++i, --toAsk) {
        transfers.push_back(std::make_unique<Transfer>());
        Transfer &transfer = *transfers.back();
        curl_easy_setopt(transfer.handle, CURLOPT_URL, m_url.constData());
        curl_easy_setopt(transfer.handle, CURLOPT_CAINFO, TEST_CERTIFICATES "/ca.pem");
        curl_easy_setopt(transfer.handle, CURLOPT_HTTP_VERSION, CURL_HTTP_VERSION_1_1);
        curl_easy_setopt(transfer.handle, CURLOPT_WRITEFUNCTION, readAnswer);
        curl_easy_setopt(transfer.handle, CURLOPT_WRITEDATA, &transfer);
        curl_easy_setopt(transfer.handle, CURLOPT_PRIVATE, &transfer);
        next(m_multi, transfer);
    }
    while (toFinish > 0) {
        int running = 0;
        curl_multi_perform(m_multi, &running);
        int left = 0;
        while (const CURLMsg *message = curl_multi_info_read(m_multi, &left)) {
            char *pointer = nullptr;
            curl_easy_getinfo(message->easy_handle, CURLINFO_PRIVATE, &pointer);
            auto *transfer = reinterpret_cast<Transfer *>(pointer);
            const QJsonObject answer = QJsonDocument::fromJson(transfer->answer).object();
            if (answer.value(QLatin1String("status")) != QLatin1String("ok"))
                qFatal("A request failed: %s", curl_easy_strerror(message->data.result));
            curl_multi_remove_handle(m_multi, transfer->handle);
            --toFinish;
            if (toAsk > 0) {
                --toAsk;
                next(m_multi, *transfer);
            }
        }
        if (toFinish > 0)
            curl_multi_poll(m_multi, nullptr, 0, 1000, nullptr);
    }
    for (const auto &transfer : transfers)
        curl_easy_cleanup(transfer->handle);
}
