package mainline.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SpellingTest {
    private static boolean isSlip(String word, String term) {
        return Spelling.isSlip(word, term, Set.of());
    }

    @Test
    void likely_slips_are_found() {
        assertThat(isSlip("stewrad", "Steward")).as("two letters swapped").isTrue();
        assertThat(isSlip("comunity", "community")).as("one left out").isTrue();
        assertThat(isSlip("commmunity", "community")).as("one twice").isTrue();
        assertThat(isSlip("co-operative", "cooperative")).as("a hyphen").isTrue();
        assertThat(isSlip("lowtide", "low-tide")).as("a hyphen").isTrue();
        assertThat(isSlip("Github", "GitHub")).as("capitals").isTrue();
        assertThat(isSlip("api", "API")).as("capitals").isTrue();
    }

    @Test
    void other_words_and_other_forms_are_left_alone() {
        assertThat(isSlip("steward", "Steward")).isFalse();
        assertThat(isSlip("STEWARD", "Steward")).isFalse();
        assertThat(isSlip("GITHUB", "GitHub")).as("a heading in capitals").isFalse();
        assertThat(isSlip("stewards", "Steward")).as("plural").isFalse();
        assertThat(isSlip("changed", "change")).isFalse();
        assertThat(isSlip("charge", "change")).as("another word").isFalse();
        assertThat(isSlip("gratification", "ratification")).as("another word").isFalse();
        assertThat(isSlip("need", "needs")).isFalse();
        assertThat(isSlip("trail", "trial"))
                .as("swapped, and cannot be told apart")
                .isTrue();
        assertThat(Spelling.isSlip("trail", "trial", Set.of("trail")))
                .as("it stands elsewhere on the page")
                .isFalse();
        assertThat(isSlip("coop", "co-op")).as("too short").isFalse();
    }

    @Test
    void terms_come_from_lists_tables_and_headings() {
        assertThat(GlossaryTerms.of("""
                # Glossary

                - **Steward**: who oversees
                * __Low-tide__ is a time
                - a **bold** word elsewhere

                | Word | Meaning |
                |---|---|
                | Idea, Proposal | something |
                | Merge rule | two words |
                | [Page](page.md) | a link |

                ## GitHub
                """)).containsExactly("Steward", "Low-tide", "Idea", "Proposal", "Page", "GitHub");
    }

    @Test
    void only_prose_is_spelled() {
        assertThat(Spelling.prose("""
                ---
                title: stewrad
                ---
                # A *stewrad* [stewrad](stewrad.md "stewrad") <stewrad@example.org>

                - `stewrad` ``stewrad ` stewrad`` https://stewrad.org/stewrad

                  ```
                  stewrad
                  ```
                > word

                    stewrad

                x <!-- stewrad --> <b title="stewrad">y</b>

                [stewrad]: stewrad.md
                """).stream().map(String::strip).filter(line -> !line.isEmpty()))
                .containsExactly("A  stewrad   stewrad", "word", "x                                     y");
    }

    @Test
    void what_only_looks_like_an_entry_is_no_term() {
        assertThat(GlossaryTerms.of("""
                ```
                - **Steward**: in code
                ## Code
                | Code | x |
                ```
                **Bold**: no list

                Setext
                ------

                Word | Meaning
                -|-
                *Idea* | without bars at the ends

                1. **Numbered**: an item
                """)).containsExactly("Setext", "Idea", "Numbered");
    }

    @Test
    void a_word_without_end_is_looked_through_at_once() {
        Instant start = Instant.now();
        assertThat(Spelling.prose("x".repeat(500_000)).getFirst()).hasSize(500_000);
        assertThat(Spelling.prose("word a/b c@d https://e.f end").getFirst().split(" +"))
                .containsExactly("word", "end");
        assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(10));
    }
}
