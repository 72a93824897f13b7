# SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
# SPDX-License-Identifier: MIT

# scripts/abi tells changes of a library that break programs from those that do not: builds a small library, once as it
# is and once with each of the changes, and has them compared.
#   cmake -DSOURCE=... -DCOMPILER=... -DWORK_DIR=... -P abi.cmake

cmake_minimum_required(VERSION 3.25)

find_program(abidiff abidiff)
if(NOT abidiff)
    message("Skipped: abidiff is not installed (on Debian: apt-get install abigail-tools)")
    return()
endif()

# The change is a macro; others change only the name, or the SONAME.
function(build change library series)
    set(folder "${WORK_DIR}/${change}/lib")
    file(MAKE_DIRECTORY "${folder}")
    execute_process(COMMAND "${COMPILER}" -std=c++17 -g -O1 -fPIC -shared -fvisibility=hidden "-D${change}"
            "-Wl,-soname,lib${library}.so.${series}" "${CMAKE_CURRENT_LIST_DIR}/abi/tiny.cpp"
            -o "${folder}/lib${library}.so"
        COMMAND_ERROR_IS_FATAL ANY)
endfunction()

# That the script ends with this status, and prints a row like this.
set(faults "")
function(expect change status row)
    execute_process(COMMAND "${SOURCE}/scripts/abi" --compare "${WORK_DIR}/OLD" "${WORK_DIR}/${change}"
        RESULT_VARIABLE result OUTPUT_VARIABLE output ERROR_VARIABLE output)
    if(NOT result EQUAL status OR NOT output MATCHES "${row}")
        message("${change}: status ${result} instead of ${status}, or no match for \"${row}\"\n${output}")
        set(faults "${faults};${change}" PARENT_SCOPE)
    endif()
endfunction()

file(REMOVE_RECURSE "${WORK_DIR}")
build(OLD SmartCaptchaTiny 0.1)

set(good "SmartCaptchaTiny +0 +0 +0 ")
set(changed "SmartCaptchaTiny +0 +[1-9][0-9]* +[0-9]+ +breaks programs")
set(removed "SmartCaptchaTiny +1 +[0-9]+ +0 +breaks programs")

foreach(change IN ITEMS SAME ENUMERATOR_APPENDED PRIVATE INTERNAL WEAK)
    build(${change} SmartCaptchaTiny 0.1)
    expect(${change} 0 "${good}")
endforeach()
build(FUNCTION_ADDED SmartCaptchaTiny 0.1)
expect(FUNCTION_ADDED 0 "SmartCaptchaTiny +0 +0 +1 ")

foreach(change IN ITEMS VIRTUAL ENUMERATOR_INSERTED MEMBER RETURN)
    build(${change} SmartCaptchaTiny 0.1)
    expect(${change} 1 "${changed}")
endforeach()
build(METHOD_REMOVED SmartCaptchaTiny 0.1)
expect(METHOD_REMOVED 1 "${removed}.*SmartCaptchaTiny::remaining")

# A library that is no longer there, and one that may change because its SONAME has.
build(GONE SmartCaptchaCore 0.1)
expect(GONE 1 "SmartCaptchaCore +- +- +- +new.*SmartCaptchaTiny +- +- +- +breaks programs: it is no longer there")
file(REMOVE_RECURSE "${WORK_DIR}/METHOD_REMOVED")
build(METHOD_REMOVED SmartCaptchaTiny 0.2)
expect(METHOD_REMOVED 0 "SmartCaptchaTiny +1 +[0-9]+ +0 +may change: its SONAME was 0.1 and is 0.2")

# What cannot be compared is not good.
file(MAKE_DIRECTORY "${WORK_DIR}/EMPTY")
expect(EMPTY 2 "no shared libraries")
build(STRIPPED SmartCaptchaTiny 0.1)
execute_process(COMMAND strip "${WORK_DIR}/STRIPPED/lib/libSmartCaptchaTiny.so" COMMAND_ERROR_IS_FATAL ANY)
expect(STRIPPED 2 "cannot be compared: no debug information")

if(faults)
    message(FATAL_ERROR "Not as expected:${faults}")
endif()
message("All changes were told apart")
