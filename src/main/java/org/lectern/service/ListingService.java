package org.lectern.service;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.lectern.core.IiifException;
import org.lectern.image.Limits;
import org.lectern.source.ItemQuery;
import org.lectern.source.Listing;
import org.lectern.source.Summary;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The list of all items, as JSON. Pages count from 1, items from 0; 50 a page unless {@code limit} says
 * otherwise, at most 100. Thread-safe.
 */
public final class ListingService {

    private final Library library;
    private final Cards cards;

    /**
     * Over a library.
     *
     * @param library what there is
     * @param links how URLs are written
     * @param limits how large a thumbnail may be
     */
    public ListingService(Library library, Links links, Limits limits) {
        this.library = Objects.requireNonNull(library);
        this.cards = new Cards(Objects.requireNonNull(links), Objects.requireNonNull(limits));
    }

    /**
     * One page of the list, in both shapes that clients know. {@code next} is the index of the first entry
     * of the next page, {@code cursor} the number of that page as a text; both null at the end. A page
     * behind the end is empty.
     *
     * @param path where it was asked for, below the base URL: {@code "/"} or {@code "/iiif/"}
     * @param page text of the parameter {@code page}
     * @param limit text of the parameter {@code limit}
     * @throws IiifException.Malformed when one of them is no number or below 1
     */
    public Answer list(String path, Optional<String> page, Optional<String> limit, Caller caller) {
        Window window = Window.parse(page, limit);
        Listing listing = library.list(new ItemQuery(window.from(), window.limit()), caller.visitor());
        return JsonAnswer.of(
                Accept.JSON,
                Optional.empty(),
                links(caller.base() + path, window, listing.total()),
                Map.of("Vary", "Accept", "X-Total-Count", String.valueOf(listing.total())),
                Cards.bytes(document(window, listing, caller.base())));
    }

    private ObjectNode document(Window window, Listing listing, String base) {
        ObjectNode document = Cards.document();
        document.put("numFound", listing.total());
        document.put("start", window.start());
        document.put("page", window.page());
        document.put("limit", window.limit());
        boolean more = hasNext(window, listing.total());
        document.set("next", more ? document.numberNode(window.start().add(limit(window))) : document.nullNode());
        ArrayNode ids = document.putArray("ids");
        listing.items().stream().map(Summary::id).forEach(id -> ids.add(id.text()));
        document.put("count", listing.items().size());
        document.put("total", listing.total());
        document.put("cursor", more ? window.page().add(BigInteger.ONE).toString() : null);
        ArrayNode items = document.putArray("items");
        listing.items().forEach(item -> items.add(cards.of(item, base)));
        return document;
    }

    private static BigInteger limit(Window window) {
        return BigInteger.valueOf(window.limit());
    }

    private static boolean hasNext(Window window, int total) {
        return window.start().add(limit(window)).compareTo(BigInteger.valueOf(total)) < 0;
    }

    private static List<Answer.Link> links(String uri, Window window, int total) {
        BigInteger last = BigInteger.valueOf(window.last(total));
        List<Answer.Link> links = new ArrayList<>();
        links.add(link(uri, BigInteger.ONE, window, "first"));
        if (window.page().compareTo(BigInteger.ONE) > 0) {
            links.add(link(uri, window.page().subtract(BigInteger.ONE).min(last), window, "prev"));
        }
        if (hasNext(window, total)) {
            links.add(link(uri, window.page().add(BigInteger.ONE), window, "next"));
        }
        links.add(link(uri, last, window, "last"));
        return links;
    }

    private static Answer.Link link(String uri, BigInteger page, Window window, String rel) {
        return new Answer.Link(uri + "?page=" + page + "&limit=" + window.limit(), rel);
    }
}
