package org.lectern.service;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lectern.presentation.LanguageMap;
import org.lectern.presentation.Link;
import org.lectern.source.Item;
import org.lectern.source.ItemFile;

/** Makes the links from a manifest to what stands beside it: pages for people, descriptions, other forms. */
final class Related {

    private static final String PDF = "application/pdf";

    private final Links links;
    private final Wording wording;

    Related(Links links, Wording wording) {
        this.links = links;
        this.wording = wording;
    }

    /** The item's own page elsewhere, when it has one, then the one here. */
    List<Link> homepage(Item item, LanguageMap title, String base) {
        List<Link> pages = new ArrayList<>();
        item.apparatus().homepage().ifPresent(url -> pages.add(page(url, title)));
        pages.add(page(links.home(base, item.id()), title));
        return pages;
    }

    private static Link page(String url, LanguageMap title) {
        return new Link(url, "Text", title, Optional.of("text/html"), Optional.empty());
    }

    /** What descriptions point to, then files of the item. */
    List<Link> seeAlso(Item item, String base) {
        List<Link> descriptions = new ArrayList<>();
        for (Item.SeeAlso told : item.seeAlso()) {
            LanguageMap label = told.label().filter(text -> !text.isBlank()).map(LanguageMap::of)
                    .orElseGet(() -> wording.in(wording.description()));
            descriptions.add(new Link(told.id(), told.type(), label, told.format(), told.profile()));
        }
        descriptions.addAll(files(item, ItemFile.Use.SEE_ALSO, base));
        return descriptions;
    }

    /** All pages as one PDF, unless the item has one or is but a picture, then files of the item. */
    List<Link> rendering(Item item, String base) {
        List<Link> forms = new ArrayList<>();
        boolean isBook = !item.pages().isEmpty() && !item.isSingleImage();
        if (isBook && item.apparatus().files().stream().noneMatch(Related::isWholePdf)) {
            forms.add(new Link(links.pdf(base, item.id()), "Text", wording.in(wording.pdf()), Optional.of(PDF),
                    Optional.empty()));
        }
        forms.addAll(files(item, ItemFile.Use.RENDERING, base));
        return forms;
    }

    private static boolean isWholePdf(ItemFile file) {
        return file.use() == ItemFile.Use.RENDERING && file.mediaType().equals(PDF);
    }

    private List<Link> files(Item item, ItemFile.Use use, String base) {
        return item.apparatus().files().stream().filter(file -> file.use() == use)
                .map(file -> link(item, file, base)).toList();
    }

    private Link link(Item item, ItemFile file, String base) {
        String label = file.label().isBlank() ? file.mediaType() : file.label();
        return new Link(links.file(base, item, file), type(file), LanguageMap.of(label),
                Optional.of(file.mediaType()), file.profile());
    }

    /** In the words of version 3: what people read is text, what programs read is data. */
    private static String type(ItemFile file) {
        String format = file.mediaType();
        return switch (format.substring(0, Math.max(0, format.indexOf('/')))) {
            case "image" -> "Image";
            case "audio" -> "Sound";
            case "video" -> "Video";
            case "text" -> file.use() == ItemFile.Use.SEE_ALSO ? "Dataset" : "Text";
            default -> isReadable(format) ? "Text" : "Dataset";
        };
    }

    private static boolean isReadable(String format) {
        return format.equals(PDF) || format.equals("application/epub+zip");
    }
}
