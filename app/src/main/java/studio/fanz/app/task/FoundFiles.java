package studio.fanz.app.task;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import studio.fanz.core.job.JobContext;

/// The files that were named, and all below the folders that were named, each once; hidden ones below folders
/// are left out, links to folders are not followed.
final class FoundFiles {

    private FoundFiles() {}

    static List<Path> below(List<Path> named, JobContext job) {
        Set<Path> files = new LinkedHashSet<>();
        for (Path path : named) {
            Path whole = path.toAbsolutePath().normalize();
            if (Files.isDirectory(whole)) {
                files.addAll(inside(whole, job));
            } else {
                files.add(whole);
            }
        }
        return List.copyOf(files);
    }

    private static List<Path> inside(Path folder, JobContext job) {
        var found = new ArrayList<Path>();
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes attributes) {
                    job.checkpoint();
                    boolean hidden = !dir.equals(folder) && isHidden(dir);
                    return hidden ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (!isHidden(file) && Files.isRegularFile(file)) {
                        found.add(file);
                    }
                    return FileVisitResult.CONTINUE;
                }

                /// What may not be looked into is met as a file, and refused with its reason.
                @Override
                public FileVisitResult visitFileFailed(Path file, IOException e) {
                    found.add(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path dir, @Nullable IOException e) {
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            found.add(folder);
        }
        found.sort(null);
        return found;
    }

    private static boolean isHidden(Path path) {
        return path.getFileName().toString().startsWith(".");
    }
}
