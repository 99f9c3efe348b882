package io.github.cookiecharter.rule;

import io.github.cookiecharter.vocabulary.NamePattern;
import java.util.List;

/** Scripts that read Google's consent signals: the hosts in {@code google-tags.txt}. */
final class GoogleTags {

    private GoogleTags() {}

    static boolean isOne(NamePattern script) {
        String host = Parts.host(script.text());
        for (List<String> row : Data.table("google-tags.txt")) {
            if (Parts.isAt(host, row.get(0))) {
                return true;
            }
        }
        return false;
    }
}
