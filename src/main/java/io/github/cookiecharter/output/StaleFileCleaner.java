package io.github.cookiecharter.output;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.NavigableSet;
import java.util.Optional;

/** Removes files and folders that a state lists, as far as they are still as they were left. */
final class StaleFileCleaner {

    private final OutputLayout layout;

    StaleFileCleaner(OutputLayout layout) {
        this.layout = layout;
    }

    /**
     * Removes a file and what the build has copied of it. What somebody has changed since is theirs and stays.
     *
     * @param roots the folders below one of which it must lie
     * @return whether a file was removed
     */
    boolean remove(String file, OutputState.FileStamp stamp, NavigableSet<String> roots) throws OutputException {
        Path path = layout.locate(file);
        try {
            for (String root : roots) {
                Path folder = layout.locate(root);
                if (path.startsWith(folder) && !path.equals(folder) && !OutputLayout.leavesRoot(folder, path)) {
                    boolean own = stamp.equals(OutputState.FileStamp.PENDING) || FileStamps.isUnchanged(path, stamp);
                    if (!own || !Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
                        return false;
                    }
                    removeCopy(path);
                    return Files.deleteIfExists(path);
                }
            }
            return false;
        } catch (IOException e) {
            throw IoErrors.cannotWrite(path, e);
        }
    }

    // A copy with other bytes is somebody else's.
    private void removeCopy(Path path) throws IOException, OutputException {
        Optional<Path> copy = layout.copies().flatMap(copies -> copies.copyOf(path));
        if (copy.isPresent()
                && !OutputLayout.leavesRoot(layout.copies().get().to(), copy.get())
                && FileStamps.hasContent(copy.get(), Files.readAllBytes(path))) {
            Files.delete(copy.get());
        }
    }

    /** Removes those of the folders that are empty, and forgets them and those that are gone. */
    void removeEmptyFolders(NavigableSet<String> folders, NavigableSet<String> roots) throws OutputException {
        for (String folder : new ArrayList<>(folders.descendingSet())) {
            Path path = layout.locate(folder);
            try {
                if (!Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS) || leavesRoots(path, roots)) {
                    folders.remove(folder);
                } else if (isEmpty(path)) {
                    Files.delete(path);
                    folders.remove(folder);
                }
            } catch (NoSuchFileException | DirectoryNotEmptyException e) {
                // Somebody else was faster: the folder is theirs.
                folders.remove(folder);
            } catch (IOException e) {
                throw IoErrors.cannotWrite(path, e);
            }
        }
    }

    private boolean leavesRoots(Path path, NavigableSet<String> roots) throws OutputException {
        for (String root : roots) {
            if (path.startsWith(layout.locate(root)) && OutputLayout.leavesRoot(layout.locate(root), path)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isEmpty(Path folder) {
        String[] names = folder.toFile().list();
        return names != null && names.length == 0;
    }
}
