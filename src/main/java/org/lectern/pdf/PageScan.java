package org.lectern.pdf;

import java.awt.geom.AffineTransform;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.contentstream.PDContentStream;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdfparser.PDFStreamParser;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.lectern.core.Dimensions;

/**
 * Reads through the operators of a page, drawing nothing, to learn whether it is in essence one
 * picture that covers it (a scan, perhaps with invisible text), and how large its pictures are.
 * What lies behind {@value #TOKENS} tokens or {@value #DEPTH} nested forms is not looked at.
 */
final class PageScan {

    private static final int TOKENS = 200_000;
    private static final int DEPTH = 6;
    private static final int OPERANDS = 64;
    private static final double COVERS = 0.9; // of the page's area
    private static final int INVISIBLE = 3; // text rendering mode
    private static final Set<String> MARKS = Set.of("f", "F", "f*", "B", "B*", "b", "b*", "S", "s", "sh");
    private static final Set<String> TEXT = Set.of("Tj", "TJ", "'", "\"");

    private final double pageArea;
    private int tokens;
    private boolean marks; // anything drawn that is not a picture
    private double covering;
    private Dimensions coveringSize;
    private long largest;
    private Tone tone = Tone.BITONAL;

    private PageScan(double pageArea) {
        this.pageArea = pageArea;
    }

    static PageScan of(PDPage page) throws IOException {
        PDRectangle box = page.getCropBox();
        var scan = new PageScan((double) box.getWidth() * box.getHeight());
        scan.read(page, page.getResources(), new AffineTransform(), 0);
        scan.marks |= page.getCOSObject().containsKey(COSName.ANNOTS);
        return scan;
    }

    /** Pixels a point of the finest picture that covers the page; 0 when none does. */
    double coveringScale() {
        return covering;
    }

    /** Whether anything is drawn besides pictures. */
    boolean hasMarks() {
        return marks || tokens > TOKENS;
    }

    /** Pixels of the largest picture; 0 when there is none. */
    long largestPicture() {
        return largest;
    }

    /** What the page can show: colour, unless it holds nothing but grey pictures. */
    Tone tone() {
        return largest == 0 || hasMarks() ? Tone.COLOR : tone;
    }

    private void read(PDContentStream stream, PDResources resources, AffineTransform matrix, int depth)
            throws IOException {
        var state = new State(matrix);
        var parser = new PDFStreamParser(stream);
        List<COSBase> operands = new ArrayList<>();
        for (Object token = parser.parseNextToken(); token != null; token = parser.parseNextToken()) {
            if (++tokens > TOKENS) {
                return;
            }
            if (token instanceof Operator operator) {
                apply(operator, operands, state, resources, depth);
                operands.clear();
            } else if (token instanceof COSBase operand && operands.size() < OPERANDS) {
                operands.add(operand);
            }
        }
    }

    private void apply(Operator operator, List<COSBase> operands, State state, PDResources resources, int depth)
            throws IOException {
        String name = operator.getName();
        switch (name) {
            case "q" -> state.save();
            case "Q" -> state.restore();
            case "cm" -> state.matrix.concatenate(matrix(operands));
            case "Tr" -> state.textMode = operands.isEmpty() ? 0 : (int) number(operands.get(0));
            case "BI" -> picture(operator.getImageParameters(), state.matrix);
            case "Do" -> draw(operands, state.matrix, resources, depth);
            default -> marks |= MARKS.contains(name) || TEXT.contains(name) && state.textMode != INVISIBLE;
        }
    }

    private void draw(List<COSBase> operands, AffineTransform matrix, PDResources resources, int depth)
            throws IOException {
        if (resources == null || operands.isEmpty() || !(operands.get(0) instanceof COSName name)) {
            return;
        }
        COSDictionary objects = resources.getCOSObject().getCOSDictionary(COSName.XOBJECT);
        COSStream object = objects == null ? null : objects.getCOSStream(name);
        if (object == null) {
            return;
        }
        if (COSName.IMAGE.equals(object.getCOSName(COSName.SUBTYPE))) {
            picture(object, matrix);
        } else if (depth < DEPTH) {
            var form = new PDFormXObject(new PDStream(object));
            var inner = new AffineTransform(matrix);
            inner.concatenate(form.getMatrix().createAffineTransform());
            PDResources own = form.getResources();
            read(form, own == null ? resources : own, inner, depth + 1);
        }
    }

    private void picture(COSDictionary image, AffineTransform matrix) {
        int width = image.getInt(COSName.WIDTH, COSName.W);
        int height = image.getInt(COSName.HEIGHT, COSName.H);
        if (width < 1 || height < 1) {
            return;
        }
        largest = Math.max(largest, (long) width * height);
        tone = tone.with(Tone.of(image));
        double across = Math.hypot(matrix.getScaleX(), matrix.getShearY());
        double down = Math.hypot(matrix.getShearX(), matrix.getScaleY());
        if (across * down < COVERS * pageArea || across * down <= 0) {
            return;
        }
        double scale = Math.max(width / across, height / down);
        if (scale > covering) {
            covering = scale;
            coveringSize = new Dimensions(width, height);
        }
    }

    /** The size of the finest picture that covers the page, as stored; only when {@link #coveringScale()} is not 0. */
    Dimensions coveringSize() {
        return coveringSize;
    }

    private static AffineTransform matrix(List<COSBase> operands) {
        if (operands.size() < 6) {
            return new AffineTransform();
        }
        double[] values = new double[6];
        for (int i = 0; i < values.length; i++) {
            values[i] = number(operands.get(i));
        }
        return new AffineTransform(values);
    }

    private static double number(COSBase operand) {
        return operand instanceof COSNumber number ? number.floatValue() : 0;
    }

    /** What {@code q} saves and {@code Q} brings back, as far as it matters here. */
    private static final class State {
        private static final int SAVED_AT_MOST = 1000;
        private final Deque<AffineTransform> matrices = new ArrayDeque<>();
        private final Deque<Integer> textModes = new ArrayDeque<>();
        private AffineTransform matrix;
        private int textMode;

        State(AffineTransform matrix) {
            this.matrix = new AffineTransform(matrix);
        }

        void save() {
            if (matrices.size() < SAVED_AT_MOST) {
                matrices.push(new AffineTransform(matrix));
                textModes.push(textMode);
            }
        }

        void restore() {
            if (!matrices.isEmpty()) {
                matrix = matrices.pop();
                textMode = textModes.pop();
            }
        }
    }
}
