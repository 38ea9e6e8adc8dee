package org.lectern.jpeg2000;

import java.util.Arrays;

/**
 * Corners of precincts along one axis of the reference grid, the least first and of equal ones that of the earlier
 * grid of precincts. A binary heap; for one thread.
 */
final class CornerQueue {

    private long[] heap = new long[4];
    private int count;

    boolean isEmpty() {
        return count == 0;
    }

    void add(int corner, int grid) {
        if (count == heap.length) {
            heap = Arrays.copyOf(heap, 2 * count);
        }
        long key = (long) corner << 32 | grid;
        int at = count++;
        while (at > 0 && heap[at - 1 >> 1] > key) {
            heap[at] = heap[at - 1 >> 1];
            at = at - 1 >> 1;
        }
        heap[at] = key;
    }

    /** The least corner. */
    int corner() {
        return (int) (heap[0] >> 32);
    }

    /** Takes the least; its grid. */
    int remove() {
        int grid = (int) heap[0];
        long key = heap[--count];
        int at = 0;
        for (int child = 1; child < count; child = 2 * at + 1) {
            if (child + 1 < count && heap[child + 1] < heap[child]) {
                child++;
            }
            if (heap[child] >= key) {
                break;
            }
            heap[at] = heap[child];
            at = child;
        }
        heap[at] = key;
        return grid;
    }
}
