package mainline.community;

/** A community goes by another name, and perhaps by another address; in the act's transaction. */
public record Renamed(Community before, Community after) {}
