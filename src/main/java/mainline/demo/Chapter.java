package mainline.demo;

/** A thread of the story, written down from its beginning to its end; the chapters are written one after the other. */
interface Chapter {
    void write(Story story);
}
