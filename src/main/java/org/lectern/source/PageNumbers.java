package org.lectern.source;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.lectern.blob.Blob;
import org.lectern.core.IiifException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The Internet Archive's {@code <prefix>_page_numbers.json}, version 2: the printed numbers that
 * character recognition found. An empty one says that none was found there, not that there is none.
 */
final class PageNumbers {

    private static final JsonMapper JSON = new JsonMapper();

    private PageNumbers() {}

    /**
     * Reads it.
     *
     * @return leaf number → printed number
     * @throws IiifException.Broken when it cannot be read
     */
    static Map<Integer, String> read(Blob blob) {
        try (blob) {
            if (blob.length() > Xml.MAX_BYTES) {
                throw new IiifException.TooLarge("'" + blob.name() + "' is longer than " + Xml.MAX_BYTES + " bytes.");
            }
            JsonNode json = JSON.readTree(blob.bytes(0, (int) blob.length()));
            Map<Integer, String> numbers = new HashMap<>();
            for (JsonNode page : json.path("pages").values()) {
                String printed = page.path("pageNumber").asString("").strip();
                number(page.path("leafNum").asString("")).filter(leaf -> !printed.isEmpty())
                        .ifPresent(leaf -> numbers.put(leaf, printed));
            }
            return numbers;
        } catch (JacksonException e) {
            throw new IiifException.Broken("'" + blob.name() + "' cannot be read as JSON.", e);
        }
    }

    /** A number of at most nine digits. */
    static Optional<Integer> number(String text) {
        boolean isNumber = !text.isEmpty() && text.length() <= 9 && text.chars().allMatch(c -> c >= '0' && c <= '9');
        return isNumber ? Optional.of(Integer.valueOf(text)) : Optional.empty();
    }
}
