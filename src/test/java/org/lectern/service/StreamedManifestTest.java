package org.lectern.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lectern.service.House.asked;
import static org.lectern.service.House.caller;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.lectern.Holds;
import org.lectern.blob.MapCache;
import org.lectern.core.ApiVersion;
import org.lectern.core.Dimensions;
import org.lectern.core.Identifier;
import org.lectern.image.Limits;
import org.lectern.presentation.PresentationRules;
import org.lectern.source.Apparatus;
import org.lectern.source.Item;
import org.lectern.source.Kind;
import org.lectern.source.Page;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Manifests of so many canvases that they are written while they are sent. */
class StreamedManifestTest {

    private static final int MANY = ManifestService.MOST_AT_ONCE + 1;

    private static Item book(int pages, int width, String validator) {
        List<Page> list = IntStream.range(0, pages).mapToObj(i -> new Page(i, i, "$" + i, "" + i, Optional.empty(),
                Optional.of(new Dimensions(width, 9)), "m")).toList();
        Item item = Treasures.item("folder/book", Kind.TEXTS, List.of("paged"), list, 0, Apparatus.NONE);
        return new Item(item.id(), item.kind(), item.label(), item.metadata(), item.summary(), item.rights(),
                item.attribution(), item.seeAlso(), item.viewingDirection(), item.behavior(), item.pages(), 0,
                item.apparatus(), validator, item.modified());
    }

    private static Answer.Streamed streamed(House house, Asked asked, ApiVersion version, Caller caller) {
        return (Answer.Streamed) house.manifests.manifest(asked, Optional.of(version), caller);
    }

    private static Answer.Streamed streamed(House house) {
        return streamed(house, asked("folder/book"), ApiVersion.V3, caller());
    }

    private static byte[] body(Answer.Streamed answer) throws IOException {
        var out = new ByteArrayOutputStream();
        answer.body().to(out);
        return out.toByteArray();
    }

    private static House house(Item item) {
        return House.of(new Shelves("s").add(item));
    }

    @Test
    void upToFiveHundredCanvasesAreMadeAtOnce() {
        Answer answer = house(book(MANY - 1, 9, "v")).manifests
                .manifest(asked("folder/book"), Optional.of(ApiVersion.V3), caller());
        assertThat(answer).isInstanceOf(Answer.Document.class);
    }

    @Test
    void whatIsStreamedIsTheManifest() throws IOException {
        Answer.Streamed answer = streamed(house(book(MANY, 9, "v")));
        byte[] body = body(answer);
        PresentationRules.check3(body);
        JsonNode manifest = JsonMapper.shared().readTree(body);
        assertThat(manifest.get("items").size()).isEqualTo(MANY);
        assertThat(manifest.get("items").get(MANY - 1).get("id").stringValue())
                .isEqualTo(House.BASE + "/iiif/folder$book$leaf" + (MANY - 1) + "/canvas");
        assertThat(body(answer)).isEqualTo(body);
        assertThat(answer.fileName()).isEmpty();
        assertThat(answer.headers()).containsEntry("Vary", "Accept");
        assertThat(answer.contentType())
                .isEqualTo("application/ld+json;profile=\"http://iiif.io/api/presentation/3/context.json\"");
        assertThat(answer.validity().modified()).contains(Shelves.MODIFIED);
    }

    @Holds("PRE-013")
    @Test
    void theEntityTagChangesWithAllThatShapesTheDocumentAndWithNothingElse() throws IOException {
        Limits limits = new Limits(OptionalInt.of(5), OptionalInt.empty(), OptionalLong.empty(), false);
        Imprint other = new Imprint(Wording.english("Another title"), Optional.empty(), ApiVersion.V3, "build");
        Imprint newer = new Imprint(House.WORDING, Optional.empty(), ApiVersion.V3, "another build");
        Shelves renamed = new Shelves("s").add(book(MANY, 9, "v")).add(Shelves.item("folder", Kind.IMAGE,
                List.of(Shelves.page(0, "", "")), 0));
        Map<String, Answer.Streamed> answers = new LinkedHashMap<>();
        answers.put("plain", streamed(house(book(MANY, 9, "v"))));
        answers.put("version", streamed(house(book(MANY, 9, "v")), asked("folder/book"), ApiVersion.V2, caller()));
        answers.put("type", streamed(house(book(MANY, 9, "v")), asked("folder/book"), ApiVersion.V3,
                House.accepting("application/json")));
        answers.put("url", streamed(house(book(MANY, 9, "v")), asked("folder/book", "/iiif", false), ApiVersion.V3, caller()));
        answers.put("base", streamed(house(book(MANY, 9, "v")), asked("folder/book"), ApiVersion.V3,
                new Caller("https://other.example.org", Optional.empty(), new House.Guest(Map.of()))));
        answers.put("item", streamed(house(book(MANY, 9, "w"))));
        answers.put("sizes", streamed(house(book(MANY, 10, "v"))));
        answers.put("limits", streamed(new House(
                new Shelves("s").add(book(MANY, 9, "v")), Access.ALL, Links.Slash.DOLLAR, limits)));
        answers.put("slashes", streamed(new House(
                new Shelves("s").add(book(MANY, 9, "v")), Access.ALL, Links.Slash.ENCODED, Limits.NONE)));
        answers.put("title", streamed(House.of(new Shelves("s").add(book(MANY, 9, "v")), other, new MapCache())));
        answers.put("build", streamed(House.of(new Shelves("s").add(book(MANY, 9, "v")), newer, new MapCache())));
        answers.put("parent", streamed(House.of(renamed)));
        assertThat(answers.values().stream().map(answer -> answer.validity().etag()).toList()).doesNotHaveDuplicates();

        Answer.Streamed again = streamed(house(book(MANY, 9, "v")));
        assertThat(again.validity()).isEqualTo(answers.get("plain").validity());
        assertThat(body(again)).isEqualTo(body(answers.get("plain")));
    }

    @Test
    void thatTheClientHasGoneIsNotHidden() {
        Answer.Streamed answer = streamed(house(book(MANY, 9, "v")));
        IOException gone = new IOException("gone");
        assertThatThrownBy(() -> answer.body().to(new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw gone;
            }
        })).isSameAs(gone);
    }

    @Test
    void noCanvasIsMadeForAHead() {
        House house = house(book(20_000, 9, "v"));
        house.admission.enter(house.admission.budget());
        assertThat(streamed(house).validity().etag()).hasSize(20);
    }

    @Test
    void recordingsCountAsCanvasesToo() {
        Item many = book(MANY - 2, 9, "v");
        Item mixed = Treasures.item("folder/book", Kind.AUDIO, List.of(), many.pages(), 0, Treasures.concert().apparatus());
        assertThat(new Identifier("folder/book")).isEqualTo(mixed.id());
        assertThat(house(mixed).manifests.manifest(asked("folder/book"), Optional.of(ApiVersion.V3), caller()))
                .isInstanceOf(Answer.Streamed.class);
    }
}
