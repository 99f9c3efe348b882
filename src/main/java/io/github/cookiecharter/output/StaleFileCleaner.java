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

/** Removes files and folders that a state lists, unless they have changed since. */
final class StaleFileCleaner {

    private final OutputLayout layout;

    StaleFileCleaner(OutputLayout layout) {
        this.layout = layout;
    }

    /**
     * Removes a file and its copy. A file that was changed since it was written stays.
     *
     * @param roots the folders in which files may be removed
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

    // A copy with other bytes is not ours.
    private void removeCopy(Path path) throws IOException, OutputException {
        Optional<Path> copy = layout.copies().flatMap(copies -> copies.copyOf(path));
        if (copy.isPresent()
                && !OutputLayout.leavesRoot(layout.copies().get().to(), copy.get())
                && FileStamps.hasContent(copy.get(), Files.readAllBytes(path))) {
            Files.delete(copy.get());
        }
    }

    /** Removes the empty ones of these folders, and drops them and missing ones from the set. */
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
                // Another process uses or removed the folder: it is no longer ours.
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
