package io.github.cookiecharter.judge;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import nu.validator.client.EmbeddedValidator;
import nu.validator.validation.SimpleDocumentValidator;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** The Nu HTML Checker within this process: offline, with errors and warnings alike. */
final class Nu {

    private static final long STACK_BYTES = 64L << 20;

    private Nu() {}

    @FunctionalInterface
    private interface Check {
        void run(SimpleDocumentValidator validator, InputSource source) throws IOException, SAXException;
    }

    static List<String> html(byte[] document) {
        return run(document, SimpleDocumentValidator::checkHtmlInputSource);
    }

    static List<String> css(byte[] sheet) {
        return run(sheet, SimpleDocumentValidator::checkCssInputSource);
    }

    /** Its schemas nest deeply: whether the stack of a thread of usual size is enough depends on what has been compiled. */
    private static List<String> run(byte[] bytes, Check check) {
        FutureTask<List<String>> task = new FutureTask<>(() -> judge(bytes, check));
        new Thread(null, task, "nu", STACK_BYTES).start();
        try {
            return task.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("The checker itself failed: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the checker ran", e);
        }
    }

    private static List<String> judge(byte[] bytes, Check check) throws Exception {
        Messages messages = new Messages();
        // No set-up of log4j, no log, and the detection of the language, which warns of a page in another than it says.
        SimpleDocumentValidator validator = new SimpleDocumentValidator(false, false, true);
        InputSource source = new InputSource(new ByteArrayInputStream(bytes));
        source.setEncoding(StandardCharsets.UTF_8.name());
        source.setSystemId("judged");
        validator.setUpMainSchema(EmbeddedValidator.SCHEMA_URL, messages);
        validator.setAllowCss(true);
        validator.setUpValidatorAndParsers(messages, true, false);
        check.run(validator, source);
        return List.copyOf(messages.lines);
    }

    private static final class Messages implements ErrorHandler {

        private final List<String> lines = new ArrayList<>();

        @Override
        public void warning(SAXParseException problem) {
            add("warning", problem);
        }

        @Override
        public void error(SAXParseException problem) {
            add("error", problem);
        }

        @Override
        public void fatalError(SAXParseException problem) {
            add("fatal", problem);
        }

        private void add(String severity, SAXParseException problem) {
            lines.add(severity + " [" + problem.getLineNumber() + "," + problem.getColumnNumber() + "] "
                    + problem.getMessage());
        }
    }
}
