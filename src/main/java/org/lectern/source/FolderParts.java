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
 * @param stamp changes when one of those below comes, goes or changes
 */
record FolderParts(Map<String, Scan.Entry> files, Optional<Scan.Entry> mets, String stamp) {

    private static final Set<String> TEXTS = Set.of("alto", "hocr", "ocr", "page", "fulltext", "text");
    private static final int FOLDERS = 64;

    static FolderParts of(Scan scan, FolderTree tree) {
        Optional<Scan.Entry> mets = scan.entries().stream()
                .filter(entry -> entry.isFile() && isMets(entry.name())).findFirst();
        List<Scan.Entry> folders = scan.entries().stream()
                .filter(entry -> !entry.isFile() && !entry.isLink() && (mets.isPresent() || isText(entry.name())))
                .limit(FOLDERS).toList();
        Map<String, Scan.Entry> files = new LinkedHashMap<>();
        scan.entries().stream().filter(Scan.Entry::isFile).forEach(entry -> files.put(entry.name(), entry));
        for (Scan.Entry folder : folders) {
            tree.scan(folder.node()).entries().stream().filter(Scan.Entry::isFile)
                    .forEach(entry -> files.put(folder.name() + "/" + entry.name(), entry));
        }
        String stamp = folders.stream().map(folder -> tree.scan(folder.node()).validator())
                .collect(Collectors.joining("\n"));
        return new FolderParts(files, mets, stamp);
    }

    static boolean isMets(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.equals("mets.xml") || lower.endsWith("_mets.xml") || lower.endsWith(".mets.xml");
    }

    private static boolean isText(String folder) {
        return TEXTS.contains(folder.toLowerCase(Locale.ROOT));
    }
}
