# SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
# SPDX-License-Identifier: MIT

cmake_minimum_required(VERSION 3.25)

# Every file states its copyright and licence in its first lines, or in a file FILE.license; or .reuse/dep5 states them
# for its folder, as for the inputs in tests/fuzz/corpus, whose bytes are all part of the test.
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
# For the folders of .reuse/dep5 it says so itself.
file(READ "${SOURCE}/.reuse/dep5" dep5)
string(REGEX MATCHALL "Files: [^\n]+/\\*\nCopyright: 2026 SmartCaptcha for Qt contributors\nLicense: MIT" folders "${dep5}")
list(TRANSFORM folders REPLACE "Files: ([^\n]+/)\\*\n.*" "\\1")
if(NOT "tests/fuzz/corpus/" IN_LIST folders)
    message(SEND_ERROR ".reuse/dep5 does not state the licence of tests/fuzz/corpus")
endif()
list(JOIN folders "|" folders)
set(count 0)
foreach(file IN LISTS files)
    # Build results, the files of git, and the licence itself.
    if(file MATCHES "^(build|out|\\.git|\\.cache|\\.reuse|LICENSES)/" OR file MATCHES "^(${folders})"
            OR file MATCHES "^(LICENSE|\\.git|compile_commands\\.json)$" OR file MATCHES "\\.(user|license)$")
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
