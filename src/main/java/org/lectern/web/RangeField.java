package org.lectern.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a Range field. What is malformed, in another unit, overlapping, or in more parts than anyone needs is not
 * looked at: such a client gets the whole.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-14.1">RFC 9110, 14.1</a>
 */
final class RangeField {

    /** Parts that one answer has at most. */
    static final int MOST = 16;

    private static final Pattern SET = Pattern.compile("[Bb][Yy][Tt][Ee][Ss]=([-0-9, \t]++)");
    private static final Pattern SPEC = Pattern.compile("(?<first>\\d++)-(?<last>\\d*+)|-(?<suffix>\\d++)");
    private static final int DIGITS = 18; // of a long, whatever they are

    private RangeField() {}

    /**
     * What it asks for.
     *
     * @param length of the body, 1 at least
     */
    static Ranges parse(String field, long length) {
        Matcher set = SET.matcher(field.strip());
        if (!set.matches()) {
            return new Ranges.Whole();
        }
        List<Matcher> specs = Arrays.stream(set.group(1).split(","))
                .filter(member -> !member.isBlank())
                .map(member -> SPEC.matcher(member.strip()))
                .toList();
        if (specs.isEmpty() || specs.size() > MOST || !specs.stream().allMatch(RangeField::isProper)) {
            return new Ranges.Whole();
        }
        return ofParts(specs.stream().map(spec -> part(spec, length)).flatMap(Optional::stream).toList(), length);
    }

    private static boolean isProper(Matcher spec) {
        return spec.matches() && (spec.group("first") == null || number(spec.group("first")) <= last(spec));
    }

    /** Empty for what lies behind the end. */
    private static Optional<ByteRange> part(Matcher spec, long length) {
        if (spec.group("first") == null) {
            long suffix = number(spec.group("suffix"));
            return suffix == 0 ? Optional.empty() : Optional.of(new ByteRange(Math.max(0, length - suffix), length - 1));
        }
        long first = number(spec.group("first"));
        return first >= length
                ? Optional.empty()
                : Optional.of(new ByteRange(first, Math.min(last(spec), length - 1)));
    }

    private static long last(Matcher spec) {
        return spec.group("last").isEmpty() ? Long.MAX_VALUE : number(spec.group("last"));
    }

    private static long number(String digits) {
        String significant = digits.replaceFirst("^0+(?=.)", "");
        return significant.length() > DIGITS ? Long.MAX_VALUE : Long.parseLong(significant);
    }

    private static Ranges ofParts(List<ByteRange> parts, long length) {
        if (parts.isEmpty()) {
            return new Ranges.Beyond();
        }
        boolean longer = parts.size() > 1 && parts.stream().mapToLong(ByteRange::length).sum() >= length;
        return longer || overlap(parts) ? new Ranges.Whole() : new Ranges.Parts(parts);
    }

    private static boolean overlap(List<ByteRange> parts) {
        List<ByteRange> before = new ArrayList<>();
        for (ByteRange part : parts) {
            if (before.stream().anyMatch(part::overlaps)) {
                return true;
            }
            before.add(part);
        }
        return false;
    }
}
