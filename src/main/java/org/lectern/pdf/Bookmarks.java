package org.lectern.pdf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.action.PDAction;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionGoTo;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDDestination;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDNamedDestination;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDPageDestination;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDDocumentOutline;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineNode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads a PDF's outline. Each entry counts once, so a circle ends where it closes; what lies deeper or comes later than
 * the bounds allow is left out, an entry that cannot be read too. For one thread.
 */
final class Bookmarks {

    private static final Logger LOG = LoggerFactory.getLogger(Bookmarks.class);
    private static final int DEEPEST = 12;
    private static final int AT_MOST = 10_000;
    private static final int LONGEST = 1000;

    private final PDDocument document;
    private final int pages;
    private final Set<COSDictionary> seen = Collections.newSetFromMap(new IdentityHashMap<>());

    private Bookmarks(PDDocument document, int pages) {
        this.document = document;
        this.pages = pages;
    }

    static List<Bookmark> of(PdfFile file) {
        PDDocumentOutline outline = file.document().getDocumentCatalog().getDocumentOutline();
        return outline == null ? List.of() : new Bookmarks(file.document(), file.pages()).below(outline, 1);
    }

    private List<Bookmark> below(PDOutlineNode node, int depth) {
        List<Bookmark> marks = new ArrayList<>();
        PDOutlineItem item = node.getFirstChild();
        while (item != null && seen.size() < AT_MOST && seen.add(item.getCOSObject())) {
            List<Bookmark> children = depth < DEEPEST ? below(item, depth + 1) : List.of();
            String title = item.getTitle() == null ? "" : PdfText.clean(item.getTitle(), LONGEST).strip();
            if (title.isEmpty()) {
                marks.addAll(children);
            } else {
                marks.add(new Bookmark(title, page(item), children));
            }
            item = item.getNextSibling();
        }
        return marks;
    }

    private OptionalInt page(PDOutlineItem item) {
        try {
            PDDestination destination = item.getDestination();
            PDAction action = destination == null ? item.getAction() : null;
            return page(action instanceof PDActionGoTo jump ? jump.getDestination() : destination);
        } catch (IOException e) {
            LOG.debug("a bookmark leads nowhere: {}", e.getMessage());
            return OptionalInt.empty();
        }
    }

    private OptionalInt page(PDDestination destination) throws IOException {
        PDDestination place = destination instanceof PDNamedDestination named
                ? document.getDocumentCatalog().findNamedDestinationPage(named) : destination;
        int index = place instanceof PDPageDestination onPage ? onPage.retrievePageNumber() : -1;
        return index >= 0 && index < pages ? OptionalInt.of(index) : OptionalInt.empty();
    }
}
