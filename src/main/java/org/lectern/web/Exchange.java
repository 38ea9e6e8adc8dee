package org.lectern.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import java.util.function.Function;
import org.lectern.service.Answer;
import org.lectern.service.Caller;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One request and its answer: what all servlets have in common. Failures end here and do not travel
 * back through the dispatcher, for a container logs what passes there with its whole stack, every 404.
 * Thread-safe.
 */
public final class Exchange {

    private static final Logger LOG = LoggerFactory.getLogger(Exchange.class);

    private final PublicUrl publicUrl;
    private final Reply reply;
    private final Problems problems;

    /** With what says who we are, what sends answers, and what sends failures. */
    public Exchange(PublicUrl publicUrl, Reply reply, Problems problems) {
        this.publicUrl = Objects.requireNonNull(publicUrl);
        this.reply = Objects.requireNonNull(reply);
        this.problems = Objects.requireNonNull(problems);
    }

    /** Does the use case and sends what it comes to. */
    void answer(HttpServletRequest request, HttpServletResponse response, Function<Caller, Answer> useCase) {
        deliver(request, response, delivery -> reply.send(delivery, useCase.apply(caller(request))));
    }

    /** Runs what sends a representation. */
    void deliver(HttpServletRequest request, HttpServletResponse response, Delivering delivering) {
        send(request, response, () -> delivering.by(new Delivery(request, response, problems)));
    }

    /** Runs what answers the request; a client that has gone is no error. */
    void send(HttpServletRequest request, HttpServletResponse response, Sending sending) {
        try {
            attempt(request, response, sending);
        } catch (IOException e) {
            LOG.debug("the client of {} has gone", request.getRequestURI(), e);
        }
    }

    private void attempt(HttpServletRequest request, HttpServletResponse response, Sending sending)
            throws IOException {
        try {
            sending.run();
        } catch (RuntimeException e) {
            problems.send(request, response, e);
        }
    }

    private Caller caller(HttpServletRequest request) {
        return new Caller(
                publicUrl.of(request),
                Negotiation.accept(request),
                new RequestVisitor(publicUrl.client(request), request));
    }

    /** What sends a representation. */
    @FunctionalInterface
    interface Delivering {
        void by(Delivery delivery) throws IOException;
    }

    /** What writes to a client. */
    @FunctionalInterface
    interface Sending {
        void run() throws IOException;
    }
}
