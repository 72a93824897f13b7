# SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
# SPDX-License-Identifier: MIT

# A software bill of materials: which libraries of the SDK the build contains, what they link, what Qt's libraries bring
# along, and the licence of each, as SPDX 2.3 in JSON. What Qt contains itself, such as Chromium in Qt WebEngine, is in
# Qt's own documents.

# smartcaptcha_add_sbom(): writes smartcaptcha.spdx.json for the targets of the project, and installs it.
function(smartcaptcha_add_sbom)
    # Honours SOURCE_DATE_EPOCH, so that the same sources give the same file.
    string(TIMESTAMP now "%Y-%m-%dT%H:%M:%SZ" UTC)
    string(UUID id NAMESPACE 6ba7b811-9dad-11d1-80b4-00c04fd430c8 TYPE SHA1
        NAME "smartcaptcha-qt ${PROJECT_VERSION} Qt ${Qt6Core_VERSION} ${CMAKE_SYSTEM_NAME} ${now}")
    set(packages "")
    set(relations "")
    # Of Qt: those that are in the document, and of these the ones whose own links are not, yet.
    set(known "")
    set(pending "")

    get_property(names GLOBAL PROPERTY SMARTCAPTCHA_COMPONENTS)
    foreach(name IN ITEMS Captcha WebEngine QuickPlugin)
        if(TARGET SmartCaptcha${name})
            list(APPEND names ${name})
        endif()
    endforeach()
    foreach(name IN LISTS names)
        _smartcaptcha_sbom_package(SmartCaptcha${name} "${PROJECT_VERSION}" "MIT")
        _smartcaptcha_sbom_relation(DOCUMENT DESCRIBES SmartCaptcha${name})
        get_target_property(links SmartCaptcha${name} LINK_LIBRARIES)
        foreach(link IN LISTS links)
            if(link MATCHES "^SmartCaptcha::(.+)$" OR link STREQUAL "SmartCaptchaQuick")
                string(REGEX REPLACE "^SmartCaptcha(::)?" "" other "${link}")
                _smartcaptcha_sbom_relation(SmartCaptcha${name} DEPENDS_ON SmartCaptcha${other})
            elseif(link MATCHES "keychain")
                _smartcaptcha_sbom_package(QtKeychain "${Qt6Keychain_VERSION}" "BSD-2-Clause")
                _smartcaptcha_sbom_relation(SmartCaptcha${name} DEPENDS_ON QtKeychain)
            else()
                _smartcaptcha_sbom_qt(SmartCaptcha${name})
            endif()
        endforeach()
    endforeach()
    # What a library of Qt brings along is linked as well: with Qt Widgets, Qt Gui.
    while(pending)
        list(POP_FRONT pending module)
        get_target_property(links Qt6::${module} INTERFACE_LINK_LIBRARIES)
        get_target_property(configurations Qt6::${module} IMPORTED_CONFIGURATIONS)
        foreach(configuration IN LISTS configurations)
            get_target_property(others Qt6::${module} IMPORTED_LINK_DEPENDENT_LIBRARIES_${configuration})
            list(APPEND links ${others})
        endforeach()
        if(module STREQUAL "WebEngineWidgets")
            list(APPEND links Qt6::QuickWidgets) # of which Qt's files for CMake say nothing
        endif()
        foreach(link IN LISTS links)
            _smartcaptcha_sbom_qt(Qt${module})
        endforeach()
    endwhile()
    list(REMOVE_DUPLICATES relations)
    list(JOIN packages ",\n" packages)
    list(JOIN relations ",\n" relations)
    file(WRITE "${PROJECT_BINARY_DIR}/smartcaptcha.spdx.json"
"{
  \"spdxVersion\": \"SPDX-2.3\",
  \"dataLicense\": \"CC0-1.0\",
  \"SPDXID\": \"SPDXRef-DOCUMENT\",
  \"name\": \"smartcaptcha-qt-${PROJECT_VERSION}\",
  \"documentNamespace\": \"urn:uuid:${id}\",
  \"creationInfo\": {
    \"created\": \"${now}\",
    \"creators\": [\"Organization: SmartCaptcha for Qt contributors\", \"Tool: CMake-${CMAKE_VERSION}\"]
  },
  \"hasExtractedLicensingInfos\": [
    {
      \"licenseId\": \"LicenseRef-Qt-Commercial\",
      \"extractedText\": \"The commercial licence of Qt, for those who have agreed on it with The Qt Company.\"
    }
  ],
  \"packages\": [
${packages}
  ],
  \"relationships\": [
${relations}
  ]
}
")
    smartcaptcha_install(FILES "${PROJECT_BINARY_DIR}/smartcaptcha.spdx.json"
        DESTINATION "${CMAKE_INSTALL_DATADIR}/smartcaptcha" COMPONENT Devel)
endfunction()

# In the variables of smartcaptcha_add_sbom().
macro(_smartcaptcha_sbom_package name version licence)
    string(CONCAT _package
        "    {\"SPDXID\": \"SPDXRef-${name}\", \"name\": \"${name}\", \"versionInfo\": \"${version}\",\n"
        "     \"downloadLocation\": \"NOASSERTION\", \"filesAnalyzed\": false,\n"
        "     \"licenseConcluded\": \"${licence}\", \"licenseDeclared\": \"${licence}\",\n"
        "     \"copyrightText\": \"NOASSERTION\"}")
    list(APPEND packages "${_package}")
endmacro()

# A relation to the library of Qt that is linked as ${link}. Other links, and targets without a library, have none: what
# is private of a module is only its headers.
macro(_smartcaptcha_sbom_qt from)
    if(link MATCHES "^(\\$<LINK_ONLY:)?Qt6?::([^>]+)>?$")
        string(REGEX REPLACE "Private$" "" _module "${CMAKE_MATCH_2}")
        set(_type "")
        if(TARGET Qt6::${_module})
            get_target_property(_type Qt6::${_module} TYPE)
        endif()
        if(_type MATCHES "^(SHARED|STATIC)_LIBRARY$")
            if(NOT _module IN_LIST known)
                list(APPEND known ${_module})
                list(APPEND pending ${_module})
                _smartcaptcha_sbom_package(Qt${_module} "${Qt6Core_VERSION}"
                    "LGPL-3.0-only OR GPL-2.0-only OR GPL-3.0-only OR LicenseRef-Qt-Commercial")
            endif()
            _smartcaptcha_sbom_relation(${from} DEPENDS_ON Qt${_module})
        endif()
    endif()
endmacro()

macro(_smartcaptcha_sbom_relation from kind to)
    list(APPEND relations
        "    {\"spdxElementId\": \"SPDXRef-${from}\", \"relationshipType\": \"${kind}\", \"relatedSpdxElement\": \"SPDXRef-${to}\"}")
endmacro()
