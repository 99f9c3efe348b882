package io.github.cookiecharter.banner;

import io.github.cookiecharter.charter.Charter;
import io.github.cookiecharter.vocabulary.Problem;
import java.util.List;

/** One banner library: what it is made of, what it cannot do, and the script that starts it with a charter. */
interface RuntimeAdapter {

    /** The library's own files, in the order in which a page loads them. */
    List<RuntimeFile> files();

    /** What the charter asks for that this runtime cannot do. */
    List<Problem> problems(Charter charter);

    /**
     * The content of {@code banner.js}.
     *
     * @param files the library's own files
     */
    String script(Charter charter, BannerTexts texts, List<RuntimeFile> files);
}
