package org.lectern.app;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** The folder that state lies in, held for one process alone until it is closed. */
final class DataDirectory implements AutoCloseable {

    private final Path path;
    private final FileChannel channel;

    private DataDirectory(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /**
     * Makes it where it is missing, and takes it.
     *
     * @throws SettingsException when it cannot be written to, or another process holds it
     */
    static DataDirectory open(Path path) {
        try {
            Files.createDirectories(path);
            FileChannel channel = FileChannel.open(
                    path.resolve("lectern.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!lock(channel)) {
                channel.close();
                throw new SettingsException(List.of("data.dir = " + path + ": another Lectern is using it"));
            }
            return new DataDirectory(path, channel);
        } catch (IOException e) {
            throw new SettingsException(List.of("data.dir = " + path + ": it cannot be written to"));
        }
    }

    private static boolean lock(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    Path path() {
        return path;
    }

    /** Closing the channel gives the lock back. */
    @Override
    public void close() throws IOException {
        channel.close();
    }
}
