package io.github.cookiecharter.scan.config;

import io.github.cookiecharter.scan.config.reader.Setting;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The parameters of the servlet context, of servlets and of filters in deployment descriptors. */
final class InitParameters {

    private static final List<String> CONTEXT = List.of(
            "web-app/context-param[",
            "web-fragment/context-param[",
            "Context/Parameter[",
            "server.servlet.context-parameters.");

    private static final List<String> COMPONENTS =
            List.of("web-app/servlet", "web-app/filter", "web-fragment/servlet", "web-fragment/filter");

    /**
     * A parameter.
     *
     * @param type the class of the servlet or filter; empty for the context, and if the descriptor does not name it
     */
    private record Parameter(String type, String name, String value) {}

    private final List<Parameter> ofContext = new ArrayList<>();
    private final List<Parameter> ofComponents = new ArrayList<>();

    private InitParameters() {}

    static InitParameters of(List<Setting> settings) {
        InitParameters parameters = new InitParameters();
        String type = "";
        List<Parameter> pending = new ArrayList<>();
        for (Setting setting : settings) {
            String key = setting.key();
            for (String prefix : CONTEXT) {
                if (key.startsWith(prefix)) {
                    String name = key.substring(prefix.length());
                    parameters.ofContext.add(new Parameter("", withoutBracket(name), setting.value()));
                }
            }
            for (String component : COMPONENTS) {
                if (key.equals(component)) {
                    parameters.addAll(pending, type);
                    type = "";
                } else if (key.equals(component + "/servlet-class") || key.equals(component + "/filter-class")) {
                    type = setting.value().isEmpty() ? type : setting.value();
                } else if (key.startsWith(component + "/init-param[")) {
                    String name = key.substring((component + "/init-param[").length());
                    pending.add(new Parameter("", withoutBracket(name), setting.value()));
                }
            }
        }
        parameters.addAll(pending, type);
        return parameters;
    }

    private void addAll(List<Parameter> pending, String type) {
        for (Parameter parameter : pending) {
            ofComponents.add(new Parameter(type, parameter.name(), parameter.value()));
        }
        pending.clear();
    }

    private static String withoutBracket(String name) {
        return name.endsWith("]") ? name.substring(0, name.length() - 1) : name;
    }

    /** Returns the values of a parameter of the servlet context. */
    Set<String> ofContext(String name) {
        return values(ofContext, name, Set.of());
    }

    /** Returns the values of a parameter of the classes, or of any servlet and filter if none of the classes has it. */
    Set<String> ofComponents(String name, Set<String> types) {
        Set<String> exact = values(ofComponents, name, types);
        return exact.isEmpty() ? values(ofComponents, name, Set.of()) : exact;
    }

    private static Set<String> values(List<Parameter> parameters, String name, Set<String> types) {
        Set<String> values = new LinkedHashSet<>();
        for (Parameter parameter : parameters) {
            if (parameter.name().equals(name)
                    && !parameter.value().isEmpty()
                    && (types.isEmpty() || types.contains(parameter.type()))) {
                values.add(parameter.value());
            }
        }
        return values;
    }
}
