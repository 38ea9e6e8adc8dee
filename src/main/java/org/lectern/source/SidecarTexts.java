package org.lectern.source;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lectern.blob.Blob;
import org.lectern.core.IiifException;
import org.lectern.text.TextForm;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds the text of a picture in a file of the same name, beside it or in a folder of texts; in such a folder also one of
 * the same number, where no other picture or text has that number. What a file is written in, its first bytes tell.
 */
final class SidecarTexts {

    private static final Logger LOG = LoggerFactory.getLogger(SidecarTexts.class);
    private static final int HEAD = 4096;
    private static final List<String> EXTENSIONS = List.of("xml", "hocr", "html", "htm");
    private static final Pattern ENDING = Pattern.compile("(?i)[._-](alto|hocr|page|ocr)$");
    private static final Pattern NUMBER = Pattern.compile("(\\d+)(?!.*\\d)");

    private final Map<String, Scan.Entry> files;
    private final FolderTree tree;
    private final Map<String, Optional<TextPlace>> places = new HashMap<>(); // each file is opened once
    private final Map<String, String> byStem = new HashMap<>();
    private final Map<String, String> byNumber = new HashMap<>();
    private final Set<String> pictures = new HashSet<>(); // their numbers
    private final Set<String> ambiguous = new HashSet<>();

    SidecarTexts(Map<String, Scan.Entry> files, FolderTree tree) {
        this.files = files;
        this.tree = tree;
        files.keySet().forEach(this::sort);
    }

    private void sort(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        boolean isBelow = path.indexOf('/') > 0;
        if (FileType.isPicture(name)) {
            count(number(name));
        } else if (EXTENSIONS.contains(extension(name)) && !FolderParts.isMets(name)) {
            byStem.putIfAbsent(stem(name), path);
            if (isBelow && !number(name).isEmpty() && byNumber.putIfAbsent(number(name), path) != null) {
                ambiguous.add(number(name));
            }
        }
    }

    private void count(String number) {
        if (!pictures.add(number)) {
            ambiguous.add(number);
        }
    }

    /** Where the words of a picture stand, by the picture's path below the item. */
    Optional<TextPlace> of(String picture) {
        String name = picture.substring(picture.lastIndexOf('/') + 1);
        return place(byStem.get(FileType.stem(name).toLowerCase(Locale.ROOT)))
                .or(() -> ambiguous.contains(number(name)) ? Optional.empty() : place(byNumber.get(number(name))));
    }

    /** A file of the item as the text of a page; empty when it is not there, or is none. */
    Optional<TextPlace> place(String path) {
        return path == null ? Optional.empty() : places.computeIfAbsent(path, this::read);
    }

    private Optional<TextPlace> read(String path) {
        return Optional.ofNullable(files.get(path)).flatMap(this::form)
                .map(form -> new TextPlace(form, new Member(0, path, "").toString(), 0));
    }

    private Optional<TextForm> form(Scan.Entry file) {
        if (!EXTENSIONS.contains(extension(file.name()))) {
            return Optional.empty();
        }
        try (Blob blob = tree.blob(file.node())) {
            return TextForm.of(blob.head(HEAD)).filter(form -> form != TextForm.PDF);
        } catch (IiifException e) {
            LOG.debug("{} is no text: {}", file.node().id(), e.getMessage());
            return Optional.empty();
        }
    }

    private static String stem(String name) {
        return ENDING.matcher(FileType.stem(name).toLowerCase(Locale.ROOT)).replaceFirst("");
    }

    private static String extension(String name) {
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    /** The last number in a name, without zeros before it. */
    private static String number(String name) {
        Matcher number = NUMBER.matcher(FileType.stem(name));
        return number.find() ? number.group(1).replaceFirst("^0+(?=\\d)", "") : "";
    }
}
