package org.lectern.service;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.lectern.core.Identifier;
import org.lectern.presentation.SearchService;
import org.lectern.presentation.VersionedUri;
import org.lectern.source.Item;
import org.lectern.source.ItemFile;
import org.lectern.source.Page;
import org.lectern.source.Summary;

/**
 * Every URL that an answer holds is built here, from decoded identifiers, with one encoder.
 *
 * <p>What names the answer itself keeps the prefix and the slashes it was asked with. What leads elsewhere
 * is below {@code /iiif/2} or {@code /iiif/3}, with {@code $} for the slashes of an identifier, because
 * stock containers refuse {@code %2F}; an identifier in which {@code $} is part of a name is written with
 * {@code %2F}, or it would lead to another.
 *
 * <p>Canvases are named {@code {base}/iiif/{item}$leafN/canvas}, N the page's number, or
 * {@code {base}/iiif/{item}/canvas} for a single image: the same in every version and below every prefix. Pages of
 * further books in an item are {@code {item}:{document}$leafN}, recordings {@code {item}/track/{name}}, ranges
 * {@code {item}/range/N} in the order they are written.
 *
 * <p>Immutable. {@code base} is the public base URL without a trailing slash.
 */
public final class Links {

    private static final String LITERAL = "-._~!$&'()*+,;=:";
    private static final char[] HEX = "0123456789ABCDEF".toCharArray();

    private final Slash slash;

    /** With the slash that links are written with. */
    public Links(Slash slash) {
        this.slash = slash;
    }

    /** How a slash in an identifier is written. */
    public enum Slash {
        /** As {@code $}: passes every container. */
        DOLLAR("$"),
        /** As {@code %2F}: what other servers write; the container must let it through. */
        ENCODED("%2F"),
        /** As it is. */
        RAW("/");

        private final String text;

        Slash(String text) {
            this.text = text;
        }
    }

    /** The base URI of what was asked for, spelled as it was asked for. */
    String asked(Asked asked, Caller caller) {
        String base = caller.base() + asked.prefix();
        return asked.id().isRoot()
                ? base
                : base + "/" + encode(asked.id(), asked.rawSlashes() ? Slash.RAW : Slash.ENCODED);
    }

    /** An item's page for people. */
    String home(String base, Identifier item) {
        return base + "/" + encode(item);
    }

    /** The image service of a page. */
    VersionedUri image(String base, Item item, Page page) {
        return versions(base, encode(item, page));
    }

    /** The image service of the picture that stands for an item. */
    VersionedUri image(String base, Summary summary) {
        String own = summary.id().text();
        String image = summary.image().text();
        return versions(base, image.startsWith(own)
                ? encode(summary.id()) + encode(image.substring(own.length()), Slash.RAW)
                : encode(summary.image()));
    }

    /** The image service of a file, which has no other name than the one it was asked by. */
    VersionedUri image(String base, Identifier file) {
        return versions(base, encode(file));
    }

    /** The manifest of an item. */
    VersionedUri manifest(String base, Identifier item) {
        return versions(base, encode(item)).resolve("manifest.json");
    }

    /** The manifest of a page alone. */
    VersionedUri manifest(String base, Item item, Page page) {
        return versions(base, encode(item, page)).resolve("manifest.json");
    }

    /** The document of a folder, or of the library. */
    VersionedUri collection(String base, Identifier folder) {
        return folder.isRoot()
                ? new VersionedUri(base + "/iiif/2/collection.json", base + "/iiif/3/collection.json")
                : versions(base, encode(folder)).resolve("collection.json");
    }

    /**
     * A canvas.
     *
     * @param name what follows the item's identifier, decoded: {@code $leafN}, {@code :document$leafN}, or nothing
     */
    String canvas(String base, Identifier item, String name) {
        return base + "/iiif/" + encode(item) + encode(name, Slash.RAW) + "/canvas";
    }

    /**
     * The canvas of a recording.
     *
     * @param name of its own among the item's
     */
    String track(String base, Identifier item, String name) {
        return base + "/iiif/" + encode(item) + "/track/" + encode(name, Slash.RAW) + "/canvas";
    }

    /** The text of a page as annotations, line by line or word by word. */
    VersionedUri annotations(String base, Item item, Page page, boolean words) {
        String path = "/annotations/" + encode(item, page) + (words ? "/words.json" : "/lines.json");
        return new VersionedUri(base + "/iiif/2" + path, base + "/iiif/3" + path);
    }

    /** Where to search inside of an item. */
    SearchService search(String base, Identifier item) {
        String id = encode(item);
        return new SearchService(
                base + "/iiif/search/1/" + id, base + "/iiif/autocomplete/1/" + id,
                base + "/iiif/search/2/" + id, base + "/iiif/autocomplete/2/" + id);
    }

    /** A file of an item. */
    String file(String base, Item item, ItemFile file) {
        String name = file.name().isEmpty() ? item.id().segments().get(item.id().segments().size() - 1) : file.name();
        return base + "/iiif/resource/" + encode(item.id()) + "/" + encode(name, Slash.RAW);
    }

    /** An item as one PDF. */
    String pdf(String base, Identifier item) {
        return base + "/iiif/pdf/" + encode(item);
    }

    /**
     * A range of an item, the same in every version.
     *
     * @param number counts the ranges of the item from 1, in the order they are written
     */
    String range(String base, Identifier item, int number) {
        return base + "/iiif/" + encode(item) + "/range/" + number;
    }

    /** An item or folder as it stands in a path. */
    String encode(Identifier id) {
        return encode(id, slash == Slash.DOLLAR && id.text().indexOf('$') < 0 ? Slash.DOLLAR : Slash.ENCODED);
    }

    /** A page as it stands in a path. */
    String encode(Item item, Page page) {
        return encode(item.id()) + encode(page.name(), Slash.RAW);
    }

    /** Whether stock containers let through what {@link #encode(Identifier)} writes, or the settings say they do. */
    boolean passes(String encoded) {
        return slash == Slash.ENCODED || !encoded.contains(Slash.ENCODED.text);
    }

    /** A text as a piece of a path or a value behind the question mark. */
    static String piece(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static VersionedUri versions(String base, String encoded) {
        return new VersionedUri(base + "/iiif/2/" + encoded, base + "/iiif/3/" + encoded);
    }

    private static String encode(Identifier id, Slash slash) {
        return encode(id.text(), slash);
    }

    private static String encode(String text, Slash slash) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            if (b == '/') {
                out.append(slash.text);
            } else if (isLiteral(b)) {
                out.append((char) b);
            } else {
                out.append('%').append(HEX[b >> 4 & 15]).append(HEX[b & 15]);
            }
        }
        return out.toString();
    }

    private static boolean isLiteral(byte b) {
        return b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || b >= '0' && b <= '9' || b > 0 && LITERAL.indexOf(b) >= 0;
    }
}
