package io.github.cookiecharter.output;

import io.github.cookiecharter.model.PercentEncoding;
import java.io.File;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The folder with the state of each execution of a module, and the lock between builds. */
final class StateFolder {

    private static final String EXTENSION = ".state";
    private static final String STAGING = ".staging";
    private static final String LOCK = ".lock";
    private static final String PLAIN = "abcdefghijklmnopqrstuvwxyz0123456789-_";
    private static final long RETRY_MILLIS = 50;

    private final Path path;
    private final String suffix;
    private final Set<String> knownNames = new HashSet<>();

    /**
     * Creates the folder of a module's states.
     *
     * @param base the module's folder
     * @param known the ids of the module's executions
     */
    StateFolder(Path path, Path base, Set<String> known) {
        this.path = path;
        this.suffix = suffixFor(path, base);
        for (String execution : known) {
            knownNames.add(name(execution));
        }
    }

    // Modules that share one folder get distinct suffixes; the usual folder below the module needs none.
    private static String suffixFor(Path path, Path base) {
        if (path.startsWith(base)) {
            return EXTENSION;
        }
        boolean related = path.getRoot() != null && path.getRoot().equals(base.getRoot());
        String from = (related ? path.relativize(base) : base).toString().replace('\\', '/');
        return "@" + Integer.toHexString(from.hashCode()) + EXTENSION;
    }

    // Only characters that every file system distinguishes are kept: capital letters are not on Windows and macOS.
    private String name(String execution) {
        return PercentEncoding.encode(execution, PLAIN).toLowerCase(Locale.ROOT) + suffix;
    }

    /** Returns whether a killed build left staged files, or a removed execution left its state. */
    boolean needsCleanUp() {
        String[] names = path.toFile().list();
        if (names != null) {
            for (String name : names) {
                if (name.equals(STAGING) || (belongsToModule(name) && !knownNames.contains(name))) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean belongsToModule(String name) {
        return name.endsWith(suffix) && (suffix.charAt(0) == '@' || name.indexOf('@') < 0);
    }

    Optional<OutputState> read(String execution) throws OutputException {
        return readFile(path.resolve(name(execution)));
    }

    /** Returns the state files of executions that were removed from the module. */
    List<Path> orphanedStates() {
        List<Path> orphans = new ArrayList<>();
        String[] names = path.toFile().list();
        if (names != null) {
            for (String name : names) {
                if (belongsToModule(name) && !knownNames.contains(name)) {
                    orphans.add(path.resolve(name));
                }
            }
        }
        return orphans;
    }

    /** Returns the state files of the module's other executions. */
    List<Path> otherStates(String execution) {
        List<Path> others = new ArrayList<>();
        String own = name(execution);
        String[] names = path.toFile().list();
        if (names != null) {
            for (String name : names) {
                if (belongsToModule(name) && !name.equals(own)) {
                    others.add(path.resolve(name));
                }
            }
        }
        return others;
    }

    Optional<OutputState> readFile(Path file) throws OutputException {
        File plain = file.toFile();
        if (!plain.exists()) {
            return Optional.empty();
        }
        try {
            return OutputState.parse(Files.readAllBytes(file));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new OutputException("the file " + file + " cannot be read: check its permissions, or delete it", e);
        }
    }

    Path stateFile(String execution) {
        return path.resolve(name(execution));
    }

    Path staging() {
        return path.resolve(STAGING);
    }

    /**
     * Locks the module for other builds until the returned lock is closed.
     *
     * @param timeoutMillis how long to wait for another build
     * @throws OutputException if the other build does not end in time
     */
    Outputs.OutputLock lock(long timeoutMillis) throws OutputException {
        try {
            Files.createDirectories(path);
            FileChannel channel =
                    FileChannel.open(path.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            long deadline = System.nanoTime() + timeoutMillis * 1_000_000;
            while (!tryLock(channel)) {
                if (System.nanoTime() - deadline > 0) {
                    channel.close();
                    throw new OutputException("another build of this module is writing to " + path
                            + ": wait until it has ended, then build again");
                }
                Thread.sleep(RETRY_MILLIS);
            }
            return new ChannelLock(channel);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OutputException("the build was interrupted while it waited for another one", e);
        } catch (IOException e) {
            throw IoErrors.cannotWrite(path, e);
        }
    }

    private record ChannelLock(FileChannel channel) implements Outputs.OutputLock {

        // Closing the channel gives the lock back.
        @Override
        public void close() throws OutputException {
            try {
                channel.close();
            } catch (IOException e) {
                throw new OutputException("the lock of this module's build could not be released: build again", e);
            }
        }
    }

    private static boolean tryLock(FileChannel channel) {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false;
        } catch (IOException e) {
            // The file system has no locks, as some network mounts: builds there run without one.
            return true;
        }
    }
}
