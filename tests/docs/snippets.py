#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
# SPDX-License-Identifier: MIT
"""Checks every snippet of code in the documents, and prints how many were checked in which way.

Every snippet is written to a file of its own, at the same line as in its document, so that the tools name the right
line. What cannot be checked, because a tool or a part of the SDK is missing, is counted and named; the exit status is
then 77. It is 1 if a snippet is wrong, or has no language.

With --planted, the documents contain faults on purpose. A comment <!-- fails at +N: text --> says that a fault is
reported N lines below it, with this text. The exit status is 0 if exactly these faults are found.
"""

import argparse
import configparser
import html.parser
import json
import os
import re
import shlex
import shutil
import subprocess
import sys
import textwrap
import xml.etree.ElementTree
from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

try:
    import yaml
except ImportError:
    yaml = None

DOCUMENTS = ("README*.md", "CONTRIBUTING.md", "SECURITY.md", "docs/**/*.md", "examples/**/README*.md",
             "packaging/README*.md")
CHECKS = ("compiled", "linted", "parsed", "run", "not checked", "wrong")
SHELLS = ("sh", "bash", "console", "shell")
LANGUAGES = {"c++": "cpp", "javascript": "js", "py": "python", "yml": "yaml"}


@dataclass(eq=False)
class Snippet:
    """A block of code, or a command in a sentence (form "inline")."""

    document: str
    line: int  # of the first line of code
    language: str
    lines: list
    form: str

    @property
    def text(self):
        return "\n".join(self.lines) + "\n"

    @property
    def placed(self):
        """The text at its line of the document."""
        return "\n" * (self.line - 1) + self.text

    @property
    def place(self):
        return f'#line {self.line} "{self.document}"'


class Report:
    def __init__(self):
        self.outcome = {}  # of each snippet
        self.faults = []  # (document, line, message)
        self.missing = {}  # the snippets that could not be checked, by reason

    def checked(self, snippet, how):
        if self.outcome.get(snippet) != "wrong":
            self.outcome[snippet] = how

    def wrong(self, snippet, line, message):
        self.outcome[snippet] = "wrong"
        fault = (snippet.document, line, message.strip())
        if fault not in self.faults:
            self.faults.append(fault)

    def lacks(self, snippet, reason):
        self.missing.setdefault(reason, set()).add(snippet)
        self.checked(snippet, "not checked")

    def table(self, snippets):
        rows = {}
        for snippet in snippets:
            name = {"indented": "indented", "inline": "in a sentence"}.get(snippet.form, "```" + snippet.language)
            rows.setdefault(name, Counter())[self.outcome.get(snippet, "not checked")] += 1
        total = sum(rows.values(), Counter())
        print(f"{'snippets':<16}{'found':>7}" + "".join(f"{check:>13}" for check in CHECKS))
        for name, row in [*sorted(rows.items()), ("all", total)]:
            print(f"{name:<16}{sum(row.values()):>7}" + "".join(f"{row[check] or '':>13}" for check in CHECKS))


def run(command, **more):
    """Returns the exit status and everything that was printed."""
    environment = dict(os.environ, LC_ALL="C", LANG="C")
    result = subprocess.run([str(part) for part in command], stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                            text=True, errors="replace", env=environment, **{"stdin": subprocess.DEVNULL, **more})
    return result.returncode, result.stdout


def judge(snippet, report, how, command, file):
    """Has a tool check the snippet in this file. Says whether it is right."""
    status, output = run(command)
    report.checked(snippet, how)
    if status:
        line = re.search(rf"{re.escape(file.name)}:(\d+)", output)
        message = re.search(r"^\w+Error: .*", output, re.M)
        report.wrong(snippet, int(line[1]) if line else snippet.line, message[0] if message else tool_output(output))
    return not status


def tool_output(output):
    """What matters of an output of several lines."""
    return " ".join(output.split())[:1000]


def has_word(word, text):
    return re.search(rf"(?<![\w-]){re.escape(word)}(?![\w-])", text)


def texts(folder, *patterns):
    """What all these files contain."""
    return "\n".join(path.read_text(encoding="utf-8", errors="replace")
                     for pattern in patterns for path in folder.glob(pattern))


# --- Markdown ---

def read_document(path, name, report):
    """Finds the fenced blocks, the indented blocks, and commands in sentences."""
    lines = path.read_text(encoding="utf-8").split("\n")
    prose = lines.copy()  # without blocks
    snippets = []
    number = 0
    content = 0  # where the text of the current list item begins
    blank = True
    while number < len(lines):
        line = lines[number]
        indent = len(line) - len(line.lstrip(" "))
        end = number + 1
        fence = re.match(r" *(```+|~~~+)\s*([^\s`]*)\s*$", line)
        if fence:
            while end < len(lines) and not re.match(rf" *{fence[1]}\s*$", lines[end]):
                end += 1
            language = fence[2].lower()
            code = [each[indent:] if each[:indent].isspace() else each for each in lines[number + 1:end]]
            snippets.append(Snippet(name, number + 2, LANGUAGES.get(language, language), code, "fenced"))
            if end == len(lines):
                report.wrong(snippets[-1], number + 1, "this block does not end")
            elif not language:
                report.wrong(snippets[-1], number + 1, "this block has no language; a drawing or an output is ```text")
            end = min(end + 1, len(lines))
        elif blank and line.strip() and indent >= content + 4:
            while end < len(lines) and (not lines[end].strip() or lines[end].startswith(" " * (content + 4))):
                end += 1
            while not lines[end - 1].strip():
                end -= 1
            code = [each[content + 4:] for each in lines[number:end]]
            snippets.append(Snippet(name, number + 1, "", code, "indented"))
        else:
            item = re.match(r"( *)([*+-]|\d+[.)])( +)\S", line)
            if item:
                content = item.end(3)
            elif line.strip() and indent < content and (blank or indent == 0):
                content = 0
            blank = not line.strip()
            number += 1
            continue
        prose[number:end] = [""] * (end - number)
        number = end
        blank = bool(fence)
    # Code in sentences may go on in the next line. Elsewhere, backticks are part of what is said.
    text = "\n".join(prose)
    for match in re.finditer(r"(?<!`)`([^`]+)`(?!`)", text):
        code = match[1].replace("\\|", "|").replace("\n", " ")
        if re.match(r"(smartcaptcha|cmake|ctest) +\S|scripts/\w", code) and "\n\n" not in match[1]:
            line = text.count("\n", 0, match.start()) + 1
            snippets.append(Snippet(name, line, "", [" ".join(code.split())], "inline"))
    return snippets


# --- C++ ---

class Compiler:
    """Only the syntax and the types are checked; nothing is linked."""

    WARNINGS = ("-Wall", "-Wextra", "-Werror", "-Wno-unused-variable", "-Wno-unused-but-set-variable",
                "-Wno-unused-parameter")

    def __init__(self, options, report):
        self.report = report
        self.program = options.compiler
        self.flags = ["@" + str(options.flags), *self.WARNINGS]
        self.prelude = Path(__file__).with_name("prelude.h")
        self.work = options.work / "cpp"
        (self.work / "moc").mkdir(parents=True)

    def check(self, snippets):
        fragments = {}
        for snippet in snippets:
            if self.is_file(snippet):
                # A file includes everything that it needs.
                self.compile([snippet], f"{snippet.place}\n{snippet.text}", "-std=c++17")
            elif "co_await" in snippet.text:
                self.compile([snippet], self.unit([snippet]), "-std=c++20", "-include", self.prelude)
            else:
                fragments.setdefault(snippet.document, []).append(snippet)
        for document in fragments.values():
            together = self.unit(document)
            if not self.compile(document, together, "-std=c++17", *self.precompiled, quiet=len(document) > 1):
                # Which of them it is, without errors that only follow from another's.
                for snippet in document:
                    self.compile([snippet], self.unit([snippet]), "-std=c++17", *self.precompiled)
        shutil.rmtree(self.work)

    @staticmethod
    def is_file(snippet):
        named = re.match(r"// \S+\.(cpp|h)\b", snippet.text)
        whole = re.search(r"^(int main\b|class |struct |namespace |QTEST_)", snippet.text, re.M)
        return bool(named or whole and "#include" in snippet.text)

    @staticmethod
    def wrapped(snippet):
        """What stands before and after the snippet."""
        text = snippet.text
        scope = f"at_{snippet.line}"
        definition = re.search(r"^(?:[\w:<>,&*]+ +[&*]?)*([\w:~]+)\([^;{]*\)(?: const)?\n(?=[ ]*[:{])", text, re.M)
        if definition and "::" in definition[1]:
            return "", ""  # member functions of a class of the prelude
        if definition or re.search(r"^(class|struct|namespace|enum) ", text, re.M):
            if not definition:
                return f"namespace {scope} {{", "}"
            return f"namespace {scope} {{ class Fragment : public Form {{", "}; }"
        result = "Coroutine" if "co_await" in text else "void"
        return f"namespace {scope} {{ class Fragment : public Form {{ {result} run() {{ FORM_VARIABLES {{", "} } }; }"

    def unit(self, snippets):
        includes = []
        bodies = []
        for snippet in snippets:
            before, after = self.wrapped(snippet)
            lines = list(snippet.lines)
            for offset, line in enumerate(lines):
                if line.startswith("#include"):
                    includes += [f'#line {snippet.line + offset} "{snippet.document}"', line]
                    lines[offset] = ""
            bodies += [before, snippet.place, *lines, after]
        return "\n".join([*includes, *bodies, ""])

    @cached_property
    def precompiled(self):
        """Reading the headers takes longer than all fragments together."""
        header = self.work / "prelude" / "prelude.h"
        header.parent.mkdir()
        header.write_text(f'#include "{self.prelude}"\n')
        command = [self.program, *self.flags, "-std=c++17", "-x", "c++-header", header, "-o", f"{header}.gch"]
        status, output = run(command)
        if status:
            raise SystemExit(f"{self.prelude} does not compile:\n{output}")
        return "-include", header

    def compile(self, snippets, text, *flags, quiet=False):
        for name in re.findall(r'#include "(\w+\.moc)"', text):
            (self.work / "moc" / name).touch()
        file = self.work / "unit.cpp"
        file.write_text(text, encoding="utf-8")
        status, output = run([self.program, *flags, *self.flags, "-I", self.work / "moc", "-fsyntax-only", file])
        if status and quiet:
            return False
        for snippet in snippets:
            self.report.checked(snippet, "compiled")
        if status:
            errors = re.findall(r"^(.*?):(\d+):(?:\d+:)? (?:fatal )?error: (.*)", output, re.M)
            found = [(snippet, int(line), message) for name, line, message in errors for snippet in snippets
                     if name == snippet.document and snippet.line <= int(line) <= snippet.line + len(snippet.lines)]
            for fault in found:
                self.report.wrong(*fault)
            if not found:
                self.report.wrong(snippets[0], snippets[0].line, "does not compile:\n" + output)
        return status == 0


# --- CMake ---

def check_cmake(snippets, options, report):
    work = options.work / "cmake"
    work.mkdir()
    file = work / "snippet.cmake"
    for snippet in snippets:
        # The whole file is parsed, and nothing of it is run. The first line of a document is never code.
        file.write_text("return()" + snippet.placed, encoding="utf-8")
        if judge(snippet, report, "parsed", [options.cmake, "-P", file], file) and options.package:
            configure(snippet, options, report, work)


def all_components(source):
    text = texts(source, *(f"{folder}/**/CMakeLists.txt" for folder in ("demo-app", "qml", "sdk")))
    return set(re.findall(r"(?:\bsmartcaptcha_add_library\(|\bEXPORT )(\w+)", text))


def configure(snippet, options, report, work):
    """Configures a project with the snippet against the installed package."""
    text = snippet.text
    if "SmartCaptcha" not in text or re.search(r"FetchContent|ExternalProject|add_subdirectory|vcpkg_", text):
        return
    installed = {path.name[len("SmartCaptcha"):-len("Targets.cmake")]
                 for path in options.package.glob("**/cmake/SmartCaptcha/SmartCaptcha*Targets.cmake")}
    found = re.search(r"find_package\(SmartCaptcha\b[^)]*COMPONENTS([^)]*)\)", text)
    wanted = set(found[1].split()) if found else set(re.findall(r"SmartCaptcha::(\w+)", text)) & installed
    absent = wanted & all_components(options.source) - installed
    if absent:
        report.lacks(snippet, "not built: " + ", ".join(sorted(absent)))
        return
    if "smartcaptcha_deploy(" in text and sys.platform == "linux" and not shutil.which("patchelf"):
        report.lacks(snippet, "patchelf is missing")
        return
    project = ["cmake_minimum_required(VERSION 3.25)", "project(snippet LANGUAGES CXX)", "enable_testing()"]
    if not found:
        project.append(f"find_package(SmartCaptcha REQUIRED COMPONENTS {' '.join(sorted(wanted))})")
    # The program that the document speaks of.
    made = set(re.findall(r"(?:add_executable|add_library|qt_add_executable|qt_add_library)\((\w+)", text))
    used = re.findall(r"(?:\btarget_\w+\(|\bsmartcaptcha_\w+\(|\binstall\(TARGETS )(\w+)", text)
    for target in dict.fromkeys(used):
        if target not in made:
            project.append(f"add_executable({target} main.cpp)")
    project.append('include("${SNIPPET}")')
    for source in {"main.cpp", *re.findall(r"\b\w+\.cpp\b", text)}:
        (work / source).write_text("int main() { return 0; }\n")
    for source in set(re.findall(r"\b\w+\.qml\b", text)):
        (work / source).write_text("import QtQml\n\nQtObject {}\n")
    (work / "CMakeLists.txt").write_text("\n".join(project) + "\n")
    file = work / "snippet.cmake"
    file.write_text(snippet.placed, encoding="utf-8")
    # In the same folder each time, where the compiler is known already.
    command = [options.cmake, "-S", work, "-B", work / "build", f"-DCMAKE_PREFIX_PATH={options.package}",
               f"-DSNIPPET={file}", "-Wno-dev"]
    if options.generator:
        command += ["-G", options.generator]
    if options.compiler:
        command.append(f"-DCMAKE_CXX_COMPILER={options.compiler}")
    judge(snippet, report, "run", command, file)


# --- QML ---

# What the fragments may take for granted. A window is complete without.
QML_PRELUDE = "QtObject { id: signInButton; property bool enabled }"


def check_qml(snippets, options, report):
    work = options.work / "qml"
    work.mkdir()
    signals = signal_types(options.imports)
    for snippet in snippets:
        lines, before, after = snippet.lines, "", ""
        if not re.search(r"^(Window|ApplicationWindow) \{", snippet.text, re.M):
            imports = [line.strip() for line in lines if line.startswith("import ")]
            lines = ["" if line.startswith("import ") else line for line in lines]
            imports += [f"import {module}" for module in ("QtQuick", "SmartCaptcha")
                        if not any(re.match(rf"import {module}\b", line) for line in imports)]
            # All in the line of the fence.
            before, after = "; ".join(imports) + "; Item { " + QML_PRELUDE, "}"
        file = work / "Snippet.qml"
        # With --ignore-settings, qmllint 6.4 also ignores the folders.
        command = [options.qmllint, "--bare", *(part for folder in options.imports for part in ("-I", folder))]
        whole = "\n".join([before, *lines, after, ""])
        report.checked(snippet, "linted")
        for text in dict.fromkeys((whole, open_handlers(whole, signals))):
            file.write_text("\n" * (snippet.line - 2) + text, encoding="utf-8")
            status, output = run([*command, file])
            faults = re.findall(r"^(?:Warning|Error): (?:.*?):(\d+):\d+: (.*\n.*)", output, re.M)
            for line, message in faults:
                # qmllint 6.4 does not know what every QML engine has.
                if "Unqualified access" not in message or "XMLHttpRequest" not in message:
                    report.wrong(snippet, int(line), tool_output(message))
            if status and not faults:
                report.wrong(snippet, snippet.line, tool_output(output))


def signal_types(folders):
    """What the signals of the module carry, by name, as types of QML."""
    signals = {}
    for folder in folders:
        for file in Path(folder).glob("SmartCaptcha/*.qmltypes"):
            text = file.read_text(encoding="utf-8")
            names = dict(re.findall(r'^        name: "(\w+)"\n        accessSemantics: "value"\n'
                                    r'(?:        extension.*\n)*        exports: \["SmartCaptcha/(\w+) ', text, re.M))
            for name, parameters in re.findall(r'Signal \{\n\s+name: "(\w+)"\n((?:\s+Parameter .*\n)+)', text):
                types = re.findall(r'type: "([\w:]+)"', parameters)
                signals[name] = [names.get(each, each if each in ("bool", "int") else None) for each in types]
    return signals


def open_handlers(text, signals):
    """qmllint does not look into handlers of signals that have parameters; here they are functions instead."""
    def function(match):
        name, parameters, rest = match.groups()
        signal = name[2].lower() + name[3:]
        types = signals.get(signal, [])
        typed = [f"{word}: {kind}" if kind else word
                 for word, kind in zip(re.findall(r"\w+", parameters), [*types, None, None, None])]
        head = f"function handler{match.start()}({', '.join(typed)}) "
        return head + (rest if rest.startswith("{") else f"{{ {rest} }}")

    return re.sub(r"\b(on[A-Z]\w*): *\(?(\w+(?:, *\w+)*)\)? *=> *(\S.*)", function, text)


# --- Commands ---

class Commands:
    """Says whether commands can be what they are meant to be, without running them.

    Those of others are parsed, and the files of the repository that they name must exist.
    """

    # How a line of a block without a language begins if the block consists of commands.
    COMMAND = re.compile(r"^(?:[A-Z_]+=\S+ |(?:smartcaptcha|cmake|ctest) |(?:scripts|build|examples)/|\./|\"?\$HOME/"
                         r"|(?:conan|curl|export|flatpak|flatpak-builder|git|openssl|python3|vcpkg) )", re.M)

    def __init__(self, options, report):
        self.options = options
        self.report = report
        self.source = options.source
        presets = json.loads((self.source / "CMakePresets.json").read_text(encoding="utf-8"))
        self.presets = {kind: {preset["name"] for preset in presets[kind + "Presets"] if not preset.get("hidden")}
                        for kind in ("configure", "build", "test")}
        self.help = {}

    def check(self, snippets):
        for snippet in snippets:
            self.snippet = snippet
            self.known = False
            text = re.sub(r"<[^<>\s|&;][^<>\n]*>", "PLACEHOLDER", snippet.text)
            if snippet.language in SHELLS:
                text = re.sub(r"^\$ ", "", text, flags=re.M)
            elif not self.COMMAND.search(text):
                continue  # an output, a drawing
            lines = text.split("\n")
            number = 0
            complete = True
            while number < len(lines):
                self.line = snippet.line + number
                line = lines[number]
                number += 1
                while number < len(lines) and (line.endswith("\\") or self.words(line) is None):
                    line = line[:-1] + lines[number] if line.endswith("\\") else line + "\n" + lines[number]
                    number += 1
                words = self.words(line)
                if words is None:
                    complete = False
                    if snippet.form != "inline":
                        self.wrong("a quotation mark is not closed")
                else:
                    self.check_line(words)
            if complete and snippet.form != "inline":
                self.check_syntax(text)
            self.report.checked(snippet, "run" if self.known else "parsed")

    def wrong(self, message):
        self.report.wrong(self.snippet, self.line, message)

    def check_syntax(self, text):
        shell = shutil.which("sh")
        status, output = run([shell, "-n"], stdin=None, input=text) if shell else (0, "")
        if status:
            match = re.search(r"(?:line )?(\d+): (.*)", output)
            self.line = self.snippet.line + (min(int(match[1]), len(self.snippet.lines)) - 1 if match else 0)
            self.wrong(match[2] if match else output)

    @staticmethod
    def words(line):
        """Splits like a shell; None if a quotation mark is not closed."""
        lexer = shlex.shlex(re.sub(r"\d?>&\d", "", line), posix=True, punctuation_chars="|&;<>")
        lexer.whitespace_split = True
        try:
            return list(lexer)
        except ValueError:
            return None

    def check_line(self, words):
        command = []
        skip = False
        for word in [*words, ";"]:
            if re.fullmatch(r"[|&;]+", word):
                self.check_command(command)
                command = []
            elif re.fullmatch(r"\d?[<>]+", word):
                skip = True
            elif skip:
                skip = False
            else:
                command.append(word)

    def check_command(self, words):
        while words and re.match(r"[A-Za-z_]\w*=", words[0]):
            words = words[1:]
        if not words:
            return
        program, arguments = words[0], words[1:]
        name = "smartcaptcha" if program.endswith("/bin/smartcaptcha") else program
        if name == "smartcaptcha" and not self.options.command:
            self.report.lacks(self.snippet, "the command smartcaptcha is not built")
        elif name in ("smartcaptcha", "cmake", "ctest") or name.startswith("scripts/"):
            self.known = True
            getattr(self, name.split("/")[0])(*([program] if "/" in name else []), arguments)
        else:
            built = re.fullmatch(r"build/\w+/(?:bin|tests)/((?:tst_|smartcaptcha)[\w-]*)", program)
            if built:
                self.check_target(built[1])
            self.check_paths(words)

    def check_paths(self, arguments):
        """What is in a folder of the repository must be there, unless it is written."""
        output = False
        for argument in arguments:
            match = re.fullmatch(r"(?:\$PWD/|--[\w-]+=)?((?:demo-app|docs|examples|packaging|qml|sdk|tests)/[\w./-]+)",
                                 argument)
            if match:
                path = self.source / match[1]
                if not (path.parent if output else path).exists():
                    self.wrong(f"there is no {match[1]}")
            output = argument in ("-o", "--output")

    @staticmethod
    def is_placeholder(word):
        return word.isupper() or "PLACEHOLDER" in word or "..." in word

    @staticmethod
    def parsed(arguments, with_value):
        """Pairs of an option and its value, which is None if there is none, and of "" and each other argument."""
        rest = iter(arguments)
        for argument in rest:
            option, equals, value = argument.partition("=")
            if not re.match(r"-.", argument):
                yield "", argument
            elif option in with_value and not equals:
                yield option, next(rest, None)
            else:
                yield option, value if equals else None

    def help_of(self, *command):
        """What a program, or one of its commands, says of its options."""
        if command not in self.help:
            program = {"cmake": self.options.cmake, "ctest": Path(self.options.cmake).with_name("ctest"),
                       "smartcaptcha": self.options.command}[command[0]]
            self.help[command] = run([program, *command[1:]])[1]
        return self.help[command]

    def check_option(self, program, option, text):
        if not has_word(option, text):
            self.wrong(f"{program} has no option {option}")

    def smartcaptcha(self, arguments):
        if not arguments or self.is_placeholder(arguments[0]) or arguments[0] in ("--help", "--version"):
            return
        name, arguments = arguments[0], arguments[1:]
        commands = re.findall(r"^  (\w+)  ", self.help_of("smartcaptcha", "--help"), re.M)
        if name not in commands:
            # It may be one that is for support, and not in the list.
            if f'return QStringLiteral("{name}");' not in texts(self.source, "demo-app/command/*command.cpp"):
                self.wrong(f"smartcaptcha has no command {name}; it has {', '.join(commands)}")
            return
        text = self.help_of("smartcaptcha", name, "--help")
        known = dict(re.findall(r"^  (--[\w-]+)(?: (\S+))?  ", text, re.M))
        usage = re.search(rf"^Usage: smartcaptcha {name} ?(.*?) ?\[OPTION\]", text, re.M)
        wanted = usage[1].split() if usage else []
        given = []
        whole = self.snippet.form != "inline"
        for option, value in self.parsed(arguments, {option for option, kind in known.items() if kind}):
            if not option:
                given.append(value)
            elif option not in known:
                self.wrong(f"smartcaptcha {name} has no option {option}")
                return  # what follows may be its value
            elif not known[option]:
                if value is not None:
                    self.wrong(f"{option} of smartcaptcha {name} has no value")
            elif value is not None:
                self.check_value(name, option, known[option], value)
            elif whole:
                self.wrong(f"{option} of smartcaptcha {name} needs a value")
        if len(given) > len(wanted) and not any(word.endswith("...") for word in wanted):
            self.wrong(f"smartcaptcha {name} takes no {given[len(wanted)]}")
        elif len(given) < len(wanted) and whole and "--help" not in arguments:
            self.wrong(f"smartcaptcha {name} needs {wanted[len(given)]}")
        for word, choice in zip(given, wanted):
            if "|" in choice and not self.is_placeholder(word) and word not in choice.split("|"):
                self.wrong(f"smartcaptcha {name} takes {choice}, not {word}")

    def check_value(self, name, option, kind, value):
        lists = {("emulate", "--scenario"): "--list-scenarios"}
        if "--scenarios" not in self.snippet.text:
            lists["qa", "--only"] = "--list"
        choices = kind.split("|") if "|" in kind else None
        if not choices and (name, option) in lists:
            choices = re.findall(r"^(\S+)", self.help_of("smartcaptcha", name, lists[name, option]), re.M)
        if choices and value not in choices and not self.is_placeholder(value):
            self.wrong(f"{option} of smartcaptcha {name} cannot be {value}")

    def scripts(self, program, arguments):
        path = self.source / program
        if not path.is_file():
            self.wrong(f"there is no {program}")
            return
        if not os.access(path, os.X_OK):
            self.wrong(f"{program} is not executable")
        if program == "scripts/test":
            self.ctest(arguments)
            return
        if program == "scripts/build":
            for preset in arguments[:1]:
                self.check_preset("build", preset)
            for target in arguments[1:]:
                self.check_target(target)
            return
        text = path.read_text(encoding="utf-8")
        if program == "scripts/demo":
            # It passes on what it does not know itself.
            text += texts(self.source, "packaging/man/smartcaptcha-demo.1").replace("Fl -", "--")
        for option, value in self.parsed(arguments, ()):
            if option:
                self.check_option(program, option, text)
            elif program in ("scripts/analyse", "scripts/trust", "scripts/fuzz"):
                corpus = self.source / "tests/fuzz/corpus" / value
                if not (self.is_placeholder(value) or value.isdigit() or corpus.exists()
                        or re.search(rf"\b{re.escape(value)}\b", text)):
                    self.wrong(f"{program} does not know {value}")

    def cmake(self, arguments):
        text = "".join(self.help_of("cmake", call) for call in ("--help", "--build", "--install"))
        folders = (self.source, (self.source / self.snippet.document).parent)
        for option, value in self.parsed(arguments, ("--preset", "--target", "-t", "-S", "-P")):
            if option.startswith("-D"):
                self.check_variable(option[2:].partition(":")[0])
                continue
            if option:
                self.check_option("cmake", option, text)
            value = value or ""
            if self.is_placeholder(value):
                continue
            if option == "--preset":
                self.check_preset("build" if "--build" in arguments else "configure", value)
            elif option in ("--target", "-t"):
                self.check_target(value)
            elif option == "-S":
                # The package of Debian has the examples, too.
                value = value.removeprefix("/usr/share/doc/libsmartcaptcha-dev/")
                if not any((folder / value / "CMakeLists.txt").exists() for folder in folders):
                    self.wrong(f"there is no project in {value}")
            elif option == "-P" and not (self.source / value).exists():
                self.wrong(f"there is no {value}")

    def ctest(self, arguments):
        expressions = ("-R", "-E", "-L", "-LE")
        for option, value in self.parsed(arguments, (*expressions, "-C", "-j", "--preset", "--test-dir", "--timeout")):
            if option:
                self.check_option("ctest", option, self.help_of("ctest", "--help"))
            if option == "--preset":
                self.check_preset("test", value or "")
            elif option in expressions and not self.is_placeholder(value or ""):
                self.check_tests(value or "")

    def check_preset(self, kind, name):
        if not self.is_placeholder(name) and name not in self.presets[kind]:
            self.wrong(f"there is no {kind} preset {name}")

    @cached_property
    def cmake_files(self):
        names = ("CMakeLists.txt", "*.cmake", "*.cmake.in")
        folders = ("cmake", "demo-app", "examples", "qml", "sdk", "tests")
        return texts(self.source, *names, *(f"{folder}/**/{name}" for folder in folders for name in names))

    def check_variable(self, name):
        part = name.replace("SMARTCAPTCHA_BUILD_", "")
        if name.startswith("SMARTCAPTCHA_") and not re.search(
                rf"(option|set)\({name}\b|smartcaptcha_part\({part}\b", self.cmake_files):
            self.wrong(f"there is no CMake option {name}")

    def check_target(self, name):
        if self.is_placeholder(name) or name in ("all", "clean", "install", "test", "help"):
            return
        name = re.sub(r"_make_(apk|aab)$", "", name)
        if not has_word(name, self.cmake_files):
            self.wrong(f"there is no target {name}")

    @cached_property
    def test_words(self):
        """Of the tests' CMake files: among them are all names and labels."""
        text = texts(self.source, "tests/**/CMakeLists.txt")
        return set(re.findall(r"[\w-]+", re.sub(r"^\s*#.*", "", text, flags=re.M)))

    def check_tests(self, expression):
        for alternative in expression.strip("^$()").split("|"):
            alternative = alternative.strip("^$()")
            try:
                if not any(re.search(alternative, word) for word in self.test_words):
                    self.wrong(f"no test or label matches {alternative}")
            except re.error as error:
                self.wrong(f"{expression}: {error}")


# --- Data and scripts ---

def check_json(snippet, report, options):
    value = json.loads(snippet.placed)
    # Scenarios of the command, which says what is wrong with them.
    if isinstance(value, dict) and "scenarios" in value and options.command:
        file = options.work / "scenarios.json"
        file.write_text(snippet.placed, encoding="utf-8")
        judge(snippet, report, "run", [options.command, "qa", "--scenarios", file, "--list"], file)


def check_yaml(snippet, report, options):
    if yaml:
        list(yaml.safe_load_all(snippet.placed))
    else:
        report.lacks(snippet, "Python's module yaml is missing")


def check_js(snippet, report, options, text=None):
    if options.node:
        file = options.work / "snippet.mjs"
        file.write_text(text or snippet.placed, encoding="utf-8")
        judge(snippet, report, "parsed", [options.node, "--check", file], file)
    else:
        report.lacks(snippet, "node is missing")


class Page(html.parser.HTMLParser):
    """Elements that are not closed, and the scripts."""

    VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
    OPTIONAL = {"p", "li", "dt", "dd", "option", "tr", "td", "th", "tbody", "thead", "html", "head", "body"}

    def __init__(self):
        super().__init__()
        self.open = []
        self.faults = []
        self.scripts = []

    def handle_starttag(self, tag, attrs):
        if tag not in self.VOID:
            self.open.append((tag, self.getpos()[0]))

    def handle_endtag(self, tag):
        while self.open and self.open[-1][0] != tag and self.open[-1][0] in self.OPTIONAL:
            self.open.pop()
        if self.open and self.open[-1][0] == tag:
            self.open.pop()
        else:
            self.faults.append((self.getpos()[0], f"</{tag}> closes nothing"))

    def handle_data(self, data):
        if self.open and self.open[-1][0] == "script" and data.strip():
            self.scripts.append("\n" * (self.getpos()[0] - 1) + data)


def check_html(snippet, report, options):
    page = Page()
    page.feed(snippet.placed)
    page.close()
    page.faults += [(line, f"<{tag}> is not closed") for tag, line in page.open if tag not in page.OPTIONAL]
    for line, message in page.faults:
        report.wrong(snippet, line, message)
    for script in page.scripts:
        check_js(snippet, report, options, script)


DATA = {
    "python": lambda snippet, *_: compile(snippet.placed, snippet.document, "exec"),
    "json": check_json,
    "yaml": check_yaml,
    "js": check_js,
    "html": check_html,
    "xml": lambda snippet, *_: xml.etree.ElementTree.fromstring(snippet.text),
    "ini": lambda snippet, *_: configparser.ConfigParser(interpolation=None).read_string(snippet.text),
}


def check_data(snippet, options, report):
    if snippet.language not in DATA:
        report.wrong(snippet, snippet.line - 1, f"nobody knows how to check {snippet.language}; "
                     "if it is not code, it is ```text")
        return
    try:
        DATA[snippet.language](snippet, report, options)
    except (SyntaxError, json.JSONDecodeError) as error:
        report.wrong(snippet, error.lineno or snippet.line, error.msg)
    except xml.etree.ElementTree.ParseError as error:
        report.wrong(snippet, snippet.line + error.position[0] - 1, str(error))
    except configparser.Error as error:
        report.wrong(snippet, snippet.line, str(error))
    except yaml.YAMLError if yaml else () as error:
        mark = getattr(error, "problem_mark", None)
        report.wrong(snippet, mark.line + 1 if mark else snippet.line, getattr(error, "problem", None) or str(error))
    if snippet not in report.outcome:
        report.checked(snippet, "parsed")


# --- All ---

def planted_faults(path, name):
    """Where faults are planted, and what is to be said about each."""
    for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1):
        match = re.fullmatch(r" *<!-- fails at \+(\d+): (.*) -->", line)
        if match:
            yield name, number + int(match[1]), match[2]


def check(snippets, options, report):
    compiler = "parts of the SDK are not in this build, or its compiler is not known here"
    qmllint = "qmllint is missing, or the QML module is not built"
    groups = {}
    for snippet in snippets:
        if report.outcome.get(snippet) == "wrong":
            continue  # no language, no end
        if snippet.language == "cpp" and not options.compiler:
            report.lacks(snippet, compiler)
        elif snippet.language == "qml" and not options.qmllint:
            report.lacks(snippet, qmllint)
        elif snippet.language in ("cpp", "cmake", "qml"):
            groups.setdefault(snippet.language, []).append(snippet)
        elif snippet.language in SHELLS or not snippet.language:
            groups.setdefault("commands", []).append(snippet)
        elif snippet.language != "text":
            check_data(snippet, options, report)
    if "cpp" in groups:
        Compiler(options, report).check(groups["cpp"])
    if "cmake" in groups:
        check_cmake(groups["cmake"], options, report)
    if "qml" in groups:
        check_qml(groups["qml"], options, report)
    if "commands" in groups:
        Commands(options, report).check(groups["commands"])


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--source", type=Path, required=True, help="the repository")
    parser.add_argument("--work", type=Path, required=True, help="a folder for files, which is emptied")
    parser.add_argument("--cmake", default="cmake")
    parser.add_argument("--compiler", help="of C++: GCC or Clang")
    parser.add_argument("--flags", type=Path, help="a file with the compiler's definitions and include folders")
    parser.add_argument("--qmllint")
    parser.add_argument("--import", dest="imports", action="append", default=[], help="a folder of QML modules")
    parser.add_argument("--command", help="the program smartcaptcha")
    parser.add_argument("--node", default=shutil.which("node") or shutil.which("nodejs"))
    parser.add_argument("--package", type=Path, help="where the SDK is installed; CMake snippets are then configured")
    parser.add_argument("--generator", help="of CMake")
    parser.add_argument("--only", help="a language")
    parser.add_argument("--planted", type=Path, help="a folder of documents with faults, instead of the repository's")
    options = parser.parse_args()
    # They may not be built.
    if options.command and not Path(options.command).exists():
        options.command = None
    if not any(list(Path(folder).glob("SmartCaptcha/*.qmltypes")) for folder in options.imports):
        options.qmllint = None

    shutil.rmtree(options.work, ignore_errors=True)
    options.work.mkdir(parents=True)
    root = options.planted or options.source
    patterns = ("*.md",) if options.planted else DOCUMENTS
    documents = sorted({path for pattern in patterns for path in root.glob(pattern)})
    report = Report()
    snippets = []
    expected = []
    for path in documents:
        name = path.relative_to(root).as_posix()
        snippets += read_document(path, name, report)
        if options.planted:
            expected += planted_faults(path, name)
    if options.only:
        snippets = [snippet for snippet in snippets if snippet.language == options.only]
        report.faults = [fault for fault in report.faults if any(fault[0] == snippet.document for snippet in snippets)]
    check(snippets, options, report)

    print(f"{len(documents)} documents")
    report.table(snippets)
    for reason, missing in report.missing.items():
        print(f"{len(missing)} could not be checked: {reason}")
    unchecked = [f"{snippet.document}:{snippet.line}" for snippet in snippets
                 if report.outcome.get(snippet, "not checked") == "not checked"]
    print("\n".join(textwrap.wrap("Not checked: " + (", ".join(unchecked) or "none"), 118, break_on_hyphens=False)))
    for document, line, message in sorted(report.faults):
        print(f"{document}:{line}: {message}")
    if options.planted:
        return judge_planted(expected, report)
    if report.faults:
        return 1
    if report.missing:
        print("Skipped: something is missing")
        return 77
    return 0


def judge_planted(expected, report):
    def covers(planted, found):
        return found[:2] == planted[:2] and planted[2] in found[2]

    wrong = [f"Not found: {document}:{line}: {text}" for document, line, text in expected
             if not any(covers((document, line, text), found) for found in report.faults)]
    wrong += [f"Not planted: {document}:{line}: {message}" for document, line, message in report.faults
              if not any(covers(planted, (document, line, message)) for planted in expected)]
    print("\n".join(wrong) or "Exactly what was planted was found")
    if report.missing and wrong:
        print("Skipped: something is missing")
        return 77
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
