package org.lectern.search;

import java.util.Iterator;
import java.util.List;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** The tokens of a page as Lucene takes them: one position each. */
final class Tokens extends TokenStream {

    private static final int LONGEST = 8_000; // characters; Lucene refuses terms of more than 32 766 bytes

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final List<IndexedPage.Token> tokens;
    private Iterator<IndexedPage.Token> rest;

    Tokens(List<IndexedPage.Token> tokens) {
        this.tokens = tokens;
        this.rest = tokens.iterator();
    }

    static String term(String token) {
        return token.length() > LONGEST ? token.substring(0, LONGEST) : token;
    }

    @Override
    public void reset() {
        rest = tokens.iterator();
    }

    @Override
    public boolean incrementToken() {
        clearAttributes();
        if (!rest.hasNext()) {
            return false;
        }
        term.append(term(rest.next().text()));
        return true;
    }
}
