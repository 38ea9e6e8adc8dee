package org.lectern.source;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.lectern.source.Item.Metadata;

/**
 * What a file tells of itself, under the words that people read. A field counts as the first source of it tells it, so
 * the better sources are asked first. For one thread.
 */
final class PictureFields {

    static final String TITLE = "Title";
    static final String CREATOR = "Creator";
    static final String DATE = "Date";
    static final String DESCRIPTION = "Description";
    static final String RIGHTS = "Rights";
    static final String KEYWORDS = "Keywords";
    static final String PLACE = "Place";
    static final String CAMERA = "Camera";
    static final String LANGUAGE = "Language";

    /** URI of a licence; no pair of its own. */
    static final String LICENCE = "licence";
    /** When what is shown took place, or the picture was taken; no pair of its own. */
    static final String TAKEN = "taken";

    private static final int LONGEST = 4096;
    private static final int VALUES = 100;
    private static final int LONGEST_LABEL = 200;

    /**
     * No title: what cameras and programs fill in ({@code OLYMPUS DIGITAL CAMERA}, {@code SONY DSC}), numbers of their
     * pictures, defaults, and texts that are meant for programs.
     */
    private static final Pattern JUNK = Pattern.compile(
            "(?is)(.*\\bdigital\\s+(still\\s+)?camera|sony\\s+dsc|minolta\\s+dsc|samsung|image description|converted .* file"
            + "|(dscn?|dscf|img|image|pict?|p|mvc|scan|screenshot|untitled|unnamed|default|document|page)[ _-]?\\d*"
            + "|(created|made|edited|processed)\\s+(with|by|in|using)\\s.*|microsoft (word|powerpoint|excel) - .*"
            + "|(adobe photoshop|adobe imageready|gimp|imagemagick|paint\\.net|picasa|libtiff|imagej|aperio image)\\b.*"
            + "|exif_jpeg_.*|charset=.*|[<{\\[].*|[\\W_\\d&&[^\\p{L}]]*|\\w+=.*)");

    private final Map<String, List<String>> values = new LinkedHashMap<>();

    /** One more source, which tells what none before it has told. */
    void under(PictureFields other) {
        other.values.forEach(values::putIfAbsent);
    }

    /** One value more; blank ones are none. */
    void add(String field, String value) {
        String clean = clean(value);
        List<String> known = values.computeIfAbsent(field, key -> new ArrayList<>());
        if (!clean.isEmpty() && known.size() < VALUES && !known.contains(clean)) {
            known.add(clean);
        }
        if (known.isEmpty()) {
            values.remove(field);
        }
    }

    /** A field that can be told only once: the first counts. */
    void addFirst(String field, String value) {
        if (!values.containsKey(field)) {
            add(field, value);
        }
    }

    private static String clean(String value) {
        int end = value.indexOf('\0');
        String text = (end < 0 ? value : value.substring(0, end)).replaceAll("[\\p{Cntrl}&&[^\\n\\t]]", " ").strip();
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }

    Optional<String> first(String field) {
        return Optional.ofNullable(values.get(field)).map(list -> list.get(0));
    }

    /** Whether a text can be the title of anything. */
    static boolean isTitle(String text) {
        return text.length() <= LONGEST_LABEL && text.indexOf('\n') < 0 && !JUNK.matcher(text.strip()).matches();
    }

    Description description() {
        List<Metadata> pairs = new ArrayList<>();
        Stream.of(CREATOR, DATE, DESCRIPTION, PLACE, KEYWORDS, RIGHTS, LANGUAGE, CAMERA)
                .filter(values::containsKey)
                .filter(field -> !field.equals(DESCRIPTION) || !JUNK.matcher(values.get(field).get(0)).matches())
                .forEach(field -> pairs.add(new Metadata(field, values.get(field))));
        return new Description(first(TITLE).filter(PictureFields::isTitle), pairs, Optional.empty(),
                first(LICENCE).flatMap(SeeAlsoJson::url), Optional.empty(), List.of(), Optional.empty(),
                Optional.empty(), Optional.empty(), Optional.empty(), first(TAKEN).flatMap(Moments::instant),
                Languages.of(values.getOrDefault(LANGUAGE, List.of())));
    }
}
