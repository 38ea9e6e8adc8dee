package org.lectern.app;

import java.util.Map;
import java.util.function.Supplier;
import org.lectern.service.AnnotationService;
import org.lectern.service.BookPdfService;
import org.lectern.service.FileService;
import org.lectern.service.ImageService;
import org.lectern.service.ItemService;
import org.lectern.service.ListingService;
import org.lectern.service.ManifestService;
import org.lectern.service.SearchInsideService;

/**
 * The use cases of a running Lectern.
 *
 * @param images pictures and what is told of them
 * @param items items by name
 * @param manifests manifests and collections
 * @param listings the list of all items
 * @param files the files of items
 * @param books items as PDF
 * @param searches searches inside
 * @param annotations the text of pages
 * @param checks name of a source → whether it can be read now
 * @param resources what is to be closed at the end
 */
record Services(
        ImageService images,
        ItemService items,
        ManifestService manifests,
        ListingService listings,
        FileService files,
        BookPdfService books,
        SearchInsideService searches,
        AnnotationService annotations,
        Supplier<Map<String, Boolean>> checks,
        AutoCloseable resources) {}
