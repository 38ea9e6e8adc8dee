package org.lectern.pdf;

import java.util.List;
import java.util.regex.Pattern;

/**
 * What pages are called, as ranges of labels: runs of numbers are one range, any other label is its own.
 *
 * @see <a href="https://pdfa.org/resource/iso-32000-2/">ISO 32000-2, 12.4.2</a>
 */
final class PdfLabels {

    private static final Pattern NUMBER = Pattern.compile("[1-9]\\d{0,8}");

    private PdfLabels() {}

    /** The entries of the number tree. */
    static String entries(List<String> labels) {
        StringBuilder entries = new StringBuilder();
        for (int page = 0; page < labels.size(); page++) {
            String label = labels.get(page);
            boolean number = NUMBER.matcher(label).matches();
            if (number && page > 0 && follows(labels.get(page - 1), label)) {
                continue;
            }
            entries.append(page).append(number ? "<</S/D/St " + label + ">>" : "<</P" + PdfObjects.text(label) + ">>");
        }
        return entries.toString();
    }

    private static boolean follows(String before, String label) {
        return NUMBER.matcher(before).matches() && Integer.parseInt(label) == Integer.parseInt(before) + 1;
    }
}
