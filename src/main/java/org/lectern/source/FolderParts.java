package org.lectern.source;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The files that an item in a folder may be made of: those in the folder, and those in folders of texts directly below
 * it ({@code alto/}, {@code hocr/} …); with a METS file, those of all folders directly below.
 *
 * @param files by their paths below the folder, in order
 * @param mets the METS file, by its name
 */
record FolderParts(Map<String, Scan.Entry> files, Optional<Scan.Entry> mets) {

    private static final Set<String> TEXTS = Set.of("alto", "hocr", "ocr", "page", "fulltext", "text");
    private static final int FOLDERS = 64;

    static FolderParts of(Scan scan, FolderTree tree) {
        Map<String, Scan.Entry> files = new LinkedHashMap<>();
        scan.entries().stream().filter(Scan.Entry::isFile).forEach(entry -> files.put(entry.name(), entry));
        for (Scan.Entry folder : folders(scan)) {
            tree.scan(folder.node()).entries().stream().filter(Scan.Entry::isFile)
                    .forEach(entry -> files.put(folder.name() + "/" + entry.name(), entry));
        }
        return new FolderParts(files, mets(scan));
    }

    /** Changes when one of those below comes, goes or changes; asked at each request, so no list is made for it. */
    static String stamp(Scan scan, FolderTree tree) {
        return folders(scan).stream().map(folder -> tree.scan(folder.node()).validator())
                .collect(Collectors.joining("\n"));
    }

    private static Optional<Scan.Entry> mets(Scan scan) {
        return scan.entries().stream().filter(entry -> entry.isFile() && isMets(entry.name())).findFirst();
    }

    private static List<Scan.Entry> folders(Scan scan) {
        if (scan.files().size() == scan.entries().size()) {
            return List.of();
        }
        boolean isMets = mets(scan).isPresent();
        return scan.entries().stream()
                .filter(entry -> !entry.isFile() && !entry.isLink() && (isMets || isText(entry.name())))
                .limit(FOLDERS).toList();
    }

    static boolean isMets(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.equals("mets.xml") || lower.endsWith("_mets.xml") || lower.endsWith(".mets.xml");
    }

    private static boolean isText(String folder) {
        return TEXTS.contains(folder.toLowerCase(Locale.ROOT));
    }
}
