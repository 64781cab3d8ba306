package mainline.platform;

/** The errand to bring one mail to the mail server. */
record Sending(long mail) {
    static final Errand<Sending> ERRAND = new Errand<>("mail", Sending.class);
}
