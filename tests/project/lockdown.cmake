# SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
# SPDX-License-Identifier: MIT

# The restrictions on Qt WebEngine are written in C++ for widgets and in JavaScript for items: both must be the same.
#   cmake -DSOURCE=... -P lockdown.cmake

cmake_minimum_required(VERSION 3.25)

set(folder "${SOURCE}/sdk/engines")
file(READ "${folder}/webengine/widgets/captchawebpage.cpp" cpp)
file(READ "${folder}/quick/webenginerules.js" rules)

# Finds Attribute::Name in the list of attributes that are set to false.
string(REGEX MATCH "for \\(const Attribute attribute :[^)]*\\)" list "${cpp}")
string(REGEX MATCHALL "Attribute::[A-Za-z]+" names "${list}")
set(widgets "")
foreach(name IN LISTS names)
    string(REPLACE "Attribute::" "" name "${name}")
    string(TOLOWER "${name}=false" rule)
    list(APPEND widgets "${rule}")
endforeach()
string(REGEX MATCHALL "setAttribute\\(Attribute::[A-Za-z]+, [a-z]+\\)" single "${cpp}")
foreach(call IN LISTS single)
    string(REGEX REPLACE "setAttribute\\(Attribute::([A-Za-z]+), ([a-z]+)\\)" "\\1=\\2" rule "${call}")
    string(TOLOWER "${rule}" rule)
    list(APPEND widgets "${rule}")
endforeach()
string(REGEX MATCHALL "setUnknownUrlSchemePolicy\\(QWebEngineSettings::[A-Za-z]+" policy "${cpp}")
string(REGEX REPLACE ".*::" "unknownurlschemepolicy=" policy "${policy}")
string(TOLOWER "${policy}" policy)
list(APPEND widgets "${policy}")

# Finds settings.name = value; without the semicolon, which separates list entries in CMake.
string(REGEX MATCHALL "settings\\.[A-Za-z]+ = [A-Za-z.]+" lines "${rules}")
set(items "")
foreach(line IN LISTS lines)
    string(REGEX REPLACE "settings\\.([A-Za-z]+) = ([A-Za-z.]+)" "\\1=\\2" rule "${line}")
    string(TOLOWER "${rule}" rule)
    list(APPEND items "${rule}")
endforeach()

list(SORT widgets)
list(SORT items)
list(LENGTH widgets count)
if(count LESS 15)
    message(FATAL_ERROR "The rules were not found in ${folder}: ${widgets}")
endif()
if(NOT widgets STREQUAL items)
    set(only_cpp ${widgets})
    list(REMOVE_ITEM only_cpp ${items})
    set(only_qml ${items})
    list(REMOVE_ITEM only_qml ${widgets})
    message(FATAL_ERROR "Widgets and QML have different rules. Only in C++: ${only_cpp}. Only in QML: ${only_qml}.")
endif()
message("${count} rules, the same in C++ and in QML")
