package io.github.cookiecharter.rule;

import io.github.cookiecharter.charter.Charter;
import io.github.cookiecharter.charter.Charter.Category;
import io.github.cookiecharter.vocabulary.Gpc;
import io.github.cookiecharter.vocabulary.Jurisdiction;
import java.util.List;
import java.util.function.Consumer;

/** Marketing that goes on although the browser says no. */
final class GpcIgnored implements Rule {

    @Override
    public String id() {
        return "gpc-ignored";
    }

    @Override
    public String title() {
        return "Marketing honours the signal Global Privacy Control";
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public List<Jurisdiction> jurisdictions() {
        return List.of(Jurisdiction.US_CA);
    }

    @Override
    public List<Source> sources() {
        return List.of(new Source(
                "California Code of Regulations, title 11", "section 7025(b), (c)(1)", Sources.day(2026, 1, 1)));
    }

    @Override
    public void look(Charter charter, Consumer<Finding> findings) {
        if (charter.consent().gpc() != Gpc.IGNORE) {
            return;
        }
        for (Category category : charter.categories()) {
            if (category.id().equals("marketing")) {
                findings.accept(Finding.of(
                                this,
                                severity(),
                                charter.consent().places().of("gpc"),
                                "the site has marketing services, and in us-ca the signal Global Privacy Control counts"
                                        + " as a refusal of them: write 'gpc: honour', or remove the key")
                        .mendedBy("gpc: honour"));
            }
        }
    }
}
