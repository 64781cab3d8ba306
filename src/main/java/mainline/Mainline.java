package mainline;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.modulith.Modulithic;

/** The whole application: one modular monolith. The command line in {@code site} starts it. */
@SpringBootApplication
@Modulithic(systemName = "Mainline")
public class Mainline {}
