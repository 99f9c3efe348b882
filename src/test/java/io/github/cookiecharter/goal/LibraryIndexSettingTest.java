package io.github.cookiecharter.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LibraryIndexSettingTest {

    private static CheckRequest.LibraryIndex index(String setting, Optional<Path> repository) {
        return new CheckRequest.LibraryIndex(setting, repository, note -> {});
    }

    @Test
    void liesBelowTheRepository() throws Exception {
        Path repository = Path.of("repository").toAbsolutePath();
        assertThat(index(" on ", Optional.of(repository)).location("1.0"))
                .hasValueSatisfying(location ->
                        assertThat(location.folder()).isEqualTo(repository.resolve(".cache/cookie-charter")));
        assertThat(index("on", Optional.empty()).location("1.0")).isEmpty();
        assertThat(index("off", Optional.of(repository)).location("1.0")).isEmpty();
    }

    @Test
    void refusesUnknownWords() {
        assertThatThrownBy(() -> index("maybe", Optional.empty()).location("1.0"))
                .isInstanceOf(ParameterException.class)
                .hasMessage("the parameter index is 'maybe', which is unknown: write on or off");
    }
}
