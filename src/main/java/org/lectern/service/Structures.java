package org.lectern.service;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.lectern.presentation.LanguageMap;
import org.lectern.presentation.Range;
import org.lectern.presentation.RangeMember;
import org.lectern.source.Item;
import org.lectern.source.Section;
import org.lectern.source.Track;

/** Makes the ranges of an item: of its recordings, when there are several, and of its sections. For one item. */
final class Structures {

    private static final int MOST_LEVELS = 50;

    private final Item item;
    private final Links links;
    private final Wording wording;
    private final String base;
    private final List<String> pages;
    private final List<String> tracks;
    private int written;

    Structures(Item item, Links links, Wording wording, String base) {
        this.item = item;
        this.links = links;
        this.wording = wording;
        this.base = base;
        this.pages = CanvasIds.of(item, links, base);
        this.tracks = CanvasIds.ofTracks(item, links, base);
    }

    /** All ranges, numbered from 1 in the order in which they are written: a range before what is in it. */
    List<Range> all() {
        List<Range> ranges = new ArrayList<>();
        if (tracks.size() > 1) {
            ranges.add(trackList());
        }
        item.apparatus().sections().forEach(section -> ranges.add(range(section, MOST_LEVELS)));
        return ranges;
    }

    private String id() {
        return links.range(base, item.id(), ++written);
    }

    private Range trackList() {
        String id = id();
        List<RangeMember> members = new ArrayList<>();
        for (int i = 0; i < tracks.size(); i++) {
            Track track = item.apparatus().tracks().get(i);
            String label = track.label().isBlank() ? track.name() : track.label();
            members.add(new Range(id(), LanguageMap.of(label), List.of(new Range.Part(tracks.get(i)))));
        }
        return new Range(id, wording.in(wording.tracks()), members);
    }

    /** A part stands where its first page does, between the pages that are in no part; the deepest stand as pages. */
    private Range range(Section section, int levels) {
        String id = id();
        List<RangeMember> members = new ArrayList<>();
        List<Section> parts = levels > 1 ? section.parts() : List.of();
        Set<Integer> inParts = pages(parts);
        List<Integer> own = (levels > 1 ? section.pages() : pages(List.of(section))).stream()
                .filter(page -> !inParts.contains(page)).toList();
        int next = 0;
        for (Section part : parts) {
            for (int first = first(part); next < own.size() && own.get(next) < first; next++) {
                members.add(new Range.Part(pages.get(own.get(next))));
            }
            members.add(range(part, levels - 1));
        }
        own.subList(next, own.size()).forEach(page -> members.add(new Range.Part(pages.get(page))));
        return new Range(id, LanguageMap.of(section.label()), members);
    }

    /** All pages of sections and of their parts, however deep, in order. */
    private static Set<Integer> pages(List<Section> sections) {
        Set<Integer> all = new LinkedHashSet<>();
        Deque<Section> open = new ArrayDeque<>(sections);
        while (!open.isEmpty()) {
            Section next = open.pop();
            all.addAll(next.pages());
            for (int i = next.parts().size() - 1; i >= 0; i--) {
                open.push(next.parts().get(i));
            }
        }
        return all;
    }

    private static int first(Section section) {
        Section first = section;
        while (first.pages().isEmpty()) {
            first = first.parts().get(0);
        }
        return first.pages().get(0);
    }
}
