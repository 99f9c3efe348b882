package io.github.cookiecharter.constants;

import io.github.cookiecharter.charter.Charter;
import io.github.cookiecharter.charter.Charter.Service;
import io.github.cookiecharter.model.BannerRuntime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The template context for reading the record that the chosen runtime keeps of the visitor's choice. */
final class ConsentRecord {

    private ConsentRecord() {}

    /** Adds the values to the context of the class; without a banner there is no record. */
    static void addTo(Charter charter, Map<String, Object> context) {
        BannerRuntime runtime = charter.banner().runtime();
        context.put("hasConsent", charter.hasBanner());
        context.put("record", charter.consent().cookie());
        context.put("recordOfAllRevisions", charter.consent().cookieOfAllRevisions());
        context.put(
                "recordWithoutDomain",
                charter.consent().cookieWithoutDomain().orElse(charter.consent().cookie()));
        context.put("isPercentEncoded", runtime != BannerRuntime.TARTEAUCITRON);
        context.put("choice", EmbeddedSource.choiceMembers());
        context.put(
                "choiceRecord",
                EmbeddedSource.recordMembers(runtime, charter.consent().revision()));
        context.put("json", EmbeddedSource.jsonMembers());
        List<Map<String, Object>> services = new ArrayList<>();
        List<Map<String, Object>> objectable = new ArrayList<>();
        for (Charter.Category category : charter.categories()) {
            for (Service service : category.services()) {
                if (service.needsConsent()) {
                    services.add(Map.of(
                            "service",
                            runtime.recordKey(service.id()),
                            "category",
                            JavaNames.categoryConstant(category.id())));
                }
                if (service.objection()) {
                    objectable.add(Map.of("service", service.id(), "key", runtime.objectionKey(service.id())));
                }
            }
        }
        ConstantsClass.putStatements("asked", "askedParts", services, context);
        ConstantsClass.putStatements("objectable", "objectableParts", objectable, context);
    }
}
