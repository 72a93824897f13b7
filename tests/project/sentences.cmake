# SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
# SPDX-License-Identifier: MIT

# Finds English sentences in the code of the programs with a window that nobody can translate, because they are not in
# tr(). What the command line and the self-tests say is English.
#   cmake -DSOURCE=... [-DPLANT=ON] -P sentences.cmake
# PLANT first writes a faulty file to SOURCE, to test this test.

cmake_minimum_required(VERSION 3.25)

if(PLANT)
    file(WRITE "${SOURCE}/demo-app/qa/planted.cpp" "log(QStringLiteral(\n    \"The service is gone\"));\n")
    file(WRITE "${SOURCE}/demo-app/desktop/planted.cpp" "log(QStringLiteral(\"Verdict %1\").arg(word), QStringLiteral(\"/api/open\"));\n")
endif()

set(count 0)
foreach(folder IN ITEMS demo-app/desktop demo-app/mobile demo-app/qa)
    file(GLOB_RECURSE files RELATIVE "${SOURCE}" "${SOURCE}/${folder}/*.cpp" "${SOURCE}/${folder}/*.h")
    list(FILTER files EXCLUDE REGEX "/(main|selftest)\\.cpp$|/selftest/")
    list(LENGTH files number)
    math(EXPR count "${count} + ${number}")
    foreach(file IN LISTS files)
        file(READ "${SOURCE}/${file}" content)
        string(REPLACE ";" "," content "${content}")
        string(REGEX MATCHALL "(QStringLiteral|QLatin1String|fromLatin1|fromUtf8)\\([ \n]*\"[A-Z][a-z']*[,:]? [a-z%][^\"]*\""
            sentences "${content}")
        foreach(sentence IN LISTS sentences)
            message(SEND_ERROR "${file}: ${sentence} is not in tr()")
        endforeach()
    endforeach()
endforeach()
if(count EQUAL 0)
    message(FATAL_ERROR "The sources were not found in ${SOURCE}")
endif()
message("${count} files")
