package io.github.cookiecharter.rule;

import io.github.cookiecharter.charter.Charter;
import io.github.cookiecharter.charter.Charter.Service;
import io.github.cookiecharter.vocabulary.Jurisdiction;
import io.github.cookiecharter.vocabulary.Lifetime;
import java.util.List;
import java.util.function.Consumer;

/** Exempt audience measurement that keeps its data too long, or does not say how long. */
final class AudienceRetention implements Rule {

    @Override
    public String id() {
        return "audience-retention";
    }

    @Override
    public String title() {
        return "Data of exempt audience measurement is kept for 25 months at most";
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public List<Jurisdiction> jurisdictions() {
        return List.of(Jurisdiction.FR);
    }

    @Override
    public List<Source> sources() {
        return List.of(Sources.cnilRecommendation("article 5"), Sources.cnilAudience());
    }

    @Override
    public void look(Charter charter, Consumer<Finding> findings) {
        for (Service service : Parts.services(charter)) {
            if (!Parts.isExemptAudience(service)) {
                continue;
            }
            Lifetime.Lasting limit = Limits.lifetime("audience-retention", Jurisdiction.FR);
            String most = Parts.words(limit);
            boolean missing = service.retention().isEmpty();
            if (missing || Parts.exceeds(service.retention().get(), limit)) {
                findings.accept(Finding.of(
                                this,
                                severity(),
                                service.places().of("retention"),
                                missing
                                        ? "exempt audience measurement says how long its data is kept, " + most
                                                + " at most: add 'retention'"
                                        : "the data of exempt audience measurement is kept for " + most
                                                + " at most, not '"
                                                + Parts.words(
                                                        service.retention().get())
                                                + "': delete it earlier, and write so")
                        .in(service)
                        .mendedBy("retention: " + most));
            }
        }
    }
}
