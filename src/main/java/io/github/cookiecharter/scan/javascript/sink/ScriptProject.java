package io.github.cookiecharter.scan.javascript.sink;

import io.github.cookiecharter.model.diagnostic.SourcePosition;
import io.github.cookiecharter.scan.cookie.AbstractString;
import io.github.cookiecharter.scan.cookie.SetCookie;
import io.github.cookiecharter.scan.javascript.library.LibraryTable;
import io.github.cookiecharter.scan.javascript.scope.FunctionInfo;
import io.github.cookiecharter.scan.javascript.sink.ScriptSinkCall.Form;
import io.github.cookiecharter.scan.javascript.syntax.SyntaxNode;
import io.github.cookiecharter.scan.javascript.value.NameResolver;
import io.github.cookiecharter.scan.javascript.value.ScriptValue;
import io.github.cookiecharter.scan.javascript.value.SharedConstants;
import io.github.cookiecharter.scan.model.Certainty;
import io.github.cookiecharter.scan.model.CodePlace;
import io.github.cookiecharter.scan.model.Evidence;
import io.github.cookiecharter.scan.model.EvidenceOrder;
import io.github.cookiecharter.scan.model.ObservedAttributes;
import io.github.cookiecharter.scan.model.OpenScript;
import io.github.cookiecharter.scan.model.StorageAction;
import io.github.cookiecharter.scan.model.TextFile;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The files of one origin: their places, and the calls of functions that set what their callers name. */
public final class ScriptProject {

    private static final int MOST_LEVELS = 4;
    private static final int MOST_WRAPPERS = 5_000;
    private static final int LONGEST_SOURCE_LINE = 500;

    private final List<ScriptFile> units = new ArrayList<>();
    private final List<TextFile> callers;
    private final List<String> unreadPaths;
    private final SharedConstants constants = new SharedConstants();
    private final Set<Evidence> evidence = new LinkedHashSet<>();
    private final Map<ScriptFile, Set<Evidence>> open = new LinkedHashMap<>();
    private final Set<FunctionSummary> called = new HashSet<>();
    private final Set<String> known = new HashSet<>();
    private final List<FunctionSummary> wrappers = new ArrayList<>();
    private final List<Found> loose = new ArrayList<>();
    private final ProjectModules modules;
    private final ModuleLinks links = new ModuleLinks();
    private int followed;

    /** A place whose evidence waits until it is known whether the function is one of the project's own. */
    private record Found(ScriptFile unit, ScriptSinkCall site) {}

    /**
     * The files of one origin.
     *
     * @param files those that mention something
     * @param callers further ones, which may call functions of those, and give them constants
     * @param unreadPaths receives the paths of the files that could not be analysed
     */
    public ScriptProject(List<TextFile> files, List<TextFile> callers, List<String> unreadPaths) {
        this.unreadPaths = unreadPaths;
        this.callers = new ArrayList<>(callers);
        List<TextFile> all = new ArrayList<>(files);
        all.addAll(callers);
        this.modules = new ProjectModules(all);
        constants.link(links);
        for (TextFile file : files) {
            add(file);
        }
    }

    /** Returns whether a script imports something that sets what it is told, though no word in it says so. */
    public static boolean mayImportLibrary(TextFile file) {
        return LibraryTable.mayImport(file.text(), ScriptSinkTable::containsModule);
    }

    private void add(TextFile file) {
        // A script that this code misreads must not fail the build; it is listed as unread instead.
        try {
            ScriptFile unit = new ScriptFile(file, constants);
            unit.publish(constants);
            links.add(unit);
            units.add(unit);
        } catch (IndexOutOfBoundsException | StackOverflowError e) {
            unreadPaths.add(file.path());
        }
    }

    public List<Evidence> evidence() {
        List<Found> found = sites();
        if (adopt(constants.wanted())) {
            found = sites();
        }
        for (Found one : found) {
            if (one.site().isLoose()) {
                loose.add(one);
            } else {
                read(one.unit(), one.site(), one.site().name(), 0);
            }
        }
        follow();
        Set<String> ownNames = ownFunctions();
        for (Found one : loose) {
            if (!ownNames.contains(calledName(one))) {
                read(one.unit(), one.site(), one.site().name(), 0);
            }
        }
        follow();
        for (FunctionSummary wrapper : wrappers) {
            boolean isAnswered = called.contains(wrapper) || wrapper.hasOtherNames();
            if (!isAnswered
                    && wrapper.site().action() == StorageAction.SETS
                    && !wrapper.site().isLoose()) {
                report(wrapper.unit(), wrapper.site(), withoutCaller(wrapper));
            }
        }
        for (ScriptFile unit : units) {
            new ThirdPartyResources(unit).addTo(evidence);
            if (unit.file.isOwn() && !unit.isLibrary) {
                new UsedLibraries(unit).addTo(evidence);
            }
        }
        return Duplicates.remove(evidence);
    }

    /** The names of the functions that the files of the project define: a call of one does what that does. */
    private Set<String> ownFunctions() {
        Set<String> names = new HashSet<>();
        for (FunctionSummary wrapper : wrappers) {
            names.add(wrapper.name());
        }
        for (ScriptFile unit : units) {
            if (unit.isLibrary || !unit.file.isOwn()) {
                continue;
            }
            for (FunctionInfo function : unit.table.functions()) {
                if (!function.isMember() && !function.name().isEmpty()) {
                    names.add(function.name());
                }
            }
        }
        return names;
    }

    /** The name that a function without a caller sets: what it adds to what callers would pass. */
    private static String withoutCaller(FunctionSummary wrapper) {
        String unknown = String.valueOf(AbstractString.UNKNOWN);
        return wrapper.unit().isLibrary || wrapper.site().form() != Form.NAME
                ? unknown
                : new AbstractString(wrapper.text()).pattern().replace("*", unknown);
    }

    /** The scripts whose open places are counted and not reported one by one; complete after {@link #evidence}. */
    public List<OpenScript> openScripts() {
        List<OpenScript> scripts = new ArrayList<>();
        open.forEach((unit, places) -> scripts.add(
                new OpenScript(unit.file.path(), unit.file.origin(), unit.isLibrary, EvidenceOrder.distinct(places))));
        return scripts;
    }

    private List<Found> sites() {
        List<Found> found = new ArrayList<>();
        for (ScriptFile unit : List.copyOf(units)) {
            try {
                for (ScriptSinkCall site : unit.sites(modules::contains)) {
                    found.add(new Found(unit, site));
                }
            } catch (IndexOutOfBoundsException | StackOverflowError e) {
                units.remove(unit);
                unreadPaths.add(unit.file.path());
            }
        }
        return found;
    }

    /** Takes those of the further files in that mention one of the names. Whether there were any. */
    private boolean adopt(Set<String> names) {
        int before = units.size();
        for (int i = callers.size() - 1; i >= 0 && !names.isEmpty(); i--) {
            if (mentions(callers.get(i).text(), names)) {
                add(callers.remove(i));
            }
        }
        return units.size() > before;
    }

    private static boolean mentions(String text, Set<String> names) {
        for (int i = 0; i < text.length(); i++) {
            if (!Character.isJavaIdentifierStart(text.charAt(i))) {
                continue;
            }
            int start = i;
            while (i < text.length() && Character.isJavaIdentifierPart(text.charAt(i))) {
                i++;
            }
            if (i - start < 80 && names.contains(text.substring(start, i))) {
                return true;
            }
        }
        return false;
    }

    private static String calledName(Found found) {
        String how = found.site().how();
        return how.substring(how.lastIndexOf('.') + 1);
    }

    private void read(ScriptFile unit, ScriptSinkCall site, ScriptValue name, int level) {
        for (String text : name.texts()) {
            int parameter = unit.innermost(text, site.offset());
            if (parameter < 0 || parameter + 1 >= text.length()) {
                report(
                        unit,
                        site.form() == Form.NAME ? site : parsed(site, text),
                        site.form() == Form.NAME
                                ? text
                                : SinkRecorder.parse(text, site.form()).name().notation());
                continue;
            }
            if (site.form() != Form.NAME && DocumentCookie.isCookie(text)) {
                ScriptSinkCall cookie = parsed(site, text);
                read(unit, cookie, cookie.name(), level);
                continue;
            }
            NameResolver.Passed passed = unit.expressions.names().passed(text.charAt(parameter + 1));
            FunctionSummary wrapper = new FunctionSummary(unit, site, text, passed, level);
            String key = unit.file.path() + ' ' + passed + ' ' + text + ' ' + site.kind() + ' ' + site.action();
            if (wrappers.size() < MOST_WRAPPERS && known.add(key)) {
                wrappers.add(wrapper);
            }
        }
    }

    /** The place with what the text of its cookie says. */
    private static ScriptSinkCall parsed(ScriptSinkCall site, String text) {
        SetCookie cookie = SinkRecorder.parse(text, site.form());
        return new ScriptSinkCall(
                ScriptValue.of(cookie.name().notation()),
                site.kind(),
                cookie.deletes() || site.action() == StorageAction.DELETES ? StorageAction.DELETES : StorageAction.SETS,
                site.offset(),
                site.how(),
                cookie.attributes(),
                site.guarded(),
                site.isLoose(),
                Form.NAME);
    }

    private void follow() {
        while (followed < wrappers.size()) {
            List<FunctionSummary> fresh = List.copyOf(wrappers.subList(followed, wrappers.size()));
            followed = wrappers.size();
            follow(fresh);
        }
    }

    private void follow(List<FunctionSummary> fresh) {
        Map<String, List<FunctionSummary>> byName = new HashMap<>();
        for (FunctionSummary wrapper : fresh) {
            if (wrapper.level() < MOST_LEVELS) {
                for (String name : wrapper.unit().namesOf(wrapper)) {
                    byName.computeIfAbsent(name, key -> new ArrayList<>()).add(wrapper);
                }
            }
        }
        if (byName.isEmpty()) {
            return;
        }
        adopt(byName.keySet());
        for (ScriptFile unit : units) {
            new FunctionCalls(unit, byName, links).forEach(this::call);
        }
    }

    private void call(ScriptFile unit, FunctionSummary wrapper, ResolvedCall call) {
        called.add(wrapper);
        List<SyntaxNode> arguments = call.arguments();
        int index = wrapper.passed().index();
        if (index >= arguments.size()) {
            return;
        }
        Optional<ScriptValue> filled = new ParameterSubstitution(unit, wrapper, call, links).name();
        if (filled.isEmpty()) {
            return;
        }
        ScriptValue name = filled.get();
        ScriptSinkCall inner = wrapper.site();
        boolean deletes = inner.action() == StorageAction.DELETES
                || Deletions.isDeletionName(wrapper.name())
                || Deletions.isExpired(unit.options, arguments, index, call.at());
        // What a function without a name is called with stands around it; the place is where it sets something. So it
        // is
        // for what makes an object whose method is called somewhere else.
        boolean isAtOnce = unit == wrapper.unit()
                && (wrapper.name().isEmpty()
                        || (wrapper.level() > 0 && !wrapper.function().contains(inner.offset())));
        int place = isAtOnce ? inner.offset() : call.call().start();
        String through = isAtOnce || wrapper.name().isEmpty() ? "" : ", through " + wrapper.name();
        boolean guarded = inner.guarded() || unit.guards.cover(place);
        ScriptSinkCall site = new ScriptSinkCall(
                name,
                inner.kind(),
                deletes ? StorageAction.DELETES : StorageAction.SETS,
                place,
                inner.how().contains(", through ") ? inner.how() : inner.how() + through,
                deletes ? ObservedAttributes.UNKNOWN : inner.attributes(),
                guarded,
                inner.isLoose(),
                inner.form());
        read(unit, site, name, wrapper.level() + 1);
    }

    private void report(ScriptFile unit, ScriptSinkCall site, String text) {
        AbstractString name = new AbstractString(text);
        Certainty certainty = ScriptNames.certainty(name, site.kind());
        boolean isUnknown = certainty == Certainty.UNRESOLVED;
        if (isUnknown && (site.action() == StorageAction.DELETES || site.isLoose())) {
            return;
        }
        SourcePosition at = unit.lines().at(site.offset());
        boolean isCounted = isUnknown && (unit.isLibrary || !unit.file.isOwn() || at.column() > LONGEST_SOURCE_LINE);
        Collection<Evidence> target = isCounted ? open.computeIfAbsent(unit, key -> new LinkedHashSet<>()) : evidence;
        target.add(new Evidence(
                isUnknown ? Optional.empty() : Optional.of(name.pattern()),
                site.kind(),
                site.action(),
                new CodePlace.Text(unit.file.path(), at),
                unit.file.origin(),
                certainty,
                site.how(),
                site.attributes(),
                site.guarded() || unit.isHeld(site.offset())));
    }
}
