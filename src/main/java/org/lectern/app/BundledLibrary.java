package org.lectern.app;

import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The sample library in the archive, as a folder. Where the container unpacked the archive it is served
 * from there; else it is copied out, and files that are there already keep their dates.
 */
final class BundledLibrary {

    private static final String ROOT = "/WEB-INF/sample/";

    private BundledLibrary() {}

    /**
     * The folder.
     *
     * @param data where a copy may be put
     * @throws SettingsException when this archive holds no sample
     */
    static Path folder(ServletContext context, Path data) {
        Optional<Path> unpacked = Optional.ofNullable(context.getRealPath(ROOT)).map(Path::of).filter(Files::isDirectory);
        if (unpacked.isPresent()) {
            return unpacked.get();
        }
        Path copy = data.resolve("sample");
        if (copy(context, ROOT, copy) == 0) {
            throw new SettingsException(List.of(
                    "sources: none is set, and this archive holds no sample library; name a folder to serve"));
        }
        return copy;
    }

    /** Copies what lies below; the number of files. */
    private static int copy(ServletContext context, String from, Path to) {
        int files = 0;
        for (String path : below(context, from)) {
            String name = path.substring(from.length());
            files += path.endsWith("/")
                    ? copy(context, path, to.resolve(name.substring(0, name.length() - 1)))
                    : copyFile(context, path, to.resolve(name));
        }
        return files;
    }

    private static Set<String> below(ServletContext context, String folder) {
        Set<String> paths = context.getResourcePaths(folder);
        return paths == null ? Set.of() : new TreeSet<>(paths);
    }

    private static int copyFile(ServletContext context, String from, Path to) {
        try (InputStream in = context.getResourceAsStream(from)) {
            byte[] content = in.readAllBytes();
            if (!Files.exists(to) || !Arrays.equals(content, Files.readAllBytes(to))) {
                Files.createDirectories(to.getParent());
                Files.write(to, content);
            }
            return 1;
        } catch (IOException e) {
            throw new UncheckedIOException("the sample library", e);
        }
    }
}
