# SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
# SPDX-License-Identifier: MIT

# Requests components from an installed package that it cannot provide, and checks the error messages.
#   cmake -DPREFIX=... -DWORK_DIR=... -P refuse.cmake

function(expect name find expected)
    file(REMOVE_RECURSE "${WORK_DIR}")
    file(WRITE "${WORK_DIR}/CMakeLists.txt"
        "cmake_minimum_required(VERSION 3.25)\nproject(refused LANGUAGES CXX)\n${find}\nmessage(STATUS \"Went on\")\n")
    execute_process(COMMAND "${CMAKE_COMMAND}" -S "${WORK_DIR}" -B "${WORK_DIR}/build" -G "${GENERATOR}"
        "-DCMAKE_PREFIX_PATH=${PREFIX}" "-DCMAKE_CXX_COMPILER=${COMPILER}"
        OUTPUT_VARIABLE output ERROR_VARIABLE output)
    # CMake breaks lines at arbitrary places.
    string(REGEX REPLACE "[ \n]+" " " text "${output}")
    string(FIND "${text}" "${expected}" position)
    if(position EQUAL -1)
        message("${output}")
        message(SEND_ERROR "${name}: CMake did not say: ${expected}")
    endif()
endfunction()

expect("a component that does not exist"
    "find_package(SmartCaptcha 0.1 REQUIRED COMPONENTS Core Telepathy)"
    "SmartCaptcha was installed without the component Telepathy; it has Core")
expect("an optional component that does not exist"
    "find_package(SmartCaptcha 0.1 REQUIRED COMPONENTS Core OPTIONAL_COMPONENTS Telepathy)
if(SmartCaptcha_Telepathy_FOUND)
  message(FATAL_ERROR \"found\")
endif()"
    "Went on")
expect("an optional component whose part of Qt is missing"
    "find_package(Qt6 6.4 REQUIRED COMPONENTS Core)
set(CMAKE_DISABLE_FIND_PACKAGE_Qt6Quick ON)
find_package(SmartCaptcha 0.1 REQUIRED COMPONENTS Core OPTIONAL_COMPONENTS Quick)
if(SmartCaptcha_Quick_FOUND)
  message(FATAL_ERROR \"found\")
elseif(NOT Qt6_FOUND)
  message(FATAL_ERROR \"Qt was there before\")
endif()"
    "Went on")
expect("no component" "find_package(SmartCaptcha 0.1 REQUIRED)
if(NOT TARGET SmartCaptcha::Core)
  message(FATAL_ERROR \"no Core\")
endif()"
    "Went on")
expect("found twice" "find_package(SmartCaptcha 0.1 REQUIRED)\nfind_package(SmartCaptcha 0.1 REQUIRED COMPONENTS Core)"
    "Went on")
expect("another version" "find_package(SmartCaptcha 7.0 REQUIRED)" "requested version \"7.0\"")
