# SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
# SPDX-License-Identifier: MIT

# Part of smartcaptcha_deploy(): runs while a program is installed, and puts what it needs beside it. The variables are
# set by SmartCaptchaDeploy.cmake.

cmake_policy(PUSH)
cmake_policy(VERSION 3.25)

# There Qt's libraries would be in the way of the system's own, and of every other program.
if("$ENV{DESTDIR}" STREQUAL "" AND CMAKE_INSTALL_PREFIX MATCHES "^(/|/usr|/usr/local)/?$")
    message(FATAL_ERROR "smartcaptcha_deploy: ${CMAKE_INSTALL_PREFIX} belongs to the system. Install to a folder of the "
        "program's own: cmake --install BUILD --prefix FOLDER")
endif()
set(to "$ENV{DESTDIR}${CMAKE_INSTALL_PREFIX}")

# Qt loads these later, so that no program names them; by the module that loads them.
set(of_Gui egldeviceintegrations iconengines imageformats platforminputcontexts platforms platformthemes
    wayland-decoration-client wayland-graphics-integration-client wayland-shell-integration xcbglintegrations)
set(of_Network networkinformation tls)
set(of_WebView webview)

# Part of every desktop, and bound to its kernel, its drivers or its settings. Everything else comes along.
set(of_the_system ld-linux[a-z0-9_-]* libc libm libdl libpthread librt libresolv libutil libanl libnss_[a-z]+ libstdc\\+\\+
    libgcc_s libGL[A-Za-z]* libEGL libOpenGL libgbm libdrm libX11[a-z-]* libxcb libxcb-dri[23] libwayland-[a-z]+ libfontconfig
    libfreetype libasound libz libexpat libuuid libnss3 libnssutil3 libsmime3 libnspr4 libplc4 libplds4 libudev
    libsystemd libdbus-1 libp11-kit)
list(JOIN of_the_system "|" of_the_system)
set(of_the_system "^(${of_the_system})(-[0-9.]+)?\\.so")

# What goes to lib. Some libraries are found by more than one path.
set(libraries "")

# resolve(<EXECUTABLES or LIBRARIES> <file>): adds what the file needs to the libraries, and sets missing to what this
# computer does not have of it.
function(resolve kind file)
    file(GET_RUNTIME_DEPENDENCIES ${kind} "${file}"
        RESOLVED_DEPENDENCIES_VAR found UNRESOLVED_DEPENDENCIES_VAR missing
        PRE_EXCLUDE_REGEXES "${of_the_system}" CONFLICTING_DEPENDENCIES_PREFIX conflicts)
    foreach(name IN LISTS conflicts_FILENAMES)
        list(APPEND found ${conflicts_${name}})
    endforeach()
    if(NOT missing)
        list(APPEND libraries ${found})
        list(REMOVE_DUPLICATES libraries)
    endif()
    set(libraries "${libraries}" PARENT_SCOPE)
    set(missing "${missing}" PARENT_SCOPE)
endfunction()

# Also by libraries of its own.
resolve(EXECUTABLES "${program}")
if(missing)
    message(FATAL_ERROR "smartcaptcha_deploy: these libraries of ${program_name} were not found: ${missing}")
endif()
set(needed "${libraries}")

# The QML modules that the program and the SDK import, as Qt finds them.
set(modules "")
file(GLOB_RECURSE own_qml "${program_sources}/*.qml")
set(sdk_qml "${sdk_dir}/qt6/qml")
set(roots "")
if(own_qml AND needed MATCHES "libQt6(Qml|Quick)|libSmartCaptchaQuick")
    list(APPEND roots "${program_sources}")
endif()
if(needed MATCHES "libSmartCaptchaQuick" AND IS_DIRECTORY "${sdk_qml}")
    list(APPEND roots "${sdk_qml}/SmartCaptcha")
endif()
foreach(root IN LISTS roots)
    execute_process(COMMAND "${qt_programs}/qmlimportscanner" -rootPath "${root}" -importPath "${sdk_qml}"
        -importPath "${qt_qml}" OUTPUT_VARIABLE imports COMMAND_ERROR_IS_FATAL ANY)
    string(JSON count LENGTH "${imports}")
    math(EXPR last "${count} - 1")
    foreach(index RANGE ${last})
        if(count EQUAL 0)
            break()
        endif()
        string(JSON path ERROR_VARIABLE none GET "${imports}" ${index} path)
        if(IS_DIRECTORY "${path}")
            list(APPEND modules "${path}")
        endif()
    endforeach()
endforeach()
list(REMOVE_DUPLICATES modules)

# The files that are not found by following the program's libraries, and where each is put.
set(late_files "")
set(late_folders "")

# later(<file> <folder>): only a file whose own libraries are all there. Plugins for a desktop that this computer does
# not have stay behind.
function(later file folder)
    resolve(LIBRARIES "${file}")
    if(missing AND file MATCHES "SmartCaptcha")
        message(FATAL_ERROR "smartcaptcha_deploy: ${file} needs ${missing}, which this computer does not have")
    elseif(missing)
        message(STATUS "smartcaptcha_deploy: ${file} is left out, because this computer has no ${missing}")
    else()
        set(libraries "${libraries}" PARENT_SCOPE)
        set(late_files ${late_files} "${file}" PARENT_SCOPE)
        set(late_folders ${late_folders} "${folder}" PARENT_SCOPE)
    endif()
endfunction()

if(needed MATCHES "libSmartCaptchaWidgets")
    # Of this version of the SDK, as the library's name says it. None if the SDK was built without an engine.
    string(REGEX REPLACE "^.*\\.so\\." "" version "${sdk_name}")
    file(GLOB files "${sdk_dir}/qt6/plugins/smartcaptcha/*-${version}.so")
    foreach(file IN LISTS files)
        later("${file}" plugins/smartcaptcha)
    endforeach()
endif()
foreach(module IN LISTS modules)
    foreach(import_path IN ITEMS "${sdk_qml}" "${qt_qml}")
        cmake_path(IS_PREFIX import_path "${module}" NORMALIZE inside)
        if(inside)
            cmake_path(RELATIVE_PATH module BASE_DIRECTORY "${import_path}" OUTPUT_VARIABLE name)
            # Folders with a qmldir are modules of their own, and come only if they are imported.
            file(GLOB entries "${module}/*")
            foreach(entry IN LISTS entries)
                if(entry MATCHES "\\.so$")
                    later("${entry}" "qml/${name}")
                elseif(NOT IS_DIRECTORY "${entry}")
                    file(COPY "${entry}" DESTINATION "${to}/qml/${name}")
                elseif(NOT EXISTS "${entry}/qmldir" AND NOT entry MATCHES "/designer$")
                    file(GLOB_RECURSE nested RELATIVE "${entry}" "${entry}/qmldir")
                    if(NOT nested)
                        file(COPY "${entry}" DESTINATION "${to}/qml/${name}")
                    endif()
                endif()
            endforeach()
            break()
        endif()
    endforeach()
endforeach()

# Which modules of Qt the program uses, also by what it loads later.
set(needed "${libraries}")
foreach(module IN ITEMS Gui Network WebView)
    if(needed MATCHES "libQt6${module}\\.so")
        foreach(kind IN LISTS of_${module})
            file(GLOB files "${qt_plugins}/${kind}/*.so")
            foreach(file IN LISTS files)
                later("${file}" "plugins/${kind}")
            endforeach()
        endforeach()
    endif()
endforeach()

# look_in(<file> <folder>): a file in this folder of the installation looks for libraries in lib.
function(look_in file folder)
    cmake_path(SET lib "/lib")
    cmake_path(RELATIVE_PATH lib BASE_DIRECTORY "/${folder}")
    execute_process(COMMAND "${patchelf}" --set-rpath "$ORIGIN/${lib}" "${file}" COMMAND_ERROR_IS_FATAL ANY)
endfunction()

# put(<file> <folder>): copies it, under the name by which it is loaded.
function(put file folder)
    cmake_path(GET file FILENAME name)
    file(REAL_PATH "${file}" real)
    file(MAKE_DIRECTORY "${to}/${folder}")
    file(COPY_FILE "${real}" "${to}/${folder}/${name}" ONLY_IF_DIFFERENT)
    file(CHMOD "${to}/${folder}/${name}" PERMISSIONS
        OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
    look_in("${to}/${folder}/${name}" "${folder}")
endfunction()

# Each library once, and not two versions of one.
foreach(library IN LISTS libraries)
    cmake_path(GET library FILENAME name)
    file(REAL_PATH "${library}" real)
    if(NOT DEFINED real_${name})
        set(real_${name} "${real}")
        put("${library}" lib)
    elseif(NOT real STREQUAL real_${name})
        message(FATAL_ERROR "smartcaptcha_deploy: ${program_name} and what it loads need two versions of a library: "
            "${real_${name}} and ${real}")
    endif()
endforeach()
foreach(file folder IN ZIP_LISTS late_files late_folders)
    put("${file}" "${folder}")
endforeach()
look_in("${to}/${program_dir}/${program_name}" "${program_dir}")

# qt_conf(<folder>): tells programs in this folder where Qt is.
function(qt_conf folder)
    cmake_path(SET prefix "/")
    cmake_path(RELATIVE_PATH prefix BASE_DIRECTORY "/${folder}")
    file(WRITE "${to}/${folder}/qt.conf" "[Paths]
Prefix = ${prefix}
Libraries = lib
LibraryExecutables = libexec
Plugins = plugins
QmlImports = qml
Data = .
Translations = translations
")
endfunction()

qt_conf("${program_dir}")
if(libraries MATCHES "libQt6WebEngineCore")
    # The process looks for its resources itself.
    qt_conf(libexec)
    put("${qt_programs}/QtWebEngineProcess" libexec)
    file(COPY "${qt_data}/resources/" DESTINATION "${to}/resources" PATTERN "*devtools*" EXCLUDE)
    file(COPY "${qt_translations}/qtwebengine_locales" DESTINATION "${to}/translations")
endif()
file(GLOB files "${qt_translations}/qtbase_*.qm")
file(COPY ${files} DESTINATION "${to}/translations")

cmake_policy(POP)
