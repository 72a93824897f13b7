# SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
# SPDX-License-Identifier: MIT

cmake_minimum_required(VERSION 3.25)

# Formats a manual page, which must cause no warning. Prints "Skipped:" if man or groff is missing.
#   cmake -DPAGE=... -P page.cmake

find_program(man man)
find_program(groff groff)
if(NOT man OR NOT groff)
    message("Skipped: there is no man with groff")
    return()
endif()
execute_process(COMMAND "${CMAKE_COMMAND}" -E env LC_ALL=C.UTF-8 MANPAGER=cat MAN_KEEP_STDERR=1
        "${man}" --warnings -l "${PAGE}"
    RESULT_VARIABLE status OUTPUT_VARIABLE text ERROR_VARIABLE error)
if(NOT status EQUAL 0 OR NOT error STREQUAL "")
    message(FATAL_ERROR "man: exit status ${status}\n${error}")
endif()
string(LENGTH "${text}" length)
if(length LESS 500)
    message(FATAL_ERROR "The page is almost empty:\n${text}")
endif()
