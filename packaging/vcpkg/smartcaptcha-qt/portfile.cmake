# SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
# SPDX-License-Identifier: MIT

# The sources: an archive beside this file or in vcpkg's folder of downloads, or the tree that this port lies in. A port
# in a registry has vcpkg_from_github() here instead; see packaging/README.md.
set(archive_name "smartcaptcha-qt-${VERSION}.tar.gz")
get_filename_component(tree "${CMAKE_CURRENT_LIST_DIR}/../../.." ABSOLUTE)
set(archive "")
foreach(folder IN ITEMS "${CMAKE_CURRENT_LIST_DIR}" "${DOWNLOADS}")
    if(NOT archive AND EXISTS "${folder}/${archive_name}")
        set(archive "${folder}/${archive_name}")
    endif()
endforeach()
if(archive)
    vcpkg_extract_source_archive(SOURCE_PATH ARCHIVE "${archive}")
elseif(EXISTS "${tree}/cmake/SmartCaptchaConfig.cmake.in")
    # vcpkg does not notice changes there, and reuses what it has built before. Remove the port to build again.
    message(STATUS "Building the sources in ${tree}")
    set(SOURCE_PATH "${tree}")
else()
    message(FATAL_ERROR "There is no ${archive_name} in ${CMAKE_CURRENT_LIST_DIR} or ${DOWNLOADS}")
endif()

vcpkg_check_features(OUT_FEATURE_OPTIONS FEATURE_OPTIONS
    FEATURES
        browser     SMARTCAPTCHA_BUILD_BROWSER
        command     SMARTCAPTCHA_BUILD_COMMAND
        keystore    SMARTCAPTCHA_BUILD_KEYSTORE
        qml         SMARTCAPTCHA_BUILD_QUICK
        testing     SMARTCAPTCHA_BUILD_TESTING
        webengine   SMARTCAPTCHA_BUILD_WEBENGINE
        widgets     SMARTCAPTCHA_BUILD_WIDGETS
)
# What shows the page in Qt Quick. Said explicitly, so that it does not depend on what else is installed.
if("webengine" IN_LIST FEATURES)
    set(quick_engine webengine)
elseif(VCPKG_TARGET_IS_ANDROID OR VCPKG_TARGET_IS_IOS)
    set(quick_engine webview)
else()
    set(quick_engine browser)
endif()
if(VCPKG_CROSSCOMPILING)
    list(APPEND FEATURE_OPTIONS
        "-DQT_HOST_PATH=${CURRENT_HOST_INSTALLED_DIR}"
        "-DQT_HOST_PATH_CMAKE_DIR=${CURRENT_HOST_INSTALLED_DIR}/share"
    )
endif()

vcpkg_cmake_configure(
    SOURCE_PATH "${SOURCE_PATH}"
    OPTIONS
        ${FEATURE_OPTIONS}
        -DSMARTCAPTCHA_QUICK_ENGINE=${quick_engine}
        -DSMARTCAPTCHA_BUILD_DEMO=OFF
        -DSMARTCAPTCHA_BUILD_MOBILE_DEMO=OFF
        -DSMARTCAPTCHA_BUILD_TESTS=OFF
    MAYBE_UNUSED_VARIABLES
        QT_HOST_PATH
        QT_HOST_PATH_CMAKE_DIR
)
vcpkg_cmake_install()
vcpkg_copy_pdbs()
vcpkg_cmake_config_fixup(PACKAGE_NAME smartcaptcha CONFIG_PATH lib/cmake/SmartCaptcha)

if("command" IN_LIST FEATURES)
    vcpkg_copy_tools(TOOL_NAMES smartcaptcha AUTO_CLEAN)
    # The package looks for the program, and with it for smartcaptcha_add_lint(), where it was installed.
    vcpkg_replace_string("${CURRENT_PACKAGES_DIR}/share/smartcaptcha/SmartCaptchaConfig.cmake"
        [[${PACKAGE_PREFIX_DIR}/bin/smartcaptcha]] "\${PACKAGE_PREFIX_DIR}/tools/${PORT}/smartcaptcha"
    )
endif()

file(REMOVE_RECURSE
    "${CURRENT_PACKAGES_DIR}/debug/include"
    "${CURRENT_PACKAGES_DIR}/debug/share"
    # No shell looks for these in vcpkg's folder.
    "${CURRENT_PACKAGES_DIR}/share/bash-completion"
    "${CURRENT_PACKAGES_DIR}/share/fish"
    "${CURRENT_PACKAGES_DIR}/share/man"
    "${CURRENT_PACKAGES_DIR}/share/zsh"
)

file(INSTALL "${CMAKE_CURRENT_LIST_DIR}/usage" DESTINATION "${CURRENT_PACKAGES_DIR}/share/${PORT}")
vcpkg_install_copyright(FILE_LIST "${SOURCE_PATH}/LICENSE")
