import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.cyclonedx.Version;
import org.cyclonedx.exception.ParseException;
import org.cyclonedx.generators.BomGeneratorFactory;
import org.cyclonedx.model.Bom;
import org.cyclonedx.model.Component;
import org.cyclonedx.model.Dependency;
import org.cyclonedx.parsers.JsonParser;
import org.cyclonedx.parsers.XmlParser;

/**
 * Makes one bill of materials out of three: that of the shaded libraries, which CycloneDX's Maven plugin has written, that of
 * the bundled scripts' packages, which npm has written, and what those scripts are known to contain, which somebody has read
 * in their build files. Arguments: the Maven plugin's document without its extension, which is overwritten as JSON and as
 * XML, npm's, the folder of what was read, a document {@code <package>.cdx.json} each, and the time that the build gives
 * all that it makes.
 */
public final class Sbom {

    private static final Version VERSION = Version.VERSION_16;

    private Sbom() {}

    public static void main(String[] args) throws Exception {
        Path json = Path.of(args[0] + ".json");
        Path xml = Path.of(args[0] + ".xml");
        if (Files.notExists(json)) {
            throw new IllegalStateException(json + " is missing: offline, CycloneDX's Maven plugin writes none. Run Maven without -o");
        }
        Bom bom = read(json);
        for (Component script : bundled(read(Path.of(args[1])))) {
            Path inside = Path.of(args[2]).resolve(script.getName() + ".cdx.json");
            if (Files.exists(inside)) {
                script.setComponents(contents(script, read(inside)));
            }
            add(script, bom);
        }
        // The Maven plugin leaves the time out where the build has one of its own, and the parser puts the clock's in.
        bom.getMetadata().setTimestamp(Date.from(Instant.parse(args[3])));
        Files.writeString(json, BomGeneratorFactory.createJson(VERSION, bom).toJsonString());
        Files.writeString(xml, BomGeneratorFactory.createXml(VERSION, bom).toXmlString());
        valid(json, new JsonParser().validate(json.toFile(), VERSION));
        valid(xml, new XmlParser().validate(xml.toFile(), VERSION));
    }

    private static Bom read(Path file) throws ParseException {
        return new JsonParser().parse(file.toFile());
    }

    // The packages that the project names, and not those that they name in turn: klaro lists the tools of its own build.
    private static List<Component> bundled(Bom npm) {
        List<String> named = new ArrayList<>();
        for (Dependency each : npm.getDependencies()) {
            if (each.getRef().equals(npm.getMetadata().getComponent().getBomRef())) {
                each.getDependencies().forEach(dependency -> named.add(dependency.getRef()));
            }
        }
        List<Component> bundled = new ArrayList<>(npm.getComponents());
        bundled.removeIf(component -> !named.contains(component.getBomRef()));
        if (bundled.isEmpty()) {
            throw new IllegalStateException("npm's document lists none of the packages that package.json names");
        }
        return bundled;
    }

    private static List<Component> contents(Component script, Bom read) {
        Component about = read.getMetadata().getComponent();
        if (!about.getVersion().equals(script.getVersion())) {
            throw new IllegalStateException("What is in " + script.getName() + " was read for version "
                    + about.getVersion() + ", and bundled is " + script.getVersion() + ": read its build files anew");
        }
        return read.getComponents();
    }

    private static void add(Component script, Bom bom) {
        script.setBomRef(script.getPurl());
        script.setProperties(null);
        bom.addComponent(script);
        bom.addDependency(new Dependency(script.getPurl()));
        String plugin = bom.getMetadata().getComponent().getBomRef();
        for (Dependency each : bom.getDependencies()) {
            if (each.getRef().equals(plugin)) {
                each.addDependency(new Dependency(script.getPurl()));
            }
        }
    }

    private static void valid(Path file, List<ParseException> faults) {
        if (!faults.isEmpty()) {
            throw new IllegalStateException(file.getFileName() + " is not what CycloneDX's schema asks for: " + faults);
        }
    }
}
