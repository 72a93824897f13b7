# SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
# SPDX-License-Identifier: MIT

# Configures and builds an example against an installed package, as its README says.
#   cmake -DEXAMPLE=... -DPREFIX=... -DWORK_DIR=... -DGENERATOR=... -DCOMPILER=... -DLAUNCHER=... -DFLAGS=...
#       [-DMISSING=...] -P build.cmake
# If the example needs a package that is not installed, it must say so; this script then says "Skipped". MISSING is a
# package that CMake does not find, to test that.

file(REMOVE_RECURSE "${WORK_DIR}")
# A copy outside the source tree, so that nothing in the source tree is found by accident.
get_filename_component(name "${EXAMPLE}" NAME)
file(COPY "${EXAMPLE}" DESTINATION "${WORK_DIR}")

set(missing "")
if(MISSING)
    set(missing "-DCMAKE_DISABLE_FIND_PACKAGE_${MISSING}=ON")
endif()
execute_process(COMMAND "${CMAKE_COMMAND}" -S "${WORK_DIR}/${name}" -B "${WORK_DIR}/build" -G "${GENERATOR}"
        -DCMAKE_BUILD_TYPE=Debug "-DCMAKE_PREFIX_PATH=${PREFIX}" "-DCMAKE_CXX_COMPILER=${COMPILER}"
        "-DCMAKE_CXX_COMPILER_LAUNCHER=${LAUNCHER}" "-DCMAKE_CXX_FLAGS=${FLAGS} -Wall -Wextra -Werror" ${missing}
    RESULT_VARIABLE status OUTPUT_VARIABLE output ERROR_VARIABLE output)
message("${output}")
if(NOT status EQUAL 0)
    # CMake breaks lines at arbitrary places.
    string(REGEX REPLACE "[ \n]+" " " text "${output}")
    if(text MATCHES "[A-Za-z0-9 ]+ is not installed.* apt-get install [a-z0-9-]+")
        message("Skipped: ${CMAKE_MATCH_0}")
        return()
    endif()
    message(FATAL_ERROR "The example cannot be configured")
endif()
execute_process(COMMAND "${CMAKE_COMMAND}" --build "${WORK_DIR}/build" RESULT_VARIABLE status)
if(NOT status EQUAL 0)
    message(FATAL_ERROR "The example cannot be built")
endif()
