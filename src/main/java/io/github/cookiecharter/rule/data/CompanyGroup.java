package io.github.cookiecharter.rule.data;

import io.github.cookiecharter.charter.Charter.Provider;
import io.github.cookiecharter.charter.Charter.Service;
import io.github.cookiecharter.charter.HostNames;
import io.github.cookiecharter.charter.LocalizedText.Phrase;
import io.github.cookiecharter.model.DataTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A group of companies that stands behind providers: the data in {@code groups.txt}.
 *
 * @param name its name
 * @param country ISO 3166-1 alpha-2 of its seat
 * @param marks words in a provider's name, and hosts, by which its members are known
 * @param reusing the marks of its audience measurement that also serves its own purposes
 * @param isReuseUnsure whether practice differs about that
 */
public record CompanyGroup(
        String name, String country, List<String> marks, List<String> reusing, boolean isReuseUnsure) {

    private static final List<CompanyGroup> ALL = read();

    private static List<CompanyGroup> read() {
        List<CompanyGroup> all = new ArrayList<>();
        for (List<String> row : RuleData.table("groups.txt")) {
            List<String> marks = List.copyOf(DataTable.split(row.get(2), ','));
            boolean isReuseUnsure = row.get(3).equals("unsure");
            List<String> reusing = switch (row.get(3)) {
                case "" -> List.of();
                case "*", "unsure" -> marks;
                default -> List.copyOf(DataTable.split(row.get(3), ','));
            };
            all.add(new CompanyGroup(row.get(0), row.get(1), marks, reusing, isReuseUnsure));
        }
        return all;
    }

    /** Returns all groups, in the order of the file. */
    public static List<CompanyGroup> all() {
        return ALL;
    }

    /** Returns the group to which a provider seems to belong, by its name or the host of its URL. */
    public static Optional<CompanyGroup> of(Provider provider) {
        for (CompanyGroup group : ALL) {
            if (provider.id().isPresent() && isNamed(group.marks, provider)) {
                return Optional.of(group);
            }
        }
        return Optional.empty();
    }

    /** Returns whether the provider's name or the host of its URL has one of these marks. */
    public static boolean isNamed(List<String> marks, Provider provider) {
        String host =
                provider.url().isPresent() ? HostNames.host(provider.url().get().toString()) : "";
        for (String mark : marks) {
            if (HostNames.isInDomain(host, mark)) {
                return true;
            }
            for (Phrase name : provider.name().byLanguage().values()) {
                String words = " "
                        + name.text()
                                .toLowerCase(Locale.ROOT)
                                .replace('-', ' ')
                                .replace(',', ' ')
                                .replace('.', ' ')
                        + " ";
                if (words.contains(" " + mark + " ")) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Returns whether a script, frame or pixel of the service is on one of these hosts. */
    public static boolean isLoaded(List<String> marks, Service service) {
        for (KnownAddresses.Declared address : KnownAddresses.of(service)) {
            for (String mark : marks) {
                if (HostNames.isInDomain(address.host(), mark)) {
                    return true;
                }
            }
        }
        return false;
    }
}
