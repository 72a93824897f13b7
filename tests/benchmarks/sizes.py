#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
# SPDX-License-Identifier: MIT

"""Prints the sizes of the libraries in a build folder, without symbols, as the benchmarks print theirs.

sizes.py BUILD STRIP READELF
"""

import json
import pathlib
import re
import subprocess
import sys
import tempfile

build, strip, readelf = sys.argv[1:]
libraries = {file.name: file for file in (pathlib.Path(build) / 'lib').rglob('libSmartCaptcha*.so*')}


def stripped(library):
    """In KiB."""
    with tempfile.TemporaryDirectory() as folder:
        copy = pathlib.Path(folder) / 'copy'
        subprocess.run([strip, '-o', copy, library], check=True)
        return copy.stat().st_size / 1024


def needed(library):
    """The library, and those of the SDK that it links, directly or not."""
    output = subprocess.run([readelf, '-dW', library], check=True, capture_output=True, text=True).stdout
    found = {library.resolve()}
    for name in re.findall(r'\(NEEDED\).*\[(libSmartCaptcha[^]]*)\]', output):
        found |= needed(libraries[name])
    return found


def name_of(library):
    return re.sub(r'^lib|(-[0-9.]+)?\.so.*', '', library.name)


def line(what, files, goal=None):
    series = {name_of(file): stripped(file) for file in sorted(files)}
    if len(series) > 1:
        series['together'] = sum(series.values())
    data = {'row': 11, 'what': what, 'unit': 'KiB', 'ours': list(series)[-1],
            'series': {name: {'median': size, 'runs': 1} for name, size in series.items()}}
    if goal:
        data['goal'] = {'median': goal}
    return data


lines = []
for part, what, goal in (('Widgets', 'libraries that a program with Widgets links, stripped', 300),
                         ('WebEngine', 'the same with the plugin for Qt WebEngine, stripped', None),
                         ('QuickPlugin', 'libraries that a program with QML loads, stripped', 400),
                         ('Core', 'library that a server links, stripped', None)):
    library = next((file for file in libraries.values() if name_of(file) == f'SmartCaptcha{part}'), None)
    if library:
        parts = needed(library)
        if part == 'WebEngine' and 'libSmartCaptchaWidgets.so' in libraries:
            parts |= needed(libraries['libSmartCaptchaWidgets.so'])
        lines.append(line(what, parts, goal))
print(json.dumps(lines))
