package io.clearhold.ledger.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clearhold.ledger.fixture.Seeds;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The stored tree beside the standard's own recursive definition, at every size. */
class MerkleTreeTest {
    private static final int SIZES = 260;

    /** The leaves that implementations of the standard publish roots of, and these roots. */
    private static final String[] PUBLISHED_LEAVES = {
        "",
        "00",
        "10",
        "2021",
        "3031",
        "40414243",
        "5051525354555657",
        "606162636465666768696a6b6c6d6e6f"
    };

    private static final String[] PUBLISHED_ROOTS = {
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
        "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
        "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
        "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
        "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"
    };

    @TempDir Path folder;

    @Test
    void shouldHaveThePublishedRoots() throws IOException {
        try (TreeFiles tree = new TreeFiles(folder, 0)) {
            TreeHash hash = new TreeHash();
            TreeEdge edge = new TreeEdge();
            for (int size = 0; size <= PUBLISHED_LEAVES.length; size++) {
                assertThat(HexFormat.of().formatHex(edge.root())).isEqualTo(PUBLISHED_ROOTS[size]);
                assertThat(new TreeProofs(tree).root(size)).isEqualTo(edge.root());
                if (size < PUBLISHED_LEAVES.length) {
                    byte[] leaf = hash.leaf(HexFormat.of().parseHex(PUBLISHED_LEAVES[size]));
                    edge.append(leaf);
                    tree.append(leaf);
                    tree.flush();
                }
            }
        }
    }

    @Test
    void shouldProveInclusionAndConsistencyAsTheStandardDefinesThem() {
        Seeds.forEach(
                1,
                random -> {
                    List<byte[]> leaves = leaves(SIZES, random);
                    try (TreeFiles tree = tree(leaves)) {
                        TreeProofs proofs = new TreeProofs(tree);
                        for (int size = 1; size <= SIZES; size++) {
                            List<byte[]> part = leaves.subList(0, size);
                            byte[] root = PlainTree.root(part);
                            assertThat(proofs.root(size)).isEqualTo(root);
                            for (int i = 0; i < size; i++) {
                                List<byte[]> path = proofs.inclusion(i, size);
                                assertSame(path, PlainTree.path(i, part));
                                byte[] leaf = PlainTree.leaf(leaves.get(i));
                                assertThat(PlainTree.climb(leaf, i, size, path)).isEqualTo(root);
                                assertSame(
                                        proofs.consistency(i + 1, size),
                                        PlainTree.proof(i + 1, part));
                            }
                        }
                    }
                });
    }

    @Test
    void shouldProveNothingOfWhatIsNotThere() throws IOException {
        try (TreeFiles tree = tree(List.of(new byte[1], new byte[2]))) {
            TreeProofs proofs = new TreeProofs(tree);
            assertThatThrownBy(() -> proofs.inclusion(2, 2))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> proofs.inclusion(-1, 2))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> proofs.consistency(0, 2))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> proofs.consistency(3, 2))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void shouldGoOnWhereItsFilesEnd() {
        Seeds.forEach(
                20,
                random -> {
                    Path own = Files.createTempDirectory(folder, "tree");
                    List<byte[]> leaves = leaves(1 + random.nextInt(4_000), random);
                    int known = random.nextInt(leaves.size() + 1);
                    try (TreeFiles tree = new TreeFiles(own, 0)) {
                        append(tree, leaves.subList(0, known));
                        tree.force();
                    }
                    damage(own, random);

                    try (TreeFiles tree = new TreeFiles(own, known)) {
                        int size = Math.toIntExact(tree.size());
                        assertThat(size).isLessThanOrEqualTo(known);
                        assertThat(new TreeProofs(tree).root(size))
                                .isEqualTo(PlainTree.root(leaves.subList(0, size)));
                        append(tree, leaves.subList(size, leaves.size()));
                        assertThat(new TreeProofs(tree).root(leaves.size()))
                                .isEqualTo(PlainTree.root(leaves));
                    }
                });
    }

    /** As a crash or a person may leave it: a file is shorter, or away. */
    private static void damage(Path own, Random random) throws IOException {
        int level = random.nextInt(12);
        Path file = own.resolve("level-%02d".formatted(level));
        if (Files.exists(file)) {
            if (random.nextBoolean()) {
                Files.delete(file);
            } else {
                try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                    channel.truncate((long) (channel.size() * random.nextDouble()));
                }
            }
        }
    }

    private TreeFiles tree(List<byte[]> leaves) throws IOException {
        TreeFiles tree = new TreeFiles(Files.createTempDirectory(folder, "tree"), 0);
        append(tree, leaves);
        return tree;
    }

    private static void append(TreeFiles tree, List<byte[]> leaves) throws IOException {
        TreeHash hash = new TreeHash();
        for (byte[] leaf : leaves) {
            tree.append(hash.leaf(leaf));
        }
        tree.flush();
    }

    private static List<byte[]> leaves(int count, Random random) {
        List<byte[]> leaves = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            byte[] leaf = new byte[random.nextInt(40)];
            random.nextBytes(leaf);
            leaves.add(leaf);
        }
        return leaves;
    }

    private static void assertSame(List<byte[]> proof, List<byte[]> expected) {
        assertThat(proof).hasSameSizeAs(expected);
        for (int i = 0; i < proof.size(); i++) {
            assertThat(proof.get(i)).isEqualTo(expected.get(i));
        }
    }
}
