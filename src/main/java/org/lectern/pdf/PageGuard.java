package org.lectern.pdf;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.lectern.core.IiifException;

/**
 * Walks all that drawing a page may read (contents, fonts, forms, patterns, profiles) and has
 * {@link StreamGuard} look at its streams. Pictures are left to the moment when they are drawn.
 */
final class PageGuard {

    private static final int OBJECTS_AT_MOST = 200_000;
    private static final Set<String> OTHER_PLACES = Set.of("Page", "Pages", "Catalog", "StructElem", "Annot");

    private final long limit;
    private final Set<COSBase> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Deque<COSBase> open = new ArrayDeque<>();

    private PageGuard(long limit) {
        this.limit = limit;
    }

    /**
     * Checks a page.
     *
     * @throws IiifException.TooLarge when a stream inflates too far, or too many objects hang on the page
     */
    static void check(PDPage page, PdfLimits limits) throws IOException {
        var guard = new PageGuard(limits.streamBytes());
        guard.visit(page.getCOSObject().getItem(COSName.CONTENTS));
        PDResources inherited = page.getResources();
        if (inherited != null) {
            guard.visit(inherited.getCOSObject());
        }
        guard.visitAnnotations(page.getCOSObject().getCOSArray(COSName.ANNOTS));
        guard.walk();
    }

    private void visitAnnotations(COSArray annotations) {
        for (int i = 0; annotations != null && i < annotations.size(); i++) {
            if (annotations.getObject(i) instanceof COSDictionary annotation) {
                visit(annotation.getItem(COSName.AP));
            }
        }
    }

    private void walk() throws IOException {
        while (!open.isEmpty()) {
            COSBase next = open.pop();
            if (next instanceof COSArray array) {
                for (int i = 0; i < array.size(); i++) {
                    visit(array.get(i));
                }
            } else if (next instanceof COSDictionary dictionary) {
                look(dictionary);
            }
        }
    }

    private void look(COSDictionary dictionary) throws IOException {
        if (dictionary instanceof COSStream stream && !isPicture(stream)) {
            StreamGuard.check(stream, limit);
        }
        String type = dictionary.getNameAsString(COSName.TYPE, "");
        if (dictionary instanceof COSStream || !OTHER_PLACES.contains(type)) {
            dictionary.getValues().forEach(this::visit);
        }
    }

    private static boolean isPicture(COSStream stream) {
        return COSName.IMAGE.equals(stream.getCOSName(COSName.SUBTYPE));
    }

    private void visit(COSBase value) {
        COSBase target = value instanceof COSObject reference ? reference.getObject() : value;
        if (!(target instanceof COSArray) && !(target instanceof COSDictionary) || !seen.add(target)) {
            return;
        }
        if (seen.size() > OBJECTS_AT_MOST) {
            throw new IiifException.TooLarge("A page of the PDF refers to more than " + OBJECTS_AT_MOST + " objects.");
        }
        open.push(target);
    }
}
