# SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
# SPDX-License-Identifier: MIT

# Checks that the libraries of a release build, without their symbols, are not larger than they should be.
#   cmake -DSTRIP=... -DBUILD_DIR=... -P sizes.cmake

cmake_minimum_required(VERSION 3.25)

# In KiB, for x86-64.
set(limits Core=280 Captcha=330 Widgets=190 WebEngine=65 Quick=450)

set(wrong "")
set(count 0)
file(GLOB_RECURSE files "${BUILD_DIR}/lib/libSmartCaptcha*.so")
foreach(file IN LISTS files)
    cmake_path(GET file FILENAME name)
    string(REGEX REPLACE "^libSmartCaptcha|(-[0-9.]+)?[.]so$" "" part "${name}")
    if(NOT ";${limits};" MATCHES ";${part}=([0-9]+);")
        continue()
    endif()
    set(limit ${CMAKE_MATCH_1})
    execute_process(COMMAND "${STRIP}" -o "${BUILD_DIR}/stripped" "${file}" COMMAND_ERROR_IS_FATAL ANY)
    file(SIZE "${BUILD_DIR}/stripped" size)
    math(EXPR size "(${size} + 1023) / 1024")
    math(EXPR count "${count} + 1")
    message("${name}: ${size} KiB of ${limit}")
    if(size GREATER limit)
        string(APPEND wrong "\n  ${name} has ${size} KiB, and should have at most ${limit}")
    endif()
endforeach()
if(count EQUAL 0)
    message(FATAL_ERROR "There is no library in ${BUILD_DIR}")
endif()
if(wrong)
    message(FATAL_ERROR "Whoever downloads an application downloads these libraries:${wrong}")
endif()
