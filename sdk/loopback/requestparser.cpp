// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "requestparser.h"

#include <algorithm>
#include <cstring>
#include <utility>

namespace SmartCaptcha::Internal {

namespace {

constexpr qsizetype longestMethod = 16;
constexpr qsizetype versionLength = 10; // with a blank before and after
constexpr qsizetype longestChunkLine = 64;

bool isTokenCharacter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
        || (c != 0 && std::strchr("!#$%&'*+-.^_`|~", c));
}

bool isToken(const QByteArray &text)
{
    return !text.isEmpty() && std::all_of(text.cbegin(), text.cend(), isTokenCharacter);
}

// Visible ASCII; everything else has to be percent-encoded.
bool isTarget(const QByteArray &text)
{
    return !text.isEmpty()
        && std::all_of(text.cbegin(), text.cend(), [](char c) { return c > ' ' && c < 0x7f; });
}

bool isFieldValue(const QByteArray &text)
{
    return std::all_of(text.cbegin(), text.cend(),
                       [](char c) { return c == '\t' || (uchar(c) >= ' ' && c != 0x7f); });
}

// Without blanks and tabs at its ends: QByteArray::trimmed() would also hide line feeds.
QByteArray withoutBlanks(const QByteArray &text)
{
    const auto isBlank = [](char c) { return c == ' ' || c == '\t'; };
    qsizetype from = 0;
    qsizetype to = text.size();
    while (from < to && isBlank(text.at(from)))
        ++from;
    while (to > from && isBlank(text.at(to - 1)))
        --to;
    return text.mid(from, to - from);
}

bool isField(const QByteArray &line)
{
    const qsizetype colon = line.indexOf(':');
    return colon > 0 && isToken(line.left(colon)) && isFieldValue(line.mid(colon + 1));
}

// Nothing but digits: QByteArray would also take signs, blanks and, in hexadecimal, "0x".
std::optional<qsizetype> number(const QByteArray &text, int base)
{
    const auto isDigit = [base](char c) {
        return (c >= '0' && c <= '9') || (base == 16 && ((c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F')));
    };
    bool good = !text.isEmpty() && std::all_of(text.cbegin(), text.cend(), isDigit);
    const qlonglong value = good ? text.toLongLong(&good, base) : 0;
    return good ? std::optional<qsizetype>(value) : std::nullopt;
}

} // namespace

void RequestParser::add(const QByteArray &bytes)
{
    if (m_refusal == 0)
        m_buffer += bytes;
}

std::optional<HttpRequest> RequestParser::next()
{
    if (m_refusal != 0)
        return {};
    if (m_part == Part::Head && !readHead())
        return {};
    while (m_part != Part::Head) {
        if (!readPart())
            return {};
    }
    return std::exchange(m_request, {});
}

qsizetype RequestParser::held() const
{
    qsizetype bytes =
        m_buffer.size() + m_request.query.size() + m_request.path.size() + m_request.body.size();
    for (const auto &[name, value] : m_request.headers)
        bytes += name.size() + value.size();
    return bytes;
}

bool RequestParser::takeExpectation()
{
    return std::exchange(m_expectation, false);
}

bool RequestParser::refuse(int status)
{
    m_refusal = status;
    m_buffer.clear();
    return false;
}

// The next line without its end; nothing if it has not all come, or is longer than allowed.
std::optional<QByteArray> RequestParser::takeLine(qsizetype limit, int tooLong)
{
    const qsizetype end = m_buffer.indexOf("\r\n");
    if (end > limit || (end < 0 && m_buffer.size() > limit + 1)) {
        refuse(tooLong);
        return {};
    }
    if (end < 0)
        return {};
    const QByteArray line = m_buffer.left(end);
    m_buffer.remove(0, end + 2);
    return line;
}

// True when the whole head has come and is good; the part is then that of the body, or again Head if there is
// none.
bool RequestParser::readHead()
{
    // Some clients send an empty line after a body.
    while (m_buffer.startsWith("\r\n"))
        m_buffer.remove(0, 2);
    // The same limits whether all has come or not: how a client cuts its bytes must make no difference.
    const auto isBeyond = [this](qsizetype end, qsizetype limit, qsizetype partOfEnd) {
        return end < 0 ? m_buffer.size() > limit + partOfEnd : end > limit;
    };
    if (isBeyond(m_buffer.indexOf("\r\n"), m_limits.target + longestMethod + versionLength, 1))
        return refuse(414);
    const qsizetype end = m_buffer.indexOf("\r\n\r\n");
    if (isBeyond(end, m_limits.head, 3))
        return refuse(431);
    if (end < 0)
        return false;
    const QByteArray head = m_buffer.left(end);
    m_buffer.remove(0, end + 4);
    m_request = {};
    bool isFirst = true;
    for (qsizetype from = 0; from <= head.size();) {
        qsizetype to = head.indexOf("\r\n", from);
        if (to < 0)
            to = head.size();
        const QByteArray line = head.mid(from, to - from);
        if (!(isFirst ? readRequestLine(line) : readField(line)))
            return false;
        isFirst = false;
        from = to + 2;
    }
    return readFraming();
}

bool RequestParser::readRequestLine(const QByteArray &line)
{
    const QList<QByteArray> parts = line.split(' ');
    if (parts.size() != 3)
        return refuse(400);
    m_request.method = parts.at(0);
    QByteArray target = parts.at(1);
    if (!isToken(m_request.method) || m_request.method.size() > longestMethod || !isTarget(target))
        return refuse(400);
    if (target.size() > m_limits.target)
        return refuse(414);
    if (parts.at(2) == "HTTP/1.0")
        m_request.isOld = true;
    else if (parts.at(2) != "HTTP/1.1")
        return refuse(parts.at(2).startsWith("HTTP/") ? 505 : 400);
    m_authority.clear();
    // As clients send it to a proxy.
    for (const QByteArray &scheme : {QByteArray("http://"), QByteArray("https://")}) {
        if (target.startsWith(scheme)) {
            const qsizetype slash = target.indexOf('/', scheme.size());
            m_authority = target.mid(scheme.size(), slash < 0 ? -1 : slash - scheme.size());
            target = slash < 0 ? QByteArray("/") : target.mid(slash);
        }
    }
    if (!target.startsWith('/') && !(target == "*" && m_request.method == "OPTIONS"))
        return refuse(400);
    const qsizetype question = target.indexOf('?');
    m_request.path =
        QString::fromUtf8(QByteArray::fromPercentEncoding(question < 0 ? target : target.left(question)));
    m_request.query = question < 0 ? QByteArray() : target.mid(question + 1);
    return true;
}

bool RequestParser::readField(const QByteArray &line)
{
    if (!isField(line))
        return refuse(400);
    const qsizetype colon = line.indexOf(':');
    const QByteArray name = line.left(colon);
    const QByteArray value = withoutBlanks(line.mid(colon + 1));
    if (m_request.headers.size() >= m_limits.fields)
        return refuse(431);
    m_request.headers.append({name, value});
    return true;
}

// Which bytes are the body's. Where two fields could be read in two ways, a proxy may have read them in the
// other.
bool RequestParser::readFraming()
{
    const auto all = [this](const char *name) {
        QList<QByteArray> values;
        for (const auto &[key, value] : std::as_const(m_request.headers)) {
            if (key.compare(name, Qt::CaseInsensitive) == 0)
                values << value;
        }
        return values;
    };
    const bool isOld = m_request.isOld;
    const QList<QByteArray> hosts = all("host");
    if (hosts.size() > 1 || (hosts.isEmpty() && !isOld))
        return refuse(400);
    if (!m_authority.isEmpty() && !hosts.isEmpty() && hosts.first() != m_authority)
        return refuse(400);
    bool closes = isOld;
    const QList<QByteArray> wishes = m_request.header("connection").toLower().split(',');
    for (const QByteArray &wish : wishes) {
        if (wish.trimmed() == (isOld ? "keep-alive" : "close"))
            closes = !isOld;
    }
    m_request.keepAlive = !closes;

    const QList<QByteArray> lengths = all("content-length");
    const QList<QByteArray> codings = all("transfer-encoding");
    if (lengths.size() > 1 || codings.size() > 1 || (!lengths.isEmpty() && !codings.isEmpty())
        || (isOld && !codings.isEmpty()))
        return refuse(400);
    if (!codings.isEmpty()) {
        if (codings.first().compare("chunked", Qt::CaseInsensitive) != 0)
            return refuse(501);
        m_part = Part::ChunkSize;
    } else if (!lengths.isEmpty()) {
        const std::optional<qsizetype> length = number(lengths.first(), 10);
        if (!length)
            return refuse(400);
        if (*length > m_limits.body)
            return refuse(413);
        m_missing = *length;
        if (m_missing > 0)
            m_part = Part::Body;
    }
    const QByteArray expectation = m_request.header("expect");
    if (!expectation.isEmpty() && expectation.compare("100-continue", Qt::CaseInsensitive) != 0)
        return refuse(417);
    m_expectation = !expectation.isEmpty() && !isOld && m_part != Part::Head && m_buffer.isEmpty();
    return true;
}

// Reads on in the body; false when it needs more bytes or has refused.
bool RequestParser::readPart()
{
    switch (m_part) {
    case Part::Head:
        break;
    case Part::Body:
    case Part::ChunkData: {
        const QByteArray piece = m_buffer.left(m_missing);
        m_request.body += piece;
        m_missing -= piece.size();
        m_buffer.remove(0, piece.size());
        if (m_missing > 0)
            return false;
        m_part = m_part == Part::Body ? Part::Head : Part::ChunkEnd;
        return true;
    }
    case Part::ChunkSize: {
        const std::optional<QByteArray> line = takeLine(longestChunkLine, 400);
        if (!line)
            return false;
        // What follows a semicolon are extensions, which nobody uses.
        const std::optional<qsizetype> size = number(withoutBlanks(line->split(';').first()), 16);
        if (!size || !isFieldValue(*line))
            return refuse(400);
        if (*size > m_limits.body - m_request.body.size())
            return refuse(413);
        m_missing = *size;
        m_trailer = 0;
        m_part = m_missing > 0 ? Part::ChunkData : Part::Trailer;
        return true;
    }
    case Part::ChunkEnd: {
        if (m_buffer.size() < 2)
            return false;
        if (!m_buffer.startsWith("\r\n"))
            return refuse(400);
        m_buffer.remove(0, 2);
        m_part = Part::ChunkSize;
        return true;
    }
    case Part::Trailer: {
        const std::optional<QByteArray> line = takeLine(m_limits.head - m_trailer, 431);
        if (!line)
            return false;
        m_trailer += line->size() + 2;
        if (line->isEmpty())
            m_part = Part::Head;
        else if (m_trailer > m_limits.head)
            return refuse(431);
        else if (!isField(*line))
            return refuse(400);
        return true;
    }
    }
    return true;
}

} // namespace SmartCaptcha::Internal
