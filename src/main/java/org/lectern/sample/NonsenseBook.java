package org.lectern.sample;

import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.lectern.sample.Sheet.Align;
import org.lectern.sample.Sheet.Type;

/** Two songs of 1871, both in the public domain, set and illustrated anew. */
final class NonsenseBook {

    static final BookDescription ABOUT = new BookDescription(
            "twononsensesongs",
            "Two nonsense songs: The Owl and the Pussy-cat; Jabberwocky",
            List.of("Lear, Edward, 1812-1888", "Carroll, Lewis, 1832-1898"),
            "1871",
            List.of("Nonsense verses, English", "Children's poetry, English"),
            "Two songs that were first printed in 1871, set and illustrated by the code of Lectern.");

    static final int WIDTH = 1200;
    static final int HEIGHT = 1800;

    private static final Color PAPER = new Color(0xf6efdf);
    private static final Color INK = new Color(0x2b221b);
    private static final Color RED = new Color(0xa0402a);
    private static final double MIDDLE = WIDTH / 2.0;
    private static final Type VERSE = new Type(37, INK);
    private static final int LEADING = 56;
    private static final int INDENT = 46;

    private static final String OWL_1 = """
            The Owl and the Pussy-cat went to sea
              In a beautiful pea-green boat,
            They took some honey, and plenty of money,
              Wrapped up in a five-pound note.
            The Owl looked up to the stars above,
              And sang to a small guitar,
            “O lovely Pussy! O Pussy, my love,
              What a beautiful Pussy you are,
                You are,
                You are!
            What a beautiful Pussy you are!”
            """;
    private static final String OWL_2 = """
            Pussy said to the Owl, “You elegant fowl!
              How charmingly sweet you sing!
            O let us be married! too long we have tarried:
              But what shall we do for a ring?”
            They sailed away, for a year and a day,
              To the land where the Bong-tree grows,
            And there in a wood a Piggy-wig stood,
              With a ring at the end of his nose,
                His nose,
                His nose,
              With a ring at the end of his nose.
            """;
    private static final String OWL_3 = """
            “Dear Pig, are you willing to sell for one shilling
              Your ring?” Said the Piggy, “I will.”
            So they took it away, and were married next day
              By the Turkey who lives on the hill.
            They dined on mince, and slices of quince,
              Which they ate with a runcible spoon;
            And hand in hand, on the edge of the sand,
              They danced by the light of the moon,
                The moon,
                The moon,
            They danced by the light of the moon.
            """;
    private static final String JABBERWOCKY_1 = """
            ’Twas brillig, and the slithy toves
              Did gyre and gimble in the wabe;
            All mimsy were the borogoves,
              And the mome raths outgrabe.

            “Beware the Jabberwock, my son!
              The jaws that bite, the claws that catch!
            Beware the Jubjub bird, and shun
              The frumious Bandersnatch!”

            He took his vorpal sword in hand:
              Long time the manxome foe he sought—
            So rested he by the Tumtum tree,
              And stood awhile in thought.
            """;
    private static final String JABBERWOCKY_2 = """
            And as in uffish thought he stood,
              The Jabberwock, with eyes of flame,
            Came whiffling through the tulgey wood,
              And burbled as it came!

            One, two! One, two! And through and through
              The vorpal blade went snicker-snack!
            He left it dead, and with its head
              He went galumphing back.

            “And hast thou slain the Jabberwock?
              Come to my arms, my beamish boy!
            O frabjous day! Callooh! Callay!”
              He chortled in his joy.

            ’Twas brillig, and the slithy toves
              Did gyre and gimble in the wabe;
            All mimsy were the borogoves,
              And the mome raths outgrabe.
            """;

    /** The leaves in order; the first is the scanner's colour card, which readers do not see. */
    List<Leaf> leaves() {
        return List.of(
                new Leaf("Color Card", false, "", ColourCard::draw),
                new Leaf("Cover", true, "", BookArt::cover),
                new Leaf("Normal", true, "", BookArt::endpaper),
                new Leaf("Title", true, "", NonsenseBook::title),
                new Leaf("Normal", true, "", BookArt::boat),
                new Leaf("Normal", true, "1", () -> opening("The Owl and the Pussy-cat", "Edward Lear", OWL_1, "1")),
                new Leaf("Normal", true, "2", () -> verses(OWL_2, "2", "II")),
                new Leaf("Normal", true, "3", () -> verses(OWL_3, "3", "III")),
                new Leaf("Normal", true, "", BookArt::wood),
                new Leaf("Normal", true, "5", () -> opening("Jabberwocky", "Lewis Carroll", JABBERWOCKY_1, "5")),
                new Leaf("Normal", true, "6", () -> verses(JABBERWOCKY_2, "6", "")),
                new Leaf("Normal", true, "", NonsenseBook::colophon),
                new Leaf("Cover", true, "", BookArt::back));
    }

    private static Sheet page() {
        return new Sheet(WIDTH, HEIGHT, PAPER);
    }

    private static Print title() {
        Sheet page = page().frame(INK, 3, 90).frame(RED, 1.5, 104);
        page.text("TWO", MIDDLE, 360, new Type(64, INK).spaced(0.3), Align.MIDDLE);
        page.text("NONSENSE", MIDDLE, 500, new Type(118, RED).spaced(0.08), Align.MIDDLE);
        page.text("SONGS", MIDDLE, 620, new Type(92, INK).spaced(0.28), Align.MIDDLE);
        BookArt.rosette(page, MIDDLE, 920, 190, RED);
        page.text("by", MIDDLE, 1215, new Type(36, INK).italic(), Align.MIDDLE);
        page.text("EDWARD LEAR", MIDDLE, 1290, new Type(44, INK).spaced(0.16), Align.MIDDLE);
        page.text("and", MIDDLE, 1350, new Type(36, INK).italic(), Align.MIDDLE);
        page.text("LEWIS CARROLL", MIDDLE, 1425, new Type(44, INK).spaced(0.16), Align.MIDDLE);
        page.rule(RED, 2, MIDDLE - 90, 1500, MIDDLE + 90, 1500);
        page.text("FIRST PRINTED 1871", MIDDLE, 1570, new Type(30, INK).spaced(0.2), Align.MIDDLE);
        return page.print();
    }

    private static Print opening(String song, String poet, String text, String number) {
        Sheet page = page();
        BookArt.headpiece(page, 220, RED);
        page.text(song, MIDDLE, 370, new Type(62, INK).spaced(0.02), Align.MIDDLE);
        page.text(poet, MIDDLE, 440, new Type(36, RED).italic(), Align.MIDDLE);
        set(page, text, 580);
        return foot(page, number);
    }

    private static Print verses(String text, String number, String part) {
        Sheet page = page();
        if (!part.isEmpty()) {
            page.text(part, MIDDLE, 300, new Type(44, RED).spaced(0.2), Align.MIDDLE);
            BookArt.rosette(page, MIDDLE, 1330, 130, RED);
        }
        set(page, text, part.isEmpty() ? 300 : 420);
        return foot(page, number);
    }

    /** Lines keep the indents they are written with; an empty one parts two verses. */
    private static void set(Sheet page, String text, double top) {
        double y = top;
        for (String line : text.split("\n")) {
            int indent = line.length() - line.stripLeading().length();
            page.text(line.strip(), 190 + indent / 2 * INDENT, y, VERSE, Align.START);
            y += line.isEmpty() ? LEADING * 0.7 : LEADING;
        }
    }

    private static Print foot(Sheet page, String number) {
        page.text("—  " + number + "  —", MIDDLE, HEIGHT - 130, new Type(30, INK), Align.MIDDLE);
        return page.print();
    }

    private static Print colophon() {
        Sheet page = page();
        page.initial(RED, "&", new Rectangle2D.Double(MIDDLE - 110, 420, 220, 260));
        String text = """
                Both songs were first printed in the winter
                of 1871 and belong to everybody.
                The letters are Liberation Sans;
                the pictures are drawn by the code of Lectern
                each time that it is built.
                """;
        double y = 860;
        for (String line : text.strip().split("\n")) {
            page.text(line, MIDDLE, y, new Type(35, INK).italic(), Align.MIDDLE);
            y += 58;
        }
        BookArt.headpiece(page, 1280, RED);
        return page.print();
    }
}
