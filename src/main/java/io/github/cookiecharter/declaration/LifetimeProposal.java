package io.github.cookiecharter.declaration;

import io.github.cookiecharter.model.diagnostic.DidYouMean;
import io.github.cookiecharter.model.diagnostic.SafeText;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Proposes the declaration's words for a lifetime as lists of cookies write it: consent tools, vendors and developers'
 * tools print {@code 1 year 1 month 4 days}, {@code 2 years from set/update}, {@code when you close your browser}.
 */
final class LifetimeProposal {

    private static final List<String> KEYWORDS = List.of("session", "persistent");

    private static final Pattern SESSION = Pattern.compile(
            "session|sessie|sesi[oó]n|sess[aã]o|sitzung|browser|navigat|navegador|tab is closed|window is closed");
    private static final Pattern PERSISTENT = Pattern.compile(
            "never|not expire|no expir|unlimited|permanent|forever|indefinit|infinit|until (it is )?(deleted|cleared|removed)"
                    + "|jamais|illimit|persistant|\\bnie\\b|unbegrenzt|dauerhaft|unbeschr[aä]nkt|nunca|ilimitad|\\bmai\\b|nooit|onbeperkt");
    private static final Pattern RENEWED = Pattern.compile(
            "updat|last|latest|recent|every|each|rolling|sliding|refresh|renew|extend|activity|derni[eè]r|chaque|mise [aà] jour"
                    + "|letzt|jede|aktualis|erneu|[uú]ltim|cada|ogni|laatst|elke");

    private static final Pattern QUALIFIER = Pattern.compile(
            "^(up to|at most|max(imum|imal|\\.)?|about|approx(imately|\\.)?|ca\\.?|jusqu'à|bis zu|[~<≤])\\s*");
    private static final Pattern QUANTITY = Pattern.compile(
            "\\G(?:\\s*(?:,|\\+|&|\\band\\b|\\bet\\b|\\bund\\b))?\\s*(\\d{1,9}|one|an?|une?|eine?|einen)\\s*([\\p{L}]+)\\.?");
    private static final Pattern ISO = Pattern.compile("P(?:\\d{1,9}[YMWD])*(?:T(?:\\d{1,9}[HMS])+)?");
    private static final Pattern ISO_PART = Pattern.compile("T|(\\d+)([YMWDHS])");

    /** In the order of {@link LifetimeFormat#UNITS}: abbreviations, and the words of other languages. */
    private static final List<Set<String>> WORDS = List.of(
            words("s sec secs seconde secondes secondi sekunde sekunden segundos"),
            words("min mins minuten minuti minuto minutos minuut"),
            words("h hr hrs heure heures stunde stunden ora ore hora horas uur uren"),
            words("d j jour jours tag tage tagen día días dia dias giorno giorni dag dagen"),
            words("w wk wks semaine semaines woche wochen semana semanas settimana settimane weken"),
            words("m mo mos mois monat monate monaten mes meses mês mese mesi maand maanden"),
            words("y yr yrs a an ans année années jahr jahre jahren año años ano anos anno anni jaar jaren"));

    // In the order of LifetimeFormat.UNITS; a month is 30.4375 days and a year 365.25.
    private static final List<Long> SECONDS = List.of(1L, 60L, 3_600L, 86_400L, 604_800L, 2_629_800L, 31_557_600L);
    private static final int DAY = 3;
    private static final int MONTH = 5;
    private static final int YEAR = 6;

    private LifetimeProposal() {}

    private static Set<String> words(String words) {
        return Set.of(words.split(" "));
    }

    private record Quantity(long amount, int unit) {}

    /** Returns the end of the message about a lifetime that is none: a proposal, or empty if there is none. */
    static String messageEnd(String text) {
        String lower = text.toLowerCase(Locale.ROOT).strip();
        String plain = QUALIFIER.matcher(lower).replaceFirst("");
        List<Quantity> quantities = new ArrayList<>();
        int end = readQuantities(plain, quantities);
        if (quantities.isEmpty()) {
            Optional<String> word = keyword(lower);
            return word.isPresent() ? didYouMean(word.get()) : "";
        }
        String rest = plain.substring(end);
        String lifetime = SafeText.quote(sum(quantities));
        return RENEWED.matcher(rest).find()
                ? ": write " + lifetime + ", and 'renewed: true' beside a cookie's lifetime"
                : ": did you mean " + lifetime + "?";
    }

    /** Returns the same for an ISO 8601 duration, which must have one unit. */
    static String durationEnd(String text) {
        List<Quantity> quantities = new ArrayList<>();
        if (ISO.matcher(text).matches()) {
            boolean time = false;
            Matcher part = ISO_PART.matcher(text);
            while (part.find()) {
                if (part.group(1) == null) {
                    time = true;
                } else {
                    int letter = (time ? "SMH" : "DWMY").indexOf(part.group(2));
                    quantities.add(new Quantity(Long.parseLong(part.group(1)), time ? letter : letter + DAY));
                }
            }
        }
        return quantities.isEmpty() ? "" : didYouMean(sum(quantities));
    }

    private static String didYouMean(String proposal) {
        return ": did you mean " + SafeText.quote(proposal) + "?";
    }

    private static Optional<String> keyword(String text) {
        if (PERSISTENT.matcher(text).find()) {
            return Optional.of("persistent");
        }
        return SESSION.matcher(text).find() ? Optional.of("session") : DidYouMean.suggestion(text, KEYWORDS);
    }

    // Returns the end of the last quantity.
    private static int readQuantities(String text, List<Quantity> quantities) {
        int end = 0;
        Matcher matcher = QUANTITY.matcher(text);
        while (matcher.find()) {
            int unit = unit(matcher.group(2));
            if (unit < 0) {
                break;
            }
            String amount = matcher.group(1);
            quantities.add(new Quantity(Character.isDigit(amount.charAt(0)) ? Long.parseLong(amount) : 1, unit));
            end = matcher.end();
        }
        return end;
    }

    // Months and years can be added exactly, and so can the smaller units; both together have no exact sum, and days
    // are
    // what consent tools compute with: 1 year 1 month 4 days is their text for the limit of 400 days.
    private static String sum(List<Quantity> quantities) {
        if (quantities.size() == 1) {
            return format(quantities.get(0).amount(), quantities.get(0).unit());
        }
        int smallest = YEAR;
        int largest = 0;
        BigDecimal seconds = BigDecimal.ZERO;
        for (Quantity each : quantities) {
            smallest = Math.min(smallest, each.unit());
            largest = Math.max(largest, each.unit());
            seconds = seconds.add(BigDecimal.valueOf(each.amount()).multiply(seconds(each.unit())));
        }
        int unit = smallest < MONTH && largest >= MONTH ? DAY : smallest;
        return format(seconds.divide(seconds(unit), 0, RoundingMode.HALF_UP).longValue(), unit);
    }

    private static BigDecimal seconds(int unit) {
        return BigDecimal.valueOf(SECONDS.get(unit));
    }

    private static String format(long amount, int unit) {
        return amount + " " + LifetimeFormat.UNITS.get(unit) + (amount == 1 ? "" : "s");
    }

    /** Returns the unit for an abbreviation, a word of another language, or a misspelt English word; -1 for none. */
    private static int unit(String word) {
        for (int unit = 0; unit < WORDS.size(); unit++) {
            if (WORDS.get(unit).contains(word)) {
                return unit;
            }
        }
        String singular = word.endsWith("s") ? word.substring(0, word.length() - 1) : word;
        return LifetimeFormat.UNITS.indexOf(
                DidYouMean.suggestion(singular, LifetimeFormat.UNITS).orElse(""));
    }
}
