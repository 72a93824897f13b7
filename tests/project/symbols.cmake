# SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
# SPDX-License-Identifier: MIT

# A library exports its public classes, and nothing from SmartCaptcha::Internal.
#   cmake -DNM=... -DLIBRARY=... -P symbols.cmake

execute_process(COMMAND "${NM}" -D --defined-only --demangle "${LIBRARY}" OUTPUT_VARIABLE symbols
    COMMAND_ERROR_IS_FATAL ANY)
string(REGEX MATCHALL "[^\n]*SmartCaptchaVerifier[^\n]*" known "${symbols}")
string(REGEX MATCHALL "[^\n]*Internal[^\n]*" private "${symbols}")
if(NOT known)
    message(FATAL_ERROR "${LIBRARY} does not even export its public classes")
endif()
if(private)
    list(JOIN private "\n" private)
    message(FATAL_ERROR "${LIBRARY} exports:\n${private}")
endif()
