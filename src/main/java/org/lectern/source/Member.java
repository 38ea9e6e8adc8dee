package org.lectern.source;

/**
 * Where the bytes of a page lie, as {@link Page#member()} keeps it: {@code page/file/path in the archive}.
 *
 * @param page 0, or the index of a page of a PDF or TIFF
 * @param file name of a file in the item's folder; empty when the item is the file itself
 * @param inner path of a member when the file is an archive, else empty
 */
record Member(int page, String file, String inner) {

    static Member parse(String text) {
        String[] parts = text.split("/", 3);
        return new Member(Integer.parseInt(parts[0]), parts[1], parts[2]);
    }

    @Override
    public String toString() {
        return page + "/" + file + "/" + inner;
    }
}
