package io.github.cookiecharter.maven;

import io.github.cookiecharter.output.Outputs;
import java.util.List;
import java.util.Optional;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.plugin.MojoExecution;
import org.codehaus.plexus.util.xml.Xpp3Dom;

/**
 * Finds the execution that a tool repeats without its id: {@code quarkus:dev} and other tools that embed Maven's plugins call
 * goals with the configuration of an execution alone. Without its id, the execution's files would seem to be another's.
 */
final class UnnamedExecution {

    private UnnamedExecution() {}

    /** Returns the id of the pom's execution of this goal whose configuration is most like this; else that of the command line. */
    static String id(MojoExecution execution, Optional<Plugin> plugin) {
        String best = Outputs.FROM_COMMAND_LINE;
        int most = -1;
        if (plugin.isPresent()) {
            for (PluginExecution each : plugin.get().getExecutions()) {
                int equal = each.getGoals().contains(execution.getGoal())
                        ? countEqual(each.getConfiguration(), execution.getConfiguration())
                        : -1;
                if (equal > most) {
                    most = equal;
                    best = each.getId();
                }
            }
        }
        return best;
    }

    // A tool may leave out what the goal does not know, so only what differs speaks against an execution; -1 if any
    // does.
    private static int countEqual(Object written, Xpp3Dom called) {
        if (!(written instanceof Xpp3Dom configuration) || called == null) {
            return 0;
        }
        int equal = 0;
        for (Xpp3Dom parameter : configuration.getChildren()) {
            Xpp3Dom other = called.getChild(parameter.getName());
            if (other != null && !isEqual(parameter, other)) {
                return -1;
            }
            equal += other == null ? 0 : 1;
        }
        return equal;
    }

    /** Returns whether a configuration gives one of these parameters another value than the configuration of a call. */
    static boolean differs(Object written, Xpp3Dom called, List<String> parameters) {
        if (!(written instanceof Xpp3Dom configuration) || called == null) {
            return false;
        }
        for (String name : parameters) {
            Xpp3Dom own = configuration.getChild(name);
            Xpp3Dom other = called.getChild(name);
            if (own != null && (other == null || !isEqual(own, other))) {
                return true;
            }
        }
        return false;
    }

    // By element, value and order; Maven adds attributes, such as the default value.
    private static boolean isEqual(Xpp3Dom one, Xpp3Dom other) {
        boolean equal = one.getName().equals(other.getName())
                && value(one).equals(value(other))
                && one.getChildCount() == other.getChildCount();
        for (int i = 0; i < one.getChildCount() && equal; i++) {
            equal = isEqual(one.getChild(i), other.getChild(i));
        }
        return equal;
    }

    private static String value(Xpp3Dom element) {
        return element.getValue() == null ? "" : element.getValue().trim();
    }
}
