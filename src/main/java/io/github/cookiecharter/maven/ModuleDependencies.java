package io.github.cookiecharter.maven;

import io.github.cookiecharter.goal.part.DependencyParts;
import io.github.cookiecharter.output.OutputException;
import java.nio.file.Path;
import javax.inject.Provider;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Dependency;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.resolution.ArtifactRequest;
import org.eclipse.aether.resolution.ArtifactResolutionException;

/** Resolves those dependencies of a module that its declaration includes, one by one, and no others. */
final class ModuleDependencies implements DependencyParts {

    private final MavenProject project;
    private final MavenSession session;
    private final Provider<RepositorySystem> repositories;

    ModuleDependencies(MavenProject project, MavenSession session, Provider<RepositorySystem> repositories) {
        this.project = project;
        this.session = session;
        this.repositories = repositories;
    }

    @Override
    public Path locate(String groupId, String artifactId) throws OutputException {
        for (Dependency dependency : project.getDependencies()) {
            boolean isNamed = dependency.getGroupId().equals(groupId)
                    && dependency.getArtifactId().equals(artifactId);
            if (isNamed
                    && (dependency.getClassifier() == null
                            || dependency.getClassifier().isEmpty())) {
                return resolve(dependency);
            }
        }
        throw new OutputException("is no dependency in the module's pom: add it there, or remove it here");
    }

    private Path resolve(Dependency dependency) throws OutputException {
        DefaultArtifact artifact = new DefaultArtifact(
                dependency.getGroupId(), dependency.getArtifactId(), "jar", dependency.getVersion());
        try {
            return repositories
                    .get()
                    .resolveArtifact(
                            session.getRepositorySession(),
                            new ArtifactRequest(artifact, project.getRemoteProjectRepositories(), null))
                    .getArtifact()
                    .getFile()
                    .toPath();
        } catch (ArtifactResolutionException e) {
            throw new OutputException(
                    "cannot be resolved: where it is a module of the same build, build it up to the phase"
                            + " process-classes; " + e.getMessage(),
                    e);
        }
    }
}
