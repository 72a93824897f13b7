// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "package.h"

#ifdef SMARTCAPTCHA_WITH_LIBARCHIVE
#include <archive.h>
#include <archive_entry.h>

#include <memory>
#endif

namespace Lint::Package {

namespace {

bool hasAt(const QByteArray &content, qsizetype position, const QByteArray &magic)
{
    return content.mid(position, magic.size()) == magic;
}

} // namespace

bool isOne(const QByteArray &content)
{
    static const QByteArray beginnings[] = {
        QByteArrayLiteral("PK\3\4"),
        QByteArrayLiteral("!<arch>\n"),
        QByteArrayLiteral("\x1f\x8b\x08"),
        QByteArrayLiteral("\xfd"
                          "7zXZ"),
        QByteArrayLiteral("\x28\xb5\x2f\xfd"),
        QByteArrayLiteral("BZh"),
        QByteArrayLiteral("7z\xbc\xaf\x27\x1c"),
        QByteArrayLiteral("\xed\xab\xee\xdb"),
        QByteArrayLiteral("MSCF"),
        QByteArrayLiteral("xar!"),
        QByteArrayLiteral("070701"),
        QByteArrayLiteral("070702"),
    };
    for (const QByteArray &beginning : beginnings) {
        if (hasAt(content, 0, beginning))
            return true;
    }
    return hasAt(content, 257, QByteArrayLiteral("ustar"));
}

#ifdef SMARTCAPTCHA_WITH_LIBARCHIVE

namespace {

// More than any real program has. A malicious package could unpack without end.
constexpr qsizetype maximumEntry = qsizetype(256) << 20;
constexpr qsizetype maximumTotal = qsizetype(2048) << 20;

QString errorOf(archive *reader)
{
    const char *text = archive_error_string(reader);
    return text ? QString::fromUtf8(text) : QStringLiteral("it is damaged");
}

void supportFormats(archive *reader)
{
    // Not every format of the library: some call external programs, and some accept any text.
    archive_read_support_filter_gzip(reader);
    archive_read_support_filter_bzip2(reader);
    archive_read_support_filter_xz(reader);
    archive_read_support_filter_lzma(reader);
    archive_read_support_filter_zstd(reader);
    archive_read_support_filter_lz4(reader);
    archive_read_support_filter_rpm(reader);
    archive_read_support_format_zip(reader);
    archive_read_support_format_tar(reader);
    archive_read_support_format_ar(reader);
    archive_read_support_format_cpio(reader);
    archive_read_support_format_7zip(reader);
    archive_read_support_format_cab(reader);
    archive_read_support_format_xar(reader);
    // A single compressed file without an archive around it.
    archive_read_support_format_raw(reader);
}

} // namespace

QString limitation()
{
    return {};
}

QString read(const QByteArray &content,
             const std::function<void(const QString &name, const QByteArray &content)> &entry)
{
    const std::unique_ptr<archive, int (*)(archive *)> reader(archive_read_new(), archive_read_free);
    supportFormats(reader.get());
    if (archive_read_open_memory(reader.get(), content.constData(), size_t(content.size())) != ARCHIVE_OK)
        return errorOf(reader.get());

    QString problem;
    qsizetype total = 0;
    for (;;) {
        archive_entry *header = nullptr;
        const int status = archive_read_next_header(reader.get(), &header);
        if (status == ARCHIVE_EOF)
            return problem;
        if (status < ARCHIVE_WARN)
            return errorOf(reader.get());
        const char *utf8 = archive_entry_pathname_utf8(header);
        const char *name = utf8 ? utf8 : archive_entry_pathname(header);
        QByteArray bytes;
        const void *block = nullptr;
        size_t size = 0;
        la_int64_t offset = 0;
        int read = ARCHIVE_OK;
        while (bytes.size() < maximumEntry
               && (read = archive_read_data_block(reader.get(), &block, &size, &offset)) == ARCHIVE_OK)
            bytes.append(static_cast<const char *>(block), qsizetype(size));
        if (bytes.size() >= maximumEntry)
            problem = QStringLiteral("a file in it is too large to be searched as a whole");
        else if (read != ARCHIVE_EOF)
            problem = errorOf(reader.get());
        total += bytes.size();
        if (total > maximumTotal)
            return QStringLiteral("it is too large to be searched as a whole");
        if (!bytes.isEmpty())
            entry(QString::fromUtf8(name ? name : ""), bytes);
        if (read == ARCHIVE_FATAL)
            return problem;
    }
}

#else

QString limitation()
{
    return QStringLiteral("this build cannot look into packages, because it was made without libarchive "
                          "(on Debian: libarchive-dev)");
}

QString read(const QByteArray &, const std::function<void(const QString &, const QByteArray &)> &)
{
    return limitation();
}

#endif

} // namespace Lint::Package
