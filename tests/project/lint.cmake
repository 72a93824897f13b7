# SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
# SPDX-License-Identifier: MIT

# Runs the lint on a project that only knows the installed package: smartcaptcha_add_lint() as a target and as a test.
#   cmake -DPREFIX=... -DWORK_DIR=... -P lint.cmake

file(REMOVE_RECURSE "${WORK_DIR}")
file(WRITE "${WORK_DIR}/CMakeLists.txt" [[
cmake_minimum_required(VERSION 3.25)
project(linted LANGUAGES CXX)
enable_testing()
find_package(SmartCaptcha 0.1 REQUIRED COMPONENTS Command)
find_package(Qt6 6.4 REQUIRED COMPONENTS Core)
file(WRITE "${CMAKE_CURRENT_BINARY_DIR}/generated.cpp" "int generated() { return 0; }\n")
add_executable(tidy main.cpp "${CMAKE_CURRENT_BINARY_DIR}/generated.cpp")
smartcaptcha_add_lint(tidy)
# Some of its sources are not files.
add_executable(described main.cpp)
set_target_properties(described PROPERTIES AUTOMOC ON AUTORCC ON)
target_link_libraries(described PRIVATE Qt6::Core)
smartcaptcha_add_lint(described)
add_executable(leaking leaking.cpp)
smartcaptcha_add_lint(leaking)
add_executable(late main.cpp)
smartcaptcha_add_lint(late PATHS assets)
target_sources(late PRIVATE late.cpp)
]])
file(WRITE "${WORK_DIR}/main.cpp" "int main() { return 0; }\n")
# In two pieces, so that the lint finds nothing in this file. In the program it is in one piece.
string(RANDOM LENGTH 48 key)
file(WRITE "${WORK_DIR}/leaking.cpp"
    "#include <cstdio>\n#define KEY \"ysc2_\" \"${key}\"\nint main() { return std::puts(KEY); }\n")
file(WRITE "${WORK_DIR}/late.cpp" "// setTestMode(true)\nvoid setTestMode(bool) {}\nvoid f() { setTestMode(true); }\n")
file(WRITE "${WORK_DIR}/assets/page.html" "<script>smartCaptcha.render(c, {sitekey: k, test: true})</script>\n")

function(expect_status expected)
    execute_process(COMMAND ${ARGN} RESULT_VARIABLE status OUTPUT_VARIABLE output ERROR_VARIABLE output)
    set(output "${output}" PARENT_SCOPE)
    if((expected STREQUAL "success" AND NOT status EQUAL 0) OR (expected STREQUAL "failure" AND status EQUAL 0))
        list(JOIN ARGN " " command)
        message(FATAL_ERROR "${output}\nExit status ${status}: ${command}")
    endif()
endfunction()

function(expect_output)
    foreach(expected IN LISTS ARGN)
        if(NOT output MATCHES "${expected}")
            message(SEND_ERROR "${output}\nIt did not say: ${expected}")
        endif()
    endforeach()
    if(output MATCHES "${key}")
        message(SEND_ERROR "It printed the key")
    endif()
endfunction()

set(build "${WORK_DIR}/build")
expect_status(success "${CMAKE_COMMAND}" -S "${WORK_DIR}" -B "${build}" -G "${GENERATOR}"
    "-DCMAKE_PREFIX_PATH=${PREFIX}" "-DCMAKE_CXX_COMPILER=${COMPILER}")
expect_status(success "${CMAKE_COMMAND}" --build "${build}" --target tidy_lint)
expect_output("Nothing found in 3 files")
expect_status(success "${CMAKE_COMMAND}" --build "${build}" --target described_lint)
expect_output("Nothing found in [0-9]+ files")
expect_status(failure "${CMAKE_COMMAND}" --build "${build}" --target leaking_lint)
expect_output("build/leaking: offset 0x[0-9a-f]+: error: .*SCQT001")
expect_status(failure "${CMAKE_COMMAND}" --build "${build}" --target late_lint)
expect_output("late.cpp:3:12: error: .*SCQT003" "assets/page.html:1:[0-9]+: error: .*SCQT003")

get_filename_component(bin "${CMAKE_COMMAND}" DIRECTORY)
expect_status(success "${bin}/ctest" --test-dir "${build}" -R "^tidy_lint$" --no-tests=error)
expect_status(failure "${bin}/ctest" --test-dir "${build}" -R "^leaking_lint$" --no-tests=error)
