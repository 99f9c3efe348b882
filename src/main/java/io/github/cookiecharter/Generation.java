package io.github.cookiecharter;

import io.github.cookiecharter.output.Artefact;
import io.github.cookiecharter.output.Fingerprint;
import io.github.cookiecharter.output.Layout;
import io.github.cookiecharter.output.OutputException;
import io.github.cookiecharter.output.Outputs;
import io.github.cookiecharter.output.Publication;
import io.github.cookiecharter.output.Root;
import io.github.cookiecharter.vocabulary.Problem;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One execution of {@code generate}: the one call into the core.
 *
 * <p>A build that changes nothing ends after comparing what is asked for with what is there. Neither the YAML reader nor
 * the template engine is loaded for that, since both cost more than the rest of the work.
 */
public final class Generation {

    private static final String DEFAULT_NAME = "cookies.yaml";

    // Beyond the format's limit of 4 MiB only that it is too long matters, so there is no need to hold it.
    private static final int ENOUGH_TO_REFUSE = 4 * 1024 * 1024 + 1;

    private final GenerationRequest request;
    private final GenerationRequest.Module module;
    private final WebAddress address;
    private final Set<Product> products;
    private final Layout layout;
    private final Outputs outputs;

    private Generation(GenerationRequest request) throws ParameterException {
        this.request = request;
        this.module = request.module();
        this.products = Product.named(request.artefacts());
        this.address = WebAddress.of(request.webPath(), request.baseUrl());
        Map<Root, Path> roots = new EnumMap<>(Root.class);
        roots.put(Root.WEB_ROOT, request.webDirectory());
        roots.put(Root.WEB_PATH, request.webDirectory().resolve(address.path()));
        roots.put(Root.SOURCES, request.sourcesDirectory());
        roots.put(Root.REPORTS, reports(request));
        this.layout = new Layout(module.folder(), roots);
        this.outputs = new Outputs(
                layout, request.reportsDirectory(), module.execution(), module.executions(), module.claims());
    }

    /**
     * Generates what is asked for, unless it is there already.
     *
     * @throws OutputException if the file system refuses; the message is meant for the user
     */
    public static GenerationResult run(GenerationRequest request) throws OutputException {
        return run(request, Optional.empty());
    }

    /** With a generator other than the real one. */
    static GenerationResult run(GenerationRequest request, Optional<Generator> generator) throws OutputException {
        try {
            return new Generation(request).run(generator);
        } catch (ParameterException e) {
            return new GenerationResult.Refused(String.valueOf(e.getMessage()));
        }
    }

    // Each execution has its own reports, once there are several.
    private static Path reports(GenerationRequest request) {
        GenerationRequest.Module module = request.module();
        int others = 0;
        for (String execution : module.executions()) {
            if (!execution.equals(module.execution()) && !execution.equals(Outputs.FROM_COMMAND_LINE)) {
                others++;
            }
        }
        boolean repeats = module.execution().equals(Outputs.FROM_COMMAND_LINE);
        return others > (repeats ? 1 : 0)
                ? request.reportsDirectory().resolve(module.execution().replace('/', '_'))
                : request.reportsDirectory();
    }

    private GenerationResult run(Optional<Generator> generator) throws OutputException, ParameterException {
        File file = request.declaration().toFile();
        if (!file.exists()) {
            return missing();
        }
        if (file.isDirectory()) {
            throw new ParameterException(
                    "declaration",
                    "names the folder " + file,
                    "write the path of the file in it, such as cookies.yaml");
        }
        byte[] declaration = read(file);
        Fingerprint fingerprint = fingerprint(declaration);
        Optional<List<String>> notes = outputs.current(fingerprint);
        if (notes.isPresent()) {
            return unchanged(notes.get());
        }
        Outputs.Lease lease = outputs.open();
        try {
            notes = outputs.current(fingerprint);
            return notes.isPresent()
                    ? unchanged(notes.get())
                    : generate(generator.isPresent() ? generator.get() : new Pipeline(), declaration, fingerprint);
        } finally {
            lease.close();
        }
    }

    private GenerationResult missing() throws OutputException, ParameterException {
        Path expected = module.folder().resolve(DEFAULT_NAME);
        if (!request.declaration().normalize().equals(expected.normalize())) {
            throw new ParameterException(
                    "declaration",
                    "names " + request.declaration() + ", which does not exist",
                    "check the path, or create the file");
        }
        outputs.withdraw();
        File lookalike = module.folder().resolve("cookies.yml").toFile();
        if (lookalike.exists()) {
            return new GenerationResult.Skipped(
                    "No cookies.yaml in this module, but a cookies.yml: skipped. Rename it, or name it in the parameter"
                            + " declaration.",
                    true);
        }
        return new GenerationResult.Skipped(
                "No cookies.yaml in this module: skipped. A coming version's cookie-charter:init will write a first one;"
                        + " until then the README has an example.",
                false);
    }

    private static byte[] read(File file) throws OutputException {
        try (InputStream in = Files.newInputStream(file.toPath())) {
            return in.readNBytes(ENOUGH_TO_REFUSE);
        } catch (IOException e) {
            throw new OutputException("the declaration " + file + " cannot be read: check its permissions", e);
        }
    }

    private Fingerprint fingerprint(byte[] declaration) throws OutputException {
        Fingerprint fingerprint = new Fingerprint();
        fingerprint.add("plugin", PluginBuild.identify(module.pluginVersion()));
        fingerprint.add("execution", module.execution());
        fingerprint.add("className", request.className());
        fingerprint.add("webPath", address.path());
        fingerprint.add("address", address.prefix());
        fingerprint.add("webDirectory", layout.spell(request.webDirectory()));
        fingerprint.add("sourcesDirectory", layout.spell(request.sourcesDirectory()));
        fingerprint.add("reportsDirectory", layout.spell(reports(request)));
        for (Product product : products) {
            fingerprint.add("artefact", product.name());
        }
        if (request.templatesDirectory().isPresent()) {
            fingerprint.addFolder("templates", request.templatesDirectory().get(), ".mustache");
        }
        fingerprint.add("declaration", source());
        fingerprint.add("content", declaration);
        return fingerprint;
    }

    private GenerationResult generate(Generator generator, byte[] declaration, Fingerprint fingerprint)
            throws OutputException, ParameterException {
        Generator.Draft draft = generator.generate(
                new Generator.Order(
                        source(), products, request.className(), address.prefix(), request.templatesDirectory()),
                declaration);
        List<String> errors = new ArrayList<>();
        List<String> warnings = new ArrayList<>();
        for (Problem problem : draft.problems()) {
            (problem.isError() ? errors : warnings).add(located(problem));
        }
        if (!errors.isEmpty()) {
            return new GenerationResult.Invalid(errors, warnings);
        }
        String summary = "Cookie charter: " + draft.facts() + " -> " + places(draft.artefacts());
        List<String> notes = new ArrayList<>();
        notes.add(summary);
        notes.addAll(warnings);
        Publication publication = outputs.publish(fingerprint, notes, draft.artefacts());
        if (publication instanceof Publication.Conflict conflict) {
            return new GenerationResult.Refused("the executions '" + conflict.execution() + "' and '"
                    + module.execution() + "' would both write " + layout.spell(conflict.file())
                    + ": give one of them another webPath, className or directory");
        }
        return new GenerationResult.Done(summary, warnings, true);
    }

    private static GenerationResult unchanged(List<String> notes) {
        return new GenerationResult.Done(notes.get(0) + " (unchanged)", notes.subList(1, notes.size()), false);
    }

    private static String located(Problem problem) {
        return "[" + problem.at().line() + "," + problem.at().column() + "] " + problem.message();
    }

    // Where to look: the folder of the web files, and the class.
    private String places(List<Artefact> artefacts) {
        boolean web = false;
        boolean sources = false;
        for (Artefact artefact : artefacts) {
            web |= artefact.root() == Root.WEB_PATH;
            sources |= artefact.root() == Root.SOURCES;
        }
        String folder = layout.spell(request.webDirectory().resolve(address.path()));
        if (!web) {
            return request.className();
        }
        return sources ? folder + ", " + request.className() : folder;
    }

    private String source() {
        return request.declaration().toFile().getName();
    }
}
