package io.github.cookiecharter.template;

/** Thrown if a template cannot be filled: it is missing, malformed, or uses a name that the context lacks. */
public final class TemplateException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public TemplateException(String message) {
        super(message);
    }
}
