package io.github.cookiecharter.banner;

import io.github.cookiecharter.charter.Charter;
import io.github.cookiecharter.charter.Charter.Service;
import io.github.cookiecharter.model.diagnostic.Diagnostic;
import io.github.cookiecharter.rule.Finding;
import io.github.cookiecharter.template.Templates;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One banner library: what it is made of, what it cannot do, and the script that starts it with a charter. */
interface RuntimeAdapter {

    /** The library's own files, in the order in which a page loads them. */
    List<RuntimeFile> files(Templates templates);

    /** What it can do of what runtimes differ in. */
    Set<Capability> capabilities();

    /** What the charter asks for with which no choice could be kept or shown at all. */
    List<Diagnostic> diagnostics(Charter charter);

    /** What the charter asks for and this runtime does otherwise, as findings of the rule {@code runtime-cannot}. */
    List<Finding> findings(Charter charter);

    /**
     * The attributes of a {@code <script>} element that waits for consent, in their order and in the runtime's own
     * form; none where that form cannot say it, so that the form of {@code banner.js} has to.
     *
     * @param url the address of the script
     * @param services the services that it waits for: one of them is enough
     */
    Map<String, String> heldBackScript(String url, List<Service> services);

    /**
     * The content of {@code banner.js}, in UTF-8.
     *
     * @param files the library's own files
     */
    byte[] script(Charter charter, BannerTexts texts, List<RuntimeFile> files);
}
