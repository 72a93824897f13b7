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
