package mainline.projects;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import mainline.kernel.PersonId;

/**
 * The measures of a project and the day it is judged on.
 *
 * @param why the reason for this version; empty for the first
 */
public record Plan(int version, LocalDate review, List<Measure> measures, String why, PersonId by, Instant at) {}
