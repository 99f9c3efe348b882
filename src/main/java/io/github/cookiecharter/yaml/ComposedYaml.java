package io.github.cookiecharter.yaml;

import java.util.List;
import java.util.Optional;

/**
 * What a text in YAML holds.
 *
 * @param values the values of all documents before the refusal, in the order of the text, with anchors and merge keys
 *     resolved
 * @param refusal why the text is no valid YAML; empty where it is
 */
public record ComposedYaml(List<YamlValue> values, Optional<YamlRefusal> refusal) {

    public ComposedYaml {
        values = List.copyOf(values);
    }
}
