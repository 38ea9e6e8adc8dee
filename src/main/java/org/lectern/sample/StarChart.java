package org.lectern.sample;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.RadialGradientPaint;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.lectern.sample.Constellations.Figure;
import org.lectern.sample.Constellations.Star;
import org.lectern.sample.Sheet.Align;
import org.lectern.sample.Sheet.Type;

/** The northern sky round the pole, as one looks up at it facing north. The faint stars are made up. */
final class StarChart {

    private static final double SOUTHERN_EDGE = -15;
    private static final Color NIGHT = new Color(0x0b1730);
    private static final Color DUSK = new Color(0x1d3a66);
    private static final Color GOLD = new Color(0xd9b56d);
    private static final Color PALE = new Color(0xf6f1e0);
    private static final Color FIGURE = new Color(0x7fa8d8);
    private static final Color GRID = new Color(120, 150, 200, 70);

    private double centre;
    private double reach;

    /** Draws the chart as a square of {@code side} pixels. */
    BufferedImage draw(int side) {
        Sheet sheet = new Sheet(side, side, NIGHT);
        centre = side / 2.0;
        reach = side * 0.425;
        sky(sheet);
        grid(sheet);
        Map<String, Star> stars = Constellations.stars();
        List<Figure> figures = Constellations.figures(stars);
        figures.forEach(figure -> lines(sheet, figure));
        stars.values().forEach(star -> star(sheet, at(star.hours(), star.degrees()), star.magnitude()));
        figures.forEach(figure -> name(sheet, figure));
        stars.values().stream().filter(Star::famous).forEach(star -> name(sheet, star));
        rim(sheet);
        title(sheet);
        return sheet.finish();
    }

    private Point2D at(double hours, double degrees) {
        double angle = (hours - 2) / 24 * 2 * Math.PI;
        double distance = (90 - degrees) / (90 - SOUTHERN_EDGE) * reach;
        return new Point2D.Double(centre + distance * Math.sin(angle), centre - distance * Math.cos(angle));
    }

    private void sky(Sheet sheet) {
        sheet.pen().setPaint(new RadialGradientPaint(
                (float) centre, (float) centre, (float) reach, new float[] {0, 1}, new Color[] {DUSK, NIGHT}));
        sheet.pen().fill(circle(reach));
        sheet.pen().setClip(circle(reach));
        Random random = new Random(1871);
        milkyWay(sheet, random);
        for (int i = 0; i < 2600; i++) {
            double distance = reach * Math.sqrt(random.nextDouble());
            double angle = random.nextDouble() * 2 * Math.PI;
            double magnitude = 4.4 + 1.8 * Math.sqrt(random.nextDouble());
            star(sheet, new Point2D.Double(centre + distance * Math.cos(angle),
                    centre + distance * Math.sin(angle)), magnitude);
        }
        sheet.pen().setClip(null);
    }

    /** Soft clouds along a great circle that is tilted to the equator by 63 degrees. */
    private void milkyWay(Sheet sheet, Random random) {
        for (int i = 0; i < 1500; i++) {
            double along = random.nextDouble() * 2 * Math.PI;
            double across = Math.toRadians(random.nextGaussian() * 5.5);
            Point2D place = galactic(along, across);
            double radius = reach * (0.012 + 0.035 * random.nextDouble());
            sheet.pen().setPaint(new RadialGradientPaint(
                    place, (float) radius, new float[] {0, 1},
                    new Color[] {new Color(190, 205, 235, 13), new Color(190, 205, 235, 0)}));
            sheet.pen().fill(new Ellipse2D.Double(place.getX() - radius, place.getY() - radius, 2 * radius,
                    2 * radius));
        }
    }

    private Point2D galactic(double longitude, double latitude) {
        double tilt = Math.toRadians(62.87);
        double x = Math.cos(latitude) * Math.cos(longitude);
        double y = Math.cos(latitude) * Math.sin(longitude);
        double z = Math.sin(latitude);
        double declination = Math.asin(y * Math.sin(tilt) + z * Math.cos(tilt));
        double ascension = Math.atan2(y * Math.cos(tilt) - z * Math.sin(tilt), x) + Math.toRadians(282.86);
        return at(Math.toDegrees(ascension) / 15, Math.toDegrees(declination));
    }

    private void grid(Sheet sheet) {
        for (int degrees = 0; degrees < 90; degrees += 30) {
            sheet.line(GRID, 2, circle((90 - degrees) / (90 - SOUTHERN_EDGE) * reach));
        }
        for (int hour = 0; hour < 24; hour += 2) {
            sheet.line(GRID, 2, new Line2D.Double(at(hour, hour % 6 == 0 ? 90 : 80), at(hour, SOUTHERN_EDGE)));
        }
    }

    private void lines(Sheet sheet, Figure figure) {
        for (List<Star> line : figure.lines()) {
            Path2D path = new Path2D.Double();
            for (Star star : line) {
                Point2D place = at(star.hours(), star.degrees());
                if (path.getCurrentPoint() == null) {
                    path.moveTo(place.getX(), place.getY());
                } else {
                    path.lineTo(place.getX(), place.getY());
                }
            }
            sheet.line(FIGURE, centre / 500, path);
        }
    }

    private void star(Sheet sheet, Point2D place, double magnitude) {
        double radius = centre / 1500 * Math.max(1.1, 13.5 - 2.45 * magnitude);
        if (magnitude < 5) {
            sheet.dot(NIGHT, place.getX(), place.getY(), radius * 1.6);
        }
        sheet.dot(PALE, place.getX(), place.getY(), radius);
    }

    private void name(Sheet sheet, Figure figure) {
        Point2D place = at(figure.hours(), figure.degrees());
        Type type = new Type(centre / 37, GOLD).spaced(0.22);
        sheet.text(figure.name().toUpperCase(Locale.ROOT), place.getX(), place.getY(), type, Align.MIDDLE);
    }

    private void name(Sheet sheet, Star star) {
        Point2D place = at(star.hours(), star.degrees());
        Type type = new Type(centre / 54, PALE).italic();
        sheet.text(star.name(), place.getX() + centre / 70, place.getY() - centre / 90, type, Align.START);
    }

    private void rim(Sheet sheet) {
        sheet.line(GOLD, 5, circle(reach)).line(GOLD, 2, circle(reach * 1.012)).line(GOLD, 2, circle(reach * 1.075));
        Type type = new Type(centre / 40, GOLD).spaced(0.05);
        for (int hour = 0; hour < 24; hour++) {
            double angle = (hour - 2) / 24.0 * 2 * Math.PI;
            AffineTransform plain = sheet.pen().getTransform();
            sheet.pen().rotate(angle, centre, centre);
            sheet.text(hour + "h", centre, centre - reach * 1.03, type, Align.MIDDLE);
            sheet.pen().setTransform(plain);
        }
        sheet.pen().setColor(GOLD);
        for (int minute = 0; minute < 144; minute++) {
            double angle = minute / 144.0 * 2 * Math.PI;
            sheet.pen().setStroke(new BasicStroke(minute % 6 == 0 ? 5 : 2));
            sheet.pen().draw(spoke(angle, reach, reach * 1.012));
        }
    }

    private Shape spoke(double angle, double from, double to) {
        return new Line2D.Double(
                centre + from * Math.sin(angle), centre - from * Math.cos(angle),
                centre + to * Math.sin(angle), centre - to * Math.cos(angle));
    }

    private void title(Sheet sheet) {
        double margin = centre * 0.05;
        sheet.frame(GOLD, 4, margin).frame(GOLD, 1.5, margin * 1.25);
        Type large = new Type(centre / 21, PALE).spaced(0.12);
        Type small = new Type(centre / 44, GOLD).italic().spaced(0.04);
        sheet.text("THE NORTHERN", margin * 2, margin * 3.1, large, Align.START);
        sheet.text("SKY", margin * 2, margin * 4.7, large, Align.START);
        sheet.text("from the pole to 15° south,", margin * 2, margin * 5.7, small, Align.START);
        sheet.text("seen facing north", margin * 2, margin * 6.35, small, Align.START);
        double bottom = 2 * centre - margin * 2;
        sheet.text("Faint stars are drawn by chance.", 2 * centre - margin * 2, bottom, small, Align.END);
        for (int magnitude = 0; magnitude < 5; magnitude++) {
            double x = margin * 2.4 + magnitude * margin * 1.3;
            star(sheet, new Point2D.Double(x, bottom - margin * 0.9), magnitude);
            sheet.text("" + magnitude, x, bottom, small, Align.MIDDLE);
        }
    }

    private Shape circle(double radius) {
        return new Ellipse2D.Double(centre - radius, centre - radius, 2 * radius, 2 * radius);
    }
}
