package benchmark;

import java.util.List;
import java.util.Locale;

/** The median of some values, with the least and the greatest. Values that could not be measured are no numbers. */
record Spread(List<Double> values) {

    Spread {
        values = values.stream().filter(value -> !value.isNaN()).sorted().toList();
    }

    boolean known() {
        return !values.isEmpty();
    }

    double median() {
        int middle = values.size() / 2;
        return values.size() % 2 == 1 ? values.get(middle) : (values.get(middle - 1) + values.get(middle)) / 2;
    }

    /** As a cell of a table. */
    String cell(int decimals) {
        if (!known()) {
            return "not known";
        }
        return number(median(), decimals) + " (" + number(values.get(0), decimals) + " to "
                + number(values.get(values.size() - 1), decimals) + ")";
    }

    static String number(double value, int decimals) {
        return String.format(Locale.ROOT, "%,." + decimals + "f", value);
    }
}
