# SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
# SPDX-License-Identifier: MIT

# Checks that a library links no more than is known of it: every library that it links is loaded with each program that
# links it; with PACKED that its relocations are packed; and with BOUND that it looks up none of its own functions.
#   cmake -DREADELF=... "-DFILES=...;..." [-DPACKED=ON] [-DBOUND=ON] [-DPLANT=ON] -P links.cmake
# With PLANT the libraries may link Qt Core only.

cmake_minimum_required(VERSION 3.25)

# The names of the libraries, without what belongs to the compiler and to the system's C library.
set(may_link_Core Qt6Core Qt6Network)
set(may_link_Captcha Qt6Core Qt6Network SmartCaptchaCore)
set(may_link_Widgets Qt6Core Qt6Gui Qt6Widgets SmartCaptchaCore SmartCaptchaCaptcha)
set(may_link_WebEngine Qt6Core Qt6Gui Qt6Network Qt6Quick Qt6WebChannel Qt6WebEngineCore Qt6WebEngineWidgets Qt6Widgets
    SmartCaptchaCaptcha SmartCaptchaCore)
set(may_link_Quick Qt6Core Qt6Gui Qt6Network Qt6Qml Qt6Quick Qt6WebChannel Qt6WebChannelQuick
    SmartCaptchaCaptcha SmartCaptchaCore)
set(may_link_Browser Qt6Core Qt6Network SmartCaptchaCaptcha SmartCaptchaCore)
set(may_link_KeyStore Qt6Core Qt6DBus SmartCaptchaCore qt6keychain)
set(may_link_Testing Qt6Core Qt6Network SmartCaptchaCaptcha SmartCaptchaCore)
set(always c m atomic stdc++ gcc_s c++ c++abi unwind)

set(faults "")
foreach(file IN LISTS FILES)
    cmake_path(GET file FILENAME name)
    string(REGEX REPLACE "^libSmartCaptcha|(-[0-9.]+)?[.]so.*" "" part "${name}")
    if(NOT DEFINED may_link_${part})
        message(FATAL_ERROR "This test does not know what ${name} may link")
    endif()
    if(PLANT)
        set(may_link_${part} Qt6Core)
    endif()
    execute_process(COMMAND "${READELF}" --dynamic --relocs --wide "${file}" OUTPUT_VARIABLE about
        COMMAND_ERROR_IS_FATAL ANY)
    if(PACKED AND NOT about MATCHES "[(]RELR[)]")
        list(APPEND faults "${name} has no packed relocations")
    endif()
    # An address beside a function's name: the library has this function, and has the loader look for it all the same.
    if(BOUND AND about MATCHES "R_[A-Z0-9_]*JUMP_SL[A-Z]* +0*[1-9a-f][0-9a-f]* +([^ \n]+)")
        list(APPEND faults "${name} looks up its own function ${CMAKE_MATCH_1}")
    endif()
    # Always with both brackets: CMake does not split a list where one of them is missing.
    string(REGEX MATCHALL "[(]NEEDED[)][^[]*[[][^]]*[]]" needed "${about}")
    # The loader itself is named, too.
    list(FILTER needed EXCLUDE REGEX "[[]ld-")
    list(TRANSFORM needed REPLACE "^.*[[]lib(.*)[.]so.*$" "\\1")
    if(NOT needed)
        message(FATAL_ERROR "${name} links nothing, so that there is nothing to check")
    endif()
    list(REMOVE_ITEM needed ${may_link_${part}} ${always})
    if(needed)
        list(JOIN needed ", " text)
        list(APPEND faults "${name} links ${text}")
    endif()
endforeach()
list(LENGTH FILES count)
if(count EQUAL 0)
    message(FATAL_ERROR "No files were given")
endif()
if(faults)
    list(JOIN faults "\n  " text)
    message(FATAL_ERROR "If this is right, add it to links.cmake:\n  ${text}")
endif()
message("${count} libraries link what is known of them")
