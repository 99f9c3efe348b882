package io.github.cookiecharter.server;

import io.github.cookiecharter.charter.Charter;
import io.github.cookiecharter.constants.JavaText;
import io.github.cookiecharter.output.Artefact;
import io.github.cookiecharter.output.OutputRoot;
import io.github.cookiecharter.template.Templates;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Generates a guard for each server, in the package of the constants class. */
public final class GuardClasses {

    private GuardClasses() {}

    /**
     * Generates the guards.
     *
     * @param className the fully qualified name of the constants class
     * @throws io.github.cookiecharter.template.TemplateException if the site's own template uses an unknown name
     */
    public static List<Artefact> generate(Charter charter, String className, Set<Server> servers, Templates templates) {
        List<Artefact> artefacts = new ArrayList<>();
        String packagePrefix = className.substring(0, className.lastIndexOf('.') + 1);
        for (Server server : servers) {
            String text = templates.java(server.template(), context(charter, className, server));
            String path = (packagePrefix + server.guard()).replace('.', '/') + ".java";
            artefacts.add(Artefact.text(OutputRoot.SOURCES, path, text));
        }
        return artefacts;
    }

    private static Map<String, Object> context(Charter charter, String className, Server server) {
        int dot = className.lastIndexOf('.');
        String simpleName = className.substring(dot + 1);
        Map<String, Object> context = new HashMap<>();
        context.put("source", JavaText.toLineComment(charter.source()));
        context.put("hasPackage", dot >= 0);
        context.put("package", className.substring(0, Math.max(0, dot)));
        context.put("class", simpleName);
        context.put("guard", server.guard());
        context.put("api", server.api());
        context.put("isJava11", server.needsJava11());
        context.put("hasConsent", charter.hasBanner());
        context.put("choice", charter.hasBanner() ? simpleName + ".Consent" : "Set<" + simpleName + ".Category>");
        return context;
    }
}
