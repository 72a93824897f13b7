# SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
# SPDX-License-Identifier: MIT

# Part of the installed package: find_package(SmartCaptcha) includes it if the command smartcaptcha is installed.

# smartcaptcha_add_lint(<target> [PATHS <file or folder>...] [SITE_KEYS <client key>...])
#
# Creates the target <target>_lint, which builds <target> and searches its sources, its built file and PATHS with
# `smartcaptcha lint`; the target fails if there are findings. If enable_testing() was called before, a test of the same
# name is added. PATHS are relative to the current source folder; list packages made from the target there.
function(smartcaptcha_add_lint target)
    cmake_parse_arguments(arg "" "" "PATHS;SITE_KEYS" ${ARGN})
    if(NOT TARGET ${target})
        message(FATAL_ERROR "smartcaptcha_add_lint: there is no target ${target}")
    endif()
    if(arg_UNPARSED_ARGUMENTS)
        message(FATAL_ERROR "smartcaptcha_add_lint(${target}): unknown arguments ${arg_UNPARSED_ARGUMENTS}")
    endif()

    get_target_property(folder ${target} SOURCE_DIR)
    get_target_property(type ${target} TYPE)
    # In a file, because the list may be too long for a command line; generated late, when all sources are known. Some
    # paths are relative, and some entries are not files but CMake's names for rules (those of AUTOMOC, for instance).
    set(list "${CMAKE_CURRENT_BINARY_DIR}/${target}_lint_$<CONFIG>.txt")
    set(sources "$<FILTER:$<TARGET_PROPERTY:${target},SOURCES>,EXCLUDE,\\.rule$>")
    file(GENERATE OUTPUT "${list}" CONTENT "$<JOIN:${sources},\n>\n")

    set(paths "")
    foreach(path IN LISTS arg_PATHS)
        get_filename_component(path "${path}" ABSOLUTE)
        list(APPEND paths "${path}")
    endforeach()
    if(NOT type MATCHES "^(INTERFACE_LIBRARY|OBJECT_LIBRARY)$")
        list(APPEND paths "$<TARGET_FILE:${target}>")
    endif()
    set(keys "")
    foreach(key IN LISTS arg_SITE_KEYS)
        list(APPEND keys --site-key "${key}")
    endforeach()
    set(command $<TARGET_FILE:SmartCaptcha::Command> lint --files-from "${list}" ${keys} ${paths})

    add_custom_target(${target}_lint COMMAND ${command} WORKING_DIRECTORY "${folder}" VERBATIM
        COMMENT "Looking for what must not ship in ${target}")
    add_dependencies(${target}_lint ${target})
    if(CMAKE_TESTING_ENABLED)
        add_test(NAME ${target}_lint COMMAND ${command} WORKING_DIRECTORY "${folder}")
    endif()
endfunction()
