# SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
# SPDX-License-Identifier: MIT

# Builds a program of consumer/, installs it with smartcaptcha_deploy(), removes the SDK and the build tree, and runs it.
# Every library of Qt and of the SDK has to come from the folder then, for its web engine's process as well. If the user
# may do that, the folders of the installed Qt are hidden from the program.
#   cmake -DPREFIX=... -DCOMPONENT=... -DENGINE=... -DQT_FOLDERS=... -DWORK_DIR=... -P deploy.cmake

cmake_minimum_required(VERSION 3.25)
get_filename_component(here "${CMAKE_SCRIPT_MODE_FILE}" DIRECTORY)
file(REMOVE_RECURSE "${WORK_DIR}")
file(COPY "${here}/consumer" DESTINATION "${WORK_DIR}")
file(COPY "${PREFIX}/" DESTINATION "${WORK_DIR}/sdk")

function(run)
    execute_process(COMMAND ${ARGN} TIMEOUT 300 RESULT_VARIABLE status OUTPUT_VARIABLE output ERROR_VARIABLE output)
    if(NOT status EQUAL 0)
        list(JOIN ARGN " " command)
        message(FATAL_ERROR "${output}\nExit status ${status}: ${command}")
    endif()
endfunction()

run("${CMAKE_COMMAND}" -S "${WORK_DIR}/consumer" -B "${WORK_DIR}/build" -G "${GENERATOR}" -DCMAKE_BUILD_TYPE=Debug
    "-DCMAKE_PREFIX_PATH=${WORK_DIR}/sdk" "-DCMAKE_CXX_COMPILER=${COMPILER}"
    "-DCMAKE_CXX_COMPILER_LAUNCHER=${LAUNCHER}" "-DCOMPONENT=${COMPONENT}" -DDEPLOY=ON)
run("${CMAKE_COMMAND}" --build "${WORK_DIR}/build" --target consumer)
# With DESTDIR, as packages are made.
run("${CMAKE_COMMAND}" -E env "DESTDIR=${WORK_DIR}/staging"
    "${CMAKE_COMMAND}" --install "${WORK_DIR}/build" --prefix /opt/consumer)
file(RENAME "${WORK_DIR}/staging/opt/consumer" "${WORK_DIR}/moved")
file(REMOVE_RECURSE "${WORK_DIR}/sdk" "${WORK_DIR}/build" "${WORK_DIR}/staging")

set(arguments ${ENGINE})
if(NOT ENGINE)
    set(arguments "")
endif()
# The loader writes a file for each process.
file(MAKE_DIRECTORY "${WORK_DIR}/loaded")
# An empty file system over each of them, which only this process sees.
set(alone unshare --mount --propagation private sh -c
    "for folder in ${QT_FOLDERS}
    do [ ! -d $folder ] || mount -t tmpfs none $folder || exit
    done
    exec \"$@\"" sh)
execute_process(COMMAND ${alone} true RESULT_VARIABLE status OUTPUT_QUIET ERROR_QUIET)
if(NOT status EQUAL 0)
    message("Only root can hide the folders of Qt: ${QT_FOLDERS} remain visible")
    set(alone "")
endif()
run(${alone} "${CMAKE_COMMAND}" -E env LD_DEBUG=libs "LD_DEBUG_OUTPUT=${WORK_DIR}/loaded/by"
    "${WORK_DIR}/moved/bin/consumer" ${arguments})

file(GLOB logs "${WORK_DIR}/loaded/by.*")
set(all "")
set(strangers "")
foreach(log IN LISTS logs)
    file(STRINGS "${log}" lines REGEX "calling init: ")
    foreach(line IN LISTS lines)
        string(REGEX REPLACE "^.*calling init: " "" library "${line}")
        if(library MATCHES "SmartCaptcha|Qt6|/qt6/|/plugins/|/qml/")
            list(APPEND all "${library}")
            cmake_path(IS_PREFIX WORK_DIR "${library}" NORMALIZE inside)
            if(NOT inside)
                list(APPEND strangers "${library}")
            endif()
        endif()
    endforeach()
endforeach()
list(REMOVE_DUPLICATES all)
list(REMOVE_DUPLICATES strangers)
if(strangers)
    list(JOIN strangers "\n  " strangers)
    message(FATAL_ERROR "These libraries do not come from the folder:\n  ${strangers}")
endif()
# Not every desktop has these.
file(GLOB platform "${WORK_DIR}/moved/plugins/platforms/libqxcb.so")
file(GLOB for_platform "${WORK_DIR}/moved/lib/libxcb-icccm.so.*")
if(platform AND NOT for_platform)
    message(FATAL_ERROR "The platform xcb lacks a library")
endif()
if(NOT all MATCHES "libSmartCaptcha${COMPONENT}")
    message(FATAL_ERROR "The program has loaded nothing of the SDK")
endif()
list(LENGTH logs processes)
if(ENGINE AND NOT (all MATCHES "libQt6WebEngineCore" AND processes GREATER 1))
    message(FATAL_ERROR "The program has not started Qt WebEngine")
endif()

list(LENGTH all count)
file(GLOB_RECURSE files "${WORK_DIR}/moved/*")
set(size 0)
foreach(file IN LISTS files)
    file(SIZE "${file}" one)
    math(EXPR size "${size} + ${one}")
endforeach()
math(EXPR size "${size} / 1000000")
list(LENGTH files files)
message("${files} files, ${size} MB; ${count} libraries of Qt and the SDK loaded by ${processes} processes, all from it")
file(REMOVE_RECURSE "${WORK_DIR}")
