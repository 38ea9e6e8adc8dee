package org.lectern.service;

import java.util.Optional;
import org.lectern.core.IiifException;
import org.lectern.source.Item;
import org.lectern.source.Page;
import org.lectern.source.Resource;

/** Finds what a request needs, or says what would be right. */
final class Finder {

    private final Library library;
    private final Links links;

    Finder(Library library, Links links) {
        this.library = library;
        this.links = links;
    }

    /** Anything of that name. */
    Holding any(Asked asked, Caller caller) {
        return library.find(asked.id(), caller.visitor())
                .orElseThrow(() -> new IiifException.Missing(
                        "There is nothing named '" + asked.id() + "' here; the list of all items is at "
                                + caller.base() + "/."));
    }

    /** One picture. */
    Holding image(Asked asked, Caller caller) {
        Holding holding = any(asked, caller);
        if (holding.page().isPresent() || holding.resource() instanceof Resource.File) {
            return holding;
        }
        throw new IiifException.Missing(named(asked) + " is not an image; " + instead(holding, asked, caller));
    }

    /** An item or a page of one. */
    Holding item(Asked asked, Caller caller) {
        Holding holding = any(asked, caller);
        if (holding.item().isPresent()) {
            return holding;
        }
        throw new IiifException.Missing(named(asked) + " has no manifest; " + instead(holding, asked, caller));
    }

    /**
     * The item that was found, or that what was found lies in: a file of an item has its rights and its manifest.
     * Whoever was let in to the file may see the item.
     */
    Optional<Item> owner(Holding holding, Caller caller) {
        return holding.resource() instanceof Resource.File file
                ? library.find(file.item(), caller.visitor()).flatMap(Holding::item)
                : holding.item();
    }

    /** A folder, or the library. */
    Resource.Shelf shelf(Asked asked, Caller caller) {
        Holding holding = any(asked, caller);
        if (holding.resource() instanceof Resource.Shelf shelf) {
            return shelf;
        }
        throw new IiifException.Missing(named(asked) + " is not a collection; " + instead(holding, asked, caller));
    }

    private static String named(Asked asked) {
        return asked.id().isRoot() ? "The library itself" : "'" + asked.id() + "'";
    }

    private String instead(Holding holding, Asked asked, Caller caller) {
        if (holding.resource() instanceof Resource.File) {
            return "it is a file in an item: its image information is at " + links.asked(asked, caller) + "/info.json.";
        }
        Optional<Item> item = holding.item();
        if (item.isEmpty()) {
            return "it is a collection: see " + links.asked(asked, caller) + "/collection.json.";
        }
        String manifest = "it is an item: its manifest is " + links.asked(asked, caller) + "/manifest.json";
        Optional<Page> first = item.get().pages().stream().findFirst();
        return first.map(page -> manifest + ", its first image "
                        + links.image(caller.base(), item.get(), page).v3() + "/info.json.")
                .orElse(manifest + ".");
    }
}
