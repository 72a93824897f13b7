# SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
# SPDX-License-Identifier: MIT

# Checks that the QML module contains every file that its files need, with each engine and on each platform, also those
# that are not built here: qml/CMakeLists.txt is read once for each of them, with commands that do nothing but listen.
# Without one of its files the module would be built, and show no page.
#   cmake -DSOURCE=... [-DPLANT=ON -DWORK_DIR=...] -P qmlfiles.cmake
# PLANT takes a file from the phones, and the button from where there is no web engine, to test this test.

cmake_minimum_required(VERSION 3.25)

# Each: a name, what is true, and the QML modules of Qt that are not there.
set(configurations
    "desktop, Qt WebEngine and Qt WebView|SMARTCAPTCHA_QUICK_WEBENGINE SMARTCAPTCHA_QUICK_WEBVIEW|"
    "desktop, Qt WebView|SMARTCAPTCHA_QUICK_WEBVIEW|"
    "desktop, browser||QtWebEngine QtWebView"
    "Android, Qt WebView|ANDROID SMARTCAPTCHA_QUICK_WEBVIEW|QtWebEngine"
    "Android, browser|ANDROID|QtWebEngine QtWebView"
    "iOS, Qt WebView|IOS SMARTCAPTCHA_QUICK_WEBVIEW|QtWebEngine"
    "iOS, browser|IOS|QtWebEngine QtWebView")

set(PROJECT_SOURCE_DIR "${SOURCE}")
set(BUILD_SHARED_LIBS ON)
set(list "${SOURCE}/qml/CMakeLists.txt")
if(PLANT)
    file(READ "${list}" text)
    string(REPLACE "if(SMARTCAPTCHA_QUICK_WEBENGINE OR SMARTCAPTCHA_QUICK_WEBVIEW)" "if(NOT ANDROID AND NOT IOS)"
        planted "${text}")
    string(REPLACE "    parts/CaptchaButton.qml\n" "" planted "${planted}")
    string(REPLACE "set(link \"\")" "if(SMARTCAPTCHA_QUICK_WEBVIEW)
    list(APPEND parts parts/CaptchaButton.qml)
endif()
set(link \"\")" planted "${planted}")
    set(list "${WORK_DIR}/planted.cmake")
    file(WRITE "${list}" "${planted}")
endif()

# What the list says.
function(smartcaptcha_add_library)
    cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "CLASSES;SOURCES;PUBLIC_LINK;PRIVATE_LINK")
    set(cpp_files ${arg_SOURCES})
    foreach(class IN LISTS arg_CLASSES)
        string(TOLOWER "${class}.h" header)
        list(APPEND cpp_files ${header})
    endforeach()
    set_property(GLOBAL PROPERTY heard_cpp_files "${cpp_files}")
endfunction()
function(qt_add_qml_module)
    cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "QML_FILES;OUTPUT_TARGETS")
    set_property(GLOBAL PROPERTY heard_qml_files "${arg_QML_FILES}")
endfunction()
foreach(command IN ITEMS set_source_files_properties set_target_properties target_compile_definitions
    target_include_directories smartcaptcha_compile_settings smartcaptcha_accept_generated_code
    smartcaptcha_keep_small qt_query_qml_module smartcaptcha_install)
    cmake_language(EVAL CODE "function(${command})\nendfunction()")
endforeach()

# The files that the module has with these variables, with their whole paths.
function(files_of variables out_qml out_cpp)
    foreach(variable IN LISTS variables)
        set(${variable} ON)
    endforeach()
    include("${list}")
    foreach(kind IN ITEMS qml cpp)
        get_property(heard GLOBAL PROPERTY heard_${kind}_files)
        set(files "")
        foreach(file IN LISTS heard)
            cmake_path(ABSOLUTE_PATH file BASE_DIRECTORY "${SOURCE}/qml" NORMALIZE)
            if(NOT EXISTS "${file}")
                message(FATAL_ERROR "${file} is not there")
            endif()
            list(APPEND files "${file}")
        endforeach()
        set(${out_${kind}} "${files}" PARENT_SCOPE)
    endforeach()
endfunction()

# Everything that files can need: "needed_<name>" is where it is, for the name of a file or of a type.
file(GLOB_RECURSE all_qml "${SOURCE}/qml/*.qml" "${SOURCE}/qml/*.js" "${SOURCE}/sdk/engines/*.qml"
    "${SOURCE}/sdk/engines/*.js")
file(GLOB_RECURSE headers "${SOURCE}/qml/*.h" "${SOURCE}/sdk/engines/*.h")
set(types "")
foreach(file IN LISTS all_qml)
    cmake_path(GET file FILENAME name)
    set(needed_${name} "${file}")
    file(READ "${file}" text_${name})
    if(name MATCHES "^([A-Z].*)\\.qml$")
        set(needed_${CMAKE_MATCH_1} "${file}")
        list(APPEND types ${CMAKE_MATCH_1})
    endif()
endforeach()
foreach(file IN LISTS headers)
    file(STRINGS "${file}" lines REGEX "^class .*[^;]$|QML_ELEMENT|QML_NAMED_ELEMENT")
    foreach(line IN LISTS lines)
        if(line MATCHES "QML_NAMED_ELEMENT\\((.*)\\)")
            set(type "${CMAKE_MATCH_1}")
        elseif(line MATCHES "^class ([A-Z_]+ )?([A-Za-z]+)")
            set(class "${CMAKE_MATCH_2}")
            continue()
        else()
            set(type "${class}")
        endif()
        set(needed_${type} "${file}")
        list(APPEND types ${type})
    endforeach()
endforeach()
list(REMOVE_DUPLICATES types)

set(uses 0)
set(wrong 0)
foreach(configuration IN LISTS configurations)
    string(REGEX MATCH "^(.*)\\|(.*)\\|(.*)$" matched "${configuration}")
    set(name "${CMAKE_MATCH_1}")
    string(REPLACE " " ";" variables "${CMAKE_MATCH_2}")
    string(REPLACE " " "|" absent "${CMAKE_MATCH_3}")
    files_of("${variables}" qml_files cpp_files)

    # What is wrong with the variable file.
    macro(complain text)
        math(EXPR wrong "${wrong} + 1")
        cmake_path(RELATIVE_PATH file BASE_DIRECTORY "${SOURCE}" OUTPUT_VARIABLE where)
        message(SEND_ERROR "${name}: ${where} ${text}")
    endmacro()

    foreach(file IN LISTS qml_files cpp_files)
        file(READ "${file}" text)
        string(REGEX REPLACE "//[^\n]*" "" text "${text}")
        set(needs "")
        # Files that are named. One that imports what this platform does not have is not loaded there.
        string(REGEX MATCHALL "\"[A-Za-z]+\\.(qml|js)\"" named "${text}")
        string(REPLACE "\"" "" named "${named}")
        foreach(other IN LISTS named)
            if(NOT DEFINED needed_${other})
                complain("needs ${other}, which is nowhere")
            elseif(NOT absent OR NOT text_${other} MATCHES "\nimport (${absent})[ \n]")
                list(APPEND needs ${other})
            endif()
        endforeach()
        if(file MATCHES "\\.qml$")
            # Types that are used; their names are not within others.
            foreach(type IN LISTS types)
                if(text MATCHES "(^|[^A-Za-z\".])${type}(\\.| {)")
                    list(APPEND needs ${type})
                endif()
            endforeach()
            if(absent AND text MATCHES "\nimport (${absent})[ \n]")
                complain("imports ${CMAKE_MATCH_1}, which is not there")
            endif()
        endif()
        foreach(need IN LISTS needs)
            math(EXPR uses "${uses} + 1")
            if(NOT needed_${need} IN_LIST qml_files AND NOT needed_${need} IN_LIST cpp_files)
                complain("needs ${need}, which is not in the module")
            endif()
        endforeach()
    endforeach()
endforeach()
if(NOT PLANT AND uses LESS 80)
    message(FATAL_ERROR "Only ${uses} uses were found in ${SOURCE}")
endif()
if(wrong EQUAL 0)
    message("${uses} uses of files and types, all of which are in the module")
endif()
