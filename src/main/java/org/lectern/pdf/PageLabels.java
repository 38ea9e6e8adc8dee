package org.lectern.pdf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.pdmodel.PDDocumentCatalog;
import org.apache.pdfbox.pdmodel.common.PDPageLabelRange;
import org.apache.pdfbox.pdmodel.common.PDPageLabels;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The labels of pages: {@code i, ii, iii, 1, 2, A-1} … as ranges of the catalog number them. */
final class PageLabels {

    private static final Logger LOG = LoggerFactory.getLogger(PageLabels.class);
    private static final int PREFIX_AT_MOST = 64;
    private static final int ROMAN_AT_MOST = 3999;
    private static final int LETTERS = 26;
    private static final int LETTERS_AT_MOST = 16; // the format repeats a letter: 27 is AA, 53 is AAA
    private static final int[] VALUES = {1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1};
    private static final String[] NUMERALS = {"M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"};

    private PageLabels() {}

    /** One for each page; labels that cannot be read are the places of the pages from 1. */
    static List<String> of(PDDocumentCatalog catalog, int pages) {
        try {
            PDPageLabels labels = catalog.getPageLabels();
            return labels == null ? places(0, pages) : read(labels, pages);
        } catch (IOException | RuntimeException | StackOverflowError e) {
            LOG.debug("page labels cannot be read", e);
            return places(0, pages);
        }
    }

    private static List<String> places(int from, int to) {
        List<String> labels = new ArrayList<>();
        for (int page = from; page < to; page++) {
            labels.add(Integer.toString(page + 1));
        }
        return labels;
    }

    private static List<String> read(PDPageLabels ranges, int pages) {
        List<Integer> starts = ranges.getPageIndices().stream().filter(start -> start >= 0 && start < pages).toList();
        List<String> labels = places(0, starts.isEmpty() ? pages : starts.get(0));
        for (int i = 0; i < starts.size(); i++) {
            int end = i + 1 < starts.size() ? starts.get(i + 1) : pages;
            PDPageLabelRange range = ranges.getPageLabelRange(starts.get(i));
            for (int page = starts.get(i); page < end; page++) {
                String label = range == null ? "" : label(range, page - starts.get(i));
                labels.add(label.isBlank() ? Integer.toString(page + 1) : label);
            }
        }
        return labels;
    }

    private static String label(PDPageLabelRange range, int offset) {
        String prefix = range.getPrefix() == null ? "" : PdfText.clean(range.getPrefix(), PREFIX_AT_MOST);
        String style = range.getStyle() == null ? "" : range.getStyle();
        long number = (long) range.getStart() + offset;
        return prefix + switch (style) {
            case "D" -> Long.toString(number);
            case "R" -> roman(number);
            case "r" -> roman(number).toLowerCase(Locale.ROOT);
            case "A" -> letters(number);
            case "a" -> letters(number).toLowerCase(Locale.ROOT);
            default -> "";
        };
    }

    private static String roman(long number) {
        if (number < 1 || number > ROMAN_AT_MOST) {
            return Long.toString(number);
        }
        var text = new StringBuilder();
        int rest = (int) number;
        for (int i = 0; i < VALUES.length; i++) {
            while (rest >= VALUES[i]) {
                text.append(NUMERALS[i]);
                rest -= VALUES[i];
            }
        }
        return text.toString();
    }

    private static String letters(long number) {
        if (number < 1 || number > LETTERS * LETTERS_AT_MOST) {
            return Long.toString(number);
        }
        int times = (int) (number - 1) / LETTERS + 1;
        return Character.toString('A' + (int) (number - 1) % LETTERS).repeat(times);
    }
}
