package org.lectern.source;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What stands behind the last {@code $} of an identifier and names a page: {@code N} and {@code leafN}
 * (the leaf's number, or the index where leaves have none), {@code nN} (the index), {@code pageN} (the
 * printed number), {@code cover} and {@code title}.
 */
final class PageForm {

    private PageForm() {}

    /** The page of an item; empty when the text is no page form, or there is no such page. */
    static Optional<Page> find(String form, Item item) {
        List<Page> pages = item.pages();
        if (form.equals("cover")) {
            return first(pages, PageForm::isCover).or(() -> pages.stream().findFirst());
        }
        if (form.equals("title")) {
            return first(pages, PageForm::isTitle);
        }
        if (form.startsWith("page")) {
            String printed = form.substring("page".length());
            return first(pages, page -> page.label().equals(printed))
                    .or(() -> first(pages, page -> page.label().equalsIgnoreCase(printed)));
        }
        if (form.startsWith("n")) {
            return PageNumbers.number(form.substring(1)).filter(index -> index < pages.size()).map(pages::get);
        }
        return number(form).flatMap(number -> first(pages, page -> page.number() == number));
    }

    /** The number in {@code N} or {@code leafN}. */
    private static Optional<Integer> number(String form) {
        return PageNumbers.number(form.startsWith("leaf") ? form.substring("leaf".length()) : form);
    }

    /** The index of a page of a file that has no item of its own. */
    static Optional<Integer> index(String form) {
        return form.startsWith("n") ? PageNumbers.number(form.substring(1)) : number(form);
    }

    /** Where reading begins: the title page, else the cover, else the first page. */
    static int start(List<Page> pages) {
        return first(pages, PageForm::isTitle).or(() -> first(pages, PageForm::isCover)).map(Page::index).orElse(0);
    }

    private static Optional<Page> first(List<Page> pages, Predicate<Page> wanted) {
        return pages.stream().filter(wanted).findFirst();
    }

    private static boolean isCover(Page page) {
        return isOfType(page, "cover");
    }

    private static boolean isTitle(Page page) {
        return isOfType(page, "title");
    }

    private static boolean isOfType(Page page, String wanted) {
        String type = page.type().orElse("").toLowerCase(Locale.ROOT);
        return type.equals(wanted) || type.equals(wanted + " page");
    }
}
