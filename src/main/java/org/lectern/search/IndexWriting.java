package org.lectern.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LogDocMergePolicy;
import org.apache.lucene.index.SerialMergeScheduler;
import org.apache.lucene.store.NIOFSDirectory;

/** Writes the index of one book: a document for each page, then one for each word that may be suggested. */
final class IndexWriting {

    /** Tokens of a page. */
    static final String TEXT = "text";
    /** A page's words with their boxes. */
    static final String PAGE = "page";
    /** A page's index in the item. */
    static final String NUMBER = "number";
    /** A word, folded. */
    static final String WORD = "word";
    /** Its spelling. */
    static final String SPELLING = "spelling";
    /** How often it stands in the book. */
    static final String COUNT = "count";

    private static final double BUFFER = 16; // MB of heap

    private final Path folder;
    private final Runnable progress;
    private final BooleanSupplier stopped;
    private final Spellings spellings = new Spellings();

    /**
     * Into a folder.
     *
     * @param folder of its own, empty
     * @param progress told of each page
     * @param stopped whether to give up
     */
    IndexWriting(Path folder, Runnable progress, BooleanSupplier stopped) {
        this.folder = folder;
        this.progress = progress;
        this.stopped = stopped;
    }

    /**
     * Reads the book and writes its index.
     *
     * @throws CancellationException when it was stopped
     */
    void write(BookText book) throws IOException {
        // The files are read by plain reads: mapped ones cannot be deleted as long as the garbage collector likes.
        try (var directory = new NIOFSDirectory(folder); var writer = new IndexWriter(directory, config())) {
            book.read((number, text) -> page(writer, number, IndexedPage.of(text)));
            spellings.each((word, suggestion) -> word(writer, word, suggestion));
            writer.forceMerge(1);
            writer.commit();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** Merges keep the order of documents and run on this thread: no other is left behind. */
    private static IndexWriterConfig config() {
        return new IndexWriterConfig(null)
                .setOpenMode(IndexWriterConfig.OpenMode.CREATE)
                .setMergePolicy(new LogDocMergePolicy())
                .setMergeScheduler(new SerialMergeScheduler())
                .setRAMBufferSizeMB(BUFFER)
                .setCommitOnClose(false);
    }

    private void page(IndexWriter writer, int number, IndexedPage page) {
        if (stopped.getAsBoolean()) {
            throw new CancellationException("the index is not wanted any more");
        }
        progress.run();
        if (page.words().isEmpty()) {
            return;
        }
        spellings.count(page);
        var document = new Document();
        document.add(new TextField(TEXT, new Tokens(page.tokens())));
        document.add(new StoredField(NUMBER, number));
        document.add(new StoredField(PAGE, page.bytes()));
        add(writer, document);
    }

    private void word(IndexWriter writer, String word, Suggestion suggestion) {
        var document = new Document();
        document.add(new StringField(WORD, Tokens.term(word), Field.Store.NO));
        document.add(new StoredField(SPELLING, suggestion.word()));
        document.add(new StoredField(COUNT, suggestion.count()));
        add(writer, document);
    }

    private static void add(IndexWriter writer, Document document) {
        try {
            writer.addDocument(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
