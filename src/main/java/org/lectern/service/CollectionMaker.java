package org.lectern.service;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.lectern.core.IiifException;
import org.lectern.image.Limits;
import org.lectern.presentation.Collection;
import org.lectern.presentation.LanguageMap;
import org.lectern.presentation.Reference;
import org.lectern.presentation.Thumbnail;
import org.lectern.presentation.VersionedUri;
import org.lectern.source.Folder;
import org.lectern.source.Summary;

/**
 * Makes the model of a collection: folders first, then items, each in natural order. One of more than {@value #MOST}
 * members is cut into pages, {@code collection.json?page=1} and so on. Thread-safe.
 */
final class CollectionMaker {

    /** Members of one document. */
    static final int MOST = 1000;

    private static final String DIGITS = "[0-9]{1,9}";

    private final Links links;
    private final Places places;
    private final Thumbnails thumbnails;

    CollectionMaker(Links links, Limits limits, Places places) {
        this.links = links;
        this.places = places;
        this.thumbnails = new Thumbnails(limits);
    }

    /** How many members of a folder the document holds that a request asks for. */
    static int members(Folder folder, Optional<String> page) {
        int total = total(folder);
        return total <= MOST ? total : page.isEmpty() ? last(total) : MOST;
    }

    /**
     * Of a folder, or one page of it.
     *
     * @param id the URI it was asked for at, without the page
     * @param page text of the parameter {@code page}, when there is one
     * @throws IiifException.Malformed when that is no number from 1
     * @throws IiifException.Missing when the collection has no such page
     */
    Collection of(String id, Folder folder, Optional<String> page, Caller caller) {
        if (page.isPresent()) {
            return page(id, folder, number(page.get(), folder), caller);
        }
        int total = total(folder);
        List<Reference> items = total <= MOST
                ? members(folder, 0, total, caller.base())
                : IntStream.rangeClosed(1, last(total)).mapToObj(n -> page(folder, n, caller.base())).toList();
        return new Collection(
                id,
                places.label(folder.id(), folder.label()),
                Optional.empty(),
                thumbnail(folder.items(), caller.base()),
                places.provider(caller.base()),
                items,
                places.parent(folder.id(), caller),
                total <= MOST ? Optional.empty() : Optional.of(new Collection.Whole(total)));
    }

    private Collection page(String id, Folder folder, int number, Caller caller) {
        String base = caller.base();
        int start = (number - 1) * MOST;
        int end = end(folder, number);
        VersionedUri whole = links.collection(base, folder.id());
        int last = last(total(folder));
        return new Collection(
                id + "?page=" + number,
                label(folder, number),
                Optional.empty(),
                thumbnail(items(folder, start, end), base),
                places.provider(base),
                members(folder, start, end, base),
                List.of(places.folder(folder.id(), folder.label(), base)),
                Optional.of(new Collection.Page(
                        start,
                        number < last ? Optional.of(numbered(whole, number + 1)) : Optional.empty(),
                        number > 1 ? Optional.of(numbered(whole, number - 1)) : Optional.empty())));
    }

    private static int number(String text, Folder folder) {
        if (!text.matches(DIGITS) || Integer.parseInt(text) == 0) {
            throw new IiifException.Malformed(
                    "The parameter 'page' is '" + text + "'; a whole number from 1 is meant.");
        }
        int total = total(folder);
        if (total <= MOST) {
            throw new IiifException.Missing("This collection is not cut into pages; ask for it without 'page'.");
        }
        if (Integer.parseInt(text) > last(total)) {
            throw new IiifException.Missing(
                    "This collection has " + last(total) + " pages; there is no page " + text + ".");
        }
        return Integer.parseInt(text);
    }

    /** Points to a page of a folder. */
    private Reference page(Folder folder, int number, String base) {
        return new Reference(numbered(links.collection(base, folder.id()), number), Reference.Type.COLLECTION,
                label(folder, number), Optional.empty());
    }

    private static VersionedUri numbered(VersionedUri whole, int number) {
        return new VersionedUri(whole.v2() + "?page=" + number, whole.v3() + "?page=" + number);
    }

    /** Which members stand there, counted from 1. */
    private LanguageMap label(Folder folder, int number) {
        return LanguageMap.of(places.title(folder.id(), folder.label())
                + ", " + ((number - 1) * MOST + 1) + "–" + end(folder, number));
    }

    private static int end(Folder folder, int number) {
        return Math.min(total(folder), number * MOST);
    }

    private static int total(Folder folder) {
        return folder.folders().size() + folder.items().size();
    }

    private static int last(int total) {
        return Math.max(1, (total - 1) / MOST + 1);
    }

    private List<Reference> members(Folder folder, int start, int end, String base) {
        List<Reference> members = new ArrayList<>();
        int folders = folder.folders().size();
        folder.folders().subList(Math.min(start, folders), Math.min(end, folders))
                .forEach(entry -> members.add(places.folder(entry.id(), entry.label(), base)));
        items(folder, start, end).forEach(item -> members.add(item(item, base)));
        return members;
    }

    private static List<Summary> items(Folder folder, int start, int end) {
        int folders = folder.folders().size();
        return folder.items().subList(Math.max(0, start - folders), Math.max(0, end - folders));
    }

    private Reference item(Summary item, String base) {
        return new Reference(
                links.manifest(base, item.id()),
                Reference.Type.MANIFEST,
                places.label(item.id(), item.label()),
                thumbnails.of(item, links, base));
    }

    private Optional<Thumbnail> thumbnail(List<Summary> items, String base) {
        return items.stream().flatMap(item -> thumbnails.of(item, links, base).stream()).findFirst();
    }
}
