package org.lectern.pdf;

import java.io.IOException;
import java.util.List;

/**
 * Writes a table of contents: all of its first level shown, the rest folded.
 *
 * @see <a href="https://pdfa.org/resource/iso-32000-2/">ISO 32000-2, 12.3.3</a>
 */
final class PdfBookmarks {

    private final PdfObjects objects;
    private final List<Integer> pages;

    /** With the numbers of the page objects. */
    PdfBookmarks(PdfObjects objects, List<Integer> pages) {
        this.objects = objects;
        this.pages = pages;
    }

    /** Writes it and tells the number of its root. */
    int write(List<BookPdf.Bookmark> bookmarks) throws IOException {
        int root = objects.reserve();
        objects.put(root, "<</Type/Outlines" + items(bookmarks, root) + "/Count " + bookmarks.size() + ">>");
        return root;
    }

    /** Writes some of one level; what their parent says of them. */
    private String items(List<BookPdf.Bookmark> bookmarks, int parent) throws IOException {
        int[] numbers = bookmarks.stream().mapToInt(bookmark -> objects.reserve()).toArray();
        for (int i = 0; i < numbers.length; i++) {
            BookPdf.Bookmark bookmark = bookmarks.get(i);
            String below = bookmark.parts().isEmpty()
                    ? ""
                    : items(bookmark.parts(), numbers[i]) + "/Count -" + bookmark.parts().size();
            objects.put(numbers[i], "<</Title" + PdfObjects.text(bookmark.title()) + "/Parent " + parent + " 0 R/Dest["
                    + pages.get(bookmark.page()) + " 0 R/Fit]" + (i > 0 ? "/Prev " + numbers[i - 1] + " 0 R" : "")
                    + (i + 1 < numbers.length ? "/Next " + numbers[i + 1] + " 0 R" : "") + below + ">>");
        }
        return "/First " + numbers[0] + " 0 R/Last " + numbers[numbers.length - 1] + " 0 R";
    }
}
