# SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
# SPDX-License-Identifier: MIT

# Reads every #include "..." of the sources and says which of them goes up, or around, in the house of
# docs/architecture.md. What stands in <> is a public header, which everybody may include.
#   cmake -DSOURCE=... [-DPLANT=ON] -P floors.cmake
# PLANT writes wrong files to SOURCE first, for a test of this test.

cmake_minimum_required(VERSION 3.25)

# Each folder, and the folders that it may include from besides itself. The longest folder that fits counts.
set(floors
    "sdk/foundation"
    "sdk/core|sdk/foundation"
    "sdk/keystore|sdk/foundation"
    "sdk/testing|sdk/foundation"
    "sdk/captcha"
    "sdk/captcha/page|sdk/foundation"
    "sdk/captcha/engine|sdk/foundation|sdk/captcha|sdk/captcha/page"
    "sdk/captcha/session|sdk/foundation|sdk/captcha|sdk/captcha/page|sdk/captcha/engine"
    "sdk/captcha/face|sdk/captcha|sdk/captcha/page|sdk/captcha/engine|sdk/captcha/session"
    "sdk/engines/widgets|sdk/captcha/engine"
    "sdk/engines/quick|sdk/captcha/engine"
    "sdk/engines/webengine/widgets|sdk/engines/widgets|sdk/captcha|sdk/captcha/page|sdk/captcha/engine"
    "sdk/engines/webengine/quick|sdk/engines/quick|sdk/captcha|sdk/captcha/page|sdk/captcha/engine|sdk/foundation"
    "sdk/engines/webview|sdk/engines/quick|sdk/captcha|sdk/captcha/page|sdk/captcha/engine|sdk/foundation"
    "sdk/widgets|sdk/engines/widgets|sdk/captcha|sdk/captcha/page|sdk/captcha/engine|sdk/captcha/face"
    "qml|sdk/engines/quick|sdk/engines/webengine/quick|sdk/engines/webview|sdk/captcha|sdk/captcha/page|sdk/captcha/engine|sdk/captcha/face"
    "demo-app"
    "demo-app/shared"
    "demo-app/lint|demo-app/shared"
    "demo-app/qa/scenario|demo-app/shared"
    "demo-app/qa/judge|demo-app/qa/scenario"
    "demo-app/qa/profile|demo-app/qa/scenario"
    "demo-app/qa/report|demo-app/qa/scenario|demo-app/qa/judge|demo-app/shared"
    "demo-app/qa/session|demo-app/qa/profile|demo-app/qa/scenario|demo-app/qa/judge|demo-app/qa/report"
    "demo-app/qa/play|demo-app/qa/scenario|demo-app/qa/judge|demo-app/qa/profile|demo-app/shared"
    "demo-app/command|demo-app/lint|demo-app/shared|demo-app/qa/scenario|demo-app/qa/judge|demo-app/qa/profile|demo-app/qa/report|demo-app/qa/session|demo-app/qa/play"
    "demo-app/desktop|demo-app/shared|demo-app/qa/scenario|demo-app/qa/judge|demo-app/qa/profile|demo-app/qa/report|demo-app/qa/session|demo-app/qa/play"
    "demo-app/mobile|demo-app/shared"
    "examples")

if(PLANT)
    file(WRITE "${SOURCE}/sdk/core/up.cpp" "#include \"captcha/page/some.h\"\n")
    file(WRITE "${SOURCE}/sdk/captcha/page/some.h" "\n")
    file(WRITE "${SOURCE}/sdk/captcha/page/around.cpp" "#include \"captcha/session/other.h\"\n")
    file(WRITE "${SOURCE}/sdk/captcha/session/other.h" "#include \"captcha/page/some.h\"\n")
    file(WRITE "${SOURCE}/demo-app/qa/play/some.h" "\n")
    file(WRITE "${SOURCE}/demo-app/qa/judge/around.cpp" "#include \"play/some.h\"\n")
    file(WRITE "${SOURCE}/demo-app/peeks.cpp" "#include \"captcha/page/some.h\"\n")
endif()

# The floor of a file: the longest folder in the table that it is in.
function(floor_of file out)
    set(best "")
    foreach(floor IN LISTS floors)
        string(REGEX REPLACE "\\|.*" "" folder "${floor}")
        string(FIND "${file}" "${folder}/" at)
        string(LENGTH "${folder}" length)
        string(LENGTH "${best}" longest)
        if(at EQUAL 0 AND length GREATER longest)
            set(best "${folder}")
        endif()
    endforeach()
    set(${out} "${best}" PARENT_SCOPE)
endfunction()

set(count 0)
set(wrong 0)
set(files "")
foreach(top IN ITEMS sdk qml demo-app examples)
    file(GLOB_RECURSE found RELATIVE "${SOURCE}" "${SOURCE}/${top}/*.cpp" "${SOURCE}/${top}/*.h" "${SOURCE}/${top}/*.h.in")
    list(APPEND files ${found})
endforeach()
foreach(file IN LISTS files)
    file(STRINGS "${SOURCE}/${file}" lines REGEX "^[ \t]*#[ \t]*include[ \t]+\"")
    get_filename_component(folder "${file}" DIRECTORY)
    floor_of("${file}" own)
    foreach(line IN LISTS lines)
        string(REGEX REPLACE "^[^\"]*\"([^\"]*)\".*" "\\1" name "${line}")
        # As the compiler looks for it; what is nowhere is made by the build.
        set(target "")
        foreach(candidate IN ITEMS "${folder}/${name}" "sdk/${name}" "${own}/${name}" "demo-app/${name}"
            "demo-app/qa/${name}")
            if(EXISTS "${SOURCE}/${candidate}")
                cmake_path(NORMAL_PATH candidate OUTPUT_VARIABLE target)
                break()
            endif()
        endforeach()
        if(target STREQUAL "")
            continue()
        endif()
        math(EXPR count "${count} + 1")
        floor_of("${target}" theirs)
        set(allowed "")
        foreach(floor IN LISTS floors)
            string(REPLACE "|" ";" parts "${floor}")
            list(GET parts 0 first)
            if(first STREQUAL own)
                set(allowed "${parts}")
            endif()
        endforeach()
        if(NOT theirs IN_LIST allowed)
            math(EXPR wrong "${wrong} + 1")
            message(SEND_ERROR "${file} (${own}) must not include ${target} (${theirs})")
        endif()
    endforeach()
endforeach()
if(wrong EQUAL 0)
    message("${count} includes, all of them down the house")
endif()
if(NOT PLANT AND count LESS 200)
    message(FATAL_ERROR "The sources were not found in ${SOURCE}")
endif()
