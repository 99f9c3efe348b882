package benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The ratios to the bare build, by cookies and by classes, on logarithmic axes. */
final class Plot {

    static final Path FILE = Path.of("src/site/resources/images/benchmark.svg");

    private static final int WIDTH = 960;
    private static final int HEIGHT = 440;
    private static final int TOP = 56;
    private static final int BOTTOM = 370;
    private static final int LINE_OF_TEXT = 17;
    private static final double[] RATIOS = {1, 1.5, 2, 3, 5, 7, 10, 15, 20, 30, 50, 70, 100, 200, 500, 1000};

    // Colours of its own on a ground of its own: a page that stays white in the dark would else hide the text.
    private static final String STYLE = """
            svg { --ground: #ffffff; --text: #1f2328; --grid: #d0d7de; --axis: #57606a;
              --generate: #0b5cad; --lint: #a94400; --check: #1a7037; }
            @media (prefers-color-scheme: dark) { svg { --ground: #14181d; --text: #e6edf3; --grid: #3a424c; --axis: #9aa4af;
              --generate: #79b8ff; --lint: #ffab70; --check: #6fd08c; } }
            text { font: 13px system-ui, sans-serif; fill: var(--text); }
            .heading { font-weight: 600; font-size: 15px; }
            .grid { stroke: var(--grid); } .axis { stroke: var(--axis); } .bare { stroke: var(--axis); stroke-dasharray: 2 3; }
            .line { fill: none; stroke-width: 2.5; } .few { stroke-dasharray: 7 4; }
            .generate { stroke: var(--generate); } .lint { stroke: var(--lint); } .check { stroke: var(--check); }
            .mark { fill: var(--ground); stroke-width: 2; }
            """;

    private record Point(double x, double ratio) {}

    private record Line(String name, String css, List<Point> points) {}

    /** A part of the picture with an axis of its own from left to right. */
    private record Panel(int left, int right, double first, double last) {

        double x(double value) {
            return left + (right - left) * Math.log(value / first) / Math.log(last / first);
        }
    }

    private final Results results;

    Plot(Results results) {
        this.results = results;
    }

    void write() throws IOException {
        List<Line> bySize = List.of(
                size("generate, 24 languages", "generate", 24),
                size("generate, 2 languages", "generate", 2),
                size("lint, 24 languages", "lint", 24),
                size("lint, 2 languages", "lint", 2));
        Line check = new Line("check", "check", classes());
        List<Line> all = new ArrayList<>(bySize);
        all.add(check);
        double least = 1;
        double greatest = 2;
        for (Line line : all) {
            for (Point point : line.points()) {
                least = Math.min(least, point.ratio());
                greatest = Math.max(greatest, point.ratio());
            }
        }
        double bottom = least < 1 ? least * 0.97 : 1;
        double top = greatest * 1.08;

        StringBuilder svg = new StringBuilder();
        svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 ").append(WIDTH).append(' ').append(HEIGHT);
        svg.append("\" role=\"img\" aria-labelledby=\"title desc\">\n");
        svg.append("<!-- Written by java src/bench/Bench.java -->\n");
        svg.append("<title id=\"title\">How many times the bare build each goal takes</title>\n");
        svg.append("<desc id=\"desc\">").append(description(all)).append("</desc>\n");
        svg.append("<style>\n").append(STYLE).append("</style>\n");
        svg.append("<rect width=\"100%\" height=\"100%\" style=\"fill: var(--ground)\"/>\n");
        Panel sizes = new Panel(56, 370, 20, 10_000);
        Panel classes = new Panel(650, 850, 500, 33_000);
        text(svg, sizes.left(), 24, "start", "heading", "By the size of the declaration");
        text(svg, classes.left(), 24, "start", "heading", "By the number of classes");
        axes(svg, sizes, bottom, top, new int[] {20, 100, 1000, 10000}, "cookies");
        axes(svg, classes, bottom, top, Benchmark.CLASSES, "classes");
        bySize.forEach(line -> line(svg, sizes, line, bottom, top));
        names(svg, sizes, bySize, bottom, top);
        line(svg, classes, check, bottom, top);
        names(svg, classes, List.of(check), bottom, top);
        svg.append("</svg>\n");
        Files.createDirectories(FILE.getParent());
        Files.writeString(FILE, svg);
    }

    private Line size(String name, String goal, int languages) {
        List<Point> points = new ArrayList<>();
        for (int[] size : Benchmark.SIZES) {
            Spread ratio = results.ratio(Benchmark.SIZE, Benchmark.group(size), goal);
            if (size[1] == languages && ratio.known()) {
                points.add(new Point(size[0], ratio.median()));
            }
        }
        points.sort(Comparator.comparingDouble(Point::x));
        return new Line(name, goal + (languages == 2 ? " few" : ""), points);
    }

    private List<Point> classes() {
        List<Point> points = new ArrayList<>();
        for (int classes : Benchmark.CLASSES) {
            Spread ratio = results.ratio(Benchmark.CHECK, Integer.toString(classes), "check");
            if (ratio.known()) {
                points.add(new Point(classes, ratio.median()));
            }
        }
        return points;
    }

    private static String description(List<Line> lines) {
        StringBuilder description = new StringBuilder("Both axes are logarithmic.");
        for (Line line : lines) {
            if (!line.points().isEmpty()) {
                Point first = line.points().get(0);
                Point last = line.points().get(line.points().size() - 1);
                String unit = line.name().equals("check") ? " classes" : " cookies";
                description.append(String.format(
                        Locale.ROOT,
                        " %s%s: %.2f times at %,.0f%s, %.2f times at %,.0f.",
                        line.name().substring(0, 1).toUpperCase(Locale.ROOT),
                        line.name().substring(1),
                        first.ratio(),
                        first.x(),
                        unit,
                        last.ratio(),
                        last.x()));
            }
        }
        return description.toString();
    }

    private static void axes(StringBuilder svg, Panel panel, double bottom, double top, int[] values, String unit) {
        text(svg, panel.left() - 40, TOP - 12, "start", "", "times the bare build");
        for (double ratio : RATIOS) {
            if (ratio >= bottom && ratio <= top) {
                double y = y(ratio, bottom, top);
                rule(svg, ratio == 1 ? "bare" : "grid", panel.left(), y, panel.right(), y);
                text(svg, panel.left() - 8, y + 4, "end", "", "× " + (ratio == 1.5 ? "1.5" : Math.round(ratio)));
            }
        }
        for (int value : values) {
            double x = panel.x(value);
            rule(svg, "grid", x, TOP, x, BOTTOM);
            text(svg, x, BOTTOM + 20, "middle", "", String.format(Locale.ROOT, "%,d", value));
        }
        rule(svg, "axis", panel.left(), TOP, panel.left(), BOTTOM);
        rule(svg, "axis", panel.left(), BOTTOM, panel.right(), BOTTOM);
        text(svg, (panel.left() + panel.right()) / 2.0, BOTTOM + 44, "middle", "", unit);
    }

    private static void line(StringBuilder svg, Panel panel, Line line, double bottom, double top) {
        StringBuilder points = new StringBuilder();
        for (Point point : line.points()) {
            points.append(number(panel.x(point.x()))).append(',').append(number(y(point.ratio(), bottom, top))).append(' ');
        }
        svg.append("<polyline class=\"line ").append(line.css()).append("\" points=\"").append(points.toString().strip());
        svg.append("\"/>\n");
        for (Point point : line.points()) {
            double x = panel.x(point.x());
            double y = y(point.ratio(), bottom, top);
            String css = " class=\"mark " + line.css().split(" ")[0] + "\"/>\n";
            if (line.css().startsWith("lint")) {
                svg.append("<rect x=\"").append(number(x - 4)).append("\" y=\"").append(number(y - 4));
                svg.append("\" width=\"8\" height=\"8\"").append(css);
            } else {
                svg.append("<circle cx=\"").append(number(x)).append("\" cy=\"").append(number(y));
                svg.append("\" r=\"4.5\"").append(css);
            }
        }
    }

    /** Each line's name at its end, moved upwards where two would lie on each other. */
    private static void names(StringBuilder svg, Panel panel, List<Line> lines, double bottom, double top) {
        List<Line> fromBelow = new ArrayList<>(lines);
        fromBelow.removeIf(line -> line.points().isEmpty());
        fromBelow.sort(Comparator.comparingDouble(line -> last(line).ratio()));
        double above = Double.POSITIVE_INFINITY;
        for (Line line : fromBelow) {
            double y = Math.min(y(last(line).ratio(), bottom, top) + 4, above - LINE_OF_TEXT);
            text(
                    svg,
                    panel.x(last(line).x()) + 10,
                    y,
                    "start",
                    "",
                    line.name() + String.format(Locale.ROOT, ": × %.1f", last(line).ratio()));
            above = y;
        }
    }

    private static Point last(Line line) {
        return line.points().get(line.points().size() - 1);
    }

    private static double y(double ratio, double bottom, double top) {
        return BOTTOM - (BOTTOM - TOP) * Math.log(ratio / bottom) / Math.log(top / bottom);
    }

    private static void rule(StringBuilder svg, String css, double x1, double y1, double x2, double y2) {
        svg.append("<line class=\"").append(css).append("\" x1=\"").append(number(x1)).append("\" y1=\"").append(number(y1));
        svg.append("\" x2=\"").append(number(x2)).append("\" y2=\"").append(number(y2)).append("\"/>\n");
    }

    private static void text(StringBuilder svg, double x, double y, String anchor, String css, String text) {
        svg.append("<text").append(css.isEmpty() ? "" : " class=\"" + css + "\"").append(" x=\"").append(number(x));
        svg.append("\" y=\"").append(number(y)).append("\" text-anchor=\"").append(anchor).append("\">");
        svg.append(text).append("</text>\n");
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
