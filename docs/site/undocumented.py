# SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
# SPDX-License-Identifier: MIT

"""Counts the public names, and fails if any of them has no comment.

undocumented.py FOLDER, with Doxygen's XML. What counts:

* in C++, from the XML: classes, namespaces, their public members and enumerators. Doxygen itself warns about most of
  them, but not about destructors, constructors without parameters and enumerators;
* properties, from the headers: the comment is that of the function that reads them;
* in QML: the types, the properties, signals and functions of a type that is written in QML, and what a singleton has.
  A name without a comment may be one of the C++ class whose names the type has, as its comment says;
* the macros of the version.

One comment may be about several neighbours, from ///@{ to ///@}.
"""

import glob
import pathlib
import re
import sys
import xml.etree.ElementTree as xml

REPOSITORY = pathlib.Path(__file__).resolve().parents[2]
# With four blanks: of the outermost object.
MEMBER_IN_QML = re.compile(r'    (?:(?:default |required |readonly )*property [\w.<>]+|signal|function) (\w+)')
FUNCTION = re.compile(r'    (?:Q_INVOKABLE )?(?:\[\[nodiscard\]\] )?[\w:<>&* ]*?(\w+)\([^)]*\)(?: const)?;')


def public_names(compound):
    if compound.get('kind') in ('class', 'struct', 'namespace'):
        yield compound
    for member in compound.iter('memberdef'):
        if member.get('prot') == 'public':
            yield member
            yield from member.findall('enumvalue')


def has_comment(element):
    parts = (element.find('briefdescription'), element.find('detaileddescription'))
    return any(''.join(part.itertext()).strip() for part in parts)


def in_xml(folder):
    """Whether each name in the XML has a comment. Overloads are names of their own: there is one entry for each id."""
    documented = {}
    for file in glob.glob(folder + '/*.xml'):
        for compound in xml.parse(file).getroot().findall('compounddef'):
            scope = compound.findtext('compoundname')
            for element in public_names(compound):
                name = element.findtext('name')
                documented[element.get('id')] = (f'{scope}::{name}' if name else scope, has_comment(element))
    return list(documented.values())


def commented_lines(text):
    """The lines of a file, each with the comment that is about it, or an empty text."""
    comment, group, inside = '', '', False
    for line in text.splitlines():
        bare = line.strip()
        if inside or bare.startswith(('/**', '/*!')):
            comment += bare + '\n'
            inside = '*/' not in bare
        elif bare == '///@{':
            group, comment = comment, ''
        elif bare == '///@}':
            group = ''
        elif bare.startswith('///'):
            comment += bare + '\n'
        else:
            yield line, comment or group
            comment = ''


def properties(documented):
    """The properties of the C++ classes."""
    for header in sorted([*REPOSITORY.glob('sdk/*/smartcaptcha*.h'), *REPOSITORY.glob('qml/smartcaptcha*.h')]):
        text = header.read_text(encoding='utf-8')
        for match in re.finditer(r'\bQ_PROPERTY\(\s*[^()]*?(\w+)\s+READ\s+(\w+)', text):
            owner = re.findall(r'^class (?:\w+_EXPORT )?(\w+)[^;{]*\{', text[:match.start()], re.MULTILINE)[-1]
            yield f'the property {owner}.{match[1]}', f'{owner}::{match[2]}' in documented
        if text.count('Q_PROPERTY(') != len(re.findall(r'\bQ_PROPERTY\(\s*[^()]*?\w+\s+READ\s+\w+', text)):
            yield f'a property in {header.name} that is not understood', False


def written_in_qml(documented):
    for file in sorted(REPOSITORY.glob('qml/*.qml')):
        like = ''
        for line, comment in commented_lines(file.read_text(encoding='utf-8')):
            if re.match(r'[A-Z]\w* \{', line):
                yield f'the QML type {file.stem}', bool(comment)
                same = re.search(r'names and meanings of (\w+)', comment)
                like = same[1] if same else ''
            if match := MEMBER_IN_QML.match(line):
                yield f'{file.stem}.{match[1]} in QML', bool(comment) or f'{like}::{match[1]}' in documented


def registered_for_qml(documented):
    """The types that C++ code gives to QML."""
    for header in sorted(REPOSITORY.glob('qml/types/*.h')):
        text = header.read_text(encoding='utf-8')
        # Types of another library, and namespaces with enumerations.
        for body in re.findall(r'^(?:struct|class) [^;{]*\{(.*?)^\};', text, re.MULTILINE | re.DOTALL):
            name = re.search(r'QML_(?:NAMED_ELEMENT|VALUE_TYPE)\((\w+)\)', body)
            origin = re.search(r'QML_(?:FOREIGN|EXTENDED_NAMESPACE)\((\w+)\)', body)
            if name and origin:
                yield f'{name[1]} in QML', origin[1] in documented
        readers = set()
        read = {}
        for line, comment in commented_lines(text):
            if match := FUNCTION.match(line):
                if comment:
                    readers.add(match[1])
                if 'Q_INVOKABLE' in line:
                    yield f'{match[1]}() of {header.name} in QML', bool(comment)
            if match := re.match(r'    Q_PROPERTY\(.*?(\w+) READ (\w+)', line):
                read[match[1]] = match[2]
        for name, reader in read.items():
            yield f'{name} of {header.name} in QML', reader in readers


def macros():
    header = REPOSITORY / 'sdk/core/smartcaptchaversion.h.in'
    for line, comment in commented_lines(header.read_text(encoding='utf-8')):
        if name := re.match(r'#define (SMARTCAPTCHA_\w+)', line):
            yield f'the macro {name[1]}', bool(comment)


def main():
    cpp = in_xml(sys.argv[1])
    documented = {name for name, commented in cpp if commented}
    kinds = {
        'in C++': cpp,
        'properties': list(properties(documented)),
        'in QML': [*written_in_qml(documented), *registered_for_qml(documented)],
        'macros': list(macros()),
    }
    names = [name for kind in kinds.values() for name in kind]
    missing = sorted(name for name, commented in names if not commented)
    counts = ', '.join(f'{len(kind)} {what}' for what, kind in kinds.items())
    print(f'{len(names)} public names ({counts}), {len(missing)} of them not documented')
    for name in missing:
        print(f'{name} is not documented', file=sys.stderr)
    return 1 if missing or not all(kinds.values()) else 0


if __name__ == '__main__':
    sys.exit(main())
