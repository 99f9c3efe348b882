package io.github.cookiecharter.goal.part;

import io.github.cookiecharter.output.OutputException;
import java.nio.file.Path;

/** Finds the files of the module's dependencies. */
@FunctionalInterface
public interface DependencyParts {

    /**
     * Returns the jar of a dependency, or the folder of its classes where it is a module of the same build.
     *
     * @throws OutputException if there is none; the message is the end of a sentence that begins with the dependency
     */
    Path locate(String groupId, String artifactId) throws OutputException;

    /** Returns what finds none, where no module is built. */
    static DependencyParts none() {
        return new None();
    }

    /** A class and no lambda, since each build creates one. */
    final class None implements DependencyParts {

        @Override
        public Path locate(String groupId, String artifactId) throws OutputException {
            throw new OutputException("cannot be included here: this goal knows no dependencies");
        }
    }
}
