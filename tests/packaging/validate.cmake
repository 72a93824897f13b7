# SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
# SPDX-License-Identifier: MIT

cmake_minimum_required(VERSION 3.25)

# Runs a program that checks a file. Prints "Skipped:" if the program is missing. The arguments of NEWER are for this
# version of the program and later ones.
#   cmake -DPROGRAM=... [-DARGUMENTS=<argument>,...] [-DNEWER=<version>,<argument>,...] -DFILE=... -P validate.cmake

find_program(program "${PROGRAM}")
if(NOT program)
    message("Skipped: there is no ${PROGRAM}")
    return()
endif()
string(REPLACE "," ";" arguments "${ARGUMENTS}")
if(NEWER)
    string(REPLACE "," ";" newer "${NEWER}")
    list(POP_FRONT newer since)
    execute_process(COMMAND "${program}" --version OUTPUT_VARIABLE version)
    if(version MATCHES "([0-9]+\\.[0-9.]+)" AND CMAKE_MATCH_1 VERSION_GREATER_EQUAL since)
        list(APPEND arguments ${newer})
    endif()
endif()
execute_process(COMMAND "${program}" ${arguments} "${FILE}"
    RESULT_VARIABLE status OUTPUT_VARIABLE output ERROR_VARIABLE output)
message("${output}")
if(NOT status EQUAL 0)
    message(FATAL_ERROR "${PROGRAM}: exit status ${status}")
endif()
