package org.lectern.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lectern.core.IiifException;

class OutboxTest {

    private static final int LARGE = 4 * Outbox.SMALL;

    private final Outbox outbox = new Outbox(2L * LARGE);
    private final List<String> sent = new ArrayList<>();

    @Test
    void whatFindsNoRoomIsRefusedAndNotSent() {
        outbox.send(LARGE, () -> outbox.send(LARGE, () ->
                assertThatThrownBy(() -> outbox.send(LARGE, () -> sent.add("third")))
                        .isInstanceOf(IiifException.Busy.class)));

        assertThat(sent).isEmpty();
    }

    @Test
    void whatIsSmallAlwaysPasses() {
        outbox.send(2 * LARGE, () -> outbox.send(Outbox.SMALL - 1, () -> sent.add("small")));

        assertThat(sent).containsExactly("small");
    }

    @Test
    void aSingleBodyMayBeLongerThanAll() {
        outbox.send(100L * LARGE, () -> sent.add("huge"));

        assertThat(sent).containsExactly("huge");
    }

    @Test
    void roomIsGivenBackWhenTheClientHasGoneAndWhenABodyIsRefused() {
        for (int i = 0; i < 10; i++) {
            assertThatThrownBy(() -> outbox.send(2 * LARGE, () -> {
                throw new IllegalStateException("gone");
            })).isInstanceOf(IllegalStateException.class);
            outbox.send(LARGE, () -> assertThatThrownBy(() -> outbox.send(2 * LARGE, () -> sent.add("refused")))
                    .isInstanceOf(IiifException.Busy.class));
        }

        outbox.send(2 * LARGE, () -> sent.add("whole"));
        assertThat(sent).containsExactly("whole");
    }
}
