// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "footprint.h"

#include "shared/eventually.h"
#include "shared/procfs.h"

#include <algorithm>

#include <malloc.h>

namespace {

void addMemory(Footprint &footprint, qint64 process)
{
    const auto memory = ProcFs::memoryOf(process);
    // Without mapped files, whose share depends on who else has mapped them.
    footprint.memory += memory["Pss_Anon"] + memory["Pss_Shmem"];
    footprint.total += memory["Pss"];
}

} // namespace

Footprint Footprint::now()
{
    malloc_trim(0);
    const struct mallinfo2 allocated = mallinfo2();
    Footprint footprint;
    footprint.heap = static_cast<qint64>(allocated.uordblks + allocated.hblkhd) / 1024;
    addMemory(footprint, QCoreApplication::applicationPid());
    const QList<qint64> started = ProcFs::descendants();
    for (const qint64 process : started)
        addMemory(footprint, process);
    // Without "." and "..", and without the one that reads the folder.
    footprint.descriptors =
        static_cast<int>(QDir(QStringLiteral("/proc/self/fd"))
                             .entryList(QDir::NoDotAndDotDot | QDir::AllEntries | QDir::System)
                             .size())
        - 1;
    footprint.processes = static_cast<int>(started.size());
    return footprint;
}

Footprint Footprint::atRest()
{
    Footprint least = now();
    for (int unchanged = 0; unchanged < 5; ++unchanged) {
        letPass(50, "what has been closed has to end");
        const Footprint footprint = now();
        if (footprint.heap < least.heap || footprint.descriptors < least.descriptors
            || footprint.processes < least.processes) {
            unchanged = 0;
            least = footprint;
        }
    }
    return least;
}

Footprint Footprint::leastOf(const std::vector<Footprint> &footprints, size_t from, size_t to)
{
    Footprint least = footprints.at(from);
    for (size_t index = from + 1; index < to; ++index) {
        const Footprint &footprint = footprints.at(index);
        least.heap = std::min(least.heap, footprint.heap);
        least.memory = std::min(least.memory, footprint.memory);
        least.descriptors = std::min(least.descriptors, footprint.descriptors);
        least.processes = std::min(least.processes, footprint.processes);
    }
    return least;
}
