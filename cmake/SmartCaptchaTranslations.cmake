# SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
# SPDX-License-Identifier: MIT

# smartcaptcha_add_translations(<target> NAME <base name> LUPDATE_FOLDERS <folder>...)
#
# Compiles translations/<base name>_{en,ru}.ts into <target> as :/smartcaptcha/i18n. English is the language of the
# sources; its file holds the plural forms only. "cmake --build . --target update_translations" reads the sources anew.
function(smartcaptcha_add_translations target)
    cmake_parse_arguments(arg "" "NAME" "LUPDATE_FOLDERS" ${ARGN})
    if(NOT TARGET Qt6::lrelease)
        message(STATUS "${target} has English texts only: lrelease is missing (on Debian: qt6-tools-dev qt6-l10n-tools)")
        return()
    endif()
    set(en "${PROJECT_SOURCE_DIR}/translations/${arg_NAME}_en.ts")
    set(ru "${PROJECT_SOURCE_DIR}/translations/${arg_NAME}_ru.ts")
    qt_add_lrelease(${target} TS_FILES "${en}" "${ru}" QM_FILES_OUTPUT_VARIABLE qm_files)
    smartcaptcha_add_resources(${target} "${target}_i18n" PREFIX /smartcaptcha/i18n
        BASE "${CMAKE_CURRENT_BINARY_DIR}" FILES ${qm_files})
    if(TARGET Qt6::lupdate)
        # Scripts of web pages hold no text for translation, and lupdate does not understand all of their language.
        set(lupdate Qt6::lupdate -extensions cpp,h,qml -no-obsolete -locations none)
        add_custom_target(${target}_update_translations
            COMMAND ${lupdate} -pluralonly ${arg_LUPDATE_FOLDERS} -ts "${en}"
            COMMAND ${lupdate} ${arg_LUPDATE_FOLDERS} -ts "${ru}"
            WORKING_DIRECTORY "${PROJECT_SOURCE_DIR}" VERBATIM)
        if(NOT TARGET update_translations)
            add_custom_target(update_translations)
        endif()
        add_dependencies(update_translations ${target}_update_translations)
    endif()
endfunction()
