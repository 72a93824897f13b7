# SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
# SPDX-License-Identifier: MIT

"""What scripts/bench makes of figures."""

import contextlib
import io
import json
import pathlib
import sys
import tempfile
import unittest
import xml.etree.ElementTree

sys.dont_write_bytecode = True
import report


def comparison(ours, baseline=None, **more):
    """A line in which all figures of a series are the same."""
    def figures(value):
        return {'median': value, 'q1': value * 0.9, 'q3': value * 1.1, 'p5': value * 0.8, 'p95': value * 1.2,
                'p99': value * 1.3, 'spread': 0.1, 'runs': 20}
    series = {'ours': figures(ours)}
    if baseline is not None:
        series['theirs'] = figures(baseline)
    return {'row': 3, 'what': 'a <quantity>', 'unit': 'ms', 'ours': 'ours', 'baseline': 'theirs', 'series': series,
            **more}


class Goals(unittest.TestCase):
    def reached(self, *arguments, **more):
        return report.Line(comparison(*arguments, **more)).reached()

    def test_less_is_better(self):
        self.assertTrue(self.reached(16, goal={'median': 16}))
        self.assertFalse(self.reached(16.1, goal={'median': 16}))
        self.assertTrue(self.reached(10, goal={'p95': 12}))
        self.assertFalse(self.reached(10, goal={'median': 16, 'p95': 11}))

    def test_more_is_better(self):
        self.assertTrue(self.reached(95, 100, goal={'ratio': 0.95}, higherIsBetter=True))
        self.assertFalse(self.reached(94, 100, goal={'ratio': 0.95}, higherIsBetter=True))

    def test_pairs_come_before_medians(self):
        self.assertFalse(self.reached(1, 2, goal={'ratio': 0.5}, ratio={'median': 0.6}))
        self.assertTrue(self.reached(9, 1, goal={'difference': 2}, difference={'median': 2}))

    def test_difference(self):
        self.assertTrue(self.reached(32, 30, goal={'difference': 2}))
        self.assertFalse(self.reached(33, 30, goal={'difference': 2}))

    def test_less_than_nothing(self):
        self.assertTrue(self.reached(-0.3, -0.1, goal={'median': 1, 'difference': 1}))
        self.assertFalse(self.reached(0.95, -0.1, goal={'median': 1, 'difference': 1}))

    def test_nothing_to_reach(self):
        self.assertIsNone(self.reached(1, 2))
        self.assertIsNone(self.reached(1, goal={'ratio': 1}))


class Units(unittest.TestCase):
    def cells(self, ours, baseline, unit, **goal):
        return report.Line(comparison(ours, baseline, unit=unit, goal=goal)).cells()[1:]

    def test_share_of_a_processor(self):
        self.assertEqual(self.cells(0.36, 0.35, '%', difference=0.1),
                         ['a <quantity> (%)', 'theirs: 0.35', '≤ +0.1 %', '0.36', '0.432', '±10 %', '+0.01 %', 'yes'])

    def test_wake_ups(self):
        self.assertEqual(self.cells(1.5, 0, '/s', difference=1),
                         ['a <quantity> (/s)', 'theirs: 0.00', '≤ +1 /s', '1.50', '1.80', '±10 %', '+1.50 /s', 'no'])

    def test_memory_that_became_less(self):
        self.assertEqual(self.cells(-0.25, 0.5, 'MiB', median=1, difference=1)[2:],
                         ['≤ 1 MiB, ≤ +1 MiB', '-0.25', '-0.3', '±10 %', '-0.75 MiB', 'yes'])


class Files(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.results = self.folder / 'results.json'

    def merge(self, **parts):
        files = []
        for name, lines in parts.items():
            files.append(self.folder / f'{name}.json')
            files[-1].write_text(json.dumps(lines), encoding='utf-8')
        report.merge(self.results, self.folder, files)
        return [(line.row, line.ours['median']) for line in report.read(self.results)[2]]

    def pretend(self, part, **more):
        """As if the part had been measured by another machine, or then."""
        results = json.loads(self.results.read_text(encoding='utf-8'))
        results['parts'][part]['machine'].update(more)
        self.results.write_text(json.dumps(results), encoding='utf-8')

    def test_a_part_replaces_only_itself(self):
        self.assertEqual(self.merge(one=[comparison(1), comparison(2)], two=[comparison(3, row=2)]),
                         [(2, 3), (3, 1), (3, 2)])
        self.assertEqual(self.merge(one=[comparison(4)]), [(2, 3), (3, 4)])

    def test_parts_of_another_machine_go(self):
        self.merge(one=[comparison(1)], two=[comparison(2, row=2)])
        self.pretend('one', qt='6.99')
        self.assertEqual(self.merge(three=[comparison(3, row=4)]), [(2, 2), (4, 3)])

    def test_an_earlier_part_says_when(self):
        self.merge(one=[comparison(1)], two=[comparison(2, row=2)])
        self.pretend('one', date='2001-02-03')
        self.assertEqual(self.merge(two=[comparison(3, row=2)]), [(2, 3), (3, 1)])
        newest, earlier, _ = report.read(self.results)
        self.assertEqual(earlier, ['one 2001-02-03'])
        self.assertNotEqual(newest['date'], '2001-02-03')
        self.assertIn('| measured earlier | one 2001-02-03 |', report.machine_text(newest, earlier))
        printed = io.StringIO()
        with contextlib.redirect_stdout(printed):
            report.table(self.results, [])
        self.assertIn('Measured earlier: one 2001-02-03', printed.getvalue())
        self.merge(one=[comparison(1)])
        self.assertEqual(report.read(self.results)[1], [])

    def test_page(self):
        self.merge(one=[comparison(1.04, 1, goal={'ratio': 1.05}, ratio={'median': 1.04})])
        page = self.folder / 'page.md'
        marks = ''.join(f'<!-- figures: {name} -->\nold\n<!-- end -->\n' for name in ('machine', 'summary', 'row 3'))
        page.write_text(f'{marks}<!-- figures: row 4 -->\nold\n<!-- end -->\nkept\n', encoding='utf-8')
        report.document(self.results, page, self.folder)
        text = page.read_text(encoding='utf-8')
        self.assertIn('| 3 | a <quantity> (ms) | theirs: 1.00 | ≤ 1.05x | 1.04 | 1.25 | ±10 % | 1.04x | yes |', text)
        self.assertIn('(images/performance-3.svg)', text)
        self.assertIn('<!-- figures: row 4 -->\n\n<!-- end -->\nkept\n', text)
        self.assertNotIn('old', text)
        plot = xml.etree.ElementTree.parse(self.folder / 'performance-3.svg').getroot()
        bars = [bar for bar in plot.iter('{http://www.w3.org/2000/svg}rect') if bar.get('class') in ('ours', 'other')]
        self.assertEqual([bar.get('class') for bar in bars], ['ours', 'other'])
        self.assertAlmostEqual(float(bars[0].get('width')) / float(bars[1].get('width')), 1.04, 2)

    def test_plot_of_less_than_nothing(self):
        plot = xml.etree.ElementTree.fromstring(report.plot([report.Line(comparison(-6, -5, goal={'difference': 1}))]))
        bars = [bar for bar in plot.iter('{http://www.w3.org/2000/svg}rect') if bar.get('class') in ('ours', 'other')]
        self.assertEqual([bar.get('width') for bar in bars], ['0.0', '0.0'])

    def test_a_page_without_the_marks(self):
        self.merge(one=[comparison(1)])
        page = self.folder / 'page.md'
        page.write_text('# Nothing\n', encoding='utf-8')
        with self.assertRaisesRegex(SystemExit, 'has no marks for: machine, summary, row 3'):
            report.document(self.results, page, self.folder)


unittest.main()
