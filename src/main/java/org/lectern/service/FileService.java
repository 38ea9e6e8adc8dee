package org.lectern.service;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.lectern.blob.Blob;
import org.lectern.blob.Validators;
import org.lectern.core.Identifier;
import org.lectern.core.IiifException;
import org.lectern.source.Item;
import org.lectern.source.ItemFile;
import org.lectern.source.Resource;
import org.lectern.source.Track;

/**
 * The files of items, as they are stored. Given are those that an item lists, by the very names it lists them by:
 * there is no way from a name to anything else. Thread-safe.
 */
public final class FileService {

    private static final int DEEPEST = 32; // pieces that may belong to the identifier

    private final Library library;
    private final Links links;

    /**
     * Over a library.
     *
     * @param library where identifiers lead
     * @param links how URLs are written
     */
    public FileService(Library library, Links links) {
        this.library = Objects.requireNonNull(library);
        this.links = Objects.requireNonNull(links);
    }

    /**
     * The answer for {@code /iiif/resource/{id}/{file}}. Both may hold raw slashes: the shortest identifier counts that
     * is an item and lists a file of the rest's name.
     *
     * @param pieces of the path, decoded, two at least
     * @throws IiifException.Missing when there is no such item, or it lists no such file
     * @throws IiifException.Denied when the visitor may not see it
     */
    public Answer file(List<String> pieces, Caller caller) {
        library.admit(new Identifier(String.join("/", pieces)), caller.visitor());
        List<Item> without = new ArrayList<>();
        for (int end = 1; end < pieces.size() && end <= DEEPEST; end++) {
            Identifier id = new Identifier(String.join("/", pieces.subList(0, end)));
            String name = String.join("/", pieces.subList(end, pieces.size()));
            Optional<Holding> holding = library.find(id, caller.visitor()).filter(FileService::isWhole);
            if (holding.isPresent()) {
                Item item = holding.get().item().orElseThrow();
                Optional<ItemFile> file = listed(item, name);
                if (file.isPresent()) {
                    return answer(holding.get(), file.get(), caller);
                }
                without.add(item);
            }
        }
        throw missing(pieces, without, caller);
    }

    /** A page of an item has no files of its own. */
    private static boolean isWhole(Holding holding) {
        return holding.resource() instanceof Resource.Whole;
    }

    private static Optional<ItemFile> listed(Item item, String name) {
        return Stream.concat(item.apparatus().files().stream(), item.apparatus().tracks().stream().flatMap(FileService::of))
                .filter(file -> spelled(item, file).equals(name) && isOpen(file.name()))
                .findFirst();
    }

    /** What a manifest links of a recording. */
    private static Stream<ItemFile> of(Track track) {
        return Stream.of(track.media().stream(), track.captions().stream().map(Track.Caption::file), track.image().stream())
                .flatMap(Function.identity());
    }

    /** An item that is a file is called as that file. */
    private static String spelled(Item item, ItemFile file) {
        List<String> segments = item.id().segments();
        return file.name().isEmpty() ? segments.get(segments.size() - 1) : file.name();
    }

    /** Whatever a list says: what is hidden stays so. */
    private static boolean isOpen(String name) {
        return Arrays.stream(name.split("/")).noneMatch(segment -> segment.startsWith("."));
    }

    private Answer answer(Holding holding, ItemFile file, Caller caller) {
        Item item = holding.item().orElseThrow();
        Blob blob = library.file(holding, file, caller.visitor());
        String name = spelled(item, file);
        return new Answer.File(
                file.mediaType(),
                name.substring(name.lastIndexOf('/') + 1),
                new Answer.Validity(Validators.of(blob.validator(), file.mediaType()), Optional.of(blob.modified())),
                List.of(new Answer.Link(links.file(caller.base(), item, file), "canonical")),
                blob);
    }

    private IiifException missing(List<String> pieces, List<Item> without, Caller caller) {
        String path = String.join("/", pieces);
        if (without.isEmpty()) {
            return new IiifException.Missing("No item stands in front of '" + path + "'; a file is named"
                    + " /iiif/resource/{item}/{file}, and the list of all items is at " + caller.base() + "/.");
        }
        Identifier item = without.get(0).id();
        return new IiifException.Missing("'" + item + "' lists no file '" + path.substring(Math.min(path.length(),
                item.text().length() + 1)) + "'; those that it lists are told at " + caller.base() + "/iiif/"
                + links.encode(item) + ".");
    }
}
