package org.shuqi.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The tree is that of RFC 6962, and its proofs convince whoever checks them, of nothing but the truth. */
class MerkleTest {

    /** The reference inputs of Certificate Transparency. */
    private static final List<byte[]> REFERENCE = Stream.of(
                    "", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f")
            .map(HexFormat.of()::parseHex)
            .map(Merkle::leaf)
            .toList();

    private static final List<String> ROOTS = List.of(
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
            "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
            "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
            "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
            "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
            "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

    @Test
    void theReferenceInputsHaveTheReferenceRoots() {
        var tree = tree(REFERENCE);

        for (var size = 0; size < ROOTS.size(); size++) {
            assertThat(Hex.of(tree.root(size))).isEqualTo(ROOTS.get(size));
        }
    }

    @Test
    void theReferenceInputsHaveTheReferencePaths() {
        var tree = tree(REFERENCE);

        assertThat(Hex.of(tree.inclusion(0, 1))).isEmpty();
        assertThat(Hex.of(tree.inclusion(0, 8)))
                .containsExactly(
                        "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
                        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                        "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4");
        assertThat(Hex.of(tree.inclusion(5, 8)))
                .containsExactly(
                        "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
                        "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
                        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7");
        assertThat(Hex.of(tree.inclusion(2, 3)))
                .containsExactly("fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125");
        assertThat(Hex.of(tree.consistency(3, 8)))
                .containsExactly(
                        "0298d122906dcfc10892cb53a73992fc5b9f493ea4c9badb27b791b4127a7fe7",
                        "07506a85fd9dd2f120eb694f86011e5bb4662e5c415a62917033d4a9624487e7",
                        "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
                        "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4");
        assertThat(Hex.of(tree.consistency(6, 8)))
                .containsExactly(
                        "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
                        "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
                        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7");
    }

    @Test
    void everyProofOfEveryTreeUpToAHundredConvinces() {
        var leaves = leaves(100);
        var tree = tree(leaves);

        for (var size = 1; size <= leaves.size(); size++) {
            var root = Merkle.root(leaves.subList(0, size));
            assertThat(tree.root(size)).isEqualTo(root);
            for (var leaf = 0; leaf < size; leaf++) {
                assertThat(Paths.includes(leaf, size, leaves.get(leaf), tree.inclusion(leaf, size), root))
                        .isTrue();
                assertThat(Paths.extend(leaf + 1, tree.root(leaf + 1), size, root, tree.consistency(leaf + 1, size)))
                        .isTrue();
            }
        }
    }

    @Test
    void aTreeOfManyTilesIsTheSameAsOneThatIsComputedWhole() {
        var leaves = leaves(5_000);
        var tree = tree(leaves);
        var random = random();

        for (var turn = 0; turn < 60; turn++) {
            var size = 1 + random.nextInt(leaves.size());
            var root = Merkle.root(leaves.subList(0, size));
            var leaf = random.nextInt(size);

            assertThat(tree.root(size)).isEqualTo(root);
            assertThat(Paths.includes(leaf, size, leaves.get(leaf), tree.inclusion(leaf, size), root))
                    .isTrue();
            assertThat(Paths.extend(leaf + 1, tree.root(leaf + 1), size, root, tree.consistency(leaf + 1, size)))
                    .isTrue();
        }
    }

    @Test
    void noProofConvincesOfAnythingElse() {
        var leaves = leaves(300);
        var tree = tree(leaves);
        var random = random();

        for (var turn = 0; turn < 2_000; turn++) {
            var size = 2 + random.nextInt(leaves.size() - 1);
            var leaf = random.nextInt(size);
            var root = tree.root(size);
            var path = tree.inclusion(leaf, size);
            var other = (leaf + 1 + random.nextInt(size - 1)) % size;
            assertThat(Paths.includes(leaf, size, leaves.get(other), path, root))
                    .isFalse();
            assertThat(Paths.includes(leaf, size, leaves.get(leaf), spoilt(path, random), root))
                    .isFalse();
            assertThat(Paths.includes(leaf, size, leaves.get(leaf), path, tree.root(size - 1)))
                    .isFalse();
            var from = 1 + random.nextInt(size - 1);
            var between = tree.consistency(from, size);
            assertThat(Paths.extend(from, tree.root(from), size, root, spoilt(between, random)))
                    .isFalse();
            assertThat(Paths.extend(from, Merkle.leaf(root), size, root, between))
                    .isFalse();
            assertThat(Paths.extend(from, tree.root(from), size, Merkle.leaf(root), between))
                    .isFalse();
        }
    }

    @Test
    void aPathThatIsTooLongOrOutOfRangeConvincesOfNothing() {
        var leaves = leaves(7);
        var tree = tree(leaves);
        var root = tree.root(7);
        var longer = new ArrayList<>(tree.inclusion(3, 7));
        longer.add(root);

        assertThat(Paths.includes(3, 7, leaves.get(3), longer, root)).isFalse();
        assertThat(Paths.includes(7, 7, leaves.get(3), tree.inclusion(3, 7), root))
                .isFalse();
        assertThat(Paths.includes(-1, 7, leaves.get(3), tree.inclusion(3, 7), root))
                .isFalse();
        assertThat(Paths.extend(0, root, 7, root, List.of())).isFalse();
        assertThat(Paths.extend(8, root, 7, root, List.of())).isFalse();
        assertThat(Paths.extend(3, root, 7, root, List.of())).isFalse();
    }

    private static List<byte[]> spoilt(List<byte[]> path, Random random) {
        var spoilt = new ArrayList<byte[]>(path.size());
        path.forEach(hash -> spoilt.add(hash.clone()));
        spoilt.get(random.nextInt(path.size()))[random.nextInt(32)] ^= (byte) (1 << random.nextInt(8));
        return spoilt;
    }

    private static List<byte[]> leaves(int count) {
        return IntStream.range(0, count)
                .mapToObj(number ->
                        Merkle.leaf(ByteBuffer.allocate(4).putInt(number).array()))
                .toList();
    }

    private static Tree tree(List<byte[]> leaves) {
        return new Tree((from, count) -> leaves.subList((int) from, (int) from + count));
    }

    private static Random random() {
        var seed = Long.getLong("shuqi.seed", 20_261_122L);
        System.out.println("shuqi.seed=" + seed);
        return new Random(seed);
    }
}
