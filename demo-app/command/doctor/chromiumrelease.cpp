// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "chromiumrelease.h"

#include <algorithm>
#include <iterator>

namespace Doctor {

namespace {

struct Release {
    int major;
    int year;
    int month;
    int day;
};

// The Chromium versions in Qt WebEngine 6.2 to 6.11.
constexpr Release releases[] = {
    {90, 2021, 4, 14},   {94, 2021, 9, 21},  {102, 2022, 5, 24},  {108, 2022, 11, 29}, {112, 2023, 4, 4},
    {118, 2023, 10, 10}, {122, 2024, 2, 20}, {130, 2024, 10, 15}, {134, 2025, 3, 4},   {140, 2025, 9, 2},
};

constexpr int daysBetweenReleases = 28;

} // namespace

QDate chromiumRelease(int major)
{
    const auto *const after =
        std::upper_bound(std::begin(releases), std::end(releases), major,
                         [](int wanted, const Release &release) { return wanted < release.major; });
    if (after == std::begin(releases))
        return {};
    const Release &known = *(after - 1);
    return QDate(known.year, known.month, known.day).addDays((major - known.major) * daysBetweenReleases);
}

} // namespace Doctor
