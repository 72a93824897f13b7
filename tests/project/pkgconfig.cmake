# SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
# SPDX-License-Identifier: MIT

# Compiles and runs a program of consumer/ with what pkg-config says, without CMake.
#   cmake -DPREFIX=... -DLIBDIR=... -DCOMPONENT=... -DCOMPILER=... -DWORK_DIR=... -P pkgconfig.cmake

get_filename_component(here "${CMAKE_SCRIPT_MODE_FILE}" DIRECTORY)
file(REMOVE_RECURSE "${WORK_DIR}")
file(MAKE_DIRECTORY "${WORK_DIR}")
string(TOLOWER ${COMPONENT} name)
set(ENV{PKG_CONFIG_PATH} "${PREFIX}/${LIBDIR}/pkgconfig")
foreach(what IN ITEMS cflags libs)
    execute_process(COMMAND pkg-config --${what} smartcaptcha-${name} OUTPUT_VARIABLE ${what}
        OUTPUT_STRIP_TRAILING_WHITESPACE COMMAND_ERROR_IS_FATAL ANY)
    separate_arguments(${what} UNIX_COMMAND "${${what}}")
endforeach()
execute_process(COMMAND "${COMPILER}" -std=c++17 -fPIC ${cflags} "${here}/consumer/${name}.cpp" -o "${WORK_DIR}/consumer"
    ${libs} "-Wl,-rpath,${PREFIX}/${LIBDIR}" COMMAND_ERROR_IS_FATAL ANY)
execute_process(COMMAND "${WORK_DIR}/consumer" COMMAND_ERROR_IS_FATAL ANY)
execute_process(COMMAND pkg-config --modversion smartcaptcha-${name} COMMAND_ERROR_IS_FATAL ANY)
