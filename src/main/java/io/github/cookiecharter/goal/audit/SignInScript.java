package io.github.cookiecharter.goal.audit;

import io.github.cookiecharter.audit.visit.SignIn;
import io.github.cookiecharter.goal.ParameterException;
import io.github.cookiecharter.model.diagnostic.SafeText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the parameter {@code audit.login}: one step in each line, or between semicolons. */
final class SignInScript {

    private static final Pattern STEP =
            Pattern.compile("(open|click|wait)\\s+(.+)|fill\\s+(.+?)\\s+with\\s+(env|property):(\\S+)");

    private SignInScript() {}

    /**
     * Reads the steps, with the secrets that they name.
     *
     * @throws ParameterException if a step cannot be read, or a secret is missing
     */
    static List<SignIn.Step> read(String text, AuditRequest.AuditConsole console) throws ParameterException {
        List<SignIn.Step> steps = new ArrayList<>();
        for (String line : text.split("[;\\r\\n]", -1)) {
            if (!line.isBlank()) {
                steps.add(step(line.strip(), console));
            }
        }
        if (!steps.isEmpty() && steps.get(steps.size() - 1).act() != SignIn.Act.WAIT) {
            throw new ParameterException(
                    "audit.login",
                    "does not say how a visitor who is signed in is known",
                    "end it with 'wait' and a CSS selector that only such a visitor sees");
        }
        return steps;
    }

    private static SignIn.Step step(String line, AuditRequest.AuditConsole console) throws ParameterException {
        Matcher step = STEP.matcher(line);
        if (!step.matches()) {
            // A line that is wrong may contain a secret, so only its first word is shown.
            throw new ParameterException(
                    "audit.login",
                    "has a step that begins with " + SafeText.quote(line.split("\\s", 2)[0]) + ", which cannot be read",
                    "write 'open /path', 'fill SELECTOR with env:NAME' or 'with property:NAME', 'click SELECTOR', or"
                            + " 'wait SELECTOR'");
        }
        if (step.group(1) == null) {
            String secret = console.secret(step.group(4), step.group(5))
                    .orElseThrow(() -> new ParameterException(
                            "audit.login",
                            "asks for the " + (step.group(4).equals("env") ? "environment variable " : "property ")
                                    + step.group(5) + ", which is not set",
                            "set it for this build"));
            return new SignIn.Step(SignIn.Act.FILL, step.group(3), secret);
        }
        return new SignIn.Step(
                SignIn.Act.valueOf(step.group(1).toUpperCase(Locale.ROOT)),
                step.group(2).strip(),
                "");
    }
}
