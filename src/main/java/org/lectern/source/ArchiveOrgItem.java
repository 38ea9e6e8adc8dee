package org.lectern.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lectern.core.IiifException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads an item in the Internet Archive's shape: one book or several, what tells of them and their files. Of several
 * books those that cannot be read are left out.
 */
final class ArchiveOrgItem {

    private static final Logger LOG = LoggerFactory.getLogger(ArchiveOrgItem.class);

    private final Node node;
    private final FolderShape.Books books;
    private final FolderTree tree;
    private final Items items;
    private final ArchiveOrgBook first;
    private final Optional<MetaXml> meta;
    private final Optional<Map<String, FilesXml.Told>> told;

    ArchiveOrgItem(Node node, FolderShape.Books books, FolderTree tree, Items items) {
        this.node = node;
        this.books = books;
        this.tree = tree;
        this.items = items;
        this.first = new ArchiveOrgBook(node, books, books.stacks().get(0), tree, items);
        this.meta = meta();
        this.told = ArchiveFiles.told(node.name(), books.files(), tree);
    }

    /** One book has its own description; several have that of the item. */
    private Optional<MetaXml> meta() {
        boolean isOne = books.stacks().size() == 1 && books.stacks().get(0).folder().isEmpty();
        Optional<MetaXml> own = isOne
                ? Optional.empty()
                : books.files().file(itemMeta()).flatMap(this::read);
        return own.or(first::meta);
    }

    private String itemMeta() {
        return node.name() + "_meta.xml";
    }

    private Optional<MetaXml> read(Scan.Entry file) {
        return ArchiveOrgBook.read(tree.blob(file.node()), MetaXml::parse);
    }

    /** What the files beside the pages tell; those of a PDF, what it tells itself. */
    Description description() {
        Description described = meta.map(MetaXml::description).orElse(Description.NONE);
        boolean isPdf = books.stacks().size() == 1 && books.stacks().get(0).isPdf();
        return isPdf ? described.over(Items.described(first.outline())) : described;
    }

    /**
     * Adds the pages of all books.
     *
     * @return the table of contents: of the only book, or of all books with theirs
     * @throws IiifException.Broken when no book can be read
     */
    List<Section> read(PageList list) {
        Optional<Integer> ppi = meta.flatMap(MetaXml::ppi);
        if (books.stacks().size() == 1) {
            return first.sections(first.pages(list, "", ppi));
        }
        List<Section> sections = new ArrayList<>();
        List<IiifException> failed = new ArrayList<>();
        for (BookStack stack : books.stacks()) {
            try {
                sections.add(book(stack, list, ppi));
            } catch (IiifException e) {
                LOG.warn("The book {} of {} is left out: {}", stack.document(), node.id(), e.getMessage());
                failed.add(e);
            }
        }
        if (sections.isEmpty()) {
            throw failed.get(0);
        }
        return sections;
    }

    private Section book(BookStack stack, PageList list, Optional<Integer> ppi) {
        ArchiveOrgBook book = new ArchiveOrgBook(node, books, stack, tree, items);
        String document = list.pages().isEmpty() ? "" : stack.document();
        List<Page> pages = book.pages(list, document, ppi);
        return new Section(title(stack), pages.stream().map(Page::index).toList(), book.sections(pages));
    }

    private String title(BookStack stack) {
        String own = stack.document() + "_meta.xml";
        Optional<Scan.Entry> file = own.equals(itemMeta()) ? Optional.empty() : books.files().file(own);
        return file.flatMap(this::read).flatMap(read -> read.description().label())
                .or(() -> toldTitle(stack.document() + ".pdf")).or(() -> toldTitle(stack.path()))
                .filter(title -> !title.isBlank()).orElse(stack.document());
    }

    private Optional<String> toldTitle(String path) {
        return told.flatMap(known -> Optional.ofNullable(known.get(path))).flatMap(FilesXml.Told::title);
    }

    /** Those that readers may have. */
    List<ItemFile> files() {
        return told.map(known -> ArchiveFiles.of(books.files(), known)).orElse(List.of());
    }
}
