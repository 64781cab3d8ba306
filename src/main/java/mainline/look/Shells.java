package mainline.look;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** Makes the frame for the answer to a request; whoever knows who is asking provides it. */
public interface Shells {
    Shell shell(HttpServletRequest request, HttpServletResponse response);
}
