package org.lectern.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.lectern.core.IiifException;

class AdmissionTest {

    private static final long MB = 1 << 20;
    private final Admission impatient = new Admission(100 * MB, Duration.ZERO);

    @Test
    void whatNeverFitsIsRefusedAtOnce() {
        assertThatExceptionOfType(IiifException.TooLarge.class)
                .isThrownBy(() -> impatient.enter(100 * MB + 1))
                .withMessageContaining("101 MB");
        assertThat(impatient.enter(100 * MB)).isNotNull();
    }

    @Test
    void whatDoesNotFitInTimeIsBusy() {
        try (Admission.Permit permit = impatient.enter(90 * MB)) {
            assertThatExceptionOfType(IiifException.Busy.class)
                    .isThrownBy(() -> impatient.enter(20 * MB))
                    .satisfies(busy -> assertThat(busy.retryAfter()).isEqualTo(Duration.ofSeconds(1)));
            permit.shrinkTo(50 * MB);
            impatient.enter(20 * MB).close();
        }
        impatient.enter(100 * MB).close();
    }

    @Test
    void aQuarterIsKeptForTiles() {
        try (Admission.Permit first = impatient.enter(50 * MB)) {
            assertThatExceptionOfType(IiifException.Busy.class).isThrownBy(() -> impatient.enter(26 * MB));
            try (Admission.Permit second = impatient.enter(25 * MB)) {
                impatient.enter(15 * MB).close();
                second.shrinkTo(0);
            }
            first.shrinkTo(0);
        }
    }

    @Test
    void shrinkingNeverGrowsAndClosingTwiceGivesBackOnce() {
        Admission.Permit permit = impatient.enter(60 * MB);
        permit.shrinkTo(90 * MB);
        permit.close();
        permit.close();
        try (Admission.Permit all = impatient.enter(100 * MB)) {
            assertThatExceptionOfType(IiifException.Busy.class).isThrownBy(() -> impatient.enter(1));
            all.shrinkTo(0);
        }
    }

    @Test
    void whoWaitsIsLetInWhenThereIsRoom() throws Exception {
        var patient = new Admission(100 * MB, Duration.ofSeconds(20));
        Admission.Permit permit = patient.enter(100 * MB);
        var waiting = CompletableFuture.runAsync(() -> patient.enter(40 * MB).close());
        assertThat(waiting).isNotDone();
        permit.close();
        waiting.get(20, TimeUnit.SECONDS);
        assertThat(waiting).isCompleted();
    }

    @Test
    void whoGaveUpDoesNotStandInTheWay() {
        try (Admission.Permit permit = impatient.enter(90 * MB)) {
            assertThatExceptionOfType(IiifException.Busy.class).isThrownBy(() -> impatient.enter(99 * MB));
            impatient.enter(5 * MB).close();
            permit.shrinkTo(1);
            impatient.enter(60 * MB).close();
        }
    }
}
