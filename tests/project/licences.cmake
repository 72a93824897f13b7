# SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
# SPDX-License-Identifier: MIT

# Checks that nothing links a module of Qt that is only available under the GPL or a commercial licence, which an
# application under another licence could not use.
#   cmake -DREADELF=... "-DFILES=...;..." [-DPLANT=ON] -P licences.cmake
# With PLANT one of the modules that are in fact linked counts as such a module.

cmake_minimum_required(VERSION 3.25)

set(gpl_only Bodymovin Charts Coap DataVisualization DataVisualizationQml Graphs Grpc HttpServer InsightTracker
    LanguageServer Mqtt NetworkAuth OpcUa Protobuf Quick3D QuickTimeline ShaderTools StateMachine VirtualKeyboard
    WaylandCompositor)
if(PLANT)
    list(APPEND gpl_only Network)
endif()
list(JOIN gpl_only "|" gpl_only)

set(faults "")
foreach(file IN LISTS FILES)
    execute_process(COMMAND "${READELF}" --dynamic --wide "${file}" OUTPUT_VARIABLE about COMMAND_ERROR_IS_FATAL ANY)
    if(NOT about MATCHES "NEEDED")
        message(FATAL_ERROR "${file} links nothing, so that there is nothing to check")
    endif()
    string(REGEX MATCHALL "libQt6(${gpl_only})\\.[^]]*" found "${about}")
    if(found)
        cmake_path(GET file FILENAME name)
        list(APPEND faults "${name} links ${found}")
    endif()
endforeach()
list(LENGTH FILES count)
if(count EQUAL 0)
    message(FATAL_ERROR "No files were given")
endif()
if(faults)
    list(JOIN faults "\n  " text)
    message(FATAL_ERROR "Modules under the GPL only:\n  ${text}")
endif()
message("${count} files link no module under the GPL only")
