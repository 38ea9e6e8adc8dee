package org.lectern.source;

import java.util.Optional;
import org.lectern.blob.Archive;
import org.lectern.blob.Blob;
import org.lectern.blob.LentBlob;
import org.lectern.blob.Picture;
import org.lectern.core.IiifException;

/** Goes through the pages of an item in a folder. The file of the last page stays open for the next. */
final class FolderLeafing implements Leafing {

    private final Items items;
    private final Item item;
    private Optional<Opened> opened = Optional.empty();

    FolderLeafing(Items items, Item item) {
        this.items = items;
        this.item = item;
    }

    /** A file of the item by its name there. */
    private record Opened(String name, Blob blob) {}

    @Override
    public Picture picture(Page page) {
        Member member = Member.parse(page.member());
        Blob file = new LentBlob(file(page, member.file()));
        return new Picture(member.inner().isEmpty() ? file : packed(page, file, member.inner()), member.page());
    }

    private Blob file(Page page, String name) {
        if (opened.isEmpty() || !opened.get().name().equals(name)) {
            close();
            opened = Optional.of(new Opened(
                    name, items.blob(item, new Member(0, name, "")).orElseThrow(() -> gone(page))));
        }
        return opened.get().blob();
    }

    private Blob packed(Page page, Blob file, String inner) {
        Archive archive = items.archive(file);
        return archive.member(file, archive.find(inner).orElseThrow(() -> gone(page)));
    }

    private IiifException.Missing gone(Page page) {
        return new IiifException.Missing("The page '" + item.idOf(page) + "' has gone.");
    }

    @Override
    public void close() {
        opened.ifPresent(file -> file.blob().close());
        opened = Optional.empty();
    }
}
