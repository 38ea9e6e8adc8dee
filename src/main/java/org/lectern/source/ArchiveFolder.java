package org.lectern.source;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the Internet Archive's files tell of a folder of pictures or recordings, where they mark it as an item.
 *
 * @param tree all its files; empty in a folder that is not marked
 * @param told what is known of them by path; empty when nobody knows what is private
 */
record ArchiveFolder(Optional<ItemTree> tree, Optional<Map<String, FilesXml.Told>> told) {

    static ArchiveFolder of(Node node, Scan scan, FolderTree tree) {
        if (!ItemTree.isMarked(node, scan)) {
            return new ArchiveFolder(Optional.empty(), Optional.of(Map.of()));
        }
        ItemTree files = ItemTree.of(node, scan, tree);
        return new ArchiveFolder(Optional.of(files), ArchiveFiles.told(node.name(), files, tree));
    }

    /** Of the pictures those that somebody sent, where that is known. */
    List<Scan.Entry> originals(List<Scan.Entry> pictures) {
        return ArchiveFiles.originals(pictures, told.orElse(Map.of()));
    }

    /** Those that readers may have; empty in a folder that is not marked. */
    Optional<List<ItemFile>> files() {
        return tree.map(files -> told.map(known -> ArchiveFiles.of(files, known)).orElse(List.of()));
    }

    /** Those of the files that are not private, so that no text of a page is one. */
    FolderParts open(FolderParts parts) {
        Map<String, Scan.Entry> files = new LinkedHashMap<>(parts.files());
        files.keySet().removeIf(this::isPrivate);
        return new FolderParts(files, parts.mets().filter(file -> !isPrivate(file.name())));
    }

    private boolean isPrivate(String path) {
        return told.map(known -> known.containsKey(path) && known.get(path).isPrivate()).orElse(true);
    }

    /** The tracks of its recordings; none when nobody knows which are private. */
    List<Track> tracks(Node node, Scan scan, FolderTree library) {
        Optional<Scan.Entry> list = tree.flatMap(files -> ArchiveFiles.list(node.name(), files));
        Optional<Map<String, RecordingsXml.Told>> recordings = list.isEmpty()
                ? Optional.of(Map.of())
                : ArchiveOrgBook.read(library.blob(list.get().node()), RecordingsXml::read);
        return recordings.map(known -> new Recordings(scan, known, library).tracks()).orElse(List.of());
    }
}
