# SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
# SPDX-License-Identifier: MIT

# The languages of the project's own texts. English is the language of the sources; its files contain only plural forms.
set(SMARTCAPTCHA_LANGUAGES en ru)

# smartcaptcha_add_translations(<target> NAME <base name> LUPDATE_FOLDERS <folder>...)
#
# Compiles translations/<base name>_<language>.ts into <target> as :/smartcaptcha/i18n.
# "cmake --build . --target update_translations" updates these files from the sources.
function(smartcaptcha_add_translations target)
    cmake_parse_arguments(arg "" "NAME" "LUPDATE_FOLDERS" ${ARGN})
    if(NOT TARGET Qt6::lrelease)
        message(STATUS "${target} has English texts only: lrelease is missing (on Debian: qt6-tools-dev qt6-l10n-tools)")
        return()
    endif()
    set(languages ${SMARTCAPTCHA_LANGUAGES})
    list(TRANSFORM languages REPLACE "(.+)" "${PROJECT_SOURCE_DIR}/translations/${arg_NAME}_\\1.ts" OUTPUT_VARIABLE files)
    qt_add_lrelease(${target} TS_FILES ${files} QM_FILES_OUTPUT_VARIABLE qm_files)
    smartcaptcha_add_resources(${target} "${target}_i18n" PREFIX /smartcaptcha/i18n
        BASE "${CMAKE_CURRENT_BINARY_DIR}" FILES ${qm_files})
    if(TARGET Qt6::lupdate)
        list(POP_FRONT files english)
        # Scripts of web pages contain no translatable text, and lupdate does not understand all of their syntax.
        set(lupdate Qt6::lupdate -extensions cpp,h,qml -no-obsolete -locations none)
        add_custom_target(${target}_update_translations
            COMMAND ${lupdate} -pluralonly ${arg_LUPDATE_FOLDERS} -ts "${english}"
            COMMAND ${lupdate} ${arg_LUPDATE_FOLDERS} -ts ${files}
            WORKING_DIRECTORY "${PROJECT_SOURCE_DIR}" VERBATIM)
        if(NOT TARGET update_translations)
            add_custom_target(update_translations)
        endif()
        add_dependencies(update_translations ${target}_update_translations)
    endif()
endfunction()
