package org.lectern.launch;

import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/**
 * Keeps what is logged while the server starts until it is known whether anyone has to read it: of a start
 * that failed for a known reason that reason alone is told, and not what each part of the server makes
 * of it. Closing tells what was kept, unless it is forgotten. A log that the user has configured is left
 * alone. Thread-safe.
 */
final class HeldLog extends Handler implements AutoCloseable {

    private static final Logger ROOT = Logger.getLogger("");

    private final List<Handler> tellers = new ArrayList<>();
    private final List<LogRecord> kept = new ArrayList<>();

    private HeldLog() {}

    /** Begins to keep. */
    static HeldLog begin() {
        HeldLog held = new HeldLog();
        if (!isConfigured()) {
            held.takeOver();
        }
        return held;
    }

    private static boolean isConfigured() {
        return System.getProperty("java.util.logging.config.file") != null
                || System.getProperty("java.util.logging.config.class") != null;
    }

    private synchronized void takeOver() {
        for (Handler teller : ROOT.getHandlers()) {
            tellers.add(teller);
            ROOT.removeHandler(teller);
        }
        ROOT.addHandler(this);
    }

    @Override
    public synchronized void publish(LogRecord entry) {
        kept.add(entry);
    }

    /** What was kept until now will not be told. */
    synchronized void forget() {
        kept.clear();
    }

    @Override
    public void flush() {
        // nothing is to be told before the end
    }

    @Override
    public synchronized void close() {
        ROOT.removeHandler(this);
        tellers.forEach(ROOT::addHandler);
        kept.forEach(entry -> tellers.forEach(teller -> teller.publish(entry)));
        tellers.clear();
        kept.clear();
    }
}
