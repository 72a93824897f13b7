// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "unreachable.h"

namespace SmartCaptcha::Internal::Unreachable {

bool isSaidByQt(QNetworkReply::NetworkError error)
{
    switch (error) {
    case QNetworkReply::ConnectionRefusedError:
    case QNetworkReply::HostNotFoundError:
    case QNetworkReply::TimeoutError: // while connecting
    case QNetworkReply::TemporaryNetworkFailureError:
    case QNetworkReply::NetworkSessionFailedError:
    case QNetworkReply::UnknownNetworkError: // among others, no route
    case QNetworkReply::ProxyConnectionRefusedError:
    case QNetworkReply::ProxyNotFoundError:
    case QNetworkReply::ProxyTimeoutError:
        return true;
    default:
        return false;
    }
}

bool isSaidByChromium(int error)
{
    switch (error) {
    case -21: // ERR_NETWORK_CHANGED
    case -102: // ERR_CONNECTION_REFUSED
    case -104: // ERR_CONNECTION_FAILED
    case -105: // ERR_NAME_NOT_RESOLVED
    case -106: // ERR_INTERNET_DISCONNECTED
    case -108: // ERR_ADDRESS_INVALID
    case -109: // ERR_ADDRESS_UNREACHABLE
    case -118: // ERR_CONNECTION_TIMED_OUT
    case -120: // ERR_SOCKS_CONNECTION_FAILED
    case -121: // ERR_SOCKS_CONNECTION_HOST_UNREACHABLE
    case -130: // ERR_PROXY_CONNECTION_FAILED
    case -137: // ERR_NAME_RESOLUTION_FAILED
        return true;
    default:
        return error <= -800 && error > -900; // name look-up
    }
}

} // namespace SmartCaptcha::Internal::Unreachable
