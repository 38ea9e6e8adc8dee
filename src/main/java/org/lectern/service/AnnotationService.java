package org.lectern.service;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.lectern.cache.Cache;
import org.lectern.core.ApiVersion;
import org.lectern.core.IiifException;
import org.lectern.presentation.Annotation;
import org.lectern.presentation.AnnotationPage;
import org.lectern.presentation.Documents;
import org.lectern.source.Item;
import org.lectern.source.Page;
import org.lectern.text.Line;
import org.lectern.text.PageText;
import org.lectern.text.Word;

/**
 * The text of pages as annotations: an annotation page of version 3, an annotation list of version 2. Words that were
 * read are kept in the cache of documents, together with those of the next pages of the same file. Thread-safe.
 */
public final class AnnotationService {

    private static final String KEY = "words1."; // another number when what is kept changes
    private static final int AHEAD = 16; // pages that are read with the one that was asked for

    private final Finder finder;
    private final Links links;
    private final HoldingText texts;
    private final Cache documents;
    private final Wording wording;

    /**
     * Over a library.
     *
     * @param library where identifiers lead
     * @param links how URLs are written
     * @param words who reads words
     * @param documents keeps what was read
     * @param wording words of Lectern's own
     */
    public AnnotationService(Library library, Links links, WordsOfItems words, Cache documents, Wording wording) {
        this.finder = new Finder(library, links);
        this.links = Objects.requireNonNull(links);
        this.texts = words.texts();
        this.documents = Objects.requireNonNull(documents);
        this.wording = Objects.requireNonNull(wording);
    }

    /**
     * The text of a page.
     *
     * @param asked a page of an item, or an item that is one picture
     * @param words whether word by word, else line by line
     * @throws IiifException.Missing when there is no such page, or it has no text
     * @throws IiifException.Denied when the visitor may not see it
     */
    public Answer page(Asked asked, boolean words, ApiVersion version, Caller caller) {
        Holding holding = finder.item(asked, caller);
        Page page = holding.page().orElseThrow(() -> new IiifException.Missing("'" + asked.id()
                + "' has more than one page; ask for the text of one of them: "
                + links.annotations(caller.base(), holding.item().orElseThrow(), firstOf(holding), words).in(version)));
        String id = links.asked(asked, caller) + (words ? "/words.json" : "/lines.json");
        return answer(holding, page, words, version, id, caller);
    }

    /**
     * The words of a canvas, as the Internet Archive names them.
     *
     * @param file name of the file that they stand in
     * @param canvas counts the canvases from 1
     * @throws IiifException.Missing when there is no such item or canvas, or it has no text
     * @throws IiifException.Denied when the visitor may not see it
     */
    public Answer canvas(Asked asked, String file, int canvas, ApiVersion version, Caller caller) {
        Holding holding = finder.item(asked, caller);
        List<Page> pages = holding.item().orElseThrow().pages();
        if (canvas < 1 || canvas > pages.size()) {
            throw new IiifException.Missing("'" + asked.id() + "' has the canvases 1 to " + pages.size()
                    + ", and no canvas " + canvas + ".");
        }
        String id = links.asked(asked, caller) + "/" + Links.piece(file) + "/" + canvas + ".json";
        return answer(holding, pages.get(canvas - 1), true, version, id, caller);
    }

    private static Page firstOf(Holding holding) {
        return holding.item().orElseThrow().pages().stream().findFirst()
                .orElseThrow(() -> new IiifException.Missing("There are no pages in it."));
    }

    private Answer answer(
            Holding holding, Page page, boolean words, ApiVersion version, String id, Caller caller) {
        Item item = holding.item().orElseThrow();
        if (page.text().isEmpty()) {
            throw new IiifException.Missing("Nothing is known of the words on '" + item.idOf(page) + "'.");
        }
        String canvas = CanvasIds.of(item, links, caller.base()).get(item.pages().indexOf(page));
        PageText text = text(holding, page);
        AnnotationPage annotations = new AnnotationPage(
                id,
                wording.in(words ? wording.words() : wording.lines()),
                words ? words(text, canvas) : lines(text, canvas));
        return JsonAnswer.of(
                Accept.of(caller).contentType(version, version.presentationContext()),
                Optional.of(item.modified()),
                List.of(),
                Documents.bytes(annotations, version));
    }

    private PageText text(Holding holding, Page page) {
        String validator = texts.validator(holding.item().orElseThrow());
        return PageTextBytes.read(documents.get(key(validator, page), () -> read(holding, page, validator)));
    }

    private byte[] read(Holding holding, Page page, String validator) {
        Map<Page, byte[]> read = new HashMap<>();
        try {
            texts.from(holding, page, AHEAD, (one, text) -> read.put(one, PageTextBytes.write(text)));
        } catch (IiifException.Broken | IiifException.TooLarge e) {
            if (!read.containsKey(page)) {
                throw e;
            }
        }
        byte[] own = read.remove(page);
        read.forEach((other, bytes) -> documents.put(key(validator, other), bytes));
        if (own == null) {
            throw new IiifException.Missing("The file that the words of '"
                    + holding.item().orElseThrow().idOf(page) + "' should stand in has fewer pages.");
        }
        return own;
    }

    private static String key(String validator, Page page) {
        return KEY + validator + "." + page.index();
    }

    private static List<Annotation> lines(PageText text, String canvas) {
        List<Annotation> annotations = new ArrayList<>();
        for (Line line : text.lines()) {
            String words = line.words().stream().map(Word::text).collect(Collectors.joining(" "));
            annotations.add(new Annotation(canvas + "/line/" + annotations.size(), words, line.language(),
                    Annotation.Granularity.LINE, canvas, line.box()));
        }
        return annotations;
    }

    private static List<Annotation> words(PageText text, String canvas) {
        List<Annotation> annotations = new ArrayList<>();
        for (Line line : text.lines()) {
            for (Word word : line.words()) {
                annotations.add(new Annotation(canvas + "/word/" + annotations.size(), word.text(), line.language(),
                        Annotation.Granularity.WORD, canvas, word.box()));
            }
        }
        return annotations;
    }
}
