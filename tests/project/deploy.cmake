# SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
# SPDX-License-Identifier: MIT

# Builds a program of consumer/, installs it with smartcaptcha_deploy(), removes the SDK and the build tree, and runs it;
# see runfolder.cmake.
#   cmake -DPREFIX=... -DCOMPONENT=... -DENGINE=... -DQT_FOLDERS=... -DWORK_DIR=... -P deploy.cmake

cmake_minimum_required(VERSION 3.25)
get_filename_component(here "${CMAKE_SCRIPT_MODE_FILE}" DIRECTORY)
include("${here}/runfolder.cmake")
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

run_folder("${WORK_DIR}/moved" PROGRAM consumer COMPONENT "${COMPONENT}" ENGINE "${ENGINE}" QT_FOLDERS "${QT_FOLDERS}"
    LOGS "${WORK_DIR}/loaded")
file(REMOVE_RECURSE "${WORK_DIR}")
