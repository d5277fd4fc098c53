"""Makes the web fonts of public/fonts from Newsreader's variable font.

Usage, on Debian:
    apt-get install python3-fonttools python3-brotli
    git clone https://github.com/productiontype/Newsreader
    /usr/bin/python3 scripts/fonts/newsreader.py 'Newsreader/fonts/variable/ttf/Newsreader[opsz,wght].ttf'

The files in public/fonts are made by fontTools 4.38 and Brotli 1.0.9 from commit cfcb4f7 (SHA-256 of the font:
8a08d13f8a6c0d51be379a60af84f945f65369a67e509ee3c3bdcc421254d7c1). The unicode-range lists in app/tokens.css are
those below. What makes the files small:

- One optical size (28 points) and the weights 400 to 700.
- Letters with accents in two files of their own, which English pages do not load.
- Kerning in one table of classes, equal for all weights, of letters, figures and the usual punctuation, in steps of
  4/1000 em. Values below 6/1000 em, a third of a pixel in the largest headline, are left out.
- 1,000 units per em instead of 2,000.
"""

import logging
import sys
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.ttLib.scaleUpem import scale_upem
from fontTools.ttLib.tables import otTables
from fontTools.ttLib.tables.otBase import ValueRecord
from fontTools.ttLib.woff2 import WOFF2FlavorData
from fontTools.varLib import instancer

FONTS = Path(__file__).parents[2] / 'public' / 'fonts'
# English text: ASCII without rare signs, é, pounds, euros, quotation marks and dashes.
ENGLISH = (
    'U+20-3B, U+3F-5B, U+5D, U+61-7A, U+A0, U+A3, U+A9, U+B0, U+B7, U+E9, U+2010-2014, U+2018-2019, U+201C-201D,'
    'U+2022, U+2026, U+20AC'
)
# Letters and marks of the other languages of Western Europe.
WESTERN = (
    'U+A1, U+A7, U+AB, U+BB, U+BF-D6, U+D8-E8, U+EA-F6, U+F8-FF, U+152-153, U+178, U+1E9E, U+201A, U+201E,'
    'U+2039-203A'
)
# Letters of Central Europe, the Baltic, Turkish, Romanian and Esperanto.
EXTENDED = 'U+100-131, U+134-137, U+139-148, U+14A-151, U+154-177, U+179-17E, U+218-21B'
LIMITS = {'opsz': 28, 'wght': (400, 700)}
UNITS_PER_EM = 1000
KERN_STEP = 4
KERN_MIN = 6
# Signs that are kerned, beside letters.
KERNED_SIGNS = '0123456789 .,’‘“”\'"-–—:;()?!&£…'


def main(source: str) -> None:
    logging.disable(logging.CRITICAL)
    save(variable_subset(source, ENGLISH, ['kern', 'liga']), 'newsreader-english.woff2')
    # Without kerning, which a browser applies within one font, and words rarely have two such letters together.
    save(variable_subset(source, WESTERN, []), 'newsreader-western.woff2')
    save(variable_subset(source, EXTENDED, []), 'newsreader-extended.woff2')


def save(font: TTFont, name: str) -> None:
    font.flavor = 'woff2'
    font.flavorData = WOFF2FlavorData(transformedTables={'glyf', 'loca', 'hmtx'})
    font.save(FONTS / name)
    print(f'{(FONTS / name).stat().st_size:6}  {name}')


def code_points(ranges: str) -> set[int]:
    points = set()
    for part in ranges.replace(' ', '').split(','):
        first, _, last = part.removeprefix('U+').partition('-')
        points.update(range(int(first, 16), int(last or first, 16) + 1))
    return points


def variable_subset(source: str, ranges: str, features: list[str]) -> TTFont:
    font = TTFont(source, recalcTimestamp=False)
    options = subset.Options(
        layout_features=features,
        hinting=False,
        glyph_names=False,
        notdef_outline=True,
        # Family and style; the copyright and the licence are beside the fonts, in OFL.txt.
        name_IDs=[1, 2],
    )
    options.drop_tables += ['DSIG', 'STAT', 'gasp', 'prep']
    if not features:
        options.drop_tables += ['GPOS', 'GSUB']
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=code_points(ranges))
    subsetter.subset(font)
    font = instancer.instantiateVariableFont(font, LIMITS)
    # Classes of marks, which kerning and ligatures do not need.
    if 'GDEF' in font:
        del font['GDEF']
    scale_upem(font, UNITS_PER_EM)
    if 'GPOS' in font:
        replace_kerning(font)
    return font


def kerning(font: TTFont) -> dict[tuple[str, str], int]:
    """Kerning of each pair of glyphs at weight 400, rounded to steps."""
    glyphs = font.getGlyphOrder()
    found: dict[tuple[str, str], int] = {}
    for lookup in font['GPOS'].table.LookupList.Lookup:
        for table in lookup.SubTable:
            table = getattr(table, 'ExtSubTable', table)
            for left in table.Coverage.glyphs:
                for right, value in row_of(table, left, glyphs):
                    # The first table that has the pair counts.
                    found.setdefault((left, right), (value and value.XAdvance) or 0)
    rare = {glyph for point, glyph in font.getBestCmap().items() if not is_kerned(chr(point))}
    steps = {pair: round(value / KERN_STEP) * KERN_STEP for pair, value in found.items() if rare.isdisjoint(pair)}
    return {pair: value for pair, value in steps.items() if abs(value) >= KERN_MIN}


def is_kerned(character: str) -> bool:
    return character.isalpha() or character in KERNED_SIGNS


def row_of(table, left: str, glyphs: list[str]):
    if table.Format == 1:
        records = table.PairSet[table.Coverage.glyphs.index(left)].PairValueRecord
        return [(record.SecondGlyph, record.Value1) for record in records]
    row = table.Class1Record[table.ClassDef1.classDefs.get(left, 0)].Class2Record
    return [(right, row[table.ClassDef2.classDefs.get(right, 0)].Value1) for right in glyphs]


def replace_kerning(font: TTFont) -> None:
    """Replaces all kerning by one table of classes: glyphs with equal rows are a class, and so are equal columns."""
    pairs = kerning(font)
    glyphs = font.getGlyphOrder()
    rows = classes({left: tuple(pairs.get((left, right), 0) for right in glyphs) for left in glyphs})
    columns = classes({right: tuple(pairs.get((left, right), 0) for left in glyphs) for right in glyphs})
    covered = [members for values, members in rows if any(values)]
    # Class 0 holds all glyphs that are in no other class.
    rights = [[]] + [members for values, members in columns if any(values)]
    table = otTables.PairPos()
    table.Format, table.ValueFormat1, table.ValueFormat2 = 2, 4, 0
    table.Coverage = otTables.Coverage()
    table.Coverage.glyphs = sorted((g for members in covered for g in members), key=font.getGlyphID)
    table.ClassDef1 = class_definition(covered)
    table.ClassDef2 = class_definition(rights)
    table.Class1Count, table.Class2Count = len(covered), len(rights)
    table.Class1Record = []
    for members in covered:
        record = otTables.Class1Record()
        record.Class2Record = [
            pair_value(pairs.get((members[0], right[0]), 0) if right else 0) for right in rights
        ]
        table.Class1Record.append(record)
    lookup = font['GPOS'].table.LookupList.Lookup[0]
    lookup.LookupType, lookup.SubTable, lookup.SubTableCount = 2, [table], 1


def classes(vectors: dict[str, tuple[int, ...]]) -> list[tuple[tuple[int, ...], list[str]]]:
    """Glyphs with equal vectors together, the largest class first."""
    groups: dict[tuple[int, ...], list[str]] = {}
    for glyph, vector in vectors.items():
        groups.setdefault(vector, []).append(glyph)
    return sorted(groups.items(), key=lambda group: -len(group[1]))


def class_definition(groups: list[list[str]]):
    definition = otTables.ClassDef()
    definition.classDefs = {glyph: number for number, members in enumerate(groups) if number for glyph in members}
    return definition


def pair_value(advance: int):
    record = otTables.Class2Record()
    record.Value1, record.Value2 = ValueRecord(), None
    record.Value1.XAdvance = advance
    return record


if __name__ == '__main__':
    main(sys.argv[1])
