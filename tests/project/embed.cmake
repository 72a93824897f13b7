# SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
# SPDX-License-Identifier: MIT

# Configures, builds and runs the project in subproject/.
#   cmake -DSOURCE=... -DWORK_DIR=... -DCOMPONENT=... -DEXCLUDED=... -DENGINE=... -P embed.cmake

get_filename_component(here "${CMAKE_SCRIPT_MODE_FILE}" DIRECTORY)

# Builds only what the program needs, as users do.
foreach(command IN ITEMS
        "${CMAKE_COMMAND};-S;${here}/subproject;-B;${WORK_DIR};-G;${GENERATOR};-DSMARTCAPTCHA_SOURCE=${SOURCE};-DCMAKE_CXX_COMPILER=${COMPILER};-DCMAKE_CXX_COMPILER_LAUNCHER=${LAUNCHER};-DCOMPONENT=${COMPONENT};-DEXCLUDED=${EXCLUDED}"
        "${CMAKE_COMMAND};--build;${WORK_DIR};--target;subproject"
        "${WORK_DIR}/subproject;${ENGINE}")
    execute_process(COMMAND ${command} RESULT_VARIABLE status)
    if(NOT status EQUAL 0)
        message(FATAL_ERROR "Exit status ${status}: ${command}")
    endif()
endforeach()
