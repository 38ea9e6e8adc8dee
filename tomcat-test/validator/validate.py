"""Draws the validator's reference picture, and runs its tests: those of level 2, and those of all else that info.json tells of.

    validate.py draw FILE             the picture of squares, in the colours that the validator looks for
    validate.py walk HOST:PORT ID     both versions; exit 1 when something fails that should not
"""
import contextlib
import io
import json
import sys
import urllib.request

import magic

if not hasattr(magic.Magic, '__enter__'):  # the interface of libmagic's own module, which the validator expects
    magic.Magic.__enter__ = lambda self: self
    magic.Magic.__exit__ = lambda self, *error: None
    magic.Magic.id_buffer = lambda self, data: self.from_buffer(bytes(data[:65536]))

with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
    from iiif_validator.validator import ImageAPI, TestSuite, ValidationInfo

SIDE = 100
ROUNDS = 3  # many tests ask at random

# The validator contradicts the specification here: IMG-222 in src/test/resources/requirements.
WAIVED = {
    ('3.0', 'size_noup'): 'a box larger than the picture is no error (Image API 3.0, 4.2)',
    ('3.0', 'size_up'): 'wants ^max not to enlarge, although the limits allow it',
    ('3.0', 'format_webp'): 'compares bytes with text',
    ('2.0', 'format_webp'): 'compares bytes with text',
}

# What info.json tells of when an optional test is to pass.
FEATURES = {
    'rot_full_non90': 'rotationArbitrary', 'rot_region_non90': 'rotationArbitrary',
    'rot_mirror': 'mirroring', 'rot_mirror_180': 'mirroring',
    'size_up': {'2.0': 'sizeAboveFull', '3.0': 'sizeUpscaling'},
    'linkheader_canonical': 'canonicalLinkHeader', 'linkheader_profile': 'profileLinkHeader',
}


def draw(path):
    from PIL import Image
    colours = ValidationInfo().colorInfo
    picture = Image.new('RGB', (10 * SIDE, 10 * SIDE))
    for x, column in enumerate(colours):
        for y, colour in enumerate(column):
            picture.paste(colour, (x * SIDE, y * SIDE, (x + 1) * SIDE, (y + 1) * SIDE))
    picture.save(path)


def told(info, version):
    """The features and formats beyond level 2 that a document tells of."""
    if version == '3.0':
        return set(info.get('extraFeatures', [])) | set(info.get('extraFormats', []))
    more = [part for part in info['profile'] if isinstance(part, dict)]
    return {word for part in more for key in ('supports', 'formats') for word in part.get(key, [])}


def demanded(name, level, version, words):
    if level <= 2:
        return True
    if name.startswith('format_'):
        return name[len('format_'):] in words
    feature = FEATURES.get(name)
    return (feature[version] if isinstance(feature, dict) else feature) in words


def failures(suite, name, host, prefix, identifier, version):
    """What went wrong, in any round."""
    wrong = []
    for _ in range(ROUNDS):
        result = ImageAPI(identifier, host, prefix, 'http', '', version, debug=False)
        try:
            with contextlib.redirect_stdout(io.StringIO()):
                suite.run_test(name, result)
            if result.exception:
                wrong.append('%s [%s]' % (result.exception, (result.urls or [''])[-1]))
        except Exception as error:  # the validator's own faults surface as anything
            wrong.append('%s: %s [%s]' % (type(error).__name__, error, (result.urls or [''])[-1]))
    return wrong


def walk(host, identifier):
    bad = 0
    for version, prefix in (('2.0', 'iiif/2'), ('3.0', 'iiif/3')):
        with urllib.request.urlopen('http://%s/%s/%s/info.json' % (host, prefix, identifier)) as answer:
            words = told(json.load(answer), version)
        suite = TestSuite(ValidationInfo())
        tests = suite.list_tests(version)
        count = dict(passed=0, failed=0, waived=0, untold=0)
        for name in sorted(tests, key=lambda test: (tests[test]['level'], test)):
            wrong = failures(suite, name, host, prefix, identifier, version)
            if not wrong:
                kind = 'passed'
            elif (version, name) in WAIVED:
                kind = 'waived'
                wrong = [WAIVED[version, name]]
            else:
                kind = 'failed' if demanded(name, tests[name]['level'], version, words) else 'untold'
            count[kind] += 1
            if wrong:
                print('%s %-7s %s: %s' % (version, kind, name, wrong[0]))
        bad += count['failed']
        print('%s: %s' % (version, ', '.join('%d %s' % (number, kind) for kind, number in count.items())))
    return bad


if sys.argv[1] == 'draw':
    draw(sys.argv[2])
else:
    sys.exit(1 if walk(*sys.argv[2:4]) else 0)
