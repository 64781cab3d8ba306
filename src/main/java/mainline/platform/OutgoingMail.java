package mainline.platform;

/** A letter on its way. */
record OutgoingMail(long id, Letter letter) {}
