# SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
# SPDX-License-Identifier: MIT

# The public symbols of a library are those that the file LIST names, and there are none from SmartCaptcha::Internal,
# unless INTERNAL allows it. A symbol that is missing breaks programs that were linked before; one that is new is a
# promise. Weak symbols and tables of types are left out: compilers differ in them.
#   cmake -DNM=... -DLIBRARY=... -DLIST=... -DINTERNAL=ON|OFF [-DUPDATE=ON] -P symbols.cmake
# With UPDATE it writes the file.

cmake_minimum_required(VERSION 3.25)

execute_process(COMMAND "${NM}" -D --defined-only --demangle "${LIBRARY}" OUTPUT_VARIABLE output
    COMMAND_ERROR_IS_FATAL ANY)
# Clang exports what is made of the standard library's templates, whatever it is made for.
string(REGEX REPLACE "[0-9a-f]+ [VW] std::[^\n]+" "" ours "${output}")
string(REGEX MATCHALL "[^\n]*Internal[^\n]*" private "${ours}")
if(private AND NOT INTERNAL)
    list(JOIN private "\n" private)
    message(FATAL_ERROR "${LIBRARY} exports:\n${private}")
endif()
# Lists in CMake cannot hold brackets.
string(REPLACE ";" "," output "${output}")
string(REPLACE "[" "<" output "${output}")
string(REPLACE "]" ">" output "${output}")
string(REGEX MATCHALL "[0-9a-f]+ [TDBR] [^\n]+" symbols "${output}")
list(TRANSFORM symbols REPLACE "^[0-9a-f]+ . " "")
list(FILTER symbols INCLUDE REGEX "SmartCaptcha")
list(FILTER symbols EXCLUDE REGEX "SmartCaptcha::Internal|^(typeinfo|typeinfo name|vtable) for ")
list(REMOVE_DUPLICATES symbols)
list(SORT symbols)
if(NOT symbols)
    message(FATAL_ERROR "${LIBRARY} does not even export its public classes")
endif()
if(UPDATE)
    list(JOIN symbols "\n" text)
    file(WRITE "${LIST}" "${text}\n")
    return()
endif()

file(STRINGS "${LIST}" expected)
set(missing ${expected})
list(REMOVE_ITEM missing ${symbols})
set(new ${symbols})
if(expected)
    list(REMOVE_ITEM new ${expected})
endif()
if(missing OR new)
    list(JOIN missing "\n  " missing)
    list(JOIN new "\n  " new)
    message(FATAL_ERROR "${LIBRARY}\nno longer exports:\n  ${missing}\nand newly exports:\n  ${new}\n"
        "If that is meant to be: build the target update_symbols, and say it in CHANGELOG.md.")
endif()
list(LENGTH symbols count)
message("${count} symbols, as they should be")
