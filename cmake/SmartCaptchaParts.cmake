# SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
# SPDX-License-Identifier: MIT

# Decides which parts of the SDK are built: by default those whose packages are installed. Reports which packages are
# missing for the others.

# smartcaptcha_part(<PART> DESCRIPTION <text> [NEEDS <target>...] [DEBIAN <package>...] [NOT_BY_DEFAULT])
#
# Declares SMARTCAPTCHA_BUILD_<PART>, which is AUTO, ON or OFF. AUTO, the default, builds the part if every target in
# NEEDS exists; this is checked at each configuration, so that a package installed later is noticed. ON with missing
# packages is an error that names them. Sets the variable to ON or OFF for the rest of the project.
macro(smartcaptcha_part part)
    cmake_parse_arguments(_part "NOT_BY_DEFAULT" "DESCRIPTION" "NEEDS;DEBIAN" ${ARGN})
    set(SMARTCAPTCHA_BUILD_${part} AUTO CACHE STRING "${_part_DESCRIPTION}: AUTO, ON or OFF")
    set_property(CACHE SMARTCAPTCHA_BUILD_${part} PROPERTY STRINGS AUTO ON OFF)
    set(_part_missing "")
    foreach(_part_target IN LISTS _part_NEEDS)
        if(NOT TARGET ${_part_target})
            list(APPEND _part_missing ${_part_target})
        endif()
    endforeach()
    list(JOIN _part_missing ", " _part_missing_text)
    list(JOIN _part_DEBIAN " " _part_debian_text)

    if("$CACHE{SMARTCAPTCHA_BUILD_${part}}" STREQUAL "AUTO")
        if(_part_missing OR _part_NOT_BY_DEFAULT)
            set(SMARTCAPTCHA_BUILD_${part} OFF)
        else()
            set(SMARTCAPTCHA_BUILD_${part} ON)
        endif()
    else()
        set(SMARTCAPTCHA_BUILD_${part} $CACHE{SMARTCAPTCHA_BUILD_${part}})
    endif()
    if(_part_missing AND SMARTCAPTCHA_BUILD_${part})
        message(FATAL_ERROR "SMARTCAPTCHA_BUILD_${part} is on, but ${_part_missing_text} is missing. "
            "On Debian: apt-get install ${_part_debian_text}")
    elseif(_part_missing)
        add_feature_info(${part} SMARTCAPTCHA_BUILD_${part}
            "${_part_DESCRIPTION} (missing: ${_part_missing_text}; on Debian: ${_part_debian_text})")
    else()
        add_feature_info(${part} SMARTCAPTCHA_BUILD_${part} "${_part_DESCRIPTION}")
    endif()
endmacro()

set(SMARTCAPTCHA_QUICK_ENGINE auto CACHE STRING
    "What shows the page in Qt Quick besides the person's own browser: auto (webengine on the desktop, else webview; \
browser with SMARTCAPTCHA_BUILD_WEBENGINE=OFF), webengine, webview or browser (nothing)")
set_property(CACHE SMARTCAPTCHA_QUICK_ENGINE PROPERTY STRINGS auto webengine webview browser)

# Finds Qt WebView without its plugin, which requires Qt WebEngine: in Qt 6.4, including the plugins' CMake files fails
# if one is not installed. A function, so that Qt's variable affects nothing else.
function(_smartcaptcha_find_webview_alone)
    set(QT_SKIP_AUTO_PLUGIN_INCLUSION ON)
    find_package(Qt6 QUIET OPTIONAL_COMPONENTS WebView)
endfunction()

# Finds Qt and decides about the parts. A macro, because imported targets are visible only in the directory that creates
# them.
macro(smartcaptcha_find_parts)
    if(NOT SMARTCAPTCHA_QUICK_ENGINE MATCHES "^(auto|webengine|webview|browser)$")
        message(FATAL_ERROR "SMARTCAPTCHA_QUICK_ENGINE is \"${SMARTCAPTCHA_QUICK_ENGINE}\"; "
            "it can be auto, webengine, webview or browser")
    endif()
    set(_smartcaptcha_quick ${SMARTCAPTCHA_QUICK_ENGINE})
    if(_smartcaptcha_quick STREQUAL "auto" AND NOT ANDROID AND NOT IOS
        AND "$CACHE{SMARTCAPTCHA_BUILD_WEBENGINE}" MATCHES "^(OFF|off|0|NO|FALSE)$")
        set(_smartcaptcha_quick browser)
    endif()
    # On platforms without Qt WebEngine, and for builds without any web engine, it is not looked for.
    set(_smartcaptcha_web "")
    if(_smartcaptcha_quick STREQUAL "webengine" OR (_smartcaptcha_quick STREQUAL "auto" AND NOT ANDROID AND NOT IOS))
        set(_smartcaptcha_web WebChannel WebEngineCore WebEngineQuick WebEngineWidgets)
    elseif("$CACHE{SMARTCAPTCHA_BUILD_WEBENGINE}" STREQUAL "ON")
        set(_smartcaptcha_web WebChannel WebEngineWidgets)
    endif()
    if((ANDROID OR NOT UNIX OR APPLE) AND NOT _smartcaptcha_quick STREQUAL "browser")
        list(APPEND _smartcaptcha_web WebView)
    endif()
    find_package(Qt6 6.4 REQUIRED COMPONENTS Core Network
        OPTIONAL_COMPONENTS DBus LinguistTools Gui Widgets Qml Quick QuickControls2 ${_smartcaptcha_web} Test)
    if(NOT WebView IN_LIST _smartcaptcha_web AND NOT _smartcaptcha_quick STREQUAL "browser")
        _smartcaptcha_find_webview_alone()
    endif()
    # Qt6Keychain 0.13 creates an alias unconditionally, so it can only be found once.
    if(NOT TARGET qt6keychain)
        find_package(Qt6Keychain QUIET)
    endif()

    smartcaptcha_part(WIDGETS DESCRIPTION "SmartCaptcha::Widgets, the captcha as a QWidget"
        NEEDS Qt6::Widgets DEBIAN qt6-base-dev)
    # Only SmartCaptcha::Widgets can load it.
    set(_smartcaptcha_only_with_widgets)
    if(NOT SMARTCAPTCHA_BUILD_WIDGETS)
        set(_smartcaptcha_only_with_widgets NOT_BY_DEFAULT)
    endif()
    smartcaptcha_part(WEBENGINE DESCRIPTION "The Qt WebEngine host, a plugin that SmartCaptcha::Widgets loads"
        ${_smartcaptcha_only_with_widgets}
        NEEDS Qt6::Widgets Qt6::Quick Qt6::WebEngineWidgets Qt6::WebChannel
        DEBIAN qt6-webengine-dev qt6-webchannel-dev qt6-declarative-dev)
    if(SMARTCAPTCHA_BUILD_WEBENGINE AND NOT SMARTCAPTCHA_BUILD_WIDGETS)
        message(FATAL_ERROR "SMARTCAPTCHA_BUILD_WEBENGINE is on, but SMARTCAPTCHA_BUILD_WIDGETS is off")
    endif()
    set(SMARTCAPTCHA_QUICK_WEBENGINE OFF)
    set(SMARTCAPTCHA_QUICK_WEBVIEW ON)
    if(_smartcaptcha_quick STREQUAL "webengine"
        OR (_smartcaptcha_quick STREQUAL "auto"
            AND TARGET Qt6::WebEngineQuick AND (TARGET Qt6::WebChannel OR TARGET Qt6::WebChannelQuick)))
        set(SMARTCAPTCHA_QUICK_WEBENGINE ON)
        # Newer versions of Qt have QQmlWebChannel in a module of its own.
        find_package(Qt6 QUIET OPTIONAL_COMPONENTS WebChannelQuick)
        set(SMARTCAPTCHA_WEBCHANNEL WebChannel)
        if(TARGET Qt6::WebChannelQuick)
            list(APPEND SMARTCAPTCHA_WEBCHANNEL WebChannelQuick)
        endif()
        smartcaptcha_part(QUICK DESCRIPTION "The QML module SmartCaptcha, for Qt WebEngine and Qt WebView"
            NEEDS Qt6::Quick Qt6::WebEngineQuick Qt6::WebChannel
            DEBIAN qt6-declarative-dev qt6-webengine-dev qt6-webchannel-dev)
    elseif(_smartcaptcha_quick STREQUAL "browser")
        set(SMARTCAPTCHA_QUICK_WEBVIEW OFF)
        smartcaptcha_part(QUICK DESCRIPTION "The QML module SmartCaptcha, for the person's own browser"
            NEEDS Qt6::Quick DEBIAN qt6-declarative-dev)
    else()
        smartcaptcha_part(QUICK DESCRIPTION "The QML module SmartCaptcha, for Qt WebView"
            NEEDS Qt6::Quick Qt6::WebView DEBIAN qt6-declarative-dev qt6-webview-dev)
    endif()
    set(_keychain qt6keychain)
    if(UNIX AND NOT APPLE AND NOT ANDROID)
        list(APPEND _keychain Qt6::DBus)
    endif()
    smartcaptcha_part(KEYSTORE DESCRIPTION "SmartCaptcha::KeyStore, keys in the system's keychain"
        NEEDS ${_keychain} DEBIAN qtkeychain-qt6-dev qt6-base-dev)
    smartcaptcha_part(BROWSER DESCRIPTION "SmartCaptcha::Browser, tokens from the person's own browser")
    smartcaptcha_part(TESTING DESCRIPTION "SmartCaptcha::Testing, the service offline")

    # A surrounding project only wants the libraries.
    set(_smartcaptcha_only_on_top NOT_BY_DEFAULT)
    if(PROJECT_IS_TOP_LEVEL)
        set(_smartcaptcha_only_on_top)
    endif()
    # Tools for developers are not built for phones.
    set(_smartcaptcha_only_on_desks ${_smartcaptcha_only_on_top})
    if(ANDROID OR IOS)
        set(_smartcaptcha_only_on_desks NOT_BY_DEFAULT)
    endif()
    smartcaptcha_part(COMMAND DESCRIPTION "The command smartcaptcha" ${_smartcaptcha_only_on_desks})
    smartcaptcha_part(DEMO DESCRIPTION "The desktop demo" ${_smartcaptcha_only_on_desks}
        NEEDS Qt6::Widgets DEBIAN qt6-base-dev)
    smartcaptcha_part(MOBILE_DEMO DESCRIPTION "The mobile demo" ${_smartcaptcha_only_on_top}
        NEEDS Qt6::Quick Qt6::QuickControls2 Qt6::Test DEBIAN qt6-declarative-dev qml6-module-qtquick-controls)
    smartcaptcha_part(TESTS DESCRIPTION "The tests" ${_smartcaptcha_only_on_desks}
        NEEDS Qt6::Test DEBIAN qt6-base-dev)
endmacro()
