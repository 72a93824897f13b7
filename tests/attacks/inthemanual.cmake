# SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
# SPDX-License-Identifier: MIT

# Compares how many attacks there are in each host with what the table in MANUAL says. PAGES, BROWSER and PORT are the
# programs that have them.

foreach(program IN ITEMS PAGES BROWSER PORT)
    execute_process(COMMAND ${${program}} -datatags OUTPUT_VARIABLE rows_${program} RESULT_VARIABLE result)
    if(NOT result EQUAL 0)
        message(FATAL_ERROR "${${program}} does not tell its rows")
    endif()
endforeach()
file(READ ${MANUAL} manual)

# The line of the table that begins with this host, and the rows of these programs that match the expression.
function(compare host expression)
    string(REGEX MATCHALL "${expression}" rows "${ARGN}")
    list(LENGTH rows count)
    if(NOT manual MATCHES "\n\\| ${host}[^\n]*\\| ([0-9]+) attacks[^\n]*\n")
        message(FATAL_ERROR "${MANUAL} does not say how many attacks there are in: ${host}")
    endif()
    if(count EQUAL 0 OR NOT count EQUAL CMAKE_MATCH_1)
        message(SEND_ERROR "${MANUAL} says ${CMAKE_MATCH_1} attacks, and there are ${count}, in: ${host}")
    endif()
endfunction()

compare("the widget, and the QML item with Qt WebEngine" "tst_attacks [A-Za-z]+ widget: " "${rows_PAGES}")
compare("the widget, and the QML item with Qt WebEngine" "tst_attacks [A-Za-z]+ WebEngine: " "${rows_PAGES}")
compare("the QML item with Qt WebView on Linux" "tst_attacks [A-Za-z]+ WebView: " "${rows_PAGES}")
compare("the person's own browser"
    "tst_attacks_browser [A-Za-z]+ browser: |tst_LoopbackTab (refuses|refusesTheTokenOfASite|isBounded) "
    "${rows_BROWSER}" "${rows_PORT}")
