# SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
# SPDX-License-Identifier: MIT

# Configures, builds and runs the project in consumer/ against an installed package.
#   cmake -DPREFIX=... -DCOMPONENT=... -DHEADERS=... -DWITHOUT=... -DWORK_DIR=... -DENGINE=... -P consume.cmake
# WITHOUT is a regular expression for libraries that the program must not load; ENGINE is the program's arguments for
# showing a captcha, or OFF; QML_DIR is the folder of QML modules below PREFIX.

get_filename_component(here "${CMAKE_SCRIPT_MODE_FILE}" DIRECTORY)
file(REMOVE_RECURSE "${WORK_DIR}")

# A copy outside the source tree, so that nothing in the source tree is found by accident.
file(COPY "${here}/consumer" DESTINATION "${WORK_DIR}")
set(build "${WORK_DIR}/build")

function(run)
    execute_process(COMMAND ${ARGN} RESULT_VARIABLE status OUTPUT_VARIABLE output ERROR_VARIABLE output)
    message("${output}")
    if(NOT status EQUAL 0)
        list(JOIN ARGN " " command)
        message(FATAL_ERROR "Exit status ${status}: ${command}")
    endif()
    set(output "${output}" PARENT_SCOPE)
endfunction()

# A list would be split into several arguments.
list(JOIN HEADERS "," headers)
run("${CMAKE_COMMAND}" -S "${WORK_DIR}/consumer" -B "${build}" -G "${GENERATOR}" -DCMAKE_BUILD_TYPE=Debug
    "-DCMAKE_PREFIX_PATH=${PREFIX}" "-DCMAKE_CXX_COMPILER=${COMPILER}" "-DCMAKE_CXX_COMPILER_LAUNCHER=${LAUNCHER}"
    "-DCMAKE_CXX_FLAGS=${FLAGS}" "-DCOMPONENT=${COMPONENT}" "-DHEADERS=${headers}")
run("${CMAKE_COMMAND}" --build "${build}")

if(ENGINE)
    run("${build}/consumer" ${ENGINE})
else()
    run("${build}/consumer")
endif()

# The module from an import path, in a program that does not link the library: without preparation the error names the
# missing call; with it the engine works, and reports that the service cannot be reached.
if(COMPONENT STREQUAL "Quick" AND SHARED)
    foreach(prepared IN ITEMS "" prepared)
        if(prepared AND NOT ENGINE)
            continue()
        endif()
        run("${build}/quickplugin" "${PREFIX}/${QML_DIR}" ${prepared})
        set(expected "SmartCaptcha::initializeQuick\\(\\)")
        if(prepared)
            set(expected "None of the service's addresses could be reached")
        endif()
        if(NOT output MATCHES "${expected}")
            message(FATAL_ERROR "The program that finds the module through its import path did not print ${expected}")
        endif()
        if(prepared AND output MATCHES "initializeQuick")
            message(FATAL_ERROR "The prepared program found no engine")
        endif()
    endforeach()
endif()

# Qt's tools find the module without any settings in the project.
if(COMPONENT STREQUAL "Quick")
    # The output of qmlimportscanner, whose location changed between Qt 6.4 and 6.8.
    file(GLOB_RECURSE found
        "${build}/Qt6_QmlPlugins_Imports_qmlprogram.cmake" "${build}/qmlprogram/.qt/qml_imports/qmlprogram_conf.cmake")
    if(NOT found)
        message(FATAL_ERROR "qmlimportscanner was not run for the program")
    endif()
    file(READ ${found} imports)
    if(NOT imports MATCHES "PATH;${PREFIX}/${QML_DIR}/SmartCaptcha;")
        message(FATAL_ERROR "qmlimportscanner did not find the module:\n${imports}")
    endif()
    run("${CMAKE_COMMAND}" --build "${build}" --target qmlprogram_qmllint)
    if(output MATCHES "[Ww]arning")
        message(FATAL_ERROR "qmllint did not find everything in the module")
    endif()
endif()

find_program(ldd ldd)
if(ldd)
    run("${ldd}" "${build}/consumer")
    if(output MATCHES "${WITHOUT}")
        message(FATAL_ERROR "The program loads a library that it should not: ${CMAKE_MATCH_0}")
    endif()
    if(SHARED AND NOT output MATCHES "libSmartCaptcha${COMPONENT}[^ ]* => ${PREFIX}/")
        message(FATAL_ERROR "The program does not load the library installed in ${PREFIX}")
    endif()
endif()
