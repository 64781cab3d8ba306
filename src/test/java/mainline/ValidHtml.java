package mainline;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.FutureTask;
import nu.validator.validation.SimpleDocumentValidator;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXParseException;

/** What the Nu Html Checker says about a page, the same that runs behind validator.w3.org, warnings too. */
public final class ValidHtml {
    /** A name only: the schema comes with the checker. */
    private static final String HTML = "http://s.validator.nu/html5-all.rnc";

    /** It reads its schema by recursion, deeper than a thread of ours goes. */
    private static final long STACK = 64L << 20;

    private ValidHtml() {}

    /** Every fault of the page with the line it stands in; empty when it is valid. */
    public static List<String> faults(String page) {
        FutureTask<List<String>> check = new FutureTask<>(() -> check(page));
        new Thread(null, check, "html", STACK).start();
        try {
            return check.get();
        } catch (Exception broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static List<String> check(String page) throws Exception {
        Faults faults = new Faults(page.lines().toList(), new ArrayList<>());
        SimpleDocumentValidator checker = new SimpleDocumentValidator(false);
        checker.setUpMainSchema(HTML, faults);
        checker.setUpValidatorAndParsers(faults, true, false);
        checker.checkHtmlInputSource(new InputSource(new ByteArrayInputStream(page.getBytes(StandardCharsets.UTF_8))));
        return faults.found;
    }

    private record Faults(List<String> lines, List<String> found) implements ErrorHandler {
        @Override
        public void warning(SAXParseException fault) {
            int line = fault.getLineNumber();
            String where =
                    line < 1 || line > lines.size() ? "" : lines.get(line - 1).strip();
            found.add(fault.getMessage() + " [" + where + "]");
        }

        @Override
        public void error(SAXParseException fault) {
            warning(fault);
        }

        @Override
        public void fatalError(SAXParseException fault) {
            warning(fault);
        }
    }
}
