package io.github.cookiecharter.scan.model;

import java.util.List;
import java.util.Set;

/** The configuration of a project, as code reads it when the program runs. */
public interface ConfigurationLookup {

    /** The configuration of a project without any. */
    ConfigurationLookup NONE = new ConfigurationLookup() {
        @Override
        public ConfiguredValues property(String key) {
            return ConfiguredValues.NONE;
        }

        @Override
        public ConfiguredValues expand(String text) {
            return ConfiguredValues.NONE;
        }

        @Override
        public ConfiguredValues fileEntry(String key, Set<String> files) {
            return ConfiguredValues.NONE;
        }

        @Override
        public ConfiguredValues contextParameter(String name) {
            return ConfiguredValues.NONE;
        }

        @Override
        public ConfiguredValues initParameter(String name, Set<String> types) {
            return ConfiguredValues.NONE;
        }

        @Override
        public List<BeanValue> beanValues() {
            return List.of();
        }
    };

    /** Returns the values of a key of the application's configuration, in any spelling that frameworks accept. */
    ConfiguredValues property(String key);

    /** Returns a text with its placeholders {@code ${key:default}} expanded; none if one of them has no value at all. */
    ConfiguredValues expand(String text);

    /**
     * Returns the values of a key in properties files.
     *
     * @param files the beginnings of the files' paths on the class path without suffix and language, such as {@code
     *     com/acme/cookies}; empty for any file
     */
    ConfiguredValues fileEntry(String key, Set<String> files);

    /** Returns the values of a parameter of the servlet context. */
    ConfiguredValues contextParameter(String name);

    /**
     * Returns the values of a parameter of servlets and filters.
     *
     * @param types the fully qualified names of the classes that read it; where none of them is configured, those of all
     *     servlets and filters count
     */
    ConfiguredValues initParameter(String name, Set<String> types);

    /** Returns the values that definitions of objects in XML pass to setters and constructors. */
    List<BeanValue> beanValues();
}
