package org.lectern.bench;

import java.util.concurrent.TimeUnit;
import org.lectern.jpeg2000.BlockFixture;
import org.lectern.jpeg2000.WaveletFixture;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** The two kernels that a JPEG 2000 tile takes its time in: code-blocks of 64 × 64, and 512 × 512 samples of wavelet. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
public class Jpeg2000KernelBenchmark {

    private static final int BLOCKS = 16;

    /** Different code-blocks of one rate, so that branches are not learned by heart. */
    @State(Scope.Thread)
    public static class Blocks {

        /** Mean magnitude of a coefficient in steps. */
        @Param({"0.3", "1.5", "6", "25"})
        public double spread;

        /** Code-block style: 0, or 1 for bypass. */
        @Param({"0", "1"})
        public int style;

        private final BlockFixture[] all = new BlockFixture[BLOCKS];

        @Setup
        public void code() {
            double rate = 0;
            for (int i = 0; i < BLOCKS; i++) {
                all[i] = new BlockFixture(spread, style, i);
                rate += all[i].rate() / BLOCKS;
            }
            System.out.printf("%.2f bits a coefficient%n", rate);
        }
    }

    /** The wavelet's buffers. */
    @State(Scope.Thread)
    public static class Wavelet {
        private final WaveletFixture window = new WaveletFixture();
    }

    /** One code-block. */
    @Benchmark
    @OperationsPerInvocation(BLOCKS)
    public void codeBlock(Blocks blocks, Blackhole sink) {
        for (BlockFixture block : blocks.all) {
            sink.consume(block.decode());
        }
    }

    /** A tile of five levels by the 9/7. */
    @Benchmark
    public float[] irreversibleWavelet(Wavelet wavelet) {
        return wavelet.window.irreversible();
    }

    /** A tile of five levels by the 5/3. */
    @Benchmark
    public int[] reversibleWavelet(Wavelet wavelet) {
        return wavelet.window.reversible();
    }
}
