# SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
# SPDX-License-Identifier: MIT

# smartcaptcha_deploy(<program>)
#
# Lets "cmake --install" make a folder that runs on computers without Qt and without the SDK: beside the program it
# installs the libraries that it links, the SDK's plugin, which no deployment tool sees, Qt's plugins for windows, input,
# pictures, TLS and the network, QML modules and, if the program can use it, Qt WebEngine with its process, resources
# and languages. Other plugins of Qt, such as those for databases, you add yourself. Call it after the program's own
# install(TARGETS), which must install to CMAKE_INSTALL_BINDIR. With components, it belongs to none. See
# docs/guides/shipping.md.
#
# On Linux it does all of this itself, with CMake and patchelf; libraries that every desktop brings, such as those of
# the C library and the graphics drivers, are left out. On Windows and macOS it installs what belongs to the SDK, and
# leaves the rest to Qt's own qt_generate_deploy_app_script(), of Qt 6.5 or later.
function(smartcaptcha_deploy program)
    if(ARGC GREATER 1)
        message(FATAL_ERROR "smartcaptcha_deploy(${program}): unknown arguments ${ARGN}")
    endif()
    if(NOT TARGET ${program})
        message(FATAL_ERROR "smartcaptcha_deploy: there is no target ${program}")
    endif()
    get_target_property(type ${program} TYPE)
    if(NOT type STREQUAL "EXECUTABLE")
        message(FATAL_ERROR "smartcaptcha_deploy: ${program} is not a program")
    endif()
    if(CMAKE_CROSSCOMPILING)
        message(FATAL_ERROR "smartcaptcha_deploy: not when building for another system; for phones see docs/mobile.md")
    endif()
    get_target_property(type SmartCaptcha::Core TYPE)
    if(NOT type STREQUAL "SHARED_LIBRARY")
        message(FATAL_ERROR "smartcaptcha_deploy: only for an SDK of shared libraries")
    endif()
    # The folders of Qt are known where it was found, and that can have been a subdirectory.
    if(NOT DEFINED QT6_INSTALL_PREFIX OR NOT DEFINED Qt6Core_VERSION)
        find_package(Qt6 REQUIRED COMPONENTS Core)
    endif()
    include(GNUInstallDirs)
    if(IS_ABSOLUTE "${CMAKE_INSTALL_BINDIR}")
        message(FATAL_ERROR "smartcaptcha_deploy: CMAKE_INSTALL_BINDIR must be below the prefix, not "
            "${CMAKE_INSTALL_BINDIR}")
    endif()
    if(CMAKE_SYSTEM_NAME STREQUAL "Linux")
        _smartcaptcha_deploy_on_linux(${program})
    elseif(WIN32 OR (APPLE AND NOT IOS))
        _smartcaptcha_deploy_with_qt(${program})
    else()
        message(FATAL_ERROR "smartcaptcha_deploy: not for ${CMAKE_SYSTEM_NAME}; for phones see docs/mobile.md")
    endif()
endfunction()

function(_smartcaptcha_deploy_on_linux program)
    find_program(SMARTCAPTCHA_PATCHELF patchelf DOC "Sets where programs and libraries look for libraries")
    if(NOT SMARTCAPTCHA_PATCHELF)
        message(FATAL_ERROR "smartcaptcha_deploy(${program}) needs patchelf (on Debian: apt-get install patchelf)")
    endif()
    get_target_property(sources ${program} SOURCE_DIR)
    # Read when the project is installed; the paths of the targets are known only when it is generated.
    set(settings "${CMAKE_CURRENT_BINARY_DIR}/${program}_deploy_$<CONFIG>.cmake")
    set(qt "${QT6_INSTALL_PREFIX}")
    file(GENERATE OUTPUT "${settings}" CONTENT
"set(program [==[$<TARGET_FILE:${program}>]==])
set(program_name [==[$<TARGET_FILE_NAME:${program}>]==])
set(program_dir [==[${CMAKE_INSTALL_BINDIR}]==])
set(program_sources [==[${sources}]==])
set(sdk_dir [==[$<TARGET_FILE_DIR:SmartCaptcha::Core>]==])
set(sdk_name [==[$<TARGET_SONAME_FILE_NAME:SmartCaptcha::Core>]==])
set(patchelf [==[${SMARTCAPTCHA_PATCHELF}]==])
set(qt_plugins [==[${qt}/${QT6_INSTALL_PLUGINS}]==])
set(qt_qml [==[${qt}/${QT6_INSTALL_QML}]==])
set(qt_programs [==[${qt}/${QT6_INSTALL_LIBEXECS}]==])
set(qt_data [==[${qt}/${QT6_INSTALL_DATA}]==])
set(qt_translations [==[${qt}/${QT6_INSTALL_TRANSLATIONS}]==])
")
    install(CODE "include([==[${settings}]==])
include([==[${CMAKE_CURRENT_FUNCTION_LIST_DIR}/SmartCaptchaDeployLinux.cmake]==])")
endfunction()

# Windows and macOS.
function(_smartcaptcha_deploy_with_qt program)
    if(NOT COMMAND qt_generate_deploy_app_script OR Qt6Core_VERSION VERSION_LESS 6.5)
        message(FATAL_ERROR "smartcaptcha_deploy(${program}) needs Qt 6.5 or later on this system, not "
            "${Qt6Core_VERSION}; with an older one, use windeployqt or macdeployqt, and copy the SDK's plugin")
    endif()
    foreach(part IN ITEMS Core Captcha Widgets Quick Browser KeyStore Testing)
        if(TARGET SmartCaptcha::${part})
            get_target_property(type SmartCaptcha::${part} TYPE)
            if(type STREQUAL "SHARED_LIBRARY")
                install(FILES "$<IF:$<PLATFORM_ID:Windows>,$<TARGET_FILE:SmartCaptcha::${part}>,$<TARGET_SONAME_FILE:SmartCaptcha::${part}>>"
                    DESTINATION "$<IF:$<PLATFORM_ID:Windows>,${CMAKE_INSTALL_BINDIR},${CMAKE_INSTALL_LIBDIR}>")
            endif()
        endif()
    endforeach()
    # The plugin, without which there is no captcha in Qt Widgets; where no tool can see it.
    install(DIRECTORY "$<TARGET_FILE_DIR:SmartCaptcha::Core>/qt6/plugins/smartcaptcha" DESTINATION plugins OPTIONAL)
    if(TARGET SmartCaptcha::Quick)
        qt_generate_deploy_qml_app_script(TARGET ${program} OUTPUT_SCRIPT script NO_UNSUPPORTED_PLATFORM_ERROR)
    else()
        qt_generate_deploy_app_script(TARGET ${program} OUTPUT_SCRIPT script NO_UNSUPPORTED_PLATFORM_ERROR)
    endif()
    install(SCRIPT "${script}")
endfunction()
