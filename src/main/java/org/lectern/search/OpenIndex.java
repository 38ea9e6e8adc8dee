package org.lectern.search;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.NIOFSDirectory;
import org.apache.lucene.util.BytesRef;

/** The finished index of one book. Thread-safe; stays open while it is used, even after it was closed for others. */
final class OpenIndex {

    private static final int MOST_HITS = 100_000; // further ones are neither counted nor shown

    private final DirectoryReader reader;
    private final IndexSearcher searcher;

    private OpenIndex(DirectoryReader reader) {
        this.reader = reader;
        this.searcher = new IndexSearcher(reader);
        this.searcher.setQueryCache(null);
    }

    static OpenIndex open(Path folder) throws IOException {
        var directory = new NIOFSDirectory(folder);
        try {
            return new OpenIndex(DirectoryReader.open(directory));
        } catch (IOException | RuntimeException e) {
            directory.close();
            throw e;
        }
    }

    /** Whether it may be used; {@link #release} after. */
    boolean acquire() {
        return reader.tryIncRef();
    }

    void release() throws IOException {
        reader.decRef();
    }

    /** The last release closes the files. */
    void close() throws IOException {
        reader.decRef();
    }

    Found find(TextQuery query, int from, int limit) throws IOException {
        StoredFields stored = reader.storedFields();
        List<Found.Hit> hits = new ArrayList<>();
        int total = 0;
        for (ScoreDoc candidate : candidates(query)) {
            Document document = stored.document(candidate.doc);
            BytesRef bytes = document.getBinaryValue(IndexWriting.PAGE);
            IndexedPage page = IndexedPage.read(bytes.bytes, bytes.offset, bytes.length);
            int number = document.getField(IndexWriting.NUMBER).numericValue().intValue();
            for (IndexedPage.Span span : page.find(query)) {
                if (total >= from && hits.size() < limit) {
                    hits.add(page.hit(number, span));
                }
                total++;
            }
            if (total >= MOST_HITS) {
                break;
            }
        }
        return new Found(total, from, hits);
    }

    /** The pages that hold all words of a query, in the order they were read. */
    private ScoreDoc[] candidates(TextQuery query) throws IOException {
        var all = new BooleanQuery.Builder();
        for (TextQuery.Phrase phrase : query.phrases()) {
            for (int i = 0; i < phrase.words().size(); i++) {
                boolean isOpen = phrase.open() && i == phrase.words().size() - 1;
                Term term = new Term(IndexWriting.TEXT, Tokens.term(phrase.words().get(i)));
                Query word = isOpen ? new PrefixQuery(term) : new TermQuery(term);
                all.add(word, BooleanClause.Occur.FILTER);
            }
        }
        ScoreDoc[] found = searcher.search(all.build(), Math.max(1, reader.maxDoc())).scoreDocs;
        Arrays.sort(found, (one, other) -> Integer.compare(one.doc, other.doc));
        return found;
    }

    /** The words that begin so, by alphabet. */
    List<Suggestion> words(String beginning, int least, int limit) throws IOException {
        List<Suggestion> words = new ArrayList<>();
        Terms terms = MultiTerms.getTerms(reader, IndexWriting.WORD);
        if (terms == null) {
            return words;
        }
        BytesRef prefix = new BytesRef(Tokens.term(beginning));
        TermsEnum at = terms.iterator();
        boolean more = at.seekCeil(prefix) != TermsEnum.SeekStatus.END;
        for (; more && words.size() < limit && startsWith(at.term(), prefix); more = at.next() != null) {
            PostingsEnum postings = at.postings(null, PostingsEnum.NONE);
            if (postings.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
                Document document = reader.storedFields().document(postings.docID());
                int count = document.getField(IndexWriting.COUNT).numericValue().intValue();
                if (count >= least) {
                    words.add(new Suggestion(document.get(IndexWriting.SPELLING), count));
                }
            }
        }
        return words;
    }

    private static boolean startsWith(BytesRef term, BytesRef prefix) {
        return term.length >= prefix.length && Arrays.equals(term.bytes, term.offset, term.offset + prefix.length,
                prefix.bytes, prefix.offset, prefix.offset + prefix.length);
    }
}
