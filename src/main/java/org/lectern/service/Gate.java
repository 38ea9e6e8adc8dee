package org.lectern.service;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lectern.core.Fault;
import org.lectern.core.Identifier;
import org.lectern.core.IiifException;
import org.lectern.service.Access.Decision;

/*
 * An identifier is spelled in many ways: a $ in it may stand for a slash, begin a page or be part of a
 * name. Which it is, the source finds out; but access is decided before a source is asked. So every
 * reading counts: when any name the identifier could mean, or any folder above it, is refused, so is
 * the identifier. What the source then finds is held against the policy once more, by its own name.
 */
/** Asks {@link Access} about identifiers as they are asked for, and about names as they are. Thread-safe. */
final class Gate {

    /** Eight dollar signs; more is no path that people make. */
    private static final int MOST_READINGS = 256;

    private final Access access;

    Gate(Access access) {
        this.access = access;
    }

    /** Whether everyone sees everything. */
    boolean isOpen() {
        return access == Access.ALL;
    }

    /** Refuses an identifier that could mean something this visitor may not see. */
    void admit(Visitor visitor, Identifier asked) {
        if (!isOpen()) {
            refuse(readings(asked), visitor, asked);
        }
    }

    /** Refuses what was found for an identifier, by its own name. */
    void admit(Visitor visitor, Identifier asked, Identifier found) {
        if (!isOpen()) {
            refuse(lineage(found), visitor, asked);
        }
    }

    /** Whether a listing may name it. */
    boolean shows(Visitor visitor, Identifier name) {
        return isOpen() || refusal(lineage(name), visitor).isEmpty();
    }

    private void refuse(Set<Identifier> names, Visitor visitor, Identifier asked) {
        refusal(names, visitor).ifPresent(decision -> {
            throw decision == Decision.UNAUTHENTICATED
                    ? new IiifException.Denied(Fault.UNAUTHENTICATED, "'" + asked + "' asks for a sign-in.")
                    : new IiifException.Denied(Fault.FORBIDDEN, "'" + asked + "' is not open to you.");
        });
    }

    private Optional<Decision> refusal(Set<Identifier> names, Visitor visitor) {
        return names.stream()
                .map(name -> access.decide(visitor, name))
                .filter(decision -> decision != Decision.ALLOW)
                .findFirst();
    }

    /** A name and all folders above it, the library itself left out. */
    private static Set<Identifier> lineage(Identifier name) {
        Set<Identifier> names = new LinkedHashSet<>();
        Identifier at = Identifier.ROOT;
        for (String segment : name.segments()) {
            at = at.child(segment);
            names.add(at);
        }
        return names;
    }

    /** Every name that an identifier could mean, and all folders above them. */
    private static Set<Identifier> readings(Identifier asked) {
        Set<Identifier> names = new LinkedHashSet<>();
        Set<String> readings = new LinkedHashSet<>(Set.of(""));
        String text = asked.text();
        int from = 0;
        for (int i = 0; i <= text.length(); i++) {
            boolean end = i == text.length();
            if (!end && text.charAt(i) != '/' && text.charAt(i) != '$') {
                continue;
            }
            readings = extended(readings, text.substring(from, i));
            readings.stream().filter(Gate::isName).map(Identifier::new).forEach(names::add);
            readings = end ? readings : extended(readings, separators(text.charAt(i)));
            from = i + 1;
        }
        return names;
    }

    private static List<String> separators(char c) {
        return c == '/' ? List.of("/") : List.of("/", "$");
    }

    private static Set<String> extended(Set<String> readings, String text) {
        return extended(readings, List.of(text));
    }

    private static Set<String> extended(Set<String> readings, List<String> texts) {
        Set<String> longer = new LinkedHashSet<>();
        readings.forEach(reading -> texts.forEach(text -> longer.add(reading + text)));
        if (longer.size() > MOST_READINGS) {
            throw new IiifException.Missing(
                    "The identifier holds too many '$' to be looked up; write '/' between folders.");
        }
        return longer;
    }

    private static boolean isName(String reading) {
        return !reading.isEmpty()
                && List.of(reading.split("/", -1)).stream()
                        .noneMatch(segment -> segment.isEmpty() || segment.equals(".") || segment.equals(".."));
    }
}
