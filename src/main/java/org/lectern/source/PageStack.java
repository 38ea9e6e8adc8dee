package org.lectern.source;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.lectern.blob.Archive;
import org.lectern.blob.ArchiveEntry;

/** The pictures in an archive file that are pages: not what computers leave behind beside them. */
final class PageStack {

    private static final Pattern LEAF = Pattern.compile("_(\\d{1,9})\\.[^.]+$");

    private PageStack() {}

    /** In natural order of their paths. */
    static List<ArchiveEntry> of(Archive archive) {
        return archive.entries().stream().filter(PageStack::isPage)
                .sorted(Comparator.comparing(ArchiveEntry::name, NaturalOrder.FILES)).toList();
    }

    /** Whether the member is a picture that people put there. */
    static boolean isPage(ArchiveEntry entry) {
        return FileType.isPicture(entry.fileName()) && Stream.of(entry.name().split("/")).allMatch(Names::isVisible);
    }

    /** The leaf numbers in the names ({@code x_0007.jp2} → 7); empty when they are not there, or not all different. */
    static Optional<List<Integer>> leafNumbers(List<ArchiveEntry> pages) {
        List<Integer> numbers = pages.stream().map(page -> LEAF.matcher(page.fileName())).filter(Matcher::find)
                .map(matcher -> Integer.valueOf(matcher.group(1))).toList();
        boolean isComplete = numbers.size() == pages.size() && numbers.stream().distinct().count() == numbers.size();
        return isComplete ? Optional.of(numbers) : Optional.empty();
    }
}
