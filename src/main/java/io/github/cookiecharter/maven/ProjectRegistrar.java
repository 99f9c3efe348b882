package io.github.cookiecharter.maven;

import io.github.cookiecharter.goal.GenerateRequest;
import io.github.cookiecharter.goal.part.ShippedPart;
import io.github.cookiecharter.output.ResourceCopies;
import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.maven.model.Resource;
import org.apache.maven.project.MavenProject;

/** Registers generated sources and resources with the Maven project. No other class changes the project. */
final class ProjectRegistrar {

    private final MavenProject project;

    ProjectRegistrar(MavenProject project) {
        this.project = project;
    }

    /** Returns the copy that the resources plugin makes of the generated resources. */
    static Optional<ResourceCopies> copies(MavenProject project, File resources) {
        Path classes = Path.of(project.getBuild().getOutputDirectory());
        return Optional.of(new ResourceCopies(resources.toPath().normalize(), classes.normalize()));
    }

    /**
     * Registers the folders that the later phases of this build need, whether or not this run wrote anything.
     *
     * @param resources the folder of the generated resources; ignored if the web root lies elsewhere
     */
    void register(GenerateRequest request, Path resources) {
        boolean web = false;
        for (String artefact : request.artefacts().words()) {
            if (artefact.trim().equals("constants")) {
                project.addCompileSourceRoot(request.directories().sources().toString());
            } else {
                web = true;
            }
        }
        Path folder = resources.normalize();
        boolean holdsWeb = web && request.directories().web().startsWith(folder);
        boolean holdsPart = folder.resolve(ShippedPart.FOLDER).toFile().isDirectory();
        if ((holdsWeb || holdsPart) && !hasResources(folder.toString())) {
            Resource resource = new Resource();
            resource.setDirectory(folder.toString());
            project.addResource(resource);
        }
    }

    private boolean hasResources(String directory) {
        for (Resource resource : project.getResources()) {
            if (directory.equals(resource.getDirectory())) {
                return true;
            }
        }
        return false;
    }
}
