# SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
# SPDX-License-Identifier: MIT

# Installs the command into a folder given by an absolute path, as some distributions do, and finds it with
# find_package(). It is a unity build, as some packages are.
#   cmake -DSOURCE=... -DWORK_DIR=... -P absolute.cmake

file(REMOVE_RECURSE "${WORK_DIR}/prefix" "${WORK_DIR}/programs" "${WORK_DIR}/project")
file(WRITE "${WORK_DIR}/project/CMakeLists.txt" [[
cmake_minimum_required(VERSION 3.25)
project(absolute LANGUAGES CXX)
find_package(SmartCaptcha 0.1 REQUIRED COMPONENTS Core Command)
add_executable(tidy main.cpp)
smartcaptcha_add_lint(tidy)
]])
file(WRITE "${WORK_DIR}/project/main.cpp" "int main() { return 0; }\n")

set(parts "")
foreach(part IN ITEMS BROWSER WIDGETS WEBENGINE QUICK KEYSTORE TESTING TESTS DEMO)
    list(APPEND parts "-DSMARTCAPTCHA_BUILD_${part}=OFF")
endforeach()
include("${CMAKE_CURRENT_LIST_DIR}/run.cmake")
set(tools -G "${GENERATOR}" "-DCMAKE_CXX_COMPILER=${COMPILER}" "-DCMAKE_CXX_COMPILER_LAUNCHER=${LAUNCHER}")
run("${CMAKE_COMMAND}" -S "${SOURCE}" -B "${WORK_DIR}/build" ${tools} ${parts} -DSMARTCAPTCHA_BUILD_COMMAND=ON
    -DCMAKE_UNITY_BUILD=ON
    "-DCMAKE_INSTALL_PREFIX=${WORK_DIR}/prefix" "-DCMAKE_INSTALL_BINDIR=${WORK_DIR}/programs/bin")
run("${CMAKE_COMMAND}" --build "${WORK_DIR}/build")
run("${CMAKE_COMMAND}" --install "${WORK_DIR}/build")
run("${CMAKE_COMMAND}" -S "${WORK_DIR}/project" -B "${WORK_DIR}/project/build" ${tools}
    "-DCMAKE_PREFIX_PATH=${WORK_DIR}/prefix")
run("${CMAKE_COMMAND}" --build "${WORK_DIR}/project/build" --target tidy_lint)
