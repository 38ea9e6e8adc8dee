package org.lectern.source;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.lectern.blob.Blob;
import org.lectern.core.Dimensions;
import org.lectern.core.IiifException;

/** What the Internet Archive's {@code <identifier>_files.xml} tells of recordings. */
final class RecordingsXml implements Xml.Visitor {

    private static final Pattern CLOCK = Pattern.compile("(?:(\\d{1,3}):)?(\\d{1,4}):(\\d{1,2}(?:\\.\\d{1,9})?)");
    private static final Pattern SECONDS = Pattern.compile("\\d{1,9}(?:\\.\\d{1,9})?");

    private final Map<String, Told> files = new HashMap<>();
    private final Map<String, String> fields = new HashMap<>();
    private final StringBuilder text = new StringBuilder();

    private RecordingsXml() {}

    /** One file: its fields by their names. */
    record Told(Map<String, String> fields) {

        static final Told NOTHING = new Told(Map.of());

        Optional<String> text(String field) {
            return Optional.ofNullable(fields.get(field)).filter(value -> !value.isBlank());
        }

        boolean isPrivate() {
            return "true".equalsIgnoreCase(fields.get("private"));
        }

        /** How long it lasts: {@code 337.18}, {@code 05:37} or {@code 1:02:03}; 0 is not known. */
        OptionalDouble seconds() {
            String length = fields.getOrDefault("length", "");
            return SECONDS.matcher(length).matches() ? positive(Double.parseDouble(length)) : clock(length);
        }

        private static OptionalDouble clock(String length) {
            var parts = CLOCK.matcher(length);
            if (!parts.matches()) {
                return OptionalDouble.empty();
            }
            int hours = parts.group(1) == null ? 0 : Integer.parseInt(parts.group(1));
            return positive(3600.0 * hours + 60 * Integer.parseInt(parts.group(2)) + Double.parseDouble(parts.group(3)));
        }

        private static OptionalDouble positive(double seconds) {
            return seconds > 0 ? OptionalDouble.of(seconds) : OptionalDouble.empty();
        }

        /** Its place: {@code 01}, or {@code 3/12}. */
        OptionalInt track() {
            String digits = fields.getOrDefault("track", "").split("/", 2)[0].strip();
            return digits.matches("\\d{1,6}") ? OptionalInt.of(Integer.parseInt(digits)) : OptionalInt.empty();
        }

        Optional<Dimensions> size() {
            return side("width").flatMap(width -> side("height").map(height -> new Dimensions(width, height)));
        }

        private Optional<Integer> side(String field) {
            return text(field).filter(digits -> digits.matches("[1-9]\\d{0,4}")).map(Integer::valueOf);
        }
    }

    /**
     * Reads it.
     *
     * @return what is told of each file, by its path
     * @throws IiifException.Broken when it cannot be read
     */
    static Map<String, Told> read(Blob blob) {
        RecordingsXml reader = new RecordingsXml();
        Xml.read(blob, reader);
        return reader.files;
    }

    @Override
    public void start(int depth, String name, Map<String, String> attributes) {
        text.setLength(0);
        if (depth == 2) {
            fields.clear();
            fields.putAll(attributes);
        }
    }

    @Override
    public void text(String piece) {
        text.append(piece);
    }

    @Override
    public void end(int depth, String name) {
        if (depth == 3) {
            fields.putIfAbsent(name, text.toString().strip());
        } else if (depth == 2 && fields.containsKey("name")) {
            files.put(fields.get("name"), new Told(Map.copyOf(fields)));
        }
    }
}
