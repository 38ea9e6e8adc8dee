package org.lectern.source;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.lectern.blob.Blob;
import org.lectern.core.IiifException;

/** The Internet Archive's {@code <identifier>_files.xml}: what the files of an item are. */
final class FilesXml implements Xml.Visitor {

    private final Map<String, Told> files = new HashMap<>();
    private final Map<String, String> fields = new HashMap<>();
    private final StringBuilder text = new StringBuilder();

    private FilesXml() {}

    /**
     * One file.
     *
     * @param format in the archive's words, as {@code Text PDF}
     * @param title of what is in it
     * @param isOriginal whether somebody sent it, else it was made of another
     * @param isPrivate whether it is not given out
     */
    record Told(Optional<String> format, Optional<String> title, boolean isOriginal, boolean isPrivate) {}

    /**
     * Reads it.
     *
     * @return path below the item → what is told
     * @throws IiifException.Broken when it cannot be read
     */
    static Map<String, Told> read(Blob blob) {
        FilesXml reader = new FilesXml();
        Xml.read(blob, reader);
        return reader.files;
    }

    @Override
    public void start(int depth, String name, Map<String, String> attributes) {
        text.setLength(0);
        if (depth == 2) {
            fields.clear();
            fields.putAll(attributes);
        }
    }

    @Override
    public void text(String piece) {
        text.append(piece);
    }

    @Override
    public void end(int depth, String name) {
        if (depth == 3) {
            fields.putIfAbsent(name, text.toString().strip());
        } else if (depth == 2 && name.equals("file") && fields.containsKey("name")) {
            files.put(fields.get("name"), new Told(field("format"), field("title"),
                    "original".equals(fields.get("source")), "true".equalsIgnoreCase(fields.get("private"))));
        }
    }

    private Optional<String> field(String name) {
        return Optional.ofNullable(fields.get(name)).filter(value -> !value.isEmpty());
    }
}
