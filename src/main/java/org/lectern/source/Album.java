package org.lectern.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lectern.core.IiifException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/*
 * A METS document orders the pictures that it names; pictures that it does not name at all follow, so that nothing in a
 * folder is lost by an old or poor one.
 */
/** The pictures of a folder as pages, with the words that stand beside them, in the order of METS or of their names. */
final class Album {

    private static final Logger LOG = LoggerFactory.getLogger(Album.class);

    private final FolderParts parts;
    private final List<MetsFolder.Leaf> leaves;
    private final Description description;
    private final List<Section> sections;
    private final boolean isOrdered;

    private Album(FolderParts parts, List<MetsFolder.Leaf> leaves, Description description, List<Section> sections,
            boolean isOrdered) {
        this.parts = parts;
        this.leaves = leaves;
        this.description = description;
        this.sections = sections;
        this.isOrdered = isOrdered;
    }

    static Album of(List<Scan.Entry> pictures, FolderParts parts, FolderTree tree) {
        SidecarTexts texts = new SidecarTexts(parts.files(), tree);
        List<MetsFolder.Leaf> plain = pictures.stream().map(Scan.Entry::name)
                .map(name -> new MetsFolder.Leaf(name, FileType.stem(name), texts.of(name))).toList();
        Optional<Mets> mets = parts.mets().flatMap(file -> read(file, tree));
        if (mets.isPresent()) {
            MetsFolder folder = new MetsFolder(mets.get(), parts, texts);
            List<MetsFolder.Leaf> leaves = new ArrayList<>(folder.leaves());
            if (!leaves.isEmpty()) {
                Set<String> named = folder.named();
                plain.stream().filter(leaf -> !named.contains(leaf.picture())).forEach(leaves::add);
                return new Album(parts, leaves, mets.get().description(), folder.sections(), true);
            }
        }
        Description told = pictures.size() == 1
                ? EmbeddedMetadata.read(tree.blob(pictures.get(0).node())) : Description.NONE;
        return new Album(parts, plain, told, List.of(), false);
    }

    private static Optional<Mets> read(Scan.Entry file, FolderTree tree) {
        try {
            return Optional.of(Mets.read(tree.blob(file.node())));
        } catch (IiifException e) {
            LOG.warn("{} is ignored: {}", file.node().id(), e.getMessage());
            return Optional.empty();
        }
    }

    Description description() {
        return description;
    }

    List<Section> sections() {
        return sections;
    }

    List<ItemFile> files() {
        return PlainFiles.of(parts.files());
    }

    /** The only picture of an item without recordings is called as the item is. */
    List<Page> pages(Node node, boolean isOnlyPictures, FolderTree tree) {
        if (leaves.size() == 1 && isOnlyPictures && !isOrdered) {
            Page page = PageList.single(leaves.get(0).label(), new Member(0, leaves.get(0).picture(), "")).get(0);
            return List.of(new Page(0, 0, page.name(), page.label(), page.type(), page.size(), page.dpi(),
                    leaves.get(0).text(), page.member()));
        }
        PageList list = PageList.of(node, tree);
        for (MetsFolder.Leaf leaf : leaves) {
            Member member = new Member(0, leaf.picture(), "");
            list.add(list.pages().size(), leaf.label(), Optional.empty(), leaf.text(), member);
        }
        return list.pages();
    }

    Kind kind(List<Track> tracks) {
        if (tracks.isEmpty()) {
            return leaves.size() == 1 && !isOrdered ? Kind.IMAGE : Kind.TEXTS;
        }
        boolean isVideo = tracks.stream().flatMap(track -> track.media().stream())
                .anyMatch(file -> file.mediaType().startsWith("video/"));
        return isVideo ? Kind.MOVIES : Kind.AUDIO;
    }

    List<String> behavior(List<Track> tracks) {
        if (!tracks.isEmpty() || leaves.size() == 1 && !isOrdered) {
            return List.of();
        }
        return List.of(isOrdered ? "paged" : "individuals");
    }
}
