# SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
# SPDX-License-Identifier: MIT

"""Adds to the pages of the site what the forges show by themselves, and fails if that is not possible.

pages.py FOLDER, with the copies of the pages. A link to a folder leads to its README.md, or is an error if there is
none on the site. The page of an example links its sources, and shows the short ones.
"""

import pathlib
import re
import sys

# Longer files are only linked.
SHORT = 150
LANGUAGES = {'.cpp': 'cpp', '.h': 'cpp', '.py': 'python', '.qml': 'qml', '.txt': 'cmake'}
REPOSITORY = pathlib.Path(__file__).resolve().parents[2]


def add_sources(page):
    files = sorted(file for file in page.parent.iterdir() if file.is_file() and file != page)
    text = page.read_text(encoding='utf-8')
    text += '\n## The sources\n\n' + ''.join(f'* [{file.name}]({file.name})\n' for file in files)
    for file in files:
        source = file.read_text(encoding='utf-8')
        if source.count('\n') <= SHORT:
            text += f'\n### {file.name}\n\n```{LANGUAGES.get(file.suffix, "text")}\n{source}```\n'
    page.write_text(text, encoding='utf-8')


def lead_to_pages(page, pages):
    """Returns the links to folders that have no page."""
    wrong = []

    def lead(match):
        path = page.parent / match[1]
        if (path / 'README.md').is_file():
            return '](' + match[1].rstrip('/') + '/README.md'
        in_repository = REPOSITORY / page.relative_to(pages).parent / match[1]
        if path.is_dir() or in_repository.is_dir():
            wrong.append(match[1])
        return match[0]

    text = page.read_text(encoding='utf-8')
    # What is no link, such as [this](int) in code, is no folder, either.
    page.write_text(re.sub(r'\]\(([^)#:\s]+)(?=[)#])', lead, text), encoding='utf-8')
    return wrong


def main():
    pages = pathlib.Path(sys.argv[1]).resolve()
    for page in pages.glob('examples/*/README.md'):
        add_sources(page)
    status = 0
    for page in sorted(pages.glob('**/*.md')):
        for link in lead_to_pages(page, pages):
            print(f'{page.relative_to(pages)}: the site has no page for the folder {link}', file=sys.stderr)
            status = 1
    return status


sys.exit(main())
