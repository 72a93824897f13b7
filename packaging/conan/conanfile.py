# SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
# SPDX-License-Identifier: MIT

"""The recipe of SmartCaptcha for Qt for Conan 2; packaging/README.md says how to use it."""

import os
import re
import shutil

from conan import ConanFile
from conan.errors import ConanInvalidConfiguration
from conan.tools.build import check_min_cppstd
from conan.tools.cmake import CMake, CMakeDeps, CMakeToolchain, cmake_layout
from conan.tools.files import copy, load, rmdir

required_conan_version = ">=2.0.9"


class SmartCaptchaQtConan(ConanFile):
    name = "smartcaptcha-qt"
    description = "Yandex SmartCaptcha for Qt desktop and mobile applications"
    license = "MIT"
    topics = ("qt", "captcha", "qml", "widgets")
    package_type = "library"
    settings = "os", "arch", "compiler", "build_type"

    # One option for each part; SmartCaptcha::Core is always there.
    options = {
        "shared": [True, False],
        "fPIC": [True, False],
        "browser": [True, False],
        "command": [True, False],
        "keystore": [True, False],
        "qml": [True, False],
        "testing": [True, False],
        "webengine": [True, False],
        "widgets": [True, False],
        # Where Qt and QtKeychain come from: other recipes, or what CMake finds, for instance a Qt that its own installer
        # has installed, with its folder in the environment variable CMAKE_PREFIX_PATH.
        "with_qt": ["conan", "system"],
    }
    default_options = {
        "shared": True,
        "fPIC": True,
        "browser": True,
        "command": False,
        "keystore": False,
        "qml": False,
        "testing": False,
        "webengine": False,
        "widgets": True,
        "with_qt": "conan",
    }

    implements = ["auto_shared_fpic"]

    _parts = {
        "browser": "BROWSER",
        "command": "COMMAND",
        "keystore": "KEYSTORE",
        "qml": "QUICK",
        "testing": "TESTING",
        "webengine": "WEBENGINE",
        "widgets": "WIDGETS",
    }

    @property
    def _is_mobile(self):
        return self.settings.os in ("Android", "iOS")

    def _repository(self):
        return os.path.join(self.recipe_folder, os.pardir, os.pardir)

    def set_version(self):
        # Called when the recipe is exported, from its place in the repository.
        text = load(self, os.path.join(self._repository(), "CMakeLists.txt"))
        self.version = re.search(r"project\(SmartCaptcha VERSION ([0-9.]+)", text).group(1)

    def export_sources(self):
        for file in ("CMakeLists.txt", "LICENSE"):
            shutil.copy2(os.path.join(self._repository(), file), self.export_sources_folder)
        for folder in ("cmake", "demo-app", "packaging", "qml", "sdk", "translations"):
            copy(self, "*", src=os.path.join(self._repository(), folder),
                 dst=os.path.join(self.export_sources_folder, folder))

    def layout(self):
        cmake_layout(self)

    def requirements(self):
        if self.options.command:
            # For looking into packages and compressed resources.
            self.requires("libarchive/[>=3.6 <4]")
            self.requires("zlib/[>=1.2.11 <2]")
            self.requires("zstd/[>=1.5 <1.6]")
        if self.options.with_qt != "conan":
            return
        qt = {"qttools": True}
        if self.options.widgets:
            qt.update(gui=True, widgets=True)
        if self.options.qml:
            qt.update(gui=True, qtdeclarative=True)
            if self._is_mobile:
                qt.update(qtwebview=True)
        if self.options.webengine:
            qt.update(shared=True, gui=True, qtdeclarative=True, qtwebchannel=True, qtwebengine=True)
        if self.settings.os in ("Linux", "FreeBSD") and (self.options.keystore or self.options.webengine):
            qt.update(with_dbus=True)
        self.requires("qt/[>=6.4 <7]", options=qt, transitive_headers=True, transitive_libs=True, run=True)
        if self.options.keystore:
            self.requires("qtkeychain/[>=0.14 <1]")

    def build_requirements(self):
        self.tool_requires("cmake/[>=3.25 <5]")

    def validate(self):
        check_min_cppstd(self, 17)
        if self.options.webengine and not self.options.widgets:
            raise ConanInvalidConfiguration("The option webengine needs the option widgets")
        if self.options.webengine and self._is_mobile:
            raise ConanInvalidConfiguration("There is no Qt WebEngine for phones; QML uses Qt WebView there")
        if self.options.command and self._is_mobile:
            raise ConanInvalidConfiguration("The command is not built for phones")

    def generate(self):
        toolchain = CMakeToolchain(self)
        for option, part in self._parts.items():
            toolchain.cache_variables[f"SMARTCAPTCHA_BUILD_{part}"] = "ON" if self.options.get_safe(option) else "OFF"
        for part in ("DEMO", "MOBILE_DEMO", "TESTS"):
            toolchain.cache_variables[f"SMARTCAPTCHA_BUILD_{part}"] = "OFF"
        # Said explicitly, so that it does not depend on what else is installed.
        engine = "webengine" if self.options.webengine else "webview" if self._is_mobile else "browser"
        toolchain.cache_variables["SMARTCAPTCHA_QUICK_ENGINE"] = engine
        toolchain.generate()

        dependencies = CMakeDeps(self)
        # The name that QtKeychain's own package has.
        dependencies.set_property("qtkeychain", "cmake_file_name", "Qt6Keychain")
        dependencies.set_property("qtkeychain", "cmake_target_name", "qt6keychain")
        dependencies.generate()

    def build(self):
        cmake = CMake(self)
        cmake.configure()
        cmake.build()

    def package(self):
        CMake(self).install()
        copy(self, "LICENSE", src=self.source_folder, dst=os.path.join(self.package_folder, "licenses"))
        # No shell looks for these in Conan's folder.
        for folder in ("bash-completion", "fish", "man", "zsh"):
            rmdir(self, os.path.join(self.package_folder, "share", folder))

    def package_info(self):
        # The package has CMake files of its own, with components, which know more than Conan could generate.
        self.cpp_info.set_property("cmake_find_mode", "none")
        self.cpp_info.set_property("cmake_file_name", "SmartCaptcha")
        self.cpp_info.builddirs = [os.path.join("lib", "cmake", "SmartCaptcha")]
        self.cpp_info.libdirs = ["lib"]
        self.cpp_info.bindirs = ["bin"]
        if self.options.command:
            self.buildenv_info.prepend_path("PATH", os.path.join(self.package_folder, "bin"))
