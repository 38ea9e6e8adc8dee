package org.lectern.text;

import java.util.Optional;

/** Numbers as attributes hold them. What is none becomes NaN, which no box lets in. */
final class Numbers {

    private static final int LONGEST = 32;

    private Numbers() {}

    /** The number that an attribute holds, with or without a fraction. */
    static double of(Optional<String> attribute) {
        return attribute.map(value -> of(value.strip())).orElse(Double.NaN);
    }

    /** The first numbers of a list with commas or spaces between them; NaN for what is missing. */
    static double[] list(String text, int count) {
        double[] numbers = new double[count];
        int at = 0;
        for (int i = 0; i < count; i++) {
            while (at < text.length() && text.charAt(at) == ' ') {
                at++;
            }
            int end = at;
            while (end < text.length() && text.charAt(end) != ',' && text.charAt(end) > ' ') {
                end++;
            }
            numbers[i] = of(text.substring(at, end));
            at = Math.min(text.length(), end + 1);
        }
        return numbers;
    }

    private static double of(String text) {
        if (text.isEmpty() || text.length() > LONGEST || !text.chars().allMatch(Numbers::isPartOfOne)) {
            return Double.NaN;
        }
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    private static boolean isPartOfOne(int c) {
        return c >= '0' && c <= '9' || c == '.' || c == '-' || c == '+' || c == 'e' || c == 'E';
    }
}
