# SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
# SPDX-License-Identifier: MIT

"""Counts the public names in Doxygen's XML, and fails if any of them has no comment.

undocumented.py FOLDER. Doxygen itself warns about most of them, but not about destructors, constructors without
parameters and enumerators.
"""

import glob
import sys
import xml.etree.ElementTree as xml


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


def main():
    documented = {}
    for file in glob.glob(sys.argv[1] + '/*.xml'):
        for compound in xml.parse(file).getroot().findall('compounddef'):
            scope = compound.findtext('compoundname')
            for element in public_names(compound):
                name = element.findtext('name')
                documented[element.get('id')] = has_comment(element) or (f'{scope}::{name}' if name else scope)
    missing = sorted(name for name in documented.values() if name is not True)
    print(f'{len(documented)} public names, {len(missing)} of them not documented')
    for name in missing:
        print(f'{name} is not documented', file=sys.stderr)
    return 1 if missing or not documented else 0


if __name__ == '__main__':
    sys.exit(main())
