#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
# SPDX-License-Identifier: MIT

"""Makes one report of what the benchmarks print with --json; comparison.h describes its form.

report.py merge RESULTS BUILD PART...   puts the parts into the file RESULTS, in which others of this machine stay
report.py table RESULTS [ROW...]        prints the table of scripts/bench
report.py document RESULTS PAGE IMAGES  writes the tables into PAGE, between the marks <!-- figures: NAME --> and
                                        <!-- end -->, and a plot for each row into the folder IMAGES
"""

import datetime
import json
import os
import pathlib
import platform
import re
import sys
import textwrap
from xml.sax.saxutils import escape


def number(value):
    """Three digits that matter."""
    if value is None:
        return ''
    size = abs(value)
    if size >= 100:
        return f'{value:,.0f}'
    if size >= 10:
        return f'{value:.1f}'
    return f'{value:.2f}' if size >= 1 or size == 0 else f'{value:.3g}'


def signed(value):
    return ('+' if value >= 0 else '') + number(value)


class Line:
    """A line of the table, made from a Comparison."""

    def __init__(self, data):
        self.data = data
        self.row = data['row']
        self.what = data['what']
        self.unit = data['unit']
        self.higher = data.get('higherIsBetter', False)
        # Ours first, then what it is compared with.
        first = [data['ours'], data.get('baseline')]
        self.series = dict(sorted(data['series'].items(),
                                  key=lambda item: first.index(item[0]) if item[0] in first else len(first)))
        self.ours = self.series[data['ours']]
        self.baseline_name = data.get('baseline') if data.get('baseline') in self.series else None
        self.baseline = self.series.get(self.baseline_name)
        self.goal = data.get('goal', {})

    def tail(self, figures):
        """What all but one run in twenty are at least as good as."""
        return figures.get('p5' if self.higher else 'p95')

    def ratio(self):
        if 'ratio' in self.data:
            return self.data['ratio']['median']
        if self.baseline and self.baseline['median']:
            return self.ours['median'] / self.baseline['median']
        return None

    def difference(self):
        if 'difference' in self.data:
            return self.data['difference']['median']
        return self.ours['median'] - self.baseline['median'] if self.baseline else None

    def reached(self):
        """None where nothing is wanted, or where it was not measured."""
        if not self.goal:
            return None
        for name, limit in self.goal.items():
            value = {'ratio': self.ratio, 'difference': self.difference}.get(name, lambda: self.ours.get(name))()
            if value is None:
                return None
            # As it is printed: nobody is to wonder about a 1.05 that is more than 1.05.
            value = float(number(value).replace(',', ''))
            if value < limit if self.higher else value > limit:
                return False
        return True

    def goal_text(self):
        sign = '≥' if self.higher else '≤'
        texts = []
        for name, limit in self.goal.items():
            if name == 'ratio':
                texts.append(f'{sign} {limit:g}x')
            elif name == 'difference':
                texts.append(f'{sign} {limit:+g} {self.unit}')
            else:
                texts.append(('' if name == 'median' else name + ' ') + f'{sign} {limit:g} {self.unit}')
        return ', '.join(texts)

    def compared(self):
        difference = self.difference()
        if difference is not None and ('difference' in self.goal or self.ratio() is None):
            return f'{signed(difference)} {self.unit}'
        ratio = self.ratio()
        return '' if ratio is None else f'{ratio:.2f}x'

    def cells(self):
        against = ''
        if self.baseline:
            against = f'{self.baseline_name}: {number(self.baseline["median"])}'
        spread = self.ours.get('spread')
        return [str(self.row), f'{self.what} ({self.unit})', against, self.goal_text(), number(self.ours['median']),
                number(self.tail(self.ours)), '' if spread is None else f'±{spread * 100:.0f} %', self.compared(),
                {True: 'yes', False: 'no', None: ''}[self.reached()]]


HEADINGS = ['#', 'what', 'against', 'goal', 'median', 'p95', 'spread', 'ratio', 'reached']
RIGHT = {'#', 'median', 'p95', 'spread', 'ratio'}


def markdown(headings, rows, right):
    rule = ['--:' if heading in right else '---' for heading in headings]
    lines = ['| ' + ' | '.join(headings) + ' |', '|' + '|'.join(rule) + '|']
    lines += ['| ' + ' | '.join(cell.replace('|', '\\|') for cell in row) + ' |' for row in rows]
    return '\n'.join(lines)


def plain(headings, rows, right):
    cells = [headings] + rows
    widths = [max(len(row[i]) for row in cells) for i in range(len(headings))]

    def line(row):
        return '  '.join(cell.rjust(width) if heading in right else cell.ljust(width)
                         for cell, width, heading in zip(row, widths, headings)).rstrip()
    return '\n'.join(line(row) for row in cells)


def detail(lines):
    """Everything that was measured for one row."""
    rows = []
    for line in lines:
        what = f'{line.what} ({line.unit})'
        for name, figures in line.series.items():
            spread = figures.get('spread')
            rows.append([what, name, number(figures['median']), number(line.tail(figures)),
                         '' if spread is None else f'±{spread * 100:.0f} %', str(figures.get('runs', 1))])
            what = ''
    table = markdown(['what', 'of', 'median', 'p95', 'spread', 'runs'], rows, {'median', 'p95', 'spread', 'runs'})
    picture = f'images/performance-{lines[0].row}.svg'
    return f'![Bars with the medians and quartiles of the table below]({picture})\n\n{table}'


STYLE = '''
    .page { fill: #ffffff } .what { font-size: 14px; font-weight: bold; fill: #1a1a1a }
    .name, .value { font-size: 13px; fill: #333333 } .goal { font-size: 12px; fill: #9a3412 }
    .ours { fill: #2f62b5 } .other { fill: #a3a8b0 } .quartiles { stroke: #1a1a1a; stroke-width: 1.5; fill: none }
    .limit { stroke: #c2410c; stroke-width: 1.5; stroke-dasharray: 4 3 }
    @media (prefers-color-scheme: dark) {
      .page { fill: #1b1d21 } .what { fill: #f0f0f0 } .name, .value { fill: #d0d4da } .goal { fill: #fdba74 }
      .ours { fill: #7fa3e0 } .other { fill: #62676f } .quartiles { stroke: #f0f0f0 } .limit { stroke: #fb923c }
    }
'''


def plot(lines):
    """An SVG: for each line a bar of each series, as long as its median, with its quartiles."""
    right, step = 720, 24
    left = 30 + 7.6 * max(len(name) for line in lines for name in line.series)
    bars = right - left - 90
    parts = []
    y = 12
    for line in lines:
        for text in textwrap.wrap(f'{line.what} ({line.unit})', 84):
            y += 18
            parts.append(f'<text class="what" x="20" y="{y}">{escape(text)}</text>')
        limit = line.goal.get('median')
        if 'ratio' in line.goal and line.baseline:
            limit = line.goal['ratio'] * line.baseline['median']
        elif 'difference' in line.goal and line.baseline:
            limit = line.goal['difference'] + line.baseline['median']
        longest = max([f.get('q3') or f['median'] for f in line.series.values()] + [limit or 0]) or 1
        top = y + 10

        def place(value):
            return left + bars * max(value, 0) / longest
        for name, figures in line.series.items():
            y += step
            kind = 'ours' if name == line.data['ours'] else 'other'
            width = place(figures['median']) - left
            parts.append(f'<text class="name" x="{left - 10:.1f}" y="{y + 2}" text-anchor="end">{escape(name)}</text>')
            parts.append(f'<rect class="{kind}" x="{left:.1f}" y="{y - 9}" width="{width:.1f}" height="14"/>')
            end = place(figures['median'])
            if figures.get('q1') is not None and figures['q3'] > figures['q1']:
                low, high = place(figures['q1']), place(figures['q3'])
                parts.append(f'<path class="quartiles" d="M{low:.1f} {y - 6}v8m0 -4H{high:.1f}m0 -4v8"/>')
                end = max(end, high)
            parts.append(f'<text class="value" x="{end + 8:.1f}" y="{y + 2}">{number(figures["median"])}</text>')
        if limit is not None:
            parts.append(f'<path class="limit" d="M{place(limit):.1f} {top}V{y + 10}"/>')
            y += 22
            anchor = 'end' if place(limit) > left + bars / 2 else 'start'
            parts.append(f'<text class="goal" x="{place(limit):.1f}" y="{y}" text-anchor="{anchor}">'
                         f'goal: {escape(line.goal_text())}</text>')
        y += 16
    described = '; '.join(f'{line.what}: ' + ', '.join(f'{name} {number(figures["median"])} {line.unit}'
                                                       for name, figures in line.series.items()) for line in lines)
    return (f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {right} {y + 4}" font-family="sans-serif" '
            'role="img">\n  <!-- SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors -->\n'
            '  <!-- SPDX-License-Identifier: MIT -->\n'
            f'  <title>Medians, with quartiles</title>\n  <desc>{escape(described)}</desc>\n'
            f'  <style>{STYLE}  </style>\n  <rect class="page" width="{right}" height="{y + 4}"/>\n  '
            + '\n  '.join(parts) + '\n</svg>\n')


def first_match(path, pattern):
    try:
        match = re.search(pattern, pathlib.Path(path).read_text(encoding='utf-8', errors='replace'), re.MULTILINE)
    except OSError:
        match = None
    return match[1].strip() if match else ''


def machine(build):
    """What it was measured on, for people."""
    cache = build / 'CMakeCache.txt'
    qt = first_match(cache, r'^Qt6Core_DIR:PATH=(.*)$')
    compiler = next(build.glob('CMakeFiles/*/CMakeCXXCompiler.cmake'), '')
    system = first_match('/etc/os-release', r'^PRETTY_NAME="?([^"\n]*)')
    memory = first_match('/proc/meminfo', r'^MemTotal: +(\d+)')
    return {
        'date': datetime.date.today().isoformat(),
        'processor': first_match('/proc/cpuinfo', r'^model name\s*: (.*)$') or platform.machine(),
        'cores': len(os.sched_getaffinity(0)) if hasattr(os, 'sched_getaffinity') else os.cpu_count(),
        'memory': f'{int(memory) / 1024 / 1024:.0f} GiB' if memory else '',
        'system': system or platform.platform(),
        'kernel': platform.release(),
        'qt': first_match(pathlib.Path(qt) / 'Qt6CoreConfigVersionImpl.cmake', r'PACKAGE_VERSION "([^"]*)"'),
        'compiler': ' '.join(first_match(compiler, rf'set\(CMAKE_CXX_COMPILER_{name} "([^"]*)"')
                             for name in ('ID', 'VERSION')),
        'configuration': first_match(cache, r'^CMAKE_BUILD_TYPE:[A-Z]+=(.*)$'),
    }


def machine_text(values, earlier):
    values = {**values, 'measured earlier': ', '.join(earlier)}
    return markdown(['', ''], [[name, str(value)] for name, value in values.items() if value], set())


def parts_of(path):
    """By name, the newest last: the machine, and the lines that it has measured."""
    results = json.loads(pathlib.Path(path).read_text(encoding='utf-8'))
    return dict(sorted(results['parts'].items(), key=lambda part: part[1]['machine']['date']))


def read(path):
    """The machine of the newest parts, what was measured before that day, and all lines."""
    parts = parts_of(path)
    newest = list(parts.values())[-1]['machine']
    earlier = [f'{name} {part["machine"]["date"]}' for name, part in parts.items()
               if part['machine']['date'] != newest['date']]
    lines = [Line(data) for name in sorted(parts) for data in parts[name]['lines']]
    return newest, earlier, sorted(lines, key=lambda line: line.row)


def merge(target, build, files):
    target = pathlib.Path(target)
    now = machine(pathlib.Path(build))
    # Figures of another computer, system, Qt or compiler do not belong in the same table.
    parts = {name: part for name, part in (parts_of(target) if target.exists() else {}).items()
             if {**part['machine'], 'date': now['date']} == now}
    for file in map(pathlib.Path, files):
        lines = json.loads(file.read_text(encoding='utf-8'))
        for line in lines:
            Line(line).cells()
        parts[file.stem] = {'machine': now, 'lines': lines}
    target.write_text(json.dumps({'parts': parts}, indent=1) + '\n', encoding='utf-8')


def table(results, rows):
    _, earlier, lines = read(results)
    print(plain(HEADINGS, [line.cells() for line in lines if not rows or str(line.row) in rows], RIGHT))
    if earlier:
        print(f'\nMeasured earlier: {", ".join(earlier)}')


def document(results, page, images):
    values, earlier, lines = read(results)
    tables = {'machine': machine_text(values, earlier),
              'summary': markdown(HEADINGS, [line.cells() for line in lines], RIGHT)}
    for row in sorted({line.row for line in lines}):
        of_row = [line for line in lines if line.row == row]
        tables[f'row {row}'] = detail(of_row)
        (pathlib.Path(images) / f'performance-{row}.svg').write_text(plot(of_row), encoding='utf-8')
    page = pathlib.Path(page)

    def fill(match):
        # Without figures it is left empty: those that are there may be of another machine.
        text = tables.pop(match[1], '')
        return f'<!-- figures: {match[1]} -->\n{text}\n<!-- end -->'
    page.write_text(re.sub(r'<!-- figures: (.*?) -->\n.*?<!-- end -->', fill, page.read_text(encoding='utf-8'),
                           flags=re.DOTALL), encoding='utf-8')
    if tables:
        sys.exit(f'{page} has no marks for: {", ".join(tables)}')


def main(arguments):
    if len(arguments) >= 2 and arguments[0] == 'table':
        table(arguments[1], arguments[2:])
    elif len(arguments) >= 4 and arguments[0] == 'merge':
        merge(arguments[1], arguments[2], arguments[3:])
    elif len(arguments) == 4 and arguments[0] == 'document':
        document(*arguments[1:])
    else:
        sys.exit(__doc__)


if __name__ == '__main__':
    main(sys.argv[1:])
