package io.github.cookiecharter.template;

/** A template that cannot be filled: it is missing, malformed, or asks for something that it is not given. */
public final class TemplateException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public TemplateException(String message) {
        super(message);
    }
}
