package org.lectern.launch;

import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/**
 * The archive this was started from, and the server that lies in its {@code META-INF/server}, unpacked
 * into a folder of our own. Closing deletes the folder.
 */
final class ServerArchive implements AutoCloseable {

    private static final String SERVER = "META-INF/server/";

    private final Path war;
    private final Path folder;

    private ServerArchive(Path war, Path folder) {
        this.war = war;
        this.folder = folder;
    }

    /** Makes the folder; only its owner may look into it. */
    static ServerArchive open() throws IOException {
        return new ServerArchive(ownPath(), Files.createTempDirectory("lectern-"));
    }

    Path war() {
        return war;
    }

    /** Where the server keeps what it needs while it runs. */
    Path folder() {
        return folder;
    }

    /** Sees the starter's classes and the server's, and nothing else of ours. */
    URLClassLoader classLoader() throws IOException {
        List<URL> urls = new ArrayList<>();
        urls.add(war.toUri().toURL());
        for (Path jar : unpack()) {
            urls.add(jar.toUri().toURL());
        }
        return new URLClassLoader("server", urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
    }

    private List<Path> unpack() throws IOException {
        List<Path> jars = new ArrayList<>();
        Path lib = Files.createDirectory(folder.resolve("lib"));
        try (JarFile archive = new JarFile(war.toFile())) {
            for (Enumeration<JarEntry> entries = archive.entries(); entries.hasMoreElements(); ) {
                JarEntry entry = entries.nextElement();
                if (entry.getName().startsWith(SERVER) && entry.getName().endsWith(".jar")) {
                    jars.add(copy(archive, entry, lib.resolve("server-" + jars.size() + ".jar")));
                }
            }
        }
        if (jars.isEmpty()) {
            throw new IOException("this archive holds no server; deploy it in a servlet container");
        }
        return jars;
    }

    private static Path copy(JarFile archive, JarEntry entry, Path target) throws IOException {
        try (InputStream in = archive.getInputStream(entry)) {
            Files.copy(in, target);
        }
        return target;
    }

    private static Path ownPath() throws IOException {
        try {
            return Path.of(ServerArchive.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IOException("this archive lies at a place that cannot be read", e);
        }
    }

    /** Deletes what can be deleted; a file that is still open on some systems stays behind. */
    @Override
    public void close() throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.deleteIfExists(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, IOException failure) throws IOException {
                Files.deleteIfExists(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
