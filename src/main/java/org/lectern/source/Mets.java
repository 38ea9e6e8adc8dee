package org.lectern.source;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.lectern.blob.Blob;
import org.lectern.core.IiifException;

/**
 * A METS document: what it tells of the work (MODS or Dublin Core), its files, its pages in physical order, and the parts
 * of its logical structure. Immutable once read.
 */
final class Mets implements Xml.Visitor {

    private static final int DIVISIONS = 200_000;
    private static final Map<String, String> FIELDS = Map.ofEntries(
            Map.entry("title", PictureFields.TITLE), Map.entry("namePart", PictureFields.CREATOR),
            Map.entry("displayForm", PictureFields.CREATOR), Map.entry("creator", PictureFields.CREATOR),
            Map.entry("dateIssued", PictureFields.DATE), Map.entry("date", PictureFields.DATE),
            Map.entry("languageTerm", PictureFields.LANGUAGE), Map.entry("language", PictureFields.LANGUAGE),
            Map.entry("accessCondition", PictureFields.RIGHTS), Map.entry("rights", PictureFields.RIGHTS),
            Map.entry("placeTerm", PictureFields.PLACE), Map.entry("license", PictureFields.LICENCE));

    /**
     * A file.
     *
     * @param use of the group it is in
     * @param href where it lies, as it is written
     */
    record Located(String use, String href) {}

    /** An element {@code div}. */
    static final class Division {
        private final Map<String, String> attributes;
        private final List<String> files = new ArrayList<>();
        private final List<Division> parts = new ArrayList<>();

        Division(Map<String, String> attributes) {
            this.attributes = attributes;
        }

        String id() {
            return attributes.getOrDefault("ID", "");
        }

        List<Division> parts() {
            return parts;
        }

        /** Its label, else its kind in words: {@code title_page} is {@code Title page}. */
        Optional<String> title() {
            String type = attributes.getOrDefault("TYPE", "").replace('_', ' ').strip();
            String words = type.isEmpty() ? "" : type.substring(0, 1).toUpperCase(Locale.ROOT) + type.substring(1);
            return Stream.of(attributes.getOrDefault("LABEL", "").strip(), words)
                    .filter(text -> !text.isEmpty()).findFirst();
        }

        /** The number printed on the page; a dash stands for none. */
        Optional<String> printed() {
            return Stream.of(attributes.getOrDefault("ORDERLABEL", "").strip(),
                    attributes.getOrDefault("LABEL", "").strip())
                    .filter(text -> !text.isEmpty() && !text.matches("[-–—]+")).findFirst();
        }

        OptionalInt order() {
            String order = attributes.getOrDefault("ORDER", "");
            return order.matches("\\d{1,9}") ? OptionalInt.of(Integer.parseInt(order)) : OptionalInt.empty();
        }
    }

    private final Map<String, Located> files = new HashMap<>();
    private final Map<String, List<String>> links = new LinkedHashMap<>();
    private final List<Division> physical = new ArrayList<>();
    private final List<Division> logical = new ArrayList<>();

    private final Deque<Division> open = new ArrayDeque<>();
    private final Deque<String> uses = new ArrayDeque<>();
    private final StringBuilder text = new StringBuilder();
    private PictureFields work = new PictureFields();
    private PictureFields told = new PictureFields();
    private boolean isTelling;
    private int related; // depth of what is told of other works
    private boolean isLogical;
    private String file = "";
    private int divisions;

    private Mets() {}

    /**
     * Reads it.
     *
     * @throws IiifException.Broken when it cannot be read, or is no METS
     */
    static Mets read(Blob blob) {
        Mets mets = new Mets();
        Xml.read(blob, mets);
        return mets;
    }

    /** What it tells of the work. */
    Description description() {
        return work.description();
    }

    /** The divisions that stand for pages, in order. */
    List<Division> pages() {
        List<Division> pages = new ArrayList<>();
        physical.forEach(division -> leaves(division, pages));
        long orders = pages.stream().flatMapToInt(page -> page.order().stream()).distinct().count();
        if (orders == pages.size()) {
            pages.sort((one, other) -> one.order().orElse(0) - other.order().orElse(0));
        }
        return pages;
    }

    private static void leaves(Division division, List<Division> pages) {
        boolean isPage = "page".equalsIgnoreCase(division.attributes.getOrDefault("TYPE", ""));
        if (isPage || division.parts.isEmpty() && !division.files.isEmpty()) {
            pages.add(division);
        } else {
            division.parts.forEach(part -> leaves(part, pages));
        }
    }

    /** The files of a page. */
    List<Located> files(Division page) {
        return page.files.stream().filter(files::containsKey).map(files::get).toList();
    }

    /** The parts of the work: what is below the one division that stands for the whole of it. */
    List<Division> parts() {
        List<Division> parts = logical;
        while (parts.size() == 1 && !parts.get(0).parts.isEmpty()) {
            parts = parts.get(0).parts;
        }
        return parts == logical && parts.size() == 1 ? List.of() : parts;
    }

    /** Ids of the pages of a part, without those that only its own parts have. */
    List<String> pagesOf(Division part) {
        return links.getOrDefault(part.id(), List.of());
    }

    @Override
    public void start(int depth, String name, Map<String, String> attributes) {
        text.setLength(0);
        if (depth == 1 && !name.equals("mets")) {
            throw new IiifException.Broken("It is no METS: its outermost element is '" + name + "'.");
        }
        switch (name) {
            case "dmdSec", "rightsMD" -> {
                isTelling = true;
                told = new PictureFields();
            }
            case "relatedItem", "subject" -> related += isTelling ? 1 : 0;
            case "fileGrp" -> uses.push(attributes.getOrDefault("USE", ""));
            case "file" -> file = attributes.getOrDefault("ID", "");
            case "FLocat" -> files.putIfAbsent(
                    file, new Located(uses.isEmpty() ? "" : uses.peek(), attributes.getOrDefault("href", "")));
            case "structMap" -> isLogical = "logical".equalsIgnoreCase(attributes.getOrDefault("TYPE", ""));
            case "div" -> division(attributes);
            case "fptr", "area" -> Optional.ofNullable(attributes.get("FILEID")).filter(id -> !open.isEmpty())
                    .ifPresent(id -> open.peek().files.add(id));
            case "smLink" -> links.computeIfAbsent(attributes.getOrDefault("from", ""), id -> new ArrayList<>())
                    .add(attributes.getOrDefault("to", ""));
            default -> { } // agents, checksums, administration
        }
    }

    private void division(Map<String, String> attributes) {
        if (++divisions > DIVISIONS) {
            throw new IiifException.TooLarge("It has more than " + DIVISIONS + " divisions; that many are not read.");
        }
        Division division = new Division(Map.copyOf(attributes));
        if (!open.isEmpty()) {
            open.peek().parts.add(division);
        } else if (isLogical) {
            logical.add(division);
        } else {
            physical.add(division);
        }
        open.push(division);
    }

    @Override
    public void text(String piece) {
        text.append(piece);
    }

    @Override
    public void end(int depth, String name) {
        if (isTelling && related == 0 && FIELDS.containsKey(name)) {
            tell(FIELDS.get(name), text.toString());
        }
        switch (name) {
            case "dmdSec" -> {
                isTelling = false;
                work = work.first(PictureFields.TITLE).isPresent() ? work : told;
            }
            case "rightsMD" -> {
                isTelling = false;
                told.first(PictureFields.LICENCE).ifPresent(uri -> work.addFirst(PictureFields.LICENCE, uri));
            }
            case "relatedItem", "subject" -> related -= isTelling ? 1 : 0;
            case "fileGrp" -> uses.pop();
            case "div" -> open.pop();
            default -> { } // nothing ends with the others
        }
        text.setLength(0);
    }

    private void tell(String field, String value) {
        if (field.equals(PictureFields.CREATOR) || field.equals(PictureFields.LANGUAGE)) {
            told.add(field, value);
        } else {
            told.addFirst(field, value);
        }
    }
}
