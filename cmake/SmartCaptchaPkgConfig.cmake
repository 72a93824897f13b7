# SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
# SPDX-License-Identifier: MIT

# Files for pkg-config, for projects that are not built with CMake.

# smartcaptcha_add_pkg_config(<Name> DESCRIPTION <text> REQUIRES <module>...): installs smartcaptcha-<name>.pc.
#
# Only for shared libraries: static ones consist of more files than pkg-config can name.
function(smartcaptcha_add_pkg_config name)
    cmake_parse_arguments(arg "" "DESCRIPTION" "REQUIRES" ${ARGN})
    if(NOT BUILD_SHARED_LIBS)
        return()
    endif()
    string(TOLOWER ${name} lower)
    set(folder "${CMAKE_INSTALL_LIBDIR}/pkgconfig")
    # Relative to the file, so that the installation can be moved.
    smartcaptcha_path_between(libdir "${folder}" "${CMAKE_INSTALL_LIBDIR}" "\${pcfiledir}")
    smartcaptcha_path_between(includedir "${folder}" "${CMAKE_INSTALL_INCLUDEDIR}" "\${pcfiledir}")
    list(JOIN arg_REQUIRES ", " requires)
    file(CONFIGURE OUTPUT "${CMAKE_CURRENT_BINARY_DIR}/smartcaptcha-${lower}.pc" @ONLY CONTENT
"libdir=@libdir@
includedir=@includedir@

Name: SmartCaptcha@name@
Description: @arg_DESCRIPTION@
Version: @PROJECT_VERSION@
Requires: @requires@
Libs: -L\${libdir} -lSmartCaptcha@name@
Cflags: -I\${includedir}
")
    smartcaptcha_install(FILES "${CMAKE_CURRENT_BINARY_DIR}/smartcaptcha-${lower}.pc" DESTINATION "${folder}"
        COMPONENT Devel)
endfunction()
