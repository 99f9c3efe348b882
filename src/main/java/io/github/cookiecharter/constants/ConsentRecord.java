package io.github.cookiecharter.constants;

import io.github.cookiecharter.charter.Charter;
import io.github.cookiecharter.charter.Charter.Service;
import io.github.cookiecharter.model.BannerRuntime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What the generated class needs to read the record that the chosen runtime keeps of the visitor's choice. */
final class ConsentRecord {

    private ConsentRecord() {}

    /** Adds it to the context of the class; where there is no banner, there is no record either. */
    static void put(Charter charter, Map<String, Object> context) {
        BannerRuntime runtime = charter.banner().runtime();
        context.put("hasConsent", charter.hasBanner());
        context.put("record", charter.consent().cookie());
        context.put("isPercentEncoded", runtime != BannerRuntime.TARTEAUCITRON);
        context.put("choice", EmbeddedSource.choice());
        context.put(
                "choiceRecord", EmbeddedSource.record(runtime, charter.consent().revision()));
        context.put("json", EmbeddedSource.json());
        List<Map<String, Object>> asked = new ArrayList<>();
        for (Charter.Category category : charter.categories()) {
            for (Service service : category.services()) {
                if (service.needsConsent()) {
                    asked.add(Map.of(
                            "service",
                            runtime.recordKey(service.id()),
                            "category",
                            JavaNames.categoryOf(category.id())));
                }
            }
        }
        ConstantsClass.putStatements("asked", "askedParts", asked, context);
    }
}
