# SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
# SPDX-License-Identifier: MIT

cmake_minimum_required(VERSION 3.25)

# Every file states its copyright and licence in its first lines, or in a file FILE.license. For the inputs in
# tests/fuzz/corpus, whose bytes are all part of the test, .reuse/dep5 states them.
#   cmake -DSOURCE=... -P spdx.cmake

# Untracked files in a checkout are not checked.
find_program(git git)
set(status 1)
if(git AND EXISTS "${SOURCE}/.git")
    execute_process(COMMAND "${git}" -C "${SOURCE}" ls-files OUTPUT_VARIABLE files RESULT_VARIABLE status ERROR_QUIET)
    string(REGEX REPLACE "\n" ";" files "${files}")
    list(REMOVE_ITEM files "")
endif()
if(NOT status EQUAL 0)
    file(GLOB_RECURSE files RELATIVE "${SOURCE}" LIST_DIRECTORIES false "${SOURCE}/*")
endif()
file(READ "${SOURCE}/.reuse/dep5" dep5)
if(NOT dep5 MATCHES "Files: tests/fuzz/corpus/\\*\nCopyright: 2026 SmartCaptcha for Qt contributors\nLicense: MIT")
    message(SEND_ERROR ".reuse/dep5 does not state the licence of tests/fuzz/corpus")
endif()
set(count 0)
foreach(file IN LISTS files)
    # Build results, the files of git, and the licence itself.
    if(file MATCHES "^(build|out|\\.git|\\.cache|\\.reuse|LICENSES|tests/fuzz/corpus)/" OR file MATCHES "^(LICENSE|\\.git|compile_commands\\.json)$"
            OR file MATCHES "\\.(user|license)$")
        continue()
    endif()
    if(NOT EXISTS "${SOURCE}/${file}")
        continue()
    endif()
    math(EXPR count "${count} + 1")
    set(reader "${SOURCE}/${file}")
    if(EXISTS "${reader}.license")
        string(APPEND reader ".license")
    endif()
    # In two pieces, so that tools do not take this line for a licence statement.
    set(tag "SPDX-")
    file(READ "${reader}" beginning LIMIT 400)
    if(NOT beginning MATCHES "${tag}FileCopyrightText: 2026 SmartCaptcha for Qt contributors"
            OR NOT beginning MATCHES "${tag}License-Identifier: MIT")
        message(SEND_ERROR "${file} does not begin with the two SPDX lines, and has no file ${file}.license")
    endif()
endforeach()
message("${count} files checked")
if(count LESS 100)
    message(FATAL_ERROR "The sources were not found in ${SOURCE}")
endif()
