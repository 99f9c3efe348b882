package io.github.cookiecharter.rule.data;

import io.github.cookiecharter.charter.HostNames;
import io.github.cookiecharter.model.NamePattern;
import java.util.List;

/** Scripts that read Google's consent signals: the hosts in {@code google-tags.txt}. */
public final class GoogleTags {

    private GoogleTags() {}

    public static boolean isGoogleTag(NamePattern script) {
        String host = HostNames.host(script.text());
        for (List<String> row : RuleData.table("google-tags.txt")) {
            if (HostNames.isInDomain(host, row.get(0))) {
                return true;
            }
        }
        return false;
    }
}
