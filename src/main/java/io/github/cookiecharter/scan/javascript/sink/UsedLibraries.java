package io.github.cookiecharter.scan.javascript.sink;

import io.github.cookiecharter.scan.javascript.library.LibraryTable;
import io.github.cookiecharter.scan.javascript.library.LibraryTable.Library;
import io.github.cookiecharter.scan.javascript.scope.Located;
import io.github.cookiecharter.scan.javascript.syntax.SyntaxNode;
import io.github.cookiecharter.scan.javascript.value.Origins;
import io.github.cookiecharter.scan.model.Certainty;
import io.github.cookiecharter.scan.model.CodePlace;
import io.github.cookiecharter.scan.model.Evidence;
import io.github.cookiecharter.scan.model.ObservedAttributes;
import io.github.cookiecharter.scan.model.StorageAction;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the libraries are known to set that a file starts, or that a bundler put into it. */
final class UsedLibraries {

    private final ScriptFile unit;
    private final Modules modules;

    UsedLibraries(ScriptFile unit) {
        this.unit = unit;
        this.modules = new Modules(unit.table);
    }

    void addTo(Collection<Evidence> evidence) {
        String text = unit.page.text();
        List<Library> imported = new ArrayList<>();
        for (Library library : LibraryTable.all()) {
            int offset = library.offsetIn(text);
            if (offset >= 0) {
                String version =
                        library.version(text).map(number -> " " + number).orElse("");
                add(library, "the bundled library " + library.name() + version, offset, evidence);
            } else if (library.modules().stream().anyMatch(module -> names(text, module))) {
                imported.add(library);
            }
        }
        if (!imported.isEmpty()) {
            started(imported, evidence);
        }
    }

    /** Returns whether a text has the name of a module in quotes. */
    private static boolean names(String text, String module) {
        for (int at = text.indexOf(module); at > 0; at = text.indexOf(module, at + 1)) {
            int end = at + module.length();
            if ("'\"`".indexOf(text.charAt(at - 1)) >= 0
                    && end < text.length()
                    && text.charAt(end) == text.charAt(at - 1)) {
                return true;
            }
        }
        return false;
    }

    private void started(List<Library> imported, Collection<Evidence> evidence) {
        Set<String> done = new HashSet<>();
        for (Located located : unit.table.calls()) {
            Set<String> names = new HashSet<>(unit.calls.names(located));
            for (Library library : imported) {
                if (names.stream().noneMatch(library.starts()::contains) || done.contains(library.name())) {
                    continue;
                }
                for (ResolvedCall call : unit.calls.resolve(located)) {
                    if (library.starts().contains(call.method()) && isOf(library, call) && done.add(library.name())) {
                        add(
                                library,
                                "the library " + library.name(),
                                call.call().start(),
                                evidence);
                    }
                }
            }
        }
        for (Library library : imported) {
            // <PostHogProvider client={…}>
            if (!done.contains(library.name()) && isElement(library)) {
                add(
                        library,
                        "the library " + library.name(),
                        Math.max(0, unit.page.text().indexOf(library.name())),
                        evidence);
            }
        }
    }

    private boolean isElement(Library library) {
        return library.starts().stream()
                .filter(start -> Character.isUpperCase(start.charAt(0)))
                .anyMatch(start -> unit.page.text().contains("<" + start));
    }

    private boolean isOf(Library library, ResolvedCall call) {
        Optional<String> module = modules.of(call.callee());
        if (module.isEmpty() && !call.isBare()) {
            for (Located origin : unit.expressions.origins().of(call.receiver(), call.scope())) {
                SyntaxNode node = origin.node();
                Optional<String> receiver = node instanceof SyntaxNode.Call made
                                && !Origins.lastName(made.callee()).equals("require")
                        ? modules.of(new Located(made.callee(), origin.scope()))
                        : modules.of(origin);
                module = module.isPresent() ? module : receiver;
            }
        }
        return module.filter(library.modules()::contains).isPresent();
    }

    private void add(Library library, String who, int offset, Collection<Evidence> evidence) {
        for (LibraryTable.Entry entry : library.entries()) {
            evidence.add(new Evidence(
                    Optional.of(entry.name()),
                    entry.kind(),
                    StorageAction.SETS,
                    new CodePlace.Text(unit.file.path(), unit.lines().at(offset)),
                    unit.file.origin(),
                    Certainty.CLAIMED,
                    who + " is known to set it",
                    ObservedAttributes.UNKNOWN,
                    unit.guards.cover(offset) || unit.isHeld(offset)));
        }
    }
}
