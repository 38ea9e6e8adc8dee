package org.lectern.jpeg2000;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** The files that the fuzzer starts from, small and made here: every feature of Part 1 in turn, and large claims. */
public final class FuzzSeeds {

    private static final int MANY = 200;
    private static final int MOST_BYTES = 4096; // a mutation of a small file is more often one of its headers

    private FuzzSeeds() {}

    /** Writes them into the folder that the first argument names. */
    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        List<byte[]> seeds = all();
        for (int i = 0; i < seeds.size(); i++) {
            Files.write(folder.resolve("seed-" + i), seeds.get(i));
        }
    }

    static List<byte[]> all() {
        return Stream.concat(LongStream.range(0, MANY).mapToObj(RandomEncodings::file), GreedyFiles.all().values().stream())
                .filter(file -> file.length <= MOST_BYTES).toList();
    }
}
