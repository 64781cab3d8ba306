package mainline.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/** How large a thing may grow before it is two. */
class SizesTest {
    private static final int LONGEST_FILE = 300;
    private static final int LONGEST_METHOD = 30;
    private static final int MOST_GIVEN = 9;
    private static final List<Method> METHODS = read();

    /** Tables: what they list is as long as there is of it. */
    private static final Set<String> TABLES = Set.of("look/Icons");

    /** @param lines between its braces */
    private record Method(String file, String name, boolean makesAComponent, int parameters, int lines) {}

    @Test
    void no_file_is_longer_than_300_lines() {
        assertThat(Sources.ending(".java"))
                .filteredOn(file -> Sources.text(file).lines().count() > LONGEST_FILE)
                .isEmpty();
    }

    @Test
    void half_of_all_files_have_60_lines_at_most_and_nine_in_ten_180() {
        List<Long> lines = Sources.ending(".java").stream()
                .map(file -> Sources.text(file).lines().count())
                .sorted()
                .toList();
        assertThat(lines.get(lines.size() / 2)).isLessThanOrEqualTo(60);
        assertThat(lines.get(lines.size() * 9 / 10)).isLessThanOrEqualTo(180);
    }

    @Test
    void no_method_is_longer_than_30_lines_and_nine_in_ten_have_a_dozen_at_most() {
        assertThat(METHODS)
                .filteredOn(method -> method.lines() > LONGEST_METHOD && !TABLES.contains(method.file()))
                .isEmpty();
        List<Integer> lines = METHODS.stream().map(Method::lines).sorted().toList();
        assertThat(lines.get(lines.size() * 9 / 10)).isLessThanOrEqualTo(12);
    }

    /** Who needs more than nine others does more than one thing. */
    @Test
    void nobody_is_given_more_than_nine_others() {
        assertThat(METHODS)
                .filteredOn(method -> method.makesAComponent() && method.parameters() > MOST_GIVEN)
                .isEmpty();
    }

    private static List<Method> read() {
        var compiler = ToolProvider.getSystemJavaCompiler();
        List<Method> methods = new ArrayList<>();
        try (var files = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            var sources = files.getJavaFileObjectsFromPaths(Sources.ending(".java"));
            var task = (JavacTask) compiler.getTask(null, files, found -> {}, List.of(), null, sources);
            SourcePositions positions = Trees.instance(task).getSourcePositions();
            for (CompilationUnitTree unit : task.parse()) new Reading(unit, positions, methods).scan(unit, null);
        } catch (IOException broken) {
            throw new java.io.UncheckedIOException(broken);
        }
        return methods;
    }

    private static final class Reading extends TreeScanner<Void, Void> {
        private final CompilationUnitTree unit;
        private final SourcePositions positions;
        private final List<Method> methods;
        private boolean inRecord;

        Reading(CompilationUnitTree unit, SourcePositions positions, List<Method> methods) {
            this.unit = unit;
            this.positions = positions;
            this.methods = methods;
        }

        @Override
        public Void visitClass(ClassTree type, Void nothing) {
            boolean before = inRecord;
            inRecord = type.getKind() == Tree.Kind.RECORD;
            super.visitClass(type, nothing);
            inRecord = before;
            return null;
        }

        @Override
        public Void visitMethod(MethodTree method, Void nothing) {
            if (method.getBody() != null) methods.add(measured(method));
            return super.visitMethod(method, nothing);
        }

        private Method measured(MethodTree method) {
            long first = line(positions.getStartPosition(unit, method.getBody()));
            long last = line(positions.getEndPosition(unit, method.getBody()));
            boolean made = method.getName().contentEquals("<init>");
            Path file = Sources.ROOT
                    .toAbsolutePath()
                    .relativize(Path.of(unit.getSourceFile().toUri()));
            return new Method(
                    file.toString().replaceFirst("\\.java$", ""),
                    method.getName().toString(),
                    made && !inRecord,
                    method.getParameters().size(),
                    // What a constructor only keeps is no length of its own.
                    made ? 0 : (int) Math.max(1, last - first - 1));
        }

        private long line(long position) {
            return position < 0 ? 0 : unit.getLineMap().getLineNumber(position);
        }
    }
}
