package mainline.notices;

import java.util.Locale;

/** How a person hears of things besides their page of notices. */
record Ways(boolean mails, Locale language) {
    static final Ways USUAL = new Ways(true, Locale.ENGLISH);
}
