package io.github.cookiecharter.banner;

import io.github.cookiecharter.charter.Charter;
import io.github.cookiecharter.charter.Charter.Service;
import io.github.cookiecharter.model.Accent;
import io.github.cookiecharter.model.diagnostic.Diagnostic;
import io.github.cookiecharter.rule.Finding;
import io.github.cookiecharter.template.Templates;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A banner library: its files, its limits, and the script that starts it with a charter. */
interface RuntimeAdapter {

    /** Returns the library's own files, in the order in which a page loads them. */
    List<RuntimeFile> files(Accent accent, Templates templates);

    /** Returns the capabilities that it has and that not all runtimes have. */
    Set<Capability> capabilities();

    /** Returns errors for charters with which this runtime cannot show the banner or keep a choice. */
    List<Diagnostic> diagnostics(Charter charter);

    /** Returns findings of the rule {@code runtime-cannot}: what this runtime does otherwise than the charter asks. */
    List<Finding> findings(Charter charter);

    /**
     * Returns the attributes of a blocked {@code <script>} element, in their order, in the runtime's own form. Empty if that
     * form does not support the script, so that the form of {@code banner.js} is used.
     *
     * @param url the address of the script
     * @param services the services that it belongs to: consent to one of them is enough
     */
    Map<String, String> blockedScriptAttributes(String url, List<Service> services);

    /**
     * Returns the content of {@code banner.js}, in UTF-8.
     *
     * @param files the library's own files
     */
    byte[] script(Charter charter, BannerTexts texts, List<RuntimeFile> files);

    /** Returns how a program uses the banner in a visitor's place. */
    BannerControls controls(Charter charter);
}
