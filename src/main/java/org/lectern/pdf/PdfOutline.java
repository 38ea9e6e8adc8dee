package org.lectern.pdf;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocumentCatalog;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;
import org.lectern.blob.Blob;
import org.lectern.core.IiifException;

/**
 * What a PDF tells about itself without rendering a page.
 *
 * @param labels one for each page, in order: the PDF's page labels, or the page's place from 1
 * @param information title, author and the like from the information dictionary, by its key
 *     ({@code Title}, {@code Author}, {@code Subject}, {@code Keywords} …)
 * @param rightToLeft whether its viewer preferences ask for right-to-left reading
 * @param bookmarks its table of contents
 * @param language of its text, as it is written there: a BCP 47 tag where it is right
 */
public record PdfOutline(
        List<String> labels, Map<String, String> information, boolean rightToLeft, List<Bookmark> bookmarks,
        Optional<String> language) {

    private static final int ENTRIES_AT_MOST = 100;
    private static final int KEY_AT_MOST = 100;
    private static final int VALUE_AT_MOST = 4096;

    /** Keeps its own copies. */
    public PdfOutline {
        labels = List.copyOf(labels);
        information = Map.copyOf(information);
        bookmarks = List.copyOf(bookmarks);
        Objects.requireNonNull(language);
    }

    /**
     * Reads it.
     *
     * @throws IiifException.Broken when the file cannot be read as a PDF
     * @throws IiifException.Unsupported when it is encrypted and needs a password
     * @throws IiifException.TooLarge when it has more pages than any sane file
     */
    public static PdfOutline read(Blob blob) {
        return PdfFile.read(blob, PdfLimits.STANDARD, PdfOutline::of);
    }

    private static PdfOutline of(PdfFile file) {
        PDDocumentCatalog catalog = file.document().getDocumentCatalog();
        PDViewerPreferences preferences = catalog.getViewerPreferences();
        boolean rightToLeft = preferences != null && "R2L".equals(preferences.getReadingDirection());
        return new PdfOutline(PageLabels.of(catalog, file.pages()), information(file), rightToLeft, Bookmarks.of(file),
                Optional.ofNullable(catalog.getLanguage()).map(tag -> PdfText.clean(tag, KEY_AT_MOST))
                        .filter(tag -> !tag.isBlank()));
    }

    private static Map<String, String> information(PdfFile file) {
        COSDictionary dictionary = file.document().getDocumentInformation().getCOSObject();
        Map<String, String> information = new LinkedHashMap<>();
        for (COSName key : dictionary.keySet()) {
            String value = dictionary.getString(key);
            if (value != null && information.size() < ENTRIES_AT_MOST) {
                information.put(PdfText.clean(key.getName(), KEY_AT_MOST), PdfText.clean(value, VALUE_AT_MOST));
            }
        }
        information.values().removeIf(String::isEmpty);
        return information;
    }
}
