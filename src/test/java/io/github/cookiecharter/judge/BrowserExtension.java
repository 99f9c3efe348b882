package io.github.cookiecharter.judge;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Hands a {@link Browser} to constructors and test methods that ask for one: the same for a whole run, started when first
 * needed and closed at the end. Where there is no browser the test fails and says what to install. A parameter with
 * {@link WholeBrowser} gets a second one, which is no headless shell.
 */
public final class BrowserExtension implements ParameterResolver {

    private static final ExtensionContext.Namespace SPACE = ExtensionContext.Namespace.create(BrowserExtension.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Browser.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        ExtensionContext.Store store = context.getRoot().getStore(SPACE);
        return parameter.isAnnotated(WholeBrowser.class)
                ? store.getOrComputeIfAbsent(WholeBrowser.class, key -> Browser.startWhole(), Browser.class)
                : store.getOrComputeIfAbsent(Browser.class, key -> Browser.start(), Browser.class);
    }
}
