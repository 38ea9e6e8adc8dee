package org.lectern.source;

/**
 * Where the bytes of a page lie, as {@link Page#member()} keeps it: {@code page/length of the file's path/file's path/path
 * in the archive}.
 *
 * @param page 0, or the index of a page of a PDF or TIFF
 * @param file path of a file below the item's folder; empty when the item is the file itself
 * @param inner path of a member when the file is an archive, else empty
 */
record Member(int page, String file, String inner) {

    static Member parse(String text) {
        String[] parts = text.split("/", 3);
        int length = Integer.parseInt(parts[1]);
        return new Member(Integer.parseInt(parts[0]), parts[2].substring(0, length), parts[2].substring(length + 1));
    }

    @Override
    public String toString() {
        return page + "/" + file.length() + "/" + file + "/" + inner;
    }
}
