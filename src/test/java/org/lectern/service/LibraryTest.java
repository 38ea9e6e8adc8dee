package org.lectern.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lectern.core.Identifier;
import org.lectern.source.Folder;
import org.lectern.source.Resolver;
import org.lectern.source.Resource;
import org.lectern.source.Summary;

class LibraryTest {

    private final Shelves first = new Shelves("one").image("both").image("a/x");
    private final Shelves second = new Shelves("two").image("both").image("b/y");
    private final Library library = new Library(
            List.of(Resolver.plain("two"), Resolver.plain("one")), List.of(first, second), Access.ALL);

    @Test
    void theFirstResolverThatLeadsToSomethingWins() {
        assertThat(library.find(new Identifier("both"), House.caller().visitor()).orElseThrow().source()).isSameAs(second);
        assertThat(library.find(new Identifier("a/x"), House.caller().visitor()).orElseThrow().source()).isSameAs(first);
        assertThat(library.find(new Identifier("nothing"), House.caller().visitor())).isEmpty();
    }

    @Test
    void theLibraryIsOneFolderOfAllRoots() {
        Folder root = ((Resource.Shelf) library.find(Identifier.ROOT, House.caller().visitor()).orElseThrow().resource()).folder();
        assertThat(root.folders()).extracting(Folder.Entry::id).containsExactly(new Identifier("a"), new Identifier("b"));
        assertThat(root.items()).extracting(Summary::id).containsExactly(new Identifier("both"), new Identifier("both"));
    }

    @Test
    void readinessIsToldSourceBySource() {
        second.ready = false;
        HealthService health = new HealthService(library);
        assertThat(health.checks()).isEqualTo(Map.of("one", true, "two", false));
        assertThat(health.ready()).isFalse();
    }

    @Test
    void sourcesNeedDifferentNames() {
        assertThatThrownBy(() -> new Library(List.of(), List.of(first, new Shelves("one")), Access.ALL))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
