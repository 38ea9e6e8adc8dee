package org.lectern.presentation;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.api.AbstractStringAssert;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A document, to be asked what it says.
 *
 * @param root as it was parsed
 */
record Said(JsonNode root) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    static Said in(byte[] document) {
        return new Said(JSON.readTree(document));
    }

    JsonNode at(String pointer) {
        return root.at(pointer);
    }

    /** What stands there, as JSON with single quotes; empty for nothing. */
    AbstractStringAssert<?> says(String pointer) {
        JsonNode node = root.at(pointer);
        return assertThat(node.isMissingNode() ? "" : node.toString().replace('"', '\'')).as(pointer);
    }

    /** The keys of the object that stands there, in order. */
    String keys(String pointer) {
        return String.join(" ", root.at(pointer).propertyNames());
    }
}
