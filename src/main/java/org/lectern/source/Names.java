package org.lectern.source;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The visible names in a folder. What is asked for is compared with these, so no text of a client
 * ever becomes a path of its own.
 */
final class Names {

    private static final Logger LOG = LoggerFactory.getLogger(Names.class);
    private static final Set<String> JUNK = Set.of("__MACOSX", "@eaDir");

    /** The coarsest clock of a file system: a folder changed so lately may change again unseen. */
    private static final Duration TICK = Duration.ofSeconds(2);

    private final NavigableSet<String> names;
    private final Map<String, String> composed; // NFC → name, for names that are not NFC themselves
    private final FileTime changed;
    private final boolean isSettled;

    private Names(NavigableSet<String> names, FileTime changed, Instant readAt) {
        this.names = Collections.unmodifiableNavigableSet(names);
        this.composed = new HashMap<>();
        this.changed = changed;
        this.isSettled = changed.toInstant().plus(TICK).isBefore(readAt);
        names.stream().filter(name -> !Normalizer.isNormalized(name, Normalizer.Form.NFC))
                .forEach(name -> composed.put(Normalizer.normalize(name, Normalizer.Form.NFC), name));
    }

    static Names read(Path folder, FileTime changed) throws IOException {
        Instant now = Instant.now();
        NavigableSet<String> names = new TreeSet<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            for (Path entry : entries) {
                names.add(entry.getFileName().toString());
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        names.removeIf(name -> !isVisible(name));
        removeUnreachable(names, folder);
        return new Names(names, changed, now);
    }

    /** A name that the locale of this process has no characters for was read, but no path can be made of it. */
    private static void removeUnreachable(NavigableSet<String> names, Path folder) {
        int before = names.size();
        names.removeIf(name -> !isPath(name, folder));
        if (names.size() < before) {
            LOG.warn("{} entries of {} are left out: their names have characters that this process's locale has not; "
                    + "start it with LC_ALL=C.UTF-8 or another UTF-8 locale", before - names.size(), folder);
        }
    }

    static boolean isPath(String name, Path folder) {
        try {
            return folder.resolve(name).startsWith(folder);
        } catch (InvalidPathException unmappable) {
            return false;
        }
    }

    /** Dotfiles and what computers leave behind are hidden; so is what no identifier can name. */
    static boolean isVisible(String name) {
        return !name.isEmpty() && name.charAt(0) != '.' && !JUNK.contains(name)
                && name.chars().noneMatch(Character::isISOControl);
    }

    /** Whether they are still right for a folder that was last changed then. */
    boolean areOf(FileTime time) {
        return isSettled && time.equals(changed);
    }

    /** The name as written on disk: this very one, or one that differs only in how accents are composed. */
    Optional<String> match(String asked) {
        if (names.contains(asked)) {
            return Optional.of(asked);
        }
        String nfc = Normalizer.normalize(asked, Normalizer.Form.NFC);
        return names.contains(nfc) ? Optional.of(nfc) : Optional.ofNullable(composed.get(nfc));
    }

    /** Those that begin so, in order. */
    List<String> beginningWith(String prefix) {
        return names.tailSet(prefix, true).stream().takeWhile(name -> name.startsWith(prefix)).toList();
    }

    Set<String> all() {
        return names;
    }
}
