// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "librarylocation.h"

#include <QtCore/qfile.h>
#include <QtCore/qfileinfo.h>

#ifdef Q_OS_WIN
#include <QtCore/qt_windows.h>
#else
#include <dlfcn.h>
#endif

#include <iterator>

namespace SmartCaptcha::Internal {

namespace {

// Its address is inside this library.
const char marker = 0;

} // namespace

QString libraryFolder()
{
#ifdef Q_OS_WIN
    HMODULE module = nullptr;
    if (!GetModuleHandleExW(GET_MODULE_HANDLE_EX_FLAG_FROM_ADDRESS
                                | GET_MODULE_HANDLE_EX_FLAG_UNCHANGED_REFCOUNT,
                            reinterpret_cast<LPCWSTR>(&marker), &module))
        return {};
    wchar_t path[32768];
    const DWORD length = GetModuleFileNameW(module, path, DWORD(std::size(path)));
    if (length == 0 || length == std::size(path))
        return {};
    return QFileInfo(QString::fromWCharArray(path, int(length))).absolutePath();
#else
    Dl_info info = {};
    if (dladdr(&marker, &info) == 0 || !info.dli_fname)
        return {};
    return QFileInfo(QFile::decodeName(info.dli_fname)).absolutePath();
#endif
}

} // namespace SmartCaptcha::Internal
