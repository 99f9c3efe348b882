import io.github.cookiecharter.goal.GenerateGoal;
import io.github.cookiecharter.goal.GenerateRequest;
import io.github.cookiecharter.goal.GoalResult;
import io.github.cookiecharter.goal.RuleParameters;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Generates once in a cold JVM, without Maven, and prints the milliseconds: what happens inside the Mojo. */
public final class GenerationAlone {

    private GenerationAlone() {}

    public static void main(String[] args) throws Exception {
        Path out = Files.createDirectories(Path.of(args[1]));
        Map<String, String> claims = new ConcurrentHashMap<>();
        GenerateRequest request = new GenerateRequest(
                new GenerateRequest.Module(out, "default", Set.of("default"), Set.of(), claims, "0.1.0-SNAPSHOT"),
                Path.of(args[0]),
                new RuleParameters("never", Map.of(), "", out),
                new GenerateRequest.ArtefactChoice(
                        List.of("policy", "banner", "constants"), "com.example.Cookies", Optional.empty()),
                new GenerateRequest.ServedAddress("cookie-charter", "/"),
                new GenerateRequest.OutputDirectories(
                        out.resolve("web"), out.resolve("sources"), out.resolve("reports"), Optional.empty()));
        long start = System.nanoTime();
        GoalResult result = GenerateGoal.run(request);
        double milliseconds = (System.nanoTime() - start) / 1e6;
        if (!(result instanceof GoalResult.Done)) {
            throw new IllegalStateException(result.toString());
        }
        System.out.println(milliseconds);
    }
}
