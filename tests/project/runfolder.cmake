# SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
# SPDX-License-Identifier: MIT

# run_folder(<folder> PROGRAM <name> COMPONENT <name> ENGINE <argument or OFF> QT_FOLDERS <folders> LOGS <folder>): runs
# the program of a folder that smartcaptcha_deploy() made. Every library of Qt and of the SDK has to come from the folder,
# for its web engine's process as well. If the user may do that, the folders of the installed Qt are hidden from the
# program.
function(run_folder folder)
    cmake_parse_arguments(PARSE_ARGV 1 arg "" "PROGRAM;COMPONENT;ENGINE;QT_FOLDERS;LOGS" "")
    set(arguments ${arg_ENGINE})
    if(NOT arg_ENGINE)
        set(arguments "")
    endif()
    # The loader writes a file for each process.
    file(REMOVE_RECURSE "${arg_LOGS}")
    file(MAKE_DIRECTORY "${arg_LOGS}")
    # An empty file system over each of them, which only this process sees.
    set(alone unshare --mount --propagation private sh -c
        "for folder in ${arg_QT_FOLDERS}
        do [ ! -d $folder ] || mount -t tmpfs none $folder || exit
        done
        exec \"$@\"" sh)
    execute_process(COMMAND ${alone} true RESULT_VARIABLE status OUTPUT_QUIET ERROR_QUIET)
    if(NOT status EQUAL 0)
        message("Only root can hide the folders of Qt: ${arg_QT_FOLDERS} remain visible")
        set(alone "")
    endif()
    execute_process(COMMAND ${alone} "${CMAKE_COMMAND}" -E env LD_DEBUG=libs "LD_DEBUG_OUTPUT=${arg_LOGS}/by"
        "${folder}/bin/${arg_PROGRAM}" ${arguments}
        TIMEOUT 300 RESULT_VARIABLE status OUTPUT_VARIABLE output ERROR_VARIABLE output)
    if(NOT status EQUAL 0)
        message(FATAL_ERROR "${output}\nExit status ${status}: ${folder}/bin/${arg_PROGRAM}")
    endif()

    file(GLOB logs "${arg_LOGS}/by.*")
    set(all "")
    set(strangers "")
    foreach(log IN LISTS logs)
        file(STRINGS "${log}" lines REGEX "calling init: ")
        foreach(line IN LISTS lines)
            string(REGEX REPLACE "^.*calling init: " "" library "${line}")
            if(library MATCHES "SmartCaptcha|Qt6|/qt6/|/plugins/|/qml/")
                list(APPEND all "${library}")
                cmake_path(IS_PREFIX folder "${library}" NORMALIZE inside)
                if(NOT inside)
                    list(APPEND strangers "${library}")
                endif()
            endif()
        endforeach()
    endforeach()
    list(REMOVE_DUPLICATES all)
    list(REMOVE_DUPLICATES strangers)
    if(strangers)
        list(JOIN strangers "\n  " strangers)
        message(FATAL_ERROR "These libraries do not come from the folder:\n  ${strangers}")
    endif()
    # Not every desktop has these.
    file(GLOB platform "${folder}/plugins/platforms/libqxcb.so")
    file(GLOB for_platform "${folder}/lib/libxcb-icccm.so.*")
    if(platform AND NOT for_platform)
        message(FATAL_ERROR "The platform xcb lacks a library")
    endif()
    if(NOT all MATCHES "libSmartCaptcha${arg_COMPONENT}")
        message(FATAL_ERROR "The program has loaded nothing of the SDK")
    endif()
    list(LENGTH logs processes)
    if(arg_ENGINE AND NOT (all MATCHES "libQt6WebEngineCore" AND processes GREATER 1))
        message(FATAL_ERROR "The program has not started Qt WebEngine")
    endif()

    list(LENGTH all count)
    file(GLOB_RECURSE files "${folder}/*")
    set(size 0)
    foreach(file IN LISTS files)
        file(SIZE "${file}" one)
        math(EXPR size "${size} + ${one}")
    endforeach()
    math(EXPR size "${size} / 1000000")
    list(LENGTH files files)
    message("${files} files, ${size} MB; ${count} libraries of Qt and the SDK loaded by ${processes} processes, all from it")
endfunction()
