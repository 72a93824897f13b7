# SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
# SPDX-License-Identifier: MIT

# Checks that what is installed, libraries, plugins and programs, is linked so that its tables cannot be overwritten,
# that its stack is guarded and not executable, with FORTIFIED that calls which copy memory are checked, and with CET
# that functions which are called by address begin with a mark for the processor.
#   cmake -DREADELF=... -DPREFIX=... [-DFORTIFIED=ON] [-DCET=ON -DOBJDUMP=...] -P hardened.cmake

cmake_minimum_required(VERSION 3.25)

if(NOT READELF OR (CET AND NOT OBJDUMP))
    message(FATAL_ERROR "This needs readelf, and for CET objdump (on Debian: binutils)")
endif()
# Not in the language of whoever runs it.
set(ENV{LC_ALL} C)

set(files "")
file(GLOB_RECURSE installed "${PREFIX}/*")
foreach(file IN LISTS installed)
    if(IS_SYMLINK "${file}")
        continue()
    endif()
    file(READ "${file}" beginning LIMIT 4 HEX)
    # Those of ELF's format.
    if(beginning STREQUAL "7f454c46")
        list(APPEND files "${file}")
    endif()
endforeach()

set(faults "")
set(fortified 0)
foreach(file IN LISTS files)
    execute_process(COMMAND "${READELF}" --file-header --dynamic --program-headers --dyn-syms --wide "${file}"
        OUTPUT_VARIABLE about COMMAND_ERROR_IS_FATAL ANY)
    cmake_path(GET file FILENAME name)
    if(NOT about MATCHES "GNU_RELRO")
        list(APPEND faults "${name}: no RELRO")
    endif()
    if(NOT about MATCHES "BIND_NOW|Flags: NOW")
        list(APPEND faults "${name}: not bound at start")
    endif()
    if(about MATCHES "GNU_STACK[^\n]*RWE")
        list(APPEND faults "${name}: executable stack")
    endif()
    if(NOT about MATCHES "Type: +DYN")
        list(APPEND faults "${name}: always at the same addresses")
    endif()
    if(about MATCHES "TEXTREL")
        list(APPEND faults "${name}: relocations in its code")
    endif()
    # All of the plugin for QML is made by Qt; optimized, no function of it has anything to guard.
    if(NOT about MATCHES "__stack_chk_fail" AND NOT (FORTIFIED AND name MATCHES "QuickPlugin"))
        list(APPEND faults "${name}: its stack is not guarded")
    endif()
    if(about MATCHES "__[a-z]+_chk@")
        math(EXPR fortified "${fortified} + 1")
    endif()
    if(CET)
        # Every function that a file exports could be called by address; constructors have two names for one. Two marks
        # may be of what the C library adds.
        string(REGEX MATCHALL "[0-9a-f]+ +[0-9a-fx]+ FUNC +(GLOBAL|WEAK) +(DEFAULT|PROTECTED) +[0-9]" exported "${about}")
        list(TRANSFORM exported REPLACE " .*" "")
        list(REMOVE_DUPLICATES exported)
        list(LENGTH exported expected)
        math(EXPR expected "${expected} + 3")
        execute_process(COMMAND "${OBJDUMP}" --disassemble --no-show-raw-insn "${file}" COMMAND grep -cE "endbr(32|64)"
            OUTPUT_VARIABLE marks OUTPUT_STRIP_TRAILING_WHITESPACE)
        if(marks LESS expected)
            list(APPEND faults "${name}: ${marks} marks for CET, which should be at least ${expected}")
        endif()
    endif()
endforeach()
list(LENGTH files count)
if(count EQUAL 0)
    message(FATAL_ERROR "Nothing is installed in ${PREFIX}")
endif()
if(FORTIFIED AND fortified EQUAL 0)
    list(APPEND faults "none of ${count} checks calls that copy memory")
endif()
if(faults)
    list(JOIN faults "\n  " text)
    message(FATAL_ERROR "Not hardened:\n  ${text}")
endif()
message("${count} files are hardened; ${fortified} check calls that copy memory")
