import io.github.cookiecharter.Generation;
import io.github.cookiecharter.GenerationRequest;
import io.github.cookiecharter.GenerationResult;
import io.github.cookiecharter.RuleParameters;
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
        GenerationRequest request = new GenerationRequest(new GenerationRequest.Module(out, "default", Set.of("default"), Set.of(), claims, "0.1.0-SNAPSHOT"),Path.of(args[0]),new RuleParameters("never", Map.of(), "", out),new GenerationRequest.ArtefactChoice(List.of("policy", "banner", "constants"),"com.example.Cookies",Optional.empty()),new GenerationRequest.ServedAddress("cookie-charter","/"),new GenerationRequest.OutputDirectories(out.resolve("web"),out.resolve("sources"),out.resolve("reports"),Optional.empty()));
        long start = System.nanoTime();
        GenerationResult result = Generation.run(request);
        double milliseconds = (System.nanoTime() - start) / 1e6;
        if (!(result instanceof GenerationResult.Done)) {
            throw new IllegalStateException(result.toString());
        }
        System.out.println(milliseconds);
    }
}
