package org.lectern.service;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.lectern.core.ApiVersion;
import org.lectern.core.IiifException;
import org.lectern.presentation.Documents;
import org.lectern.presentation.LanguageMap;
import org.lectern.presentation.Reference;
import org.lectern.presentation.SearchResponse;
import org.lectern.presentation.Terms;
import org.lectern.search.BookText;
import org.lectern.search.Found;
import org.lectern.search.Suggestion;
import org.lectern.search.TextIndexes;
import org.lectern.search.TextQuery;
import org.lectern.source.Item;
import org.lectern.source.Resource;

/**
 * Search inside of items, in both versions of the Content Search API. Thread-safe.
 *
 * @see <a href="https://iiif.io/api/search/1.0/">Content Search API 1.0</a>
 * @see <a href="https://iiif.io/api/search/2.0/">Content Search API 2.0</a>
 */
public final class SearchInsideService {

    private static final String CONTEXT_2 = "http://iiif.io/api/search/2/context.json";
    private static final int SUGGESTIONS = 50;
    private static final int MOST_PAGES = 1_000_000;

    /** Motivations that the words of a page have, in either version: everything else finds nothing. */
    private static final Set<String> MOTIVATIONS = Set.of("painting", "sc:painting", "supplementing", "contextualizing");

    private final Finder finder;
    private final Links links;
    private final HoldingText texts;
    private final TextIndexes indexes;
    private final Duration patience;
    private final int pageSize;

    /**
     * Over a library.
     *
     * @param library where identifiers lead
     * @param links how URLs are written
     * @param words who reads words
     * @param indexes of all books
     * @param patience how long to wait for an index that is being made
     * @param pageSize hits on one page of an answer
     */
    public SearchInsideService(
            Library library, Links links, WordsOfItems words, TextIndexes indexes, Duration patience, int pageSize) {
        this.finder = new Finder(library, links);
        this.links = Objects.requireNonNull(links);
        this.texts = words.texts();
        this.indexes = Objects.requireNonNull(indexes);
        this.patience = Objects.requireNonNull(patience);
        this.pageSize = pageSize;
    }

    /**
     * What was asked behind the question mark.
     *
     * @param q what to search for
     * @param page which page of the answer, from 1; Lectern's own
     * @param motivation of the annotations wanted, separated by spaces
     * @param min how often a word must stand there, of completions
     * @param ignored names of parameters that were given, that the API knows and that do nothing here
     */
    public record Parameters(
            Optional<String> q,
            Optional<String> page,
            Optional<String> motivation,
            Optional<String> min,
            List<String> ignored) {}

    /**
     * One page of what a search found. Without anything to search for it is empty.
     *
     * @param version of the Content Search API: 1 or 2
     * @throws IiifException.Malformed when a parameter is wrong
     * @throws IiifException.Missing when there is no such item, or no such page of the answer
     * @throws IiifException.Denied when the visitor may not see it
     * @throws IiifException.Busy when its index is still being made
     */
    public Answer search(Asked asked, int version, Parameters parameters, Caller caller) {
        Holding holding = whole(asked, caller);
        int page = number("page", parameters.page(), MOST_PAGES);
        TextQuery query = meant(parameters);
        int from = (int) Math.min(Integer.MAX_VALUE, (page - 1L) * pageSize);
        Found found = indexes.search(texts.book(holding), query, from, pageSize, patience);
        int last = Math.max(1, (found.total() + pageSize - 1) / pageSize);
        if (page > last) {
            throw new IiifException.Missing("The answer has " + last + " pages, and no page " + page + ".");
        }
        SearchResponse response = response(holding, address(asked, parameters, caller), page, last, found, parameters, caller);
        return JsonAnswer.of(type(version, caller), Optional.empty(), List.of(), Documents.bytes(response, version));
    }

    private Holding whole(Asked asked, Caller caller) {
        Holding holding = finder.item(asked, caller);
        if (holding.resource() instanceof Resource.Leaf leaf) {
            throw new IiifException.Missing("A page is searched with its whole item: "
                    + links.search(caller.base(), leaf.item().id()).search1() + "?q=…");
        }
        return holding;
    }

    private static TextQuery meant(Parameters parameters) {
        TextQuery query = TextQuery.parse(parameters.q().orElse(""));
        boolean isOurs = parameters.motivation().map(String::strip).filter(text -> !text.isEmpty())
                .map(text -> Arrays.stream(text.split("\\s+")).anyMatch(MOTIVATIONS::contains)).orElse(true);
        return isOurs ? query : new TextQuery(List.of());
    }

    private static int number(String name, Optional<String> text, int most) {
        if (text.isEmpty() || text.get().isEmpty()) {
            return 1;
        }
        if (!text.get().matches("[1-9]\\d{0,8}") || Integer.parseInt(text.get()) > most) {
            throw new IiifException.Malformed(
                    "'" + text.get() + "' is no value of '" + name + "': it is a number from 1 to " + most + ".");
        }
        return Integer.parseInt(text.get());
    }

    /** The first page of the answer; the others have a page behind it. */
    private String address(Asked asked, Parameters parameters, Caller caller) {
        List<String> pairs = new ArrayList<>(List.of("q=" + Links.piece(parameters.q().orElse(""))));
        parameters.motivation().ifPresent(text -> pairs.add("motivation=" + Links.piece(text)));
        return links.asked(asked, caller) + "?" + String.join("&", pairs);
    }

    private SearchResponse response(
            Holding holding, String first, int page, int last, Found found, Parameters parameters, Caller caller) {
        Item item = holding.item().orElseThrow();
        List<String> canvases = CanvasIds.of(item, links, caller.base());
        List<SearchResponse.Hit> hits = new ArrayList<>();
        for (Found.Hit hit : found.hits()) {
            hits.add(hit(hit, canvases.get(hit.page())));
        }
        return new SearchResponse(
                numbered(first, page),
                first + "&layer=all",
                found.total(),
                found.start(),
                first,
                numbered(first, last),
                page < last ? Optional.of(numbered(first, page + 1)) : Optional.empty(),
                page > 1 ? Optional.of(numbered(first, page - 1)) : Optional.empty(),
                parameters.ignored(),
                new Reference(links.manifest(caller.base(), item.id()), Reference.Type.MANIFEST, label(item),
                        Optional.empty()),
                hits);
    }

    private static LanguageMap label(Item item) {
        List<String> segments = item.id().segments();
        return LanguageMap.of(item.label().isBlank() ? segments.get(segments.size() - 1) : item.label());
    }

    private static String numbered(String first, int page) {
        return page == 1 ? first : first + "&page=" + page;
    }

    /** Words are called as the page of all words calls them; the text around them keeps its spaces. */
    private static SearchResponse.Hit hit(Found.Hit hit, String canvas) {
        List<SearchResponse.Word> words = hit.words().stream()
                .map(word -> new SearchResponse.Word(canvas + "/word/" + word.offset(), word.text(), canvas, word.box()))
                .toList();
        Found.Word first = hit.words().get(0);
        Found.Word last = hit.words().get(hit.words().size() - 1);
        return new SearchResponse.Hit(
                canvas + "/hit/" + first.offset() + "-" + last.offset(),
                hit.match(),
                hit.before().isEmpty() ? "" : hit.before() + " ",
                hit.after().isEmpty() ? "" : " " + hit.after(),
                words);
    }

    /**
     * Words that begin as was typed.
     *
     * @param version of the Content Search API: 1 or 2
     * @throws IiifException.Malformed when {@code q} is missing or {@code min} is no number from 1
     * @throws IiifException.Missing when there is no such item
     * @throws IiifException.Denied when the visitor may not see it
     * @throws IiifException.Busy when its index is still being made
     */
    public Answer complete(Asked asked, int version, Parameters parameters, Caller caller) {
        Holding holding = whole(asked, caller);
        String beginning = parameters.q().orElseThrow(() -> new IiifException.Malformed(
                "q is missing: the beginning of a word, as in ?q=al"));
        int least = number("min", parameters.min(), Integer.MAX_VALUE);
        BookText book = texts.book(holding);
        String search = service(holding.item().orElseThrow(), version, caller);
        List<Terms.Term> terms = indexes.suggest(book, beginning, least, SUGGESTIONS, patience).stream()
                .map(one -> term(one, search)).toList();
        String id = links.asked(asked, caller) + "?q=" + Links.piece(beginning)
                + parameters.min().map(min -> "&min=" + Links.piece(min)).orElse("");
        List<String> ignored = Stream.concat(
                parameters.ignored().stream(), parameters.motivation().stream().map(any -> "motivation")).toList();
        return JsonAnswer.of(type(version, caller), Optional.empty(), List.of(),
                Documents.bytes(new Terms(id, ignored, terms), version));
    }

    private String service(Item item, int version, Caller caller) {
        var services = links.search(caller.base(), item.id());
        return version == 1 ? services.search1() : services.search2();
    }

    private static Terms.Term term(Suggestion suggestion, String search) {
        return new Terms.Term(suggestion.word(), suggestion.count(), search + "?q=" + Links.piece(suggestion.word()));
    }

    /** Version 1 is JSON unless it is asked otherwise, as everything of version 2 of presentations. */
    private static String type(int version, Caller caller) {
        return version == 1
                ? Accept.of(caller).contentType(ApiVersion.V2, ApiVersion.V2.presentationContext())
                : Accept.of(caller).contentType(ApiVersion.V3, CONTEXT_2);
    }

    /**
     * The indexes that are being made just now.
     *
     * @param books how many
     * @param done pages that are read, of all of them together
     * @param pages of all of them together
     */
    public record Indexing(int books, int done, int pages) {}

    /** How far they are. */
    public Indexing indexing() {
        List<TextIndexes.Progress> all = indexes.progress();
        return new Indexing(
                all.size(),
                all.stream().mapToInt(TextIndexes.Progress::done).sum(),
                all.stream().mapToInt(TextIndexes.Progress::pages).sum());
    }
}
