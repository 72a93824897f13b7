// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qglobal.h>

#include <vector>

/// What this program holds. Sizes are in KiB.
struct Footprint {
    /// What it has allocated and not freed: exact, but only of this process.
    qint64 heap = 0;
    /// Its memory and that of the processes that it has started, directly or not, without mapped files. What
    /// they share counts once (Pss_Anon and Pss_Shmem). What the allocator keeps for later is given back
    /// first.
    qint64 memory = 0;
    /// The same with mapped files, of which each process that has them in memory counts its share (Pss).
    qint64 total = 0;
    /// Open files, sockets, timers and so on of this process.
    int descriptors = 0;
    /// The processes that it has started, directly or not, and that still run.
    int processes = 0;

    [[nodiscard]] static Footprint now();
    /// Once it does not become smaller any more: threads and connections take a moment to end.
    [[nodiscard]] static Footprint atRest();
    /// The least of each from @p from to before @p to. What engines and TLS keep for later comes and goes, so
    /// a single figure says little.
    [[nodiscard]] static Footprint leastOf(const std::vector<Footprint> &footprints, size_t from, size_t to);
};
