# SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
# SPDX-License-Identifier: MIT

# Builds two libraries of the SDK, of which one links the other, from copies of the sources in two folders, and compares
# everything that is installed, byte by byte; see packaging/README.md. The paths have different lengths, and the files
# different times. It is a unity build, which takes less time.
#   cmake -DSOURCE=... -DWORK_DIR=... -P reproducible.cmake
# With PLANT=ON nothing is built, and the folders have files that differ.

cmake_minimum_required(VERSION 3.25)
set(one "${WORK_DIR}/one")
set(other "${WORK_DIR}/another-with-a-longer-name")
file(REMOVE_RECURSE "${one}" "${other}")

include("${CMAKE_CURRENT_LIST_DIR}/run.cmake")

# build(<folder> <name of the build folder>)
function(build folder name)
    set(parts "")
    foreach(part IN ITEMS WIDGETS WEBENGINE QUICK KEYSTORE TESTING COMMAND TESTS DEMO MOBILE_DEMO)
        list(APPEND parts "-DSMARTCAPTCHA_BUILD_${part}=OFF")
    endforeach()
    run("${CMAKE_COMMAND}" -S "${folder}/sources" -B "${folder}/${name}" -G "${GENERATOR}" -DCMAKE_BUILD_TYPE=Release
        "-DCMAKE_CXX_COMPILER=${COMPILER}" "-DCMAKE_CXX_COMPILER_LAUNCHER=${LAUNCHER}" "-DBUILD_SHARED_LIBS=${SHARED}"
        -DCMAKE_UNITY_BUILD=ON ${parts} -DSMARTCAPTCHA_BUILD_BROWSER=ON)
    run("${CMAKE_COMMAND}" --build "${folder}/${name}" --config Release)
    run("${CMAKE_COMMAND}" --install "${folder}/${name}" --config Release --prefix "${folder}/installed")
endfunction()

if(PLANT)
    foreach(folder IN ITEMS "${one}" "${other}")
        file(WRITE "${folder}/installed/include/same.h" "same")
        file(WRITE "${folder}/installed/lib/libDiffers.so" "built in ${folder}")
    endforeach()
    file(WRITE "${other}/installed/lib/libOnce.so" "")
else()
    foreach(folder IN ITEMS "${one}" "${other}")
        foreach(part IN ITEMS CMakeLists.txt cmake demo-app sdk translations)
            file(COPY "${SOURCE}/${part}" DESTINATION "${folder}/sources")
        endforeach()
    endforeach()
    # In the first folder they are those of the checkout.
    file(GLOB_RECURSE files "${other}/sources/*")
    file(TOUCH ${files})
    # As packages are made; the time is of no importance.
    set(ENV{SOURCE_DATE_EPOCH} 1700000000)
    build("${one}" build)
    build("${other}" out)
endif()

file(GLOB_RECURSE files RELATIVE "${one}/installed" "${one}/installed/*")
file(GLOB_RECURSE others RELATIVE "${other}/installed" "${other}/installed/*")
set(different "")
foreach(file IN LISTS files)
    list(REMOVE_ITEM others "${file}")
    set(second "")
    if(EXISTS "${other}/installed/${file}")
        file(SHA256 "${other}/installed/${file}" second)
    endif()
    file(SHA256 "${one}/installed/${file}" first)
    if(NOT first STREQUAL second)
        list(APPEND different "${file}")
    endif()
endforeach()
list(APPEND different ${others})
if(different)
    # The folders stay, to be looked into.
    list(JOIN different "\n  " different)
    message(FATAL_ERROR "Two builds of the same sources have different files, ${one} and ${other}:\n  ${different}")
endif()
if(NOT files MATCHES "libSmartCaptchaCore" OR NOT files MATCHES "libSmartCaptchaBrowser")
    message(FATAL_ERROR "The libraries were not installed")
endif()
list(LENGTH files count)
message("${count} files, all the same")
file(REMOVE_RECURSE "${one}" "${other}")
