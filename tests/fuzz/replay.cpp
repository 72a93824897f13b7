// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

// Stands in for libFuzzer in the tests: feeds a target every file of its corpus and a fixed number of
// variants, the same in every run.
//   fuzz_TARGET FOLDER     the files of the folder, and variants of them
//   fuzz_TARGET FILE...    these files only, as to repeat a crash

#include <QtCore/qbytearray.h>
#include <QtCore/qdir.h>
#include <QtCore/qfile.h>
#include <QtCore/qfileinfo.h>

#include <csignal>
#include <cstdio>
#include <random>

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

namespace {

constexpr int variantsInAll = 600;

// What a crash is reported with.
char current[1024];

void report(int signal)
{
    std::fprintf(stderr, "Input: %s\n", current);
    std::fflush(stderr);
    std::signal(signal, SIG_DFL);
    std::raise(signal);
}

void feed(const QByteArray &input, const QString &name)
{
    qstrncpy(current, name.toLocal8Bit().constData(), sizeof current);
    LLVMFuzzerTestOneInput(reinterpret_cast<const uint8_t *>(input.constData()), size_t(input.size()));
}

/// Changes inputs at random. Its results are the same everywhere: the standard fixes what std::mt19937
/// returns.
class Mutation {
public:
    [[nodiscard]] QByteArray of(QByteArray input, const QByteArray &other)
    {
        for (qsizetype times = 1 + below(4); times > 0; --times)
            change(input, other);
        return input;
    }

private:
    qsizetype below(qsizetype end) { return end <= 0 ? 0 : qsizetype(m_random() % quint32(end)); }

    void change(QByteArray &input, const QByteArray &other)
    {
        const qsizetype at = below(input.size() + 1);
        const qsizetype length = 1 + below(16);
        switch (below(6)) {
        case 0:
            if (at < input.size())
                input[at] = char(m_random());
            break;
        case 1:
            if (at < input.size())
                input[at] = char(input.at(at) ^ (1 << below(8)));
            break;
        case 2:
            input.insert(at, QByteArray(length, char(m_random())));
            break;
        case 3:
            input.remove(at, length);
            break;
        case 4:
            input.insert(at, input.mid(below(input.size()), length));
            break;
        default:
            input = input.left(at) + other.mid(below(other.size()));
            break;
        }
    }

    std::mt19937 m_random{20260101};
};

} // namespace

int main(int argc, char **argv)
{
    for (const int signal : {SIGABRT, SIGSEGV, SIGFPE, SIGILL})
        std::signal(signal, report);
    QStringList names;
    bool vary = false;
    for (int i = 1; i < argc; ++i) {
        const QString argument = QFile::decodeName(argv[i]);
        if (QFileInfo(argument).isDir()) {
            const QDir folder(argument);
            const QStringList entries = folder.entryList(QDir::Files, QDir::Name);
            for (const QString &entry : entries) {
                if (!entry.endsWith(QLatin1String(".license")))
                    names << folder.filePath(entry);
            }
            vary = true;
        } else {
            names << argument;
        }
    }
    QList<QByteArray> inputs;
    for (const QString &name : std::as_const(names)) {
        QFile file(name);
        if (!file.open(QIODevice::ReadOnly)) {
            std::fprintf(stderr, "%s: %s\n", qPrintable(name), qPrintable(file.errorString()));
            return 2;
        }
        inputs << file.readAll();
    }
    if (inputs.isEmpty()) {
        std::fprintf(stderr, "There are no inputs: name files, or a folder of them\n");
        return 2;
    }
    for (qsizetype i = 0; i < inputs.size(); ++i)
        feed(inputs.at(i), names.at(i));
    Mutation mutation;
    const int variants = vary ? variantsInAll : 0;
    for (int i = 0; i < variants; ++i) {
        const qsizetype which = i % inputs.size();
        const QByteArray &other = inputs.at((i / 7) % inputs.size());
        feed(mutation.of(inputs.at(which), other),
             QStringLiteral("variant %1, of %2").arg(i).arg(names.at(which)));
    }
    std::printf("%d inputs and %d variants\n", int(inputs.size()), variants);
    return 0;
}
