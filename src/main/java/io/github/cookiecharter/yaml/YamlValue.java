package io.github.cookiecharter.yaml;

import java.util.List;
import java.util.Optional;

/**
 * One scalar of a text in YAML that is not null.
 *
 * @param path the keys that lead to it, from the root; items of lists have the path of their list
 * @param text what it says, without quotation marks and escapes; empty where a tag that no standard defines, or the one of
 *     binary data, makes something else of it
 * @param keyAt the offset of its key in the text; of an item in a list, the offset of the item
 * @param valueAt the offset of the scalar in the text; behind an alias, where the anchor stands
 */
public record YamlValue(List<String> path, Optional<String> text, int keyAt, int valueAt) {

    public YamlValue {
        path = List.copyOf(path);
    }
}
