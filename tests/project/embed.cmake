# SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
# SPDX-License-Identifier: MIT

# Configures, builds and runs the project in subproject/. It is a unity build, which takes less time. With DEPLOY it also
# installs it with smartcaptcha_deploy(), and runs what that has made; see runfolder.cmake.
#   cmake -DSOURCE=... -DWORK_DIR=... -DCOMPONENT=... -DEXCLUDED=... -DENGINE=... -DDEPLOY=... -DQT_FOLDERS=...
#       -P embed.cmake

cmake_minimum_required(VERSION 3.25)
get_filename_component(here "${CMAKE_SCRIPT_MODE_FILE}" DIRECTORY)
include("${here}/runfolder.cmake")

file(REMOVE_RECURSE "${WORK_DIR}/installed" "${WORK_DIR}/moved")
foreach(command IN ITEMS
        "${CMAKE_COMMAND};-S;${here}/subproject;-B;${WORK_DIR};-G;${GENERATOR};-DSMARTCAPTCHA_SOURCE=${SOURCE};-DCMAKE_CXX_COMPILER=${COMPILER};-DCMAKE_CXX_COMPILER_LAUNCHER=${LAUNCHER};-DCMAKE_UNITY_BUILD=ON;-DCOMPONENT=${COMPONENT};-DEXCLUDED=${EXCLUDED};-DDEPLOY=${DEPLOY}"
        "${CMAKE_COMMAND};--build;${WORK_DIR}"
        "${CMAKE_COMMAND};--install;${WORK_DIR};--prefix;${WORK_DIR}/installed"
        "${WORK_DIR}/subproject;${ENGINE}")
    execute_process(COMMAND ${command} RESULT_VARIABLE status)
    if(NOT status EQUAL 0)
        message(FATAL_ERROR "Exit status ${status}: ${command}")
    endif()
endforeach()

# Everything was built, and that is only what the program links.
file(GLOB_RECURSE unwanted "${WORK_DIR}/*libSmartCaptchaTesting.*" "${WORK_DIR}/*libSmartCaptchaKeyStore.*")
if(unwanted)
    message(FATAL_ERROR "The project builds what it does not link: ${unwanted}")
endif()
file(GLOB_RECURSE installed RELATIVE "${WORK_DIR}/installed" "${WORK_DIR}/installed/*")
if(DEPLOY)
    # The program, and what it runs with.
    list(FILTER installed EXCLUDE REGEX
        "^(bin/(subproject|qt\\.conf)$|lib/[^/]+\\.so|(libexec|plugins|resources|translations)/)")
    set(expected "")
else()
    set(expected "bin/subproject")
endif()
if(NOT installed STREQUAL expected)
    message(FATAL_ERROR "The project installs more than its program: ${installed}")
endif()
if(DEPLOY)
    file(RENAME "${WORK_DIR}/installed" "${WORK_DIR}/moved")
    run_folder("${WORK_DIR}/moved" PROGRAM subproject COMPONENT "${COMPONENT}" ENGINE "${ENGINE}"
        QT_FOLDERS "${QT_FOLDERS}" LOGS "${WORK_DIR}/loaded")
    file(REMOVE_RECURSE "${WORK_DIR}/moved")
endif()
