package org.lectern.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The folders that indexes lie in, each under a name made of the validator of its text. What is half written lies
 * under another name and is thrown away at the next start.
 */
final class IndexFolders {

    private static final String FORMAT = "2"; // another one when what an index holds changes
    private static final String HALF = ".half";

    private final Path root;

    /** Below a folder, which is made when it is not there, and rid of what a crash has left. */
    IndexFolders(Path root) {
        this.root = root;
        try {
            Files.createDirectories(root);
            for (Path folder : folders(name -> name.endsWith(HALF))) {
                delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path of(String validator) {
        return root.resolve(name(validator));
    }

    /** An empty folder to write an index in. */
    Path half(String validator) throws IOException {
        Path half = root.resolve(name(validator) + HALF);
        delete(half);
        return Files.createDirectories(half);
    }

    /** Makes a finished index one that is found. */
    void finish(Path half, String validator) throws IOException {
        delete(of(validator));
        Files.move(half, of(validator), StandardCopyOption.ATOMIC_MOVE);
    }

    /** Notes that an index was used just now. */
    void touch(String validator) throws IOException {
        Files.setLastModifiedTime(of(validator), FileTime.from(Instant.now()));
    }

    /**
     * Deletes those that were not used for longest until the rest fits.
     *
     * @param spared of those that must stay, their folders
     */
    void shrink(long mostBytes, Predicate<Path> spared) throws IOException {
        record Used(Path folder, long bytes, FileTime last) {}
        List<Used> all = new ArrayList<>();
        for (Path folder : folders(name -> !name.endsWith(HALF))) {
            all.add(new Used(folder, bytes(folder), Files.getLastModifiedTime(folder)));
        }
        all.sort(Comparator.comparing(Used::last));
        long bytes = all.stream().mapToLong(Used::bytes).sum();
        for (Used one : all) {
            if (bytes > mostBytes && !spared.test(one.folder())) {
                delete(one.folder());
                bytes -= one.bytes();
            }
        }
    }

    private List<Path> folders(Predicate<String> wanted) throws IOException {
        try (Stream<Path> all = Files.list(root)) {
            return all.filter(path -> wanted.test(path.getFileName().toString())).toList();
        }
    }

    private static long bytes(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.mapToLong(file -> file.toFile().length()).sum();
        }
    }

    static void delete(Path folder) throws IOException {
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.delete(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path visited, IOException failure) throws IOException {
                    Files.delete(visited);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (NoSuchFileException e) {
            return; // there is nothing to delete
        }
    }

    private static String name(String validator) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest((FORMAT + "\n" + validator).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 20);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
