# SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
# SPDX-License-Identifier: MIT

cmake_minimum_required(VERSION 3.25)

# Updates a copy of a language's translation file from the sources, and checks that no text is untranslated or obsolete.
#   cmake -DSOURCE=... -DLUPDATE=... -DNAME=... -DLANGUAGE=... -DFOLDERS=... -DWORK_DIR=... -P translations.cmake

separate_arguments(FOLDERS)
file(COPY "${SOURCE}/translations/${NAME}_${LANGUAGE}.ts" DESTINATION "${WORK_DIR}")
set(copy "${WORK_DIR}/${NAME}_${LANGUAGE}.ts")
execute_process(COMMAND "${LUPDATE}" -silent -locations none ${FOLDERS} -ts "${copy}"
    WORKING_DIRECTORY "${SOURCE}" RESULT_VARIABLE status ERROR_QUIET)
if(NOT status EQUAL 0)
    message(FATAL_ERROR "lupdate exited with status ${status}")
endif()

file(READ "${copy}" content)
string(REPLACE ";" "," content "${content}")
string(REGEX MATCHALL "<message[^>]*>" messages "${content}")
list(LENGTH messages count)
if(count EQUAL 0)
    message(FATAL_ERROR "There are no texts in ${copy}")
endif()
string(REGEX MATCHALL "<source>[^<]*</source>[^<]*(<comment>[^<]*</comment>[^<]*)?<translation type=\"[a-z]+\"" bad
    "${content}")
foreach(text IN LISTS bad)
    message(SEND_ERROR "Not translated, or no longer in the sources: ${text}")
endforeach()
message("${count} texts")
