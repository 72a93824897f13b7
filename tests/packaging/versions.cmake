# SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
# SPDX-License-Identifier: MIT

cmake_minimum_required(VERSION 3.25)

# The version of the project is also in files that CMake does not write.
#   cmake -DSOURCE=... -DVERSION=... -P versions.cmake

set(packaging "${SOURCE}/packaging")
file(READ "${packaging}/vcpkg/smartcaptcha-qt/vcpkg.json" text)
string(JSON found GET "${text}" version)
if(NOT found STREQUAL VERSION)
    message(SEND_ERROR "vcpkg.json has version ${found}, and the project ${VERSION}")
endif()

# The newest release comes first.
file(READ "${packaging}/desktop/io.github.smartcaptcha_qt.Demo.metainfo.xml" text)
if(NOT text MATCHES "<release version=\"([0-9.]+)\"")
    message(FATAL_ERROR "The metadata has no release")
endif()
if(NOT CMAKE_MATCH_1 STREQUAL VERSION)
    message(SEND_ERROR "The metadata of the demo begins with version ${CMAKE_MATCH_1}, and the project has ${VERSION}")
endif()

# The recipe for Conan reads it in this line.
file(READ "${SOURCE}/CMakeLists.txt" text)
if(NOT text MATCHES "project\\(SmartCaptcha VERSION ${VERSION} ")
    message(SEND_ERROR "CMakeLists.txt does not begin its project as packaging/conan/conanfile.py expects")
endif()

# Debian's packages are named after the libraries, whose names contain the version.
string(REGEX REPLACE "^([0-9]+\\.[0-9]+).*" "\\1" minor "${VERSION}")
file(READ "${packaging}/debian/changelog" text)
if(NOT text MATCHES "^smartcaptcha-qt \\(${VERSION}-")
    message(SEND_ERROR "packaging/debian/changelog does not begin with version ${VERSION}")
endif()
file(READ "${packaging}/debian/rules" rules)
file(READ "${packaging}/debian/control" control)
foreach(text IN ITEMS "${rules}" "${control}")
    if(NOT text MATCHES "libsmartcaptcha-captcha${VERSION}[^0-9.]")
        message(SEND_ERROR "packaging/debian has no package libsmartcaptcha-captcha${VERSION}")
    endif()
endforeach()
foreach(library IN ITEMS browser core keystore quick testing widgets)
    if(NOT control MATCHES "Package: libsmartcaptcha-${library}${minor}\n")
        message(SEND_ERROR "packaging/debian/control has no package libsmartcaptcha-${library}${minor}")
    endif()
    if(NOT EXISTS "${packaging}/debian/libsmartcaptcha-${library}${minor}.install")
        message(SEND_ERROR "packaging/debian has no libsmartcaptcha-${library}${minor}.install")
    endif()
endforeach()
