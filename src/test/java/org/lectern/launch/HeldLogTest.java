package org.lectern.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HeldLogTest {

    private static final String CONFIGURED = "java.util.logging.config.file";

    private final Logger root = Logger.getLogger("");
    private final Logger server = Logger.getLogger("org.lectern.launch.HeldLogTest");
    private final List<String> told = new ArrayList<>();
    private final Handler teller = new Handler() {
        @Override
        public void publish(LogRecord entry) {
            if (entry.getLoggerName().equals(server.getName())) {
                told.add(entry.getMessage());
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void listen() {
        root.addHandler(teller);
    }

    @AfterEach
    void listenNoMore() {
        root.removeHandler(teller);
    }

    @Test
    void whatIsLoggedWhileTheServerStartsIsToldInItsOrderWhenItHasStarted() {
        try (HeldLog log = HeldLog.begin()) {
            server.warning("one");
            log.flush();
            server.warning("two");
            assertThat(told).isEmpty();
        }
        assertThat(told).containsExactly("one", "two");
        server.warning("three");
        assertThat(told).containsExactly("one", "two", "three");
    }

    @Test
    void whatIsForgottenIsNeverTold() {
        Handler[] before = root.getHandlers();
        try (HeldLog log = HeldLog.begin()) {
            server.warning("one");
            log.forget();
        }
        assertThat(told).isEmpty();
        assertThat(root.getHandlers()).containsExactly(before);
    }

    @Test
    void aLogThatTheUserHasConfiguredIsLeftAlone() {
        String before = System.setProperty(CONFIGURED, "mine.properties");
        try (HeldLog log = HeldLog.begin()) {
            server.warning("one");
            log.forget();
            assertThat(told).containsExactly("one");
        } finally {
            if (before == null) {
                System.clearProperty(CONFIGURED);
            } else {
                System.setProperty(CONFIGURED, before);
            }
        }
        assertThat(told).containsExactly("one");
    }
}
