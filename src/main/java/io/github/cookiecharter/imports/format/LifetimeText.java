package io.github.cookiecharter.imports.format;

import io.github.cookiecharter.model.Lifetime;
import io.github.cookiecharter.model.Lifetime.Lasting;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads lifetimes as lists of cookies write them, in many languages: {@code 13 months}, {@code 1 year 1 month 4 days}, {@code
 * 2 ans}, {@code up to 30 days (rolling)}, {@code PT30M}.
 */
final class LifetimeText {

    /** The units of the declaration, in ascending order. */
    static final List<ChronoUnit> UNITS = List.of(
            ChronoUnit.SECONDS,
            ChronoUnit.MINUTES,
            ChronoUnit.HOURS,
            ChronoUnit.DAYS,
            ChronoUnit.WEEKS,
            ChronoUnit.MONTHS,
            ChronoUnit.YEARS);

    // How many of the unit below make one; a month has no whole number of days or weeks.
    private static final List<Integer> PARTS = List.of(1, 60, 60, 24, 7, 0, 12);

    private static final BigDecimal DAY = BigDecimal.valueOf(86_400);
    private static final long MOST = 999_999_999L;
    private static final int LONGEST_TEXT = 300;

    private static final Pattern TAGS = Pattern.compile("<[^<>]*>|&nbsp;");
    private static final Pattern DATE = Pattern.compile(
            "\\b(\\d{4}[-/.]\\d{1,2}[-/.]\\d{1,2}|\\d{1,2}[-/.]\\d{1,2}[-/.]\\d{2,4}|\\d{1,2}[ -]?(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*[ -]?\\d{2,4})\\b");
    private static final Pattern ISO = Pattern.compile("p(?:\\d{1,9}[ymwd])*(?:t(?:\\d{1,9}[hms])+)?");
    private static final Pattern ISO_PART = Pattern.compile("t|(\\d+)([ymwdhs])");
    private static final Pattern QUANTITY = Pattern.compile(
            "(?:(?<![\\d.,])(\\d{1,15}(?:[.,]\\d{1,3})?)[ -]?|(?<![\\p{L}\\d])(\\p{L}+)[ -])([\\p{L}\\p{M}]+)\\.?");
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,18}(?:\\.\\d{1,9})?");
    private static final Pattern CONNECTOR = Pattern.compile("[ ,+&;]*(?:and|und|et|y|e|en|i|og|och|ja|a)?[ ,+&;]*");

    private final String text;
    private final String folded;

    private LifetimeText(String text) {
        this.text = text;
        this.folded = LifetimeWords.fold(TAGS.matcher(text).replaceAll(" "));
    }

    /**
     * What a text says.
     *
     * @param lifetime the lifetime; empty if it says none
     * @param renewed whether it begins again with each visit
     * @param review why the author has to look at it; empty if the text is clear
     */
    record Reading(Optional<Lifetime> lifetime, boolean renewed, String review) {

        static Reading none(String review) {
            return new Reading(Optional.empty(), false, review);
        }
    }

    private record Quantity(BigDecimal amount, ChronoUnit unit, int start, int end) {

        BigDecimal seconds() {
            return amount.multiply(BigDecimal.valueOf((long) new Lasting(1, unit).seconds()));
        }
    }

    /**
     * Reads a text.
     *
     * @param text of any length
     */
    static Reading read(String text) {
        return new LifetimeText(text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text).read();
    }

    private Reading read() {
        LifetimeWords words = LifetimeWords.all();
        if (folded.isEmpty() || words.group("none").contains(folded)) {
            return Reading.none("the file does not tell it");
        }
        if (words.group("moment").contains(folded)) {
            return new Reading(Optional.of(new Lasting(1, ChronoUnit.MINUTES)), false, "measured when nearly expired");
        }
        if (words.group("session").contains(folded)) {
            return new Reading(Optional.of(new Lifetime.Session()), false, "");
        }
        if (words.group("persistent").contains(folded)) {
            return new Reading(Optional.of(new Lifetime.Persistent()), false, "");
        }
        if (ISO.matcher(folded).matches() && folded.length() > 2) {
            return iso();
        }
        if (NUMBER.matcher(folded).matches()) {
            return Reading.none("the file says " + said() + ", without a unit");
        }
        List<Quantity> quantities = quantities();
        return quantities.isEmpty() ? withoutQuantity() : withQuantities(quantities);
    }

    private Reading withoutQuantity() {
        if (DATE.matcher(folded).find()) {
            return Reading.none("the file says " + said() + ", a date: how long is it kept?");
        }
        String review = "the file says " + said();
        if (contains("session") || folded.contains("browser")) {
            return new Reading(Optional.of(new Lifetime.Session()), contains("renewed"), review);
        }
        if (contains("persistent")) {
            return new Reading(Optional.of(new Lifetime.Persistent()), false, review);
        }
        return Reading.none(review);
    }

    private Reading withQuantities(List<Quantity> quantities) {
        List<BigDecimal> sums = new ArrayList<>();
        List<List<Quantity>> groups = groups(quantities);
        int longest = 0;
        for (List<Quantity> group : groups) {
            sums.add(group.stream().map(Quantity::seconds).reduce(BigDecimal.ZERO, BigDecimal::add));
            longest = sums.get(sums.size() - 1).compareTo(sums.get(longest)) > 0 ? sums.size() - 1 : longest;
        }
        boolean negative = folded.startsWith("-") || folded.startsWith("−");
        Optional<Lasting> lifetime = sum(groups.get(longest));
        if (negative || lifetime.isEmpty()) {
            return Reading.none("the file says " + said() + ", which is no lifetime");
        }
        boolean several = groups.size() > 1 || contains("session");
        String review = several
                ? "the longest of " + said()
                : isClear(quantities) && isWhole(groups.get(longest)) ? "" : "the file says " + said();
        return new Reading(Optional.of(lifetime.get()), contains("renewed"), review);
    }

    private Reading iso() {
        List<Quantity> quantities = new ArrayList<>();
        boolean time = false;
        Matcher part = ISO_PART.matcher(folded);
        while (part.find()) {
            if (part.group(1) == null) {
                time = true;
            } else {
                String letters = time ? "smh" : "dwmy";
                int unit = letters.indexOf(part.group(2)) + (time ? 0 : 3);
                if (letters.indexOf(part.group(2)) < 0) {
                    return Reading.none("the file says " + said());
                }
                quantities.add(new Quantity(new BigDecimal(part.group(1)), UNITS.get(unit), 0, 0));
            }
        }
        Optional<Lasting> sum = quantities.isEmpty() ? Optional.empty() : sum(quantities);
        return sum.isPresent()
                ? new Reading(Optional.of(sum.get()), false, "")
                : Reading.none("the file says " + said() + ", which is no lifetime");
    }

    private List<Quantity> quantities() {
        LifetimeWords words = LifetimeWords.all();
        Map<String, ChronoUnit> units = words.units();
        List<Quantity> quantities = new ArrayList<>();
        Matcher matcher = QUANTITY.matcher(folded);
        int from = 0;
        while (matcher.find(from)) {
            boolean isWord = matcher.group(1) == null;
            Optional<BigDecimal> amount = isWord
                    ? Optional.ofNullable(words.numbers().get(matcher.group(2))).map(BigDecimal::valueOf)
                    : Optional.of(new BigDecimal(matcher.group(1).replace(',', '.')));
            ChronoUnit unit = units.get(matcher.group(3));
            if (amount.isPresent() && unit != null) {
                quantities.add(new Quantity(amount.get(), unit, matcher.start(), matcher.end()));
                from = matcher.end();
            } else {
                from = Math.max(matcher.end(isWord ? 2 : 1), matcher.start() + 1);
            }
            if (from >= folded.length()) {
                break;
            }
        }
        return quantities;
    }

    // Quantities that follow each other in descending units are parts of one; others are alternatives.
    private List<List<Quantity>> groups(List<Quantity> quantities) {
        List<List<Quantity>> groups = new ArrayList<>();
        Optional<Quantity> last = Optional.empty();
        for (Quantity quantity : quantities) {
            boolean goesOn = last.isPresent()
                    && UNITS.indexOf(quantity.unit()) < UNITS.indexOf(last.get().unit())
                    && CONNECTOR
                            .matcher(folded.substring(last.get().end(), quantity.start()))
                            .matches();
            if (!goesOn) {
                groups.add(new ArrayList<>());
            }
            groups.get(groups.size() - 1).add(quantity);
            last = Optional.of(quantity);
        }
        return groups;
    }

    /** Months and years add up exactly, and so do the smaller units; both together are days, with which tools compute. */
    private static Optional<Lasting> sum(List<Quantity> quantities) {
        ChronoUnit smallest = ChronoUnit.YEARS;
        ChronoUnit largest = ChronoUnit.SECONDS;
        BigDecimal seconds = BigDecimal.ZERO;
        for (Quantity each : quantities) {
            smallest = UNITS.indexOf(each.unit()) < UNITS.indexOf(smallest) ? each.unit() : smallest;
            largest = UNITS.indexOf(each.unit()) > UNITS.indexOf(largest) ? each.unit() : largest;
            seconds = seconds.add(each.seconds());
        }
        boolean mixed = quantities.size() > 1
                && largest.compareTo(ChronoUnit.MONTHS) >= 0
                && smallest.compareTo(ChronoUnit.MONTHS) < 0;
        ChronoUnit unit = mixed ? ChronoUnit.DAYS : withoutFraction(seconds, smallest);
        BigDecimal length = mixed ? DAY : BigDecimal.valueOf((long) new Lasting(1, unit).seconds());
        BigDecimal amount = seconds.divide(length, 0, RoundingMode.HALF_UP);
        boolean possible = amount.signum() > 0 && amount.compareTo(BigDecimal.valueOf(MOST)) <= 0;
        return possible ? Optional.of(new Lasting(amount.longValueExact(), unit)) : Optional.empty();
    }

    private static ChronoUnit withoutFraction(BigDecimal seconds, ChronoUnit unit) {
        ChronoUnit found = unit;
        while (found != ChronoUnit.SECONDS
                && seconds.remainder(BigDecimal.valueOf((long) new Lasting(1, found).seconds()))
                                .signum()
                        != 0) {
            int at = UNITS.indexOf(found);
            found = PARTS.get(at) == 0 ? ChronoUnit.DAYS : UNITS.get(at - 1);
            if (at >= UNITS.indexOf(ChronoUnit.MONTHS) && found == ChronoUnit.DAYS) {
                return found;
            }
        }
        return found;
    }

    private static boolean isWhole(List<Quantity> quantities) {
        return quantities.stream()
                .allMatch(each -> each.amount().stripTrailingZeros().scale() <= 0 || each.unit() != ChronoUnit.MONTHS);
    }

    private boolean contains(String group) {
        for (String word : LifetimeWords.all().longestFirst(group)) {
            if (word.length() > 2 && indexOfWord(folded, word) >= 0) {
                return true;
            }
        }
        return false;
    }

    /** Returns whether nothing but known words stands beside the quantities. */
    private boolean isClear(List<Quantity> quantities) {
        StringBuilder rest = new StringBuilder(folded);
        for (Quantity quantity : quantities) {
            for (int i = quantity.start(); i < quantity.end(); i++) {
                rest.setCharAt(i, ' ');
            }
        }
        String left = rest.toString();
        for (String group : List.of("renewed", "bound")) {
            for (String word : LifetimeWords.all().longestFirst(group)) {
                int at = indexOfWord(left, word);
                if (at >= 0) {
                    left = left.substring(0, at) + " " + left.substring(at + word.length());
                }
            }
        }
        String letters = left.replaceAll("\\b(and|und|et|y|e|en|i|og|och)\\b", " ");
        return letters.chars().noneMatch(Character::isLetterOrDigit);
    }

    private static int indexOfWord(String text, String word) {
        for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
            boolean begins = at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1));
            int end = at + word.length();
            boolean ends = end == text.length() || !Character.isLetterOrDigit(text.charAt(end));
            if (begins && ends) {
                return at;
            }
        }
        return -1;
    }

    private String said() {
        String line = text.strip().replaceAll("\\s+", " ");
        return "'" + (line.length() > 80 ? line.substring(0, 80) + "…" : line) + "'";
    }
}
