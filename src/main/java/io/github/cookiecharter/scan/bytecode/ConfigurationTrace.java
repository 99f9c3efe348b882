package io.github.cookiecharter.scan.bytecode;

import io.github.cookiecharter.scan.model.BeanValue;
import io.github.cookiecharter.scan.model.ConfigurationLookup;
import io.github.cookiecharter.scan.model.ConfiguredValues;
import io.github.cookiecharter.scan.store.Digests;
import io.github.cookiecharter.scan.store.RecordReader;
import io.github.cookiecharter.scan.store.RecordWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Passes questions on to a project's configuration and records them. The analysis is a function of the answers; so as long
 * as the configuration answers these questions in the same way, it would find the same.
 */
final class ConfigurationTrace implements ConfigurationLookup {

    private enum Topic {
        PROPERTY,
        EXPANSION,
        FILE_ENTRY,
        CONTEXT_PARAMETER,
        INIT_PARAMETER,
        BEANS
    }

    /** A question: what it is about, and its arguments. */
    private record Question(Topic topic, String text, List<String> details) {}

    private final ConfigurationLookup configuration;
    private final Set<Question> questions = new LinkedHashSet<>();

    ConfigurationTrace(ConfigurationLookup configuration) {
        this.configuration = configuration;
    }

    @Override
    public ConfiguredValues property(String key) {
        questions.add(new Question(Topic.PROPERTY, key, List.of()));
        return configuration.property(key);
    }

    @Override
    public ConfiguredValues expand(String text) {
        questions.add(new Question(Topic.EXPANSION, text, List.of()));
        return configuration.expand(text);
    }

    @Override
    public ConfiguredValues fileEntry(String key, Set<String> files) {
        questions.add(new Question(Topic.FILE_ENTRY, key, sorted(files)));
        return configuration.fileEntry(key, files);
    }

    @Override
    public ConfiguredValues contextParameter(String name) {
        questions.add(new Question(Topic.CONTEXT_PARAMETER, name, List.of()));
        return configuration.contextParameter(name);
    }

    @Override
    public ConfiguredValues initParameter(String name, Set<String> types) {
        questions.add(new Question(Topic.INIT_PARAMETER, name, sorted(types)));
        return configuration.initParameter(name, types);
    }

    @Override
    public List<BeanValue> beanValues() {
        questions.add(new Question(Topic.BEANS, "", List.of()));
        return configuration.beanValues();
    }

    private static List<String> sorted(Set<String> texts) {
        return texts.stream().sorted().toList();
    }

    /** Returns the digest of the answers. */
    String digest() {
        RecordWriter answers = new RecordWriter();
        for (Question question : sortedQuestions()) {
            Set<String> details = new LinkedHashSet<>(question.details());
            switch (question.topic()) {
                case PROPERTY -> write(configuration.property(question.text()), answers);
                case EXPANSION -> write(configuration.expand(question.text()), answers);
                case FILE_ENTRY -> write(configuration.fileEntry(question.text(), details), answers);
                case CONTEXT_PARAMETER -> write(configuration.contextParameter(question.text()), answers);
                case INIT_PARAMETER -> write(configuration.initParameter(question.text(), details), answers);
                case BEANS -> answers.list(configuration.beanValues(), bean -> answers.text(bean.toString()));
            }
        }
        return Digests.of(answers.toBytes());
    }

    private static void write(ConfiguredValues values, RecordWriter answers) {
        answers.texts(values.notations());
        answers.text(String.valueOf(values.isConditional()));
    }

    private List<Question> sortedQuestions() {
        List<Question> sorted = new ArrayList<>(questions);
        sorted.sort(Comparator.comparing(Question::topic)
                .thenComparing(Question::text)
                .thenComparing(question -> question.details().toString()));
        return sorted;
    }

    void write(RecordWriter out) {
        out.list(sortedQuestions(), question -> {
            out.text(question.topic().name());
            out.text(question.text());
            out.texts(question.details());
        });
    }

    /** Reads what {@link #write} wrote. */
    static ConfigurationTrace read(RecordReader in, ConfigurationLookup configuration) {
        ConfigurationTrace trace = new ConfigurationTrace(configuration);
        trace.questions.addAll(in.list(() -> new Question(Topic.valueOf(in.text()), in.text(), in.texts())));
        return trace;
    }
}
