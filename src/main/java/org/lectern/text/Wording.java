package org.lectern.text;

/** Text of a file, made fit to be shown and searched. */
final class Wording {

    private Wording() {}

    /**
     * Without control characters, marks that turn the direction of what follows, and unpaired surrogates; any
     * run of space is one space, and none stands at an end.
     */
    static String clean(CharSequence text) {
        if (isClean(text)) {
            return text.toString();
        }
        var clean = new StringBuilder(text.length());
        for (int i = 0, point; i < text.length(); i += Character.charCount(point)) {
            point = Character.codePointAt(text, i);
            if (Character.isWhitespace(point) || Character.isSpaceChar(point)) {
                space(clean);
            } else if (isKept(point)) {
                clean.appendCodePoint(point);
            }
        }
        int length = clean.length();
        clean.setLength(length > 0 && clean.charAt(length - 1) == ' ' ? length - 1 : length);
        return clean.toString();
    }

    private static boolean isClean(CharSequence text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c <= ' ' || c > '~' && c < 0xc0 || c > 0x24f) {
                return false;
            }
        }
        return true;
    }

    private static void space(StringBuilder clean) {
        if (clean.length() > 0 && clean.charAt(clean.length() - 1) != ' ') {
            clean.append(' ');
        }
    }

    private static boolean isKept(int point) {
        boolean isSurrogate = point >= 0xd800 && point <= 0xdfff;
        boolean isTurning = point >= 0x202a && point <= 0x202e || point >= 0x2066 && point <= 0x2069;
        boolean isNoCharacter = (point & 0xfffe) == 0xfffe || point == 0xfeff;
        return !Character.isISOControl(point) && !isSurrogate && !isTurning && !isNoCharacter;
    }

    /** Whether its first letter belongs to a script that runs from right to left. */
    static boolean isRightToLeft(String text) {
        return text.codePoints().map(Character::getDirectionality)
                .filter(way -> way == Character.DIRECTIONALITY_LEFT_TO_RIGHT || isRight(way))
                .mapToObj(Wording::isRight).findFirst().orElse(false);
    }

    private static boolean isRight(int way) {
        return way == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                || way == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
    }
}
