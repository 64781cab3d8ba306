package mainline.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class DatabaseAddressTest {
    @Test
    void takesUserAndPasswordOutOfAnAddress() {
        var database =
                new Settings.Database("postgres://ada:p%40ss+word@db.example:6432/main?sslmode=require", null, null);
        assertThat(database.jdbcUrl()).isEqualTo("jdbc:postgresql://db.example:6432/main?sslmode=require");
        assertThat(database.login()).isEqualTo("ada");
        assertThat(database.secret()).isEqualTo("p@ss+word");
    }

    @Test
    void prefersWhatIsSetByItself() {
        var database = new Settings.Database("jdbc:postgresql://ada:old@db.example/main", "grace", "new");
        assertThat(database.jdbcUrl()).isEqualTo("jdbc:postgresql://db.example/main");
        assertThat(database.login()).isEqualTo("grace");
        assertThat(database.secret()).isEqualTo("new");
    }

    @Test
    void needsNoUser() {
        var database = new Settings.Database("jdbc:postgresql://db.example/main?user=ada@x", null, null);
        assertThat(database.jdbcUrl()).isEqualTo("jdbc:postgresql://db.example/main?user=ada@x");
        assertThat(database.login()).isNull();
        assertThat(database.secret()).isNull();
    }

    @Test
    void refusesAnotherDatabaseWithoutRepeatingThePassword() {
        var database = new Settings.Database("mysql://ada:secret@db.example/main", null, null);
        assertThatThrownBy(database::jdbcUrl).isInstanceOf(Refusal.class).hasMessageNotContaining("secret");
    }
}
