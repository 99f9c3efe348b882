package io.github.cookiecharter.banner;

import java.util.List;

/**
 * The tags that a site puts into its pages.
 *
 * @param head the content of {@code head.html}
 * @param scripts the scripts that the charter declares
 * @param frames the embedded frames that the charter declares
 */
public record SiteTags(String head, List<Tag> scripts, List<Tag> frames) {

    public SiteTags {
        scripts = List.copyOf(scripts);
        frames = List.copyOf(frames);
    }

    /**
     * A script or a frame.
     *
     * @param url as declared
     * @param html the tag
     * @param isComplete whether the address is complete, and not a pattern that the site has to fill in
     * @param isBlocked whether {@code banner.js} starts it: it waits for consent, or stays blocked after an objection
     * @param waitsForConsent whether all services that name it need consent
     * @param services the ids of the services that name it
     */
    public record Tag(
            String url,
            String html,
            boolean isComplete,
            boolean isBlocked,
            boolean waitsForConsent,
            List<String> services) {}
}
