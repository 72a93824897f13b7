# SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
# SPDX-License-Identifier: MIT

cmake_minimum_required(VERSION 3.25)

# Runs a program that checks a file. Prints "Skipped:" if the program is missing.
#   cmake -DPROGRAM=... [-DARGUMENTS=<argument>,...] -DFILE=... -P validate.cmake

find_program(program "${PROGRAM}")
if(NOT program)
    message("Skipped: there is no ${PROGRAM}")
    return()
endif()
string(REPLACE "," ";" arguments "${ARGUMENTS}")
execute_process(COMMAND "${program}" ${arguments} "${FILE}"
    RESULT_VARIABLE status OUTPUT_VARIABLE output ERROR_VARIABLE output)
message("${output}")
if(NOT status EQUAL 0)
    message(FATAL_ERROR "${PROGRAM}: exit status ${status}")
endif()
