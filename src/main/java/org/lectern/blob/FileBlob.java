package org.lectern.blob;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.lectern.core.IiifException;

/** A file of the local disk, opened for reading at the first read. */
public final class FileBlob implements Blob {

    private final Path path;
    private final String name;
    private final long length;
    private final Instant modified;
    private final String validator;
    private FileChannel channel;

    private FileBlob(Path path, String validatorSeed, BasicFileAttributes attributes) {
        this.path = path;
        this.name = path.getFileName().toString();
        this.length = attributes.size();
        this.modified = attributes.lastModifiedTime().toInstant().truncatedTo(ChronoUnit.SECONDS);
        this.validator = Validators.of(
                validatorSeed, Long.toString(length), attributes.lastModifiedTime().toInstant().toString());
    }

    /**
     * The blob of a regular file.
     *
     * @param path the file itself, no link; whoever calls has made sure that it may be served
     * @param seed what tells this file from others of equal length and age: its path below the library
     * @throws IiifException.Missing when there is no such regular file
     */
    public static FileBlob of(Path path, String seed) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            if (!attributes.isRegularFile()) {
                throw new IiifException.Missing("'" + path.getFileName() + "' is not a file.");
            }
            return new FileBlob(path, seed, attributes);
        } catch (IOException e) {
            throw new IiifException.Missing("'" + path.getFileName() + "' is not here, or cannot be read.");
        }
    }

    @Override
    public long length() {
        return length;
    }

    @Override
    public int read(long at, byte[] into, int from, int count) {
        try {
            // An interrupted thread closes its channel: the next read opens another.
            if (channel == null || !channel.isOpen()) {
                channel = FileChannel.open(path, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
            }
            return channel.read(ByteBuffer.wrap(into, from, count), at);
        } catch (NoSuchFileException e) {
            throw new IiifException.Missing("'" + name + "' has gone.");
        } catch (IOException e) {
            throw new IiifException.Broken("'" + name + "' cannot be read.", e);
        }
    }

    @Override
    public String validator() {
        return validator;
    }

    @Override
    public Instant modified() {
        return modified;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void close() {
        if (channel == null) {
            return;
        }
        try {
            channel.close();
        } catch (IOException e) {
            throw new IiifException.Broken("'" + name + "' cannot be closed.", e);
        } finally {
            channel = null;
        }
    }
}
