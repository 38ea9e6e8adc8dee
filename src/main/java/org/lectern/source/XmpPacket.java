package org.lectern.source;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lectern.core.IiifException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** XMP: properties of {@code rdf:Description}, as elements or attributes; texts in several languages give the first. */
final class XmpPacket implements Xml.Visitor {

    private static final Logger LOG = LoggerFactory.getLogger(XmpPacket.class);

    /** Properties of Dublin Core, rights, Photoshop and Creative Commons, by their local names. */
    private static final Map<String, String> FIELDS = Map.ofEntries(
            Map.entry("title", PictureFields.TITLE), Map.entry("creator", PictureFields.CREATOR),
            Map.entry("description", PictureFields.DESCRIPTION), Map.entry("rights", PictureFields.RIGHTS),
            Map.entry("subject", PictureFields.KEYWORDS), Map.entry("language", PictureFields.LANGUAGE),
            Map.entry("WebStatement", PictureFields.LICENCE), Map.entry("license", PictureFields.LICENCE),
            Map.entry("DateCreated", PictureFields.TAKEN), Map.entry("DateTimeOriginal", PictureFields.TAKEN));

    /** Of which several values are meant. */
    private static final List<String> LISTS =
            List.of(PictureFields.CREATOR, PictureFields.KEYWORDS, PictureFields.LANGUAGE);

    private static final List<String> PLACES = List.of("Location", "City", "State", "Country");

    private final PictureFields fields = new PictureFields();
    private final List<String> path = new ArrayList<>();
    private final String[] places = new String[PLACES.size()];
    private final StringBuilder text = new StringBuilder();

    private XmpPacket() {}

    /** Reads it; of one that is not well-formed, what stands before the fault. */
    static PictureFields read(byte[] packet) {
        XmpPacket reader = new XmpPacket();
        try {
            Xml.read(trimmed(packet), "XMP", reader);
        } catch (IiifException e) {
            LOG.debug("XMP is read in part: {}", e.getMessage());
        }
        reader.fields.add(PictureFields.PLACE, Stream.of(reader.places)
                .filter(place -> place != null && !place.isBlank()).collect(Collectors.joining(", ")));
        reader.fields.first(PictureFields.TAKEN)
                .ifPresent(taken -> reader.fields.addFirst(PictureFields.DATE, Moments.words(taken)));
        return reader.fields;
    }

    /** Writers end packets with zeros. */
    private static byte[] trimmed(byte[] packet) {
        int end = packet.length;
        while (end > 0 && packet[end - 1] == 0) {
            end--;
        }
        return Arrays.copyOf(packet, end);
    }

    @Override
    public void start(int depth, String name, Map<String, String> attributes) {
        text.setLength(0);
        path.add(name);
        if (isDescription(depth)) {
            attributes.forEach(this::tell);
        } else if (isDescription(depth - 1) && attributes.containsKey("resource")) {
            tell(name, attributes.get("resource"));
        }
    }

    @Override
    public void text(String piece) {
        text.append(piece);
    }

    @Override
    public void end(int depth, String name) {
        if (isDescription(depth - 1)) {
            tell(name, text.toString());
        } else if (name.equals("li") && isDescription(depth - 3)) {
            tell(path.get(depth - 3), text.toString());
        }
        text.setLength(0);
        path.remove(path.size() - 1);
    }

    private boolean isDescription(int depth) {
        return depth >= 2 && path.get(depth - 1).equals("Description") && path.get(depth - 2).equals("RDF");
    }

    private void tell(String property, String value) {
        String field = FIELDS.get(property);
        if (PLACES.contains(property)) {
            places[PLACES.indexOf(property)] = value.strip();
        } else if (field != null && LISTS.contains(field)) {
            fields.add(field, value);
        } else if (field != null) {
            fields.addFirst(field, value);
        }
    }
}
