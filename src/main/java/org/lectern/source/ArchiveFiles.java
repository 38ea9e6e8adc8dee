package org.lectern.source;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.lectern.source.ItemFile.Use;

/**
 * The files of an item in the Internet Archive's shape that readers may have: all but what the archive keeps private,
 * what describes the item to this server alone, and checksums.
 */
final class ArchiveFiles {

    private static final String ITEM_IMAGE = "Item Image"; // stands for the item, as its tile does
    private static final int LINKED_AT_MOST = 2000;
    private static final Set<String> CHECKSUMS = Set.of("md5", "sha1", "sha256", "sha512", "sfv", "ffp", "st5");

    private ArchiveFiles() {}

    /**
     * What is known of an item's files.
     *
     * @return by path; empty when the archive's list is there and cannot be read, so that nobody knows what is private
     */
    static Optional<Map<String, FilesXml.Told>> told(String item, ItemTree files, FolderTree tree) {
        Optional<Scan.Entry> list = list(item, files);
        return list.isEmpty()
                ? Optional.of(Map.of())
                : ArchiveOrgBook.read(tree.blob(list.get().node()), FilesXml::read);
    }

    /** The archive's list of an item's files. */
    static Optional<Scan.Entry> list(String item, ItemTree files) {
        return files.file(item + "_files.xml").or(() -> sole(files));
    }

    /** An item may have been stored under another name than the archive's. */
    private static Optional<Scan.Entry> sole(ItemTree files) {
        List<Scan.Entry> all = files.in("").values().stream()
                .filter(file -> file.name().endsWith("_files.xml")).toList();
        return all.stream().filter(file -> all.size() == 1).findFirst();
    }

    /** Those that people want first, then those for programs, then those that are not linked. */
    static List<ItemFile> of(ItemTree files, Map<String, FilesXml.Told> told) {
        List<ItemFile> list = new ArrayList<>();
        files.files().forEach((path, entry) -> {
            Optional<FilesXml.Told> known = Optional.ofNullable(told.get(path));
            if (!known.map(FilesXml.Told::isPrivate).orElse(false) && !isHidden(entry.name())) {
                list.add(file(path, entry, known.flatMap(FilesXml.Told::format)));
            }
        });
        list.sort(Comparator.comparing(ItemFile::use).thenComparing(file -> ArchiveFormats.rank(file.label())));
        return limited(distinct(list));
    }

    /** Of the pictures of an item those that somebody sent, where that is known; else all. */
    static List<Scan.Entry> originals(List<Scan.Entry> pictures, Map<String, FilesXml.Told> told) {
        List<Scan.Entry> originals = pictures.stream().filter(picture -> Optional.ofNullable(told.get(picture.name()))
                .filter(known -> known.isOriginal() && !known.isPrivate())
                .filter(known -> !known.format().orElse("").equals(ITEM_IMAGE)).isPresent()).toList();
        return originals.isEmpty() ? pictures : originals;
    }

    private static boolean isHidden(String name) {
        String plain = name.toLowerCase(Locale.ROOT);
        return plain.equals(ItemJson.NAME) || plain.endsWith(ItemJson.SUFFIX) || plain.endsWith("_meta.sqlite")
                || CHECKSUMS.contains(plain.substring(plain.lastIndexOf('.') + 1));
    }

    private static ItemFile file(String path, Scan.Entry entry, Optional<String> told) {
        Optional<ArchiveFormats.Form> form = ArchiveFormats.of(path, told);
        return form.map(known -> new ItemFile(path, known.name(), ArchiveFormats.mediaType(path, known), known.use(),
                        known.profile(), entry.length()))
                .orElseGet(() -> new ItemFile(path, told.orElse(entry.name()), ArchiveFormats.mediaType(path), Use.NONE,
                        Optional.empty(), entry.length()));
    }

    /** Of several linked ones of a form each is called by its path too. */
    private static List<ItemFile> distinct(List<ItemFile> files) {
        Map<String, Integer> counts = new HashMap<>();
        files.stream().filter(file -> file.use() != Use.NONE)
                .forEach(file -> counts.merge(file.label(), 1, Integer::sum));
        return files.stream().map(file -> file.use() == Use.NONE || counts.get(file.label()) == 1 ? file
                : new ItemFile(file.name(), file.label() + ": " + file.name(), file.mediaType(), file.use(),
                        file.profile(), file.length())).toList();
    }

    private static List<ItemFile> limited(List<ItemFile> files) {
        Stream<ItemFile> rest = files.stream().skip(LINKED_AT_MOST).map(file -> new ItemFile(file.name(), file.label(),
                file.mediaType(), Use.NONE, Optional.empty(), file.length()));
        return Stream.concat(files.stream().limit(LINKED_AT_MOST), rest).toList();
    }
}
