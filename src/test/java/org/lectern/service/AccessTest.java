package org.lectern.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lectern.service.House.asked;
import static org.lectern.service.House.json;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lectern.core.ApiVersion;
import org.lectern.core.Fault;
import org.lectern.core.Identifier;
import org.lectern.core.IiifException;
import org.lectern.image.Limits;
import org.lectern.service.Access.Decision;

class AccessTest {

    private static final Optional<ApiVersion> V3 = Optional.of(ApiVersion.V3);

    private static final Map<String, Decision> REFUSED =
            Map.of("books/secret", Decision.FORBIDDEN, "kept", Decision.UNAUTHENTICATED, "odd/c$d", Decision.FORBIDDEN);

    /** Who shows a key sees everything. */
    private static final Access POLICY = (visitor, item) -> visitor.header("key").isPresent()
            ? Decision.ALLOW
            : REFUSED.getOrDefault(item.text(), Decision.ALLOW);

    private final House house = new House(Shelves.usual(), POLICY, Links.Slash.DOLLAR, Limits.NONE);

    private static final Caller STRANGER = House.caller();
    private static final Caller FRIEND =
            new Caller(House.BASE, Optional.empty(), new House.Guest(Map.of("key", "yes")));

    private static List<String> forbidden() {
        return List.of(
                "books/secret", "books$secret", "books/secret$0", "books$secret$0", "books$secret$x.png", "books/secret/x.png",
                "books/secret$x.png", "books$secret/x.png", "books$secret$nothing", "books/secret/no/thing",
                "odd/c$d", "odd$c$d", "odd/c$d$1", "odd$c$d$1");
    }

    private static List<String> unauthenticated() {
        return List.of("kept", "kept/private.jpg", "kept$private.jpg", "kept$nothing", "kept$private.jpg$0");
    }

    private List<Function<Caller, Object>> ways(String id) {
        List<Function<Caller, Object>> ways = new ArrayList<>();
        for (ApiVersion version : ApiVersion.values()) {
            ways.add(caller -> house.images.info(asked(id), version, caller));
            ways.add(caller -> house.images.image(asked(id), List.of("full", "max", "0", "default.jpg"), version, caller));
            ways.add(caller -> house.manifests.manifest(asked(id), Optional.of(version), caller));
            ways.add(caller -> house.manifests.collection(asked(id), Optional.of(version), Optional.empty(), caller));
        }
        ways.add(caller -> house.files.file(List.of(id, "a.pdf"), caller));
        ways.add(caller -> house.files.file(List.of((id + "/a.pdf").split("/")), caller));
        ways.add(caller -> house.books.pdf(asked(id), Optional.empty(), caller));
        ways.add(caller -> house.books.pdf(asked(id), Optional.of("1"), caller));
        ways.add(caller -> house.items.item(asked(id), true, caller));
        ways.add(caller -> house.items.item(asked(id), false, caller));
        ways.add(caller -> house.items.item(asked(id, "", true), true, caller));
        ways.add(caller -> house.items.base(asked(id), caller));
        ways.add(caller -> house.library.find(new Identifier(id), caller.visitor()));
        return ways;
    }

    static Stream<org.junit.jupiter.params.provider.Arguments> refused() {
        return Stream.concat(
                forbidden().stream().map(id -> org.junit.jupiter.params.provider.Arguments.of(id, Fault.FORBIDDEN)),
                unauthenticated().stream().map(id -> org.junit.jupiter.params.provider.Arguments.of(id, Fault.UNAUTHENTICATED)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refused")
    void everyWayIsClosedColdAndTheSourceIsNotEvenAsked(String id, Fault fault) {
        for (Function<Caller, Object> way : ways(id)) {
            assertThatThrownBy(() -> way.apply(STRANGER))
                    .isInstanceOfSatisfying(IiifException.Denied.class, e -> assertThat(e.fault()).isEqualTo(fault));
        }
        assertThat(house.shelves.asked).isEmpty();
        assertThat(house.drawn.opened).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refused")
    void everyWayIsClosedWarmAfterAFriendCameIn(String id, Fault fault) {
        for (Function<Caller, Object> way : ways(id)) {
            try {
                way.apply(FRIEND);
            } catch (IiifException.Missing e) {
                assertThat(e.fault()).isEqualTo(Fault.NOT_FOUND);
            }
            assertThatThrownBy(() -> way.apply(STRANGER))
                    .isInstanceOfSatisfying(IiifException.Denied.class, e -> assertThat(e.fault()).isEqualTo(fault));
        }
    }

    @Test
    void whatIsOpenStaysOpen() {
        for (String id : List.of("photo.jpg", "books/bible$1", "books$bible$1", "odd/a$b #1.tif")) {
            assertThat(house.library.find(new Identifier(id), STRANGER.visitor())).as(id).isPresent();
        }
    }

    @Test
    void listsDoNotNameWhatTheVisitorMayNotSeeAndCountWithoutIt() {
        for (int round = 0; round < 2; round++) {
            Answer friends = house.listings.list("/", Optional.empty(), Optional.empty(), FRIEND);
            assertThat(json(friends).get("total").intValue()).isEqualTo(6);
            Answer strangers = house.listings.list("/", Optional.empty(), Optional.empty(), STRANGER);
            assertThat(json(strangers).get("ids").toString())
                    .isEqualTo("[\"photo.jpg\",\"books/bible\",\"odd/a$b #1.tif\"]");
            assertThat(json(strangers).get("total").intValue()).isEqualTo(3);
            Answer second = house.listings.list("/", Optional.of("2"), Optional.of("2"), STRANGER);
            assertThat(json(second).get("ids").toString()).isEqualTo("[\"odd/a$b #1.tif\"]");
            assertThat(((Answer.Document) strangers).validity()).isNotEqualTo(((Answer.Document) friends).validity());
        }
    }

    @Test
    void collectionsDoNotNameWhatTheVisitorMayNotSee() {
        for (ApiVersion version : ApiVersion.values()) {
            for (Asked asked : List.of(asked("books"), asked("odd"), new Asked(Identifier.ROOT, "/iiif", false))) {
                Answer friends = house.manifests.collection(asked, Optional.of(version), Optional.empty(), FRIEND);
                assertThat(text(friends)).containsAnyOf("secret", "kept", "c$d");
                Answer strangers = house.manifests.collection(asked, Optional.of(version), Optional.empty(), STRANGER);
                assertThat(text(strangers)).doesNotContain("secret", "kept", "c$d");
                assertThat(((Answer.Document) strangers).validity()).isNotEqualTo(((Answer.Document) friends).validity());
            }
        }
    }

    @Test
    void aPolicyThatRefusesAllLeavesAnEmptyLibrary() {
        House closed = new House(Shelves.usual(), (visitor, item) -> Decision.FORBIDDEN, Links.Slash.DOLLAR, Limits.NONE);
        assertThat(json(closed.listings.list("/", Optional.empty(), Optional.empty(), STRANGER)).get("total").intValue())
                .isZero();
        Answer root = closed.manifests.collection(new Asked(Identifier.ROOT, "/iiif/3", false), V3, Optional.empty(), STRANGER);
        assertThat(json(root).get("items").size()).isZero();
        assertThatThrownBy(() -> closed.library.find(new Identifier("nothing"), STRANGER.visitor()))
                .isInstanceOf(IiifException.Denied.class);
    }

    @Test
    void whatAResolverLeadsToIsRefusedByItsOwnName() {
        Library aliased = new Library(
                List.of(id -> Optional.of(new org.lectern.source.Location("shelves", new Identifier("books/secret")))),
                List.of(Shelves.usual()), POLICY);
        assertThatThrownBy(() -> aliased.find(new Identifier("alias"), STRANGER.visitor()))
                .isInstanceOf(IiifException.Denied.class)
                .hasMessageNotContaining("secret");
    }

    @Test
    void identifiersOfMoreReadingsThanCanBeAskedForAreNotLookedUp() {
        assertThatThrownBy(() -> house.library.find(new Identifier("a" + "$b".repeat(9)), STRANGER.visitor()))
                .isInstanceOf(IiifException.Missing.class);
        assertThat(house.library.find(new Identifier("a" + "$b".repeat(8)), STRANGER.visitor())).isEmpty();
    }

    private static String text(Answer answer) {
        return new String(((Answer.Document) answer).body(), StandardCharsets.UTF_8);
    }
}
