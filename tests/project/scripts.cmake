# SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
# SPDX-License-Identifier: MIT

# Each of the scripts prints what is written at its beginning when it is asked for --help, wherever it is started, and
# does nothing else. The targets of scripts/fuzz are named there.
#   cmake -DSOURCE=... -DWORK_DIR=... [-DPLANT=ON] -P scripts.cmake
# With PLANT two scripts that do not are among them.

cmake_minimum_required(VERSION 3.25)

# Before anything else is done; a script without it is not started.
set(help [=[

set -eu
case " $* " in
*" --help "* | *" -h "*) exec sed -n '5,/^$/s/^# \{0,1\}//p' "$0" ;;
esac
]=])

# Of copies, in a folder where there is nothing to build.
file(REMOVE_RECURSE "${WORK_DIR}")
file(COPY "${SOURCE}/scripts" DESTINATION "${WORK_DIR}/project")
file(MAKE_DIRECTORY "${WORK_DIR}/some/where/else")
set(scripts "${WORK_DIR}/project/scripts")
if(PLANT)
    file(READ "${scripts}/test" text)
    string(REPLACE "${help}" "\nset -eu\ncd \"$(dirname \"$0\")/..\"\n${help}" late "${text}")
    file(WRITE "${scripts}/planted-late" "${late}")
    string(REPLACE "${help}" "\nset -eu\n" none "${text}")
    file(WRITE "${scripts}/planted-none" "${none}")
    file(CHMOD "${scripts}/planted-late" "${scripts}/planted-none" FILE_PERMISSIONS OWNER_READ OWNER_EXECUTE)
endif()

set(faults "")
file(GLOB names RELATIVE "${scripts}" "${scripts}/*")
foreach(name IN LISTS names)
    file(READ "${scripts}/${name}" text)
    string(FIND "${text}" "${help}" at)
    if(at EQUAL -1)
        message("${name} does not take --help as the others do")
        list(APPEND faults ${name})
        continue()
    endif()
    if(NOT text MATCHES "^#!/bin/sh\n# SPDX-[^\n]+\n# SPDX-[^\n]+\n(\n(#[^\n]*\n)+)")
        message("${name} does not begin with what it is for")
        list(APPEND faults ${name})
        continue()
    endif()
    string(REGEX REPLACE "\n# ?" "\n" expected "${CMAKE_MATCH_1}")
    string(REGEX REPLACE "^\n" "" expected "${expected}")
    foreach(start IN ITEMS "project scripts/${name} --help" "project/scripts ./${name} -h"
            "some/where/else ../../../project/scripts/${name} --help")
        string(REGEX MATCH "^([^ ]+) (.+)$" start "${start}")
        execute_process(COMMAND sh -c "${CMAKE_MATCH_2}" WORKING_DIRECTORY "${WORK_DIR}/${CMAKE_MATCH_1}"
            RESULT_VARIABLE status OUTPUT_VARIABLE output ERROR_VARIABLE error)
        if(NOT status EQUAL 0 OR NOT output STREQUAL expected OR NOT error STREQUAL "")
            message("${CMAKE_MATCH_2}, in the folder ${CMAKE_MATCH_1}: exit status ${status}\n${output}${error}")
            list(APPEND faults ${name})
        endif()
    endforeach()
    if(name STREQUAL "fuzz")
        file(GLOB targets RELATIVE "${SOURCE}/tests/fuzz/corpus" "${SOURCE}/tests/fuzz/corpus/*")
        list(JOIN targets " " targets)
        string(FIND "${expected}" "The targets: ${targets}\n" at)
        if(at EQUAL -1)
            message("fuzz does not name its targets: ${targets}")
            list(APPEND faults ${name})
        endif()
    endif()
endforeach()

list(LENGTH names count)
if(faults OR count LESS 10)
    list(JOIN faults ", " faults)
    message(FATAL_ERROR "Not as expected, of ${count} scripts: ${faults}")
endif()
message("${count} scripts checked")
