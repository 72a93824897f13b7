# SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
# SPDX-License-Identifier: MIT

# Tells Qt's tools where the QML module SmartCaptcha is installed: those that check a project's QML (qmllint, qmlls) and
# those that collect a program's imports (for qt_generate_deploy_qml_app_script(), androiddeployqt and a static Qt). All
# of them read the property QT_QML_IMPORT_PATH of the project's target. SmartCaptcha_QML_IMPORT_PATH is the folder.

set_target_properties(SmartCaptcha::Quick PROPERTIES
    SMARTCAPTCHA_QML_IMPORT_PATH "${SmartCaptcha_QML_IMPORT_PATH}"
    # Qt calls this when it finalizes a program that links the library.
    INTERFACE_QT_EXECUTABLE_FINALIZERS _smartcaptcha_add_qml_import_path)

function(_smartcaptcha_add_qml_import_path target)
    get_target_property(path SmartCaptcha::Quick SMARTCAPTCHA_QML_IMPORT_PATH)
    get_target_property(known ${target} QT_QML_IMPORT_PATH)
    if(NOT path IN_LIST known)
        set_property(TARGET ${target} APPEND PROPERTY QT_QML_IMPORT_PATH "${path}")
    endif()
endfunction()

# Libraries of a project import modules, too, and a program may link Qt Qml before this library, so that Qt's own
# finalizer runs first. Therefore all targets at and below the directory that found the package get the path at the end
# of that directory, before its programs are finalized.
function(_smartcaptcha_add_qml_import_path_below folder)
    get_property(targets DIRECTORY "${folder}" PROPERTY BUILDSYSTEM_TARGETS)
    foreach(target IN LISTS targets)
        get_target_property(type ${target} TYPE)
        if(type MATCHES "^(EXECUTABLE|(STATIC|SHARED|MODULE|OBJECT)_LIBRARY)$")
            _smartcaptcha_add_qml_import_path(${target})
        endif()
    endforeach()
    get_property(subfolders DIRECTORY "${folder}" PROPERTY SUBDIRECTORIES)
    foreach(subfolder IN LISTS subfolders)
        _smartcaptcha_add_qml_import_path_below("${subfolder}")
    endforeach()
endfunction()

if(CMAKE_VERSION VERSION_GREATER_EQUAL 3.19)
    get_property(_smartcaptcha_deferred DIRECTORY PROPERTY SMARTCAPTCHA_QML_IMPORT_PATH_DEFERRED)
    if(NOT _smartcaptcha_deferred)
        set_property(DIRECTORY PROPERTY SMARTCAPTCHA_QML_IMPORT_PATH_DEFERRED TRUE)
        cmake_language(EVAL CODE
            "cmake_language(DEFER CALL _smartcaptcha_add_qml_import_path_below [==[${CMAKE_CURRENT_SOURCE_DIR}]==])")
    endif()
endif()

# Qt Creator reads this variable.
if(NOT SmartCaptcha_QML_IMPORT_PATH IN_LIST QML_IMPORT_PATH)
    set(QML_IMPORT_PATH ${QML_IMPORT_PATH} "${SmartCaptcha_QML_IMPORT_PATH}" CACHE STRING
        "Where Qt Creator looks for QML modules" FORCE)
endif()

# The qmldir of the module names this target as its plugin, and a static Qt links it to every program that imports the
# module.
if(TARGET SmartCaptcha::QuickPlugin AND NOT TARGET SmartCaptchaQuickPlugin)
    add_library(SmartCaptchaQuickPlugin ALIAS SmartCaptcha::QuickPlugin)
endif()
