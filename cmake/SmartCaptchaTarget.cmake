# SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
# SPDX-License-Identifier: MIT

# Functions for the libraries, programs and tests of this project.

include(CMakePackageConfigHelpers)
include(CheckCXXCompilerFlag)
include(CheckCXXSourceCompiles)
include(CMakePushCheckState)
include(GenerateExportHeader)

set(SMARTCAPTCHA_INSTALL_CMAKEDIR "${CMAKE_INSTALL_LIBDIR}/cmake/SmartCaptcha")
# Relative to the directory of the libraries; the widget looks for its plugin here, in the build tree as well.
set(SMARTCAPTCHA_PLUGIN_DIR "qt6/plugins/smartcaptcha")
# Two versions of the SDK can share a prefix, as their libraries can.
set(SMARTCAPTCHA_PLUGIN_NAME "SmartCaptchaWebEngine-${PROJECT_VERSION_MAJOR}.${PROJECT_VERSION_MINOR}")
set(SMARTCAPTCHA_PLUGIN_FILE
    "${CMAKE_SHARED_MODULE_PREFIX}${SMARTCAPTCHA_PLUGIN_NAME}${CMAKE_SHARED_MODULE_SUFFIX}")
set(SMARTCAPTCHA_QML_DIR "qt6/qml")
# The folder of shared libraries: on Windows, next to the programs.
if(WIN32)
    set(SMARTCAPTCHA_SHARED_DIR "${CMAKE_INSTALL_BINDIR}")
    set(SMARTCAPTCHA_SHARED_OUTPUT_DIR "${CMAKE_RUNTIME_OUTPUT_DIRECTORY}")
else()
    set(SMARTCAPTCHA_SHARED_DIR "${CMAKE_INSTALL_LIBDIR}")
    set(SMARTCAPTCHA_SHARED_OUTPUT_DIR "${CMAKE_LIBRARY_OUTPUT_DIRECTORY}")
endif()
# The folder of the file itself in an rpath.
if(APPLE)
    set(SMARTCAPTCHA_ORIGIN "@loader_path")
else()
    set(SMARTCAPTCHA_ORIGIN "$ORIGIN")
endif()

# smartcaptcha_install(...): install(), unless SMARTCAPTCHA_INSTALL is off. The component is Runtime, or Devel for what
# is only needed to build with the SDK.
macro(smartcaptcha_install)
    if(SMARTCAPTCHA_INSTALL)
        install(${ARGN})
    endif()
endmacro()

# smartcaptcha_path_between(<out> <from> <to> [<origin>]): the path to the installed folder <to> as seen from <from>:
# relative, starting with <origin>, if both are below the prefix, so that the installation can be moved; otherwise
# absolute.
function(smartcaptcha_path_between out from to)
    if(IS_ABSOLUTE "${from}" OR IS_ABSOLUTE "${to}")
        cmake_path(ABSOLUTE_PATH to BASE_DIRECTORY "${CMAKE_INSTALL_PREFIX}" NORMALIZE)
    else()
        file(RELATIVE_PATH to "/${from}" "/${to}")
        if(ARGC GREATER 3)
            string(PREPEND to "${ARGV3}/")
        endif()
    endif()
    set(${out} "${to}" PARENT_SCOPE)
endfunction()

# smartcaptcha_compile_settings(<target>): the definitions, warnings and sanitizers for the project's own code.
function(smartcaptcha_compile_settings target)
    target_compile_definitions(${target} PRIVATE
        QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_CAST_FROM_BYTEARRAY QT_NO_URL_CAST_FROM_STRING
        QT_NO_NARROWING_CONVERSIONS_IN_CONNECT QT_NO_FOREACH QT_NO_KEYWORDS QT_STRICT_ITERATORS
        QT_DISABLE_DEPRECATED_BEFORE=0x060400)
    if(MSVC)
        target_compile_options(${target} PRIVATE /W4 $<$<BOOL:${SMARTCAPTCHA_WARNINGS_AS_ERRORS}>:/WX>)
    else()
        target_compile_options(${target} PRIVATE -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor
            -Woverloaded-virtual -Wcast-align -Wformat=2 $<$<BOOL:${SMARTCAPTCHA_WARNINGS_AS_ERRORS}>:-Werror>)
        # Qt's own macros, such as qCDebug(), are used without the arguments that may be left out; C++20 allows it. Newer
        # versions of Clang warn of it by the second name.
        set(clang $<CXX_COMPILER_ID:Clang,AppleClang>)
        set(new $<VERSION_GREATER_EQUAL:$<CXX_COMPILER_VERSION>,17>)
        target_compile_options(${target} PRIVATE
            $<${clang}:-Wno-gnu-zero-variadic-macro-arguments> $<$<AND:${clang},${new}>:-Wno-c++20-extensions>)
        if(SMARTCAPTCHA_SANITIZERS STREQUAL "thread")
            target_compile_options(${target} PRIVATE -fsanitize=thread -fno-omit-frame-pointer)
            target_link_options(${target} PRIVATE -fsanitize=thread)
            # The sanitizer does not see fences. Qt's headers have one, where a Q_GLOBAL_STATIC is destroyed.
            target_compile_options(${target} PRIVATE $<$<CXX_COMPILER_ID:GNU>:-Wno-tsan>)
        elseif(SMARTCAPTCHA_SANITIZERS)
            target_compile_options(${target} PRIVATE -fsanitize=address,undefined -fno-omit-frame-pointer
                -fno-sanitize-recover=undefined)
            target_link_options(${target} PRIVATE -fsanitize=address,undefined)
            # Qt WebEngine is built without type information, so that its objects would be taken for something else.
            if(SMARTCAPTCHA_BUILD_WEBENGINE)
                target_compile_options(${target} PRIVATE -fno-sanitize=vptr)
            endif()
        elseif(SMARTCAPTCHA_HARDENING AND NOT SMARTCAPTCHA_FUZZING)
            # Checked copying would hide from the sanitizers what they look for.
            _smartcaptcha_harden(${target})
        endif()
        if(SMARTCAPTCHA_FUZZING)
            # Qt's assertions are on: one that fails is found like a crash.
            target_compile_definitions(${target} PRIVATE QT_FORCE_ASSERTS)
            target_compile_options(${target} PRIVATE -fsanitize=fuzzer-no-link,address,undefined
                -fno-omit-frame-pointer -fno-sanitize-recover=undefined)
            target_link_options(${target} PRIVATE -fsanitize=address,undefined)
        endif()
    endif()
endfunction()

# _smartcaptcha_harden(<target>): what the compiler and the linker can do against faults in memory that an attacker uses.
function(_smartcaptcha_harden target)
    target_compile_options(${target} PRIVATE -fstack-protector-strong)
    # Needs optimization. A level that the builder has chosen stays.
    if(NOT CMAKE_CXX_FLAGS MATCHES "_FORTIFY_SOURCE")
        set(level 2)
        if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_GREATER_EQUAL 12)
            set(level 3)
        endif()
        set(optimized $<CONFIG:Release,RelWithDebInfo,MinSizeRel>)
        target_compile_options(${target} PRIVATE
            $<${optimized}:-U_FORTIFY_SOURCE> $<${optimized}:-D_FORTIFY_SOURCE=${level}>)
    endif()
    check_cxx_compiler_flag(-fcf-protection=full SMARTCAPTCHA_COMPILER_HAS_CET)
    if(SMARTCAPTCHA_COMPILER_HAS_CET)
        target_compile_options(${target} PRIVATE -fcf-protection=full)
    endif()
    get_target_property(type ${target} TYPE)
    if(CMAKE_SYSTEM_NAME STREQUAL "Linux" AND NOT type STREQUAL "STATIC_LIBRARY")
        target_link_options(${target} PRIVATE "LINKER:-z,relro,-z,now,-z,noexecstack")
    endif()
endfunction()

# Packed relocations take a fraction of the room. GNU's C library understands them since 2.36, and what is linked with
# them needs it. -DSMARTCAPTCHA_PACKED_RELOCATIONS=OFF builds for older ones.
function(_smartcaptcha_check_packed_relocations)
    set(CMAKE_TRY_COMPILE_TARGET_TYPE EXECUTABLE)
    cmake_push_check_state(RESET)
    set(CMAKE_REQUIRED_LINK_OPTIONS LINKER:--fatal-warnings,-z,pack-relative-relocs)
    check_cxx_source_compiles("#include <features.h>
        #if !__GLIBC_PREREQ(2, 36)
        #error The C library does not understand them.
        #endif
        int main() {}" SMARTCAPTCHA_PACKED_RELOCATIONS)
    cmake_pop_check_state()
endfunction()

# smartcaptcha_keep_small(<target>): for the libraries and plugins that users get. Each of them downloads these, and each
# symbol that the dynamic linker has to look up takes time at every start.
function(smartcaptcha_keep_small target)
    if(NOT MSVC)
        # Nothing here throws or catches. Most of Qt's own modules are built in this way.
        target_compile_options(${target} PRIVATE -fno-exceptions)
        # The time is spent in Qt and in the network. With other build types the builder decides.
        target_compile_options(${target} PRIVATE "$<$<CONFIG:Release>:-Os;-ffunction-sections;-fdata-sections>")
    endif()
    if(CMAKE_SYSTEM_NAME STREQUAL "Linux")
        target_link_options(${target} PRIVATE $<$<CONFIG:Release>:LINKER:--gc-sections>)
        if(BUILD_SHARED_LIBS)
            _smartcaptcha_check_packed_relocations()
        endif()
        if(BUILD_SHARED_LIBS AND SMARTCAPTCHA_PACKED_RELOCATIONS)
            target_link_options(${target} PRIVATE LINKER:-z,pack-relative-relocs)
        endif()
        # Only if programs see a library's functions at the same addresses, as connect() compares them. They do if they
        # are position-independent, and Qt's headers insist on that where Qt itself is linked in this way.
        if(QT_FEATURE_reduce_relocations)
            target_link_options(${target} PRIVATE LINKER:-Bsymbolic-functions)
        endif()
        # A library loads what it links, also what it uses nothing of, such as most of what Qt's targets bring along.
        # Some compilers tell the linker to leave that out, but never with sanitizers.
        if(NOT SMARTCAPTCHA_SANITIZERS)
            target_link_options(${target} PRIVATE LINKER:--as-needed)
        endif()
    endif()
endfunction()

# smartcaptcha_accept_generated_code(<target>): disables warnings for the code that qmlcachegen generates.
function(smartcaptcha_accept_generated_code target)
    get_target_property(sources ${target} SOURCES)
    list(FILTER sources INCLUDE REGEX "/qmlcache/")
    if(sources AND NOT MSVC)
        set_source_files_properties(${sources} PROPERTIES COMPILE_OPTIONS -w)
    endif()
endfunction()

# smartcaptcha_add_library(<Name> CLASSES <ClassName>... SOURCES <file>... PUBLIC_LINK <target>... [PRIVATE_LINK <target>...]
#                          [PRIVATE_TO_SDK])
#
# Creates SmartCaptcha<Name> with the alias SmartCaptcha::<Name>. Every entry of CLASSES is a public class or namespace
# whose header is the file with the lower-case name in the current folder, or is generated from that name with .in
# appended; it is included as <SmartCaptcha/ClassName>.
#
# With PRIVATE_TO_SDK only other libraries of the SDK link it: it has no installed headers and is not a component of the
# package. Its interface is not stable, so the file name contains the full version, and no other version is loaded.
function(smartcaptcha_add_library name)
    cmake_parse_arguments(arg "PRIVATE_TO_SDK" "" "CLASSES;SOURCES;PUBLIC_LINK;PRIVATE_LINK" ${ARGN})
    set(target SmartCaptcha${name})
    string(TOLOWER ${target} lower)
    string(TOUPPER ${name} upper)
    set(include_dir "${CMAKE_CURRENT_BINARY_DIR}/include")

    set(headers "")
    foreach(class IN LISTS arg_CLASSES)
        string(TOLOWER ${class} file)
        set(header "${CMAKE_CURRENT_SOURCE_DIR}/${file}.h")
        if(EXISTS "${header}.in")
            set(header "${CMAKE_CURRENT_BINARY_DIR}/${file}.h")
            configure_file(${file}.h.in "${header}" @ONLY)
        endif()
        list(APPEND headers "${header}")
        file(CONFIGURE OUTPUT "${include_dir}/SmartCaptcha/${file}.h" CONTENT "#include \"${header}\"\n")
        file(CONFIGURE OUTPUT "${include_dir}/SmartCaptcha/${class}" CONTENT "#include \"${file}.h\"\n")
        smartcaptcha_install(FILES "${include_dir}/SmartCaptcha/${class}"
            DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}/SmartCaptcha" COMPONENT Devel)
    endforeach()

    add_library(${target} ${arg_SOURCES} ${headers})
    add_library(SmartCaptcha::${name} ALIAS ${target})
    generate_export_header(${target} BASE_NAME smartcaptcha_${name}
        EXPORT_MACRO_NAME SMARTCAPTCHA_${upper}_EXPORT
        EXPORT_FILE_NAME "${include_dir}/SmartCaptcha/${lower}_export.h")
    # Without this, a static build would still use dllimport.
    if(NOT BUILD_SHARED_LIBS)
        string(TOUPPER smartcaptcha_${name} base_upper)
        target_compile_definitions(${target} PUBLIC ${base_upper}_STATIC_DEFINE)
    endif()
    target_include_directories(${target}
        PUBLIC "$<BUILD_INTERFACE:${include_dir}>" "$<INSTALL_INTERFACE:${CMAKE_INSTALL_INCLUDEDIR}>"
        PRIVATE "${CMAKE_CURRENT_SOURCE_DIR}" "${PROJECT_SOURCE_DIR}/sdk")
    target_compile_features(${target} PUBLIC cxx_std_17)
    target_link_libraries(${target} PUBLIC ${arg_PUBLIC_LINK} PRIVATE ${arg_PRIVATE_LINK})
    smartcaptcha_compile_settings(${target})
    smartcaptcha_keep_small(${target})
    set_target_properties(${target} PROPERTIES
        EXPORT_NAME ${name}
        SMARTCAPTCHA_EXPORT SmartCaptcha${name}Targets
        VERSION ${PROJECT_VERSION}
        SOVERSION ${PROJECT_VERSION_MAJOR}.${PROJECT_VERSION_MINOR}
        INSTALL_RPATH "${SMARTCAPTCHA_ORIGIN}")
    if(arg_PRIVATE_TO_SDK)
        set_target_properties(${target} PROPERTIES SOVERSION ${PROJECT_VERSION})
    else()
        smartcaptcha_install(FILES ${headers} "${include_dir}/SmartCaptcha/${lower}_export.h"
            DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}/SmartCaptcha" COMPONENT Devel)
        set_property(GLOBAL APPEND PROPERTY SMARTCAPTCHA_COMPONENTS ${name})
        set_property(GLOBAL PROPERTY SMARTCAPTCHA_HEADERS_${name} ${arg_CLASSES})
    endif()
    smartcaptcha_install(TARGETS ${target} EXPORT SmartCaptcha${name}Targets
        LIBRARY DESTINATION "${CMAKE_INSTALL_LIBDIR}" COMPONENT Runtime NAMELINK_COMPONENT Devel
        ARCHIVE DESTINATION "${CMAKE_INSTALL_LIBDIR}" COMPONENT Devel
        RUNTIME DESTINATION "${CMAKE_INSTALL_BINDIR}" COMPONENT Runtime)
    smartcaptcha_install(EXPORT SmartCaptcha${name}Targets NAMESPACE SmartCaptcha::
        DESTINATION "${SMARTCAPTCHA_INSTALL_CMAKEDIR}" COMPONENT Devel)
endfunction()

# smartcaptcha_add_inside(<Name>): for tests of classes that SmartCaptcha<Name> does not export. Link the target
# SmartCaptcha<Name>Inside, which contains all classes, instead of the library; a program must not link both.
function(smartcaptcha_add_inside name)
    set(library SmartCaptcha${name})
    set(inside ${library}Inside)
    add_library(${inside} INTERFACE)
    # What the library's own classes include is private to it.
    get_target_property(links ${library} LINK_LIBRARIES)
    if(NOT BUILD_SHARED_LIBS)
        target_link_libraries(${inside} INTERFACE ${library} ${links})
        return()
    endif()
    string(TOUPPER smartcaptcha_${name} upper)
    target_sources(${inside} INTERFACE $<TARGET_OBJECTS:${library}>)
    target_compile_definitions(${inside} INTERFACE ${upper}_STATIC_DEFINE)
    target_include_directories(${inside} INTERFACE $<TARGET_PROPERTY:${library},INTERFACE_INCLUDE_DIRECTORIES>)
    list(TRANSFORM links REPLACE "^SmartCaptcha::(Core|Captcha)$" "SmartCaptcha\\1Inside")
    target_link_libraries(${inside} INTERFACE ${links})
endfunction()

# smartcaptcha_add_resources(<target> <name> PREFIX <prefix> FILES <file>... [BASE <folder>])
#
# Like qt_add_resources(). The resources of a static library are separate object files, which must be installed with it,
# in the export set named by the library's property SMARTCAPTCHA_EXPORT.
function(smartcaptcha_add_resources target name)
    qt_add_resources(${target} ${name} ${ARGN} OUTPUT_TARGETS objects)
    get_target_property(export ${target} SMARTCAPTCHA_EXPORT)
    if(objects AND export)
        smartcaptcha_install(TARGETS ${objects} EXPORT ${export}
            OBJECTS DESTINATION "${CMAKE_INSTALL_LIBDIR}" COMPONENT Devel)
    endif()
endfunction()

# smartcaptcha_add_program(<name> SOURCES <file>... LINK <target>... [EXPORT <Name>]): an installed program. With EXPORT
# it becomes the target SmartCaptcha::<Name> of the package.
function(smartcaptcha_add_program name)
    cmake_parse_arguments(arg "" "EXPORT" "SOURCES;LINK" ${ARGN})
    # On phones a program needs more than an executable, and Qt takes care of that.
    qt_add_executable(${name} ${arg_SOURCES})
    target_link_libraries(${name} PRIVATE ${arg_LINK})
    target_include_directories(${name} PRIVATE "${CMAKE_CURRENT_SOURCE_DIR}")
    smartcaptcha_compile_settings(${name})
    smartcaptcha_path_between(rpath "${CMAKE_INSTALL_BINDIR}" "${CMAKE_INSTALL_LIBDIR}" "${SMARTCAPTCHA_ORIGIN}")
    set_target_properties(${name} PROPERTIES INSTALL_RPATH "${rpath}")
    set(export "")
    if(arg_EXPORT)
        add_executable(SmartCaptcha::${arg_EXPORT} ALIAS ${name})
        set_target_properties(${name} PROPERTIES EXPORT_NAME ${arg_EXPORT})
        set(export EXPORT SmartCaptcha${arg_EXPORT}Targets)
    endif()
    smartcaptcha_install(TARGETS ${name} ${export}
        RUNTIME DESTINATION "${CMAKE_INSTALL_BINDIR}" COMPONENT Runtime
        BUNDLE DESTINATION "${CMAKE_INSTALL_BINDIR}" COMPONENT Runtime
        LIBRARY DESTINATION "${CMAKE_INSTALL_LIBDIR}" COMPONENT Runtime)
endfunction()

# The environment of a test. QTEST_FUNCTION_TIMEOUT is high because Qt applies it to all rows of a test function
# together; ctest has its own timeout for each program.
function(_smartcaptcha_test_environment out)
    set(environment QT_QPA_PLATFORM=offscreen QTEST_FUNCTION_TIMEOUT=900000 LC_ALL=C.UTF-8
        QT_LOGGING_RULES=qt.webenginecontext.debug=false)
    if(UNIX)
        execute_process(COMMAND id -u OUTPUT_VARIABLE uid OUTPUT_STRIP_TRAILING_WHITESPACE)
        if(uid EQUAL 0)
            # Chromium does not run as root with its sandbox.
            list(APPEND environment QTWEBENGINE_DISABLE_SANDBOX=1)
        endif()
    endif()
    if(SMARTCAPTCHA_SANITIZERS STREQUAL "thread")
        list(APPEND environment "TSAN_OPTIONS=suppressions=${PROJECT_SOURCE_DIR}/tests/tsan.supp")
    elseif(SMARTCAPTCHA_SANITIZERS)
        list(APPEND environment ASAN_OPTIONS=new_delete_type_mismatch=0
            "LSAN_OPTIONS=suppressions=${PROJECT_SOURCE_DIR}/tests/lsan.supp"
            UBSAN_OPTIONS=print_stacktrace=1)
    endif()
    set(${out} ${environment} PARENT_SCOPE)
endfunction()

# smartcaptcha_link_module(<target>): a program that is linked statically has to contain the QML module.
function(smartcaptcha_link_module target)
    if(NOT BUILD_SHARED_LIBS)
        target_sources(${target} PRIVATE "${PROJECT_SOURCE_DIR}/tests/shared/linkedmodule.cpp")
        target_link_libraries(${target} PRIVATE SmartCaptcha::QuickPlugin)
    endif()
endfunction()

# The program of a test, from the arguments of the calling function.
macro(_smartcaptcha_add_test_program name)
    add_executable(${name} ${arg_SOURCES})
    if(SMARTCAPTCHA_SANITIZERS STREQUAL "thread")
        target_sources(${name} PRIVATE "${PROJECT_SOURCE_DIR}/tests/shared/handover.cpp")
    endif()
    target_link_libraries(${name} PRIVATE ${arg_LINK} Qt6::Test)
    if("SmartCaptcha::Quick" IN_LIST arg_LINK)
        smartcaptcha_link_module(${name})
    endif()
    # Tests include private headers for classes that are not public.
    target_include_directories(${name} PRIVATE "${PROJECT_SOURCE_DIR}/sdk" "${PROJECT_SOURCE_DIR}/tests")
    target_compile_definitions(${name} PRIVATE TEST_SOURCE="${PROJECT_SOURCE_DIR}"
        TEST_CERTIFICATES="${PROJECT_SOURCE_DIR}/tests/shared/certificates")
    smartcaptcha_compile_settings(${name})
    set_target_properties(${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/tests")
endmacro()

# smartcaptcha_add_test(<tst_name> SOURCES <file>... LINK <target>... [LABELS <label>...] [TIMEOUT <seconds>]
#                       [ENVIRONMENT <NAME=value>...])
#
# Tests with the labels "webengine" and "engines" start browsers, so there is a limit for how many of them run at a time:
# see tests/resources.json.
function(smartcaptcha_add_test name)
    cmake_parse_arguments(arg "" "TIMEOUT" "SOURCES;LINK;LABELS;ENVIRONMENT" ${ARGN})
    _smartcaptcha_add_test_program(${name})
    add_test(NAME ${name} COMMAND ${name})
    _smartcaptcha_test_environment(environment)
    if(NOT arg_TIMEOUT)
        set(arg_TIMEOUT 120)
    endif()
    if(SMARTCAPTCHA_SANITIZERS STREQUAL "thread")
        math(EXPR arg_TIMEOUT "5 * ${arg_TIMEOUT}")
    endif()
    set_tests_properties(${name} PROPERTIES ENVIRONMENT "${environment};${arg_ENVIRONMENT}"
        LABELS "${arg_LABELS}" TIMEOUT ${arg_TIMEOUT})
    if("webengine" IN_LIST arg_LABELS OR "engines" IN_LIST arg_LABELS)
        set_tests_properties(${name} PROPERTIES RESOURCE_GROUPS engine:1)
    endif()
endfunction()

# smartcaptcha_add_keyring_test(<tst_name> SOURCES <file>... LINK <target>... STATES <state>...): runs the program in
# sessions with keychains in these states, which tests/shared/with-keyring describes.
function(smartcaptcha_add_keyring_test target)
    cmake_parse_arguments(arg "" "" "SOURCES;LINK;STATES" ${ARGN})
    _smartcaptcha_add_test_program(${target})
    foreach(state IN LISTS arg_STATES)
        add_test(NAME ${target}_${state}
            COMMAND "${PROJECT_SOURCE_DIR}/tests/shared/with-keyring" ${state} $<TARGET_FILE:${target}>)
        set_tests_properties(${target}_${state} PROPERTIES LABELS keyring TIMEOUT 120 SKIP_RETURN_CODE 77)
        if(SMARTCAPTCHA_SANITIZERS)
            set_tests_properties(${target}_${state} PROPERTIES ENVIRONMENT
                "LSAN_OPTIONS=suppressions=${PROJECT_SOURCE_DIR}/tests/lsan.supp")
        endif()
    endforeach()
endfunction()

# Installs the package configuration, with one component for each library that was built.
function(smartcaptcha_install_package)
    get_property(SMARTCAPTCHA_COMPONENTS GLOBAL PROPERTY SMARTCAPTCHA_COMPONENTS)
    set(SMARTCAPTCHA_INSTALL_QMLDIR "${SMARTCAPTCHA_SHARED_DIR}/${SMARTCAPTCHA_QML_DIR}")
    configure_package_config_file("${PROJECT_SOURCE_DIR}/cmake/SmartCaptchaConfig.cmake.in"
        "${PROJECT_BINARY_DIR}/SmartCaptchaConfig.cmake" INSTALL_DESTINATION "${SMARTCAPTCHA_INSTALL_CMAKEDIR}"
        PATH_VARS CMAKE_INSTALL_BINDIR SMARTCAPTCHA_INSTALL_QMLDIR)
    write_basic_package_version_file("${PROJECT_BINARY_DIR}/SmartCaptchaConfigVersion.cmake"
        COMPATIBILITY SameMinorVersion)
    if(SMARTCAPTCHA_BUILD_COMMAND)
        smartcaptcha_install(EXPORT SmartCaptchaCommandTargets NAMESPACE SmartCaptcha::
            DESTINATION "${SMARTCAPTCHA_INSTALL_CMAKEDIR}" COMPONENT Devel)
        smartcaptcha_install(FILES "${PROJECT_SOURCE_DIR}/cmake/SmartCaptchaLint.cmake"
            DESTINATION "${SMARTCAPTCHA_INSTALL_CMAKEDIR}" COMPONENT Devel)
    endif()
    if(SMARTCAPTCHA_BUILD_QUICK)
        smartcaptcha_install(FILES "${PROJECT_SOURCE_DIR}/cmake/SmartCaptchaQmlImportPath.cmake"
            DESTINATION "${SMARTCAPTCHA_INSTALL_CMAKEDIR}" COMPONENT Devel)
    endif()
    smartcaptcha_install(FILES "${PROJECT_BINARY_DIR}/SmartCaptchaConfig.cmake"
        "${PROJECT_BINARY_DIR}/SmartCaptchaConfigVersion.cmake"
        "${PROJECT_SOURCE_DIR}/cmake/SmartCaptchaDeploy.cmake"
        "${PROJECT_SOURCE_DIR}/cmake/SmartCaptchaDeployLinux.cmake"
        DESTINATION "${SMARTCAPTCHA_INSTALL_CMAKEDIR}" COMPONENT Devel)
endfunction()
