# SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
# SPDX-License-Identifier: MIT

# Checks that the libraries, without their symbols, are not larger than they should be.
#   cmake -DSTRIP=... "-DFILES=<library>;..." "-DLIMITS=<KiB>;..." -DWORK_DIR=... -P sizes.cmake

cmake_minimum_required(VERSION 3.25)

file(MAKE_DIRECTORY "${WORK_DIR}")
set(wrong "")
foreach(file limit IN ZIP_LISTS FILES LIMITS)
    cmake_path(GET file FILENAME name)
    execute_process(COMMAND "${STRIP}" -o "${WORK_DIR}/${name}" "${file}" COMMAND_ERROR_IS_FATAL ANY)
    file(SIZE "${WORK_DIR}/${name}" size)
    math(EXPR size "(${size} + 1023) / 1024")
    message(STATUS "${name}: ${size} KiB of ${limit}")
    if(size GREATER limit)
        string(APPEND wrong "\n  ${name} has ${size} KiB, and should have at most ${limit}")
    endif()
endforeach()
if(wrong)
    message(FATAL_ERROR "Whoever downloads an application downloads these libraries:${wrong}")
endif()
