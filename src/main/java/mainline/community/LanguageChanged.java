package mainline.community;

import java.util.Locale;
import mainline.kernel.CommunityId;
import mainline.kernel.PersonId;

/** A community writes another language from now on; published in the act's transaction. */
public record LanguageChanged(CommunityId community, Locale language, PersonId by) {}
