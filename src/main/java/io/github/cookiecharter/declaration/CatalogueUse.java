package io.github.cookiecharter.declaration;

import io.github.cookiecharter.catalogue.Catalogue;
import io.github.cookiecharter.catalogue.CatalogueEntry;
import io.github.cookiecharter.catalogue.NodeOverlay;
import io.github.cookiecharter.model.diagnostic.DiagnosticCollector;
import io.github.cookiecharter.model.diagnostic.DidYouMean;
import io.github.cookiecharter.model.diagnostic.SafeText;
import io.github.cookiecharter.model.diagnostic.SourcePosition;
import io.github.cookiecharter.yaml.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Completes the services that {@code use} one of the catalogue: with its provider, cookies, addresses and words, as if they
 * had been written where {@code use} stands. What the declaration writes itself wins.
 */
final class CatalogueUse {

    private static final String SERVICES = "services";
    private static final String PROVIDERS = "providers";
    private static final String COOKIES = "cookies";
    private static final String USE = "use";
    private static final String WITHOUT = "without";

    private final DiagnosticCollector diagnostics;
    private Node.Mapping root;

    private CatalogueUse(Node.Mapping root, DiagnosticCollector diagnostics) {
        this.root = root;
        this.diagnostics = diagnostics;
    }

    /** Returns the tree of a file with what its services take from the catalogue. */
    static Node complete(Node file, DiagnosticCollector diagnostics) {
        Optional<Node> services = NodeOverlay.child(file, SERVICES);
        boolean uses = services.isPresent()
                && services.get() instanceof Node.Mapping mapping
                && mapping.entries().stream().anyMatch(entry -> mentions(entry.value()));
        return uses ? new CatalogueUse((Node.Mapping) file, diagnostics).complete((Node.Mapping) services.get()) : file;
    }

    private static boolean mentions(Node service) {
        return NodeOverlay.child(service, USE).isPresent()
                || NodeOverlay.child(service, WITHOUT).isPresent();
    }

    private Node complete(Node.Mapping services) {
        Node.Mapping completed = services;
        for (Node.Entry entry : services.entries()) {
            if (mentions(entry.value())) {
                completed = NodeOverlay.with(
                        completed, new Node.Entry(entry.key(), entry.position(), service(entry.key(), (Node.Mapping)
                                entry.value())));
            }
        }
        for (Node.Entry entry : root.entries()) {
            if (entry.key().equals(SERVICES)) {
                root = NodeOverlay.with(root, new Node.Entry(SERVICES, entry.position(), completed));
            }
        }
        return root;
    }

    private Node service(String id, Node.Mapping written) {
        Optional<Node> use = NodeOverlay.child(written, USE);
        if (use.isEmpty()) {
            diagnostics.error(
                    NodeOverlay.child(written, WITHOUT).orElse(written).position(),
                    "'without' leaves out cookies of the catalogue: write 'use' beside it, or remove it");
            return written;
        }
        Optional<CatalogueEntry> entry = find(use.get());
        if (entry.isEmpty()) {
            // What the entry would have said is not missing.
            return new Node.Mapping(written.entries(), written.flow(), false, written.position());
        }
        SourcePosition position = use.get().position();
        List<String> left = leftOut(written, entry.get());
        Node.Mapping known = (Node.Mapping) NodeOverlay.at(position, entry.get().service());
        known = withAddresses(id, written, withoutCookies(known, left), entry.get(), position);
        warnOfUsualLifetimes(written, entry.get(), left, position);
        Node.Mapping completed = NodeOverlay.over(written, known);
        entry.get().provider().ifPresent(provider -> addProvider(completed, provider, position));
        return completed;
    }

    private Optional<CatalogueEntry> find(Node use) {
        if (use instanceof Node.ErrorNode || use instanceof Node.MissingNode) {
            return Optional.empty();
        }
        if (!(use instanceof Node.Scalar name)) {
            diagnostics.error(
                    use.position(),
                    "'use' must be the name of a service of the catalogue, not a " + ScalarReader.kind(use));
            return Optional.empty();
        }
        Optional<CatalogueEntry> entry = Catalogue.find(name.text());
        if (entry.isEmpty()) {
            diagnostics.error(
                    use.position(),
                    "unknown service " + SafeText.quote(name.text()) + " in 'use'"
                            + DidYouMean.suggestion(name.text(), Catalogue.names())
                                    .map(near -> ": did you mean " + SafeText.quote(near) + "?")
                                    .orElse(": 'mvn cookie-charter:catalogue' lists those that are known; declare"
                                            + " another one with its own 'category' and 'cookies'"));
        }
        return entry;
    }

    private List<String> leftOut(Node.Mapping written, CatalogueEntry entry) {
        Optional<Node> without = NodeOverlay.child(written, WITHOUT);
        List<String> known = new ArrayList<>();
        if (NodeOverlay.child(entry.service(), COOKIES).orElse(null) instanceof Node.Mapping cookies) {
            cookies.entries().forEach(cookie -> known.add(cookie.key()));
        }
        List<String> left = new ArrayList<>();
        if (without.isEmpty() || without.get() instanceof Node.ErrorNode || without.get() instanceof Node.MissingNode) {
            return left;
        }
        if (!(without.get() instanceof Node.Sequence names)) {
            diagnostics.error(
                    without.get().position(),
                    "'without' must be a list of names, not a " + ScalarReader.kind(without.get()));
            return left;
        }
        for (Node item : names.items()) {
            String name = item instanceof Node.Scalar scalar ? scalar.text() : "";
            if (known.contains(name)) {
                left.add(name);
            } else if (!(item instanceof Node.ErrorNode)) {
                diagnostics.error(
                        item.position(),
                        "unknown cookie " + SafeText.quote(name) + " in 'without': the catalogue has no such cookie of "
                                + SafeText.quote(entry.name()) + DidYouMean.messageEnd(name, known));
            }
        }
        return left;
    }

    private static Node.Mapping withoutCookies(Node.Mapping known, List<String> left) {
        if (left.isEmpty() || !(NodeOverlay.child(known, COOKIES).orElse(null) instanceof Node.Mapping cookies)) {
            return known;
        }
        Node.Mapping rest = NodeOverlay.without(cookies, left);
        return rest.entries().isEmpty()
                ? NodeOverlay.without(known, List.of(COOKIES))
                : NodeOverlay.with(known, new Node.Entry(COOKIES, known.position(), rest));
    }

    // An address with a placeholder holds something of the site's own, so only the site can write it.
    private Node.Mapping withAddresses(
            String id, Node.Mapping written, Node.Mapping known, CatalogueEntry entry, SourcePosition position) {
        Node.Mapping result = known;
        for (String key : List.of("scripts", "frames")) {
            List<String> addresses = new ArrayList<>();
            if (NodeOverlay.child(known, key).orElse(null) instanceof Node.Sequence sequence) {
                sequence.items().forEach(item -> addresses.add(((Node.Scalar) item).text()));
            }
            if (addresses.stream().noneMatch(address -> address.indexOf('{') >= 0)) {
                continue;
            }
            result = NodeOverlay.without(result, List.of(key));
            if (NodeOverlay.child(written, key).isEmpty() && written.complete()) {
                diagnostics.error(
                        position,
                        "the key " + SafeText.quote(key) + " is missing in service " + SafeText.quote(id) + ": "
                                + SafeText.quote(entry.name()) + " is loaded from an address of the site's own, so"
                                + " write it, as in " + key + ": [\"" + String.join("\", \"", addresses) + "\"]");
            }
        }
        return result;
    }

    private void warnOfUsualLifetimes(
            Node.Mapping written, CatalogueEntry entry, List<String> left, SourcePosition position) {
        List<String> unconfirmed = new ArrayList<>(entry.usual());
        unconfirmed.removeAll(left);
        if (NodeOverlay.child(written, COOKIES).orElse(null) instanceof Node.Mapping cookies) {
            for (Node.Entry cookie : cookies.entries()) {
                if (NodeOverlay.child(cookie.value(), "lifetime").isPresent()) {
                    unconfirmed.remove(cookie.key());
                }
            }
        }
        if (!unconfirmed.isEmpty()) {
            diagnostics.warning(
                    position,
                    "the catalogue gives what is usual as the lifetime of " + SafeText.join(unconfirmed)
                            + ", since no page of the vendor confirms it: look it up in a browser, and write each"
                            + " 'lifetime' under 'cookies', or leave out with 'without' what the site does not set");
        }
    }

    private void addProvider(Node.Mapping service, Node.Entry provider, SourcePosition position) {
        boolean isNamed = NodeOverlay.child(service, "provider").orElse(null) instanceof Node.Scalar id
                && id.text().equals(provider.key());
        Optional<Node> written = NodeOverlay.child(root, PROVIDERS);
        if (!isNamed || (written.isPresent() && !(written.get() instanceof Node.Mapping))) {
            return;
        }
        Node.Mapping known = new Node.Mapping(
                List.of(new Node.Entry(provider.key(), position, NodeOverlay.at(position, provider.value()))),
                false,
                true,
                position);
        Node.Mapping all = written.isPresent() ? NodeOverlay.over((Node.Mapping) written.get(), known) : known;
        root = NodeOverlay.with(root, new Node.Entry(PROVIDERS, all.position(), all));
    }
}
