package io.github.cookiecharter.scan.bytecode.index;

/**
 * Whether an application of Spring runs on servlets or reactively. Libraries often have a filter for each; only one of them
 * runs. Where both are on the class path, Spring Boot chooses servlets ({@code WebApplicationType.deduce}).
 */
public final class ApplicationStack {

    private static final int EXCHANGE = NameHash.of("org/springframework/web/server/ServerWebExchange");
    private static final int[] SERVLET_RESPONSES = {
        NameHash.of("jakarta/servlet/http/HttpServletResponse"), NameHash.of("javax/servlet/http/HttpServletResponse")
    };

    private final boolean isReactive;
    private final boolean hasServlets;

    public ApplicationStack(ClassIndex index) {
        hasServlets =
                index.find("org/springframework/web/servlet/DispatcherServlet").isPresent();
        isReactive = !hasServlets
                && index.find("org/springframework/web/reactive/DispatcherHandler")
                        .isPresent();
    }

    /** Returns whether the code of a library's class may run in the application. */
    public boolean mayRun(IndexedClass type) {
        boolean usesExchange = type.mayReference(EXCHANGE);
        boolean usesServlets = type.mayReference(SERVLET_RESPONSES[0]) || type.mayReference(SERVLET_RESPONSES[1]);
        return usesExchange == usesServlets || (usesExchange ? !hasServlets : !isReactive);
    }
}
