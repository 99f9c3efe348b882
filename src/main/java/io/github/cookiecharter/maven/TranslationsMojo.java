package io.github.cookiecharter.maven;

import io.github.cookiecharter.goal.GoalResult;
import io.github.cookiecharter.goal.TranslationsGoal;
import io.github.cookiecharter.goal.TranslationsRequest;
import io.github.cookiecharter.output.OutputException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Lists the texts that the site's languages lack: the declaration's own, and the built-in ones of a language that has
 * none. For each incomplete language it writes {@code translations/cookies.<language>.yaml} below the reports, with the
 * fallback in use: translate it, and put the file beside the declaration.
 *
 * @since 0.1.0
 */
@Mojo(name = "translations", threadSafe = true)
@SuppressWarnings("NullAway.Init") // Maven sets the fields
public final class TranslationsMojo extends AbstractCharterMojo {

    /**
     * Skips a module without the declaration, with one line, whatever its path; {@code false} by default. Example:
     * {@code <skipIfMissing>true</skipIfMissing>} in the pom of a parent.
     * @since 0.1.0
     */
    @Parameter(property = "cookie-charter.skipIfMissing", defaultValue = "false")
    private boolean skipIfMissing;

    @Override
    String consequence() {
        return "nothing was listed";
    }

    @Override
    GoalResult run() throws OutputException {
        return TranslationsGoal.run(new TranslationsRequest(
                folder(),
                declaration(),
                isDeclarationOptional(skipIfMissing),
                buildRoot(),
                dependencies(),
                reportsDirectory().resolve("translations")));
    }
}
