package mainline.record;

import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import mainline.community.Here;
import mainline.kernel.Burden;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** The whole record as one file that anyone can verify without this server. */
@Controller
@Burden(Burden.Kind.EXPORTING)
@RequestMapping("/{community}/record/export")
class ExportPages {
    private final RecordCopies copies;

    ExportPages(RecordCopies copies) {
        this.copies = copies;
    }

    @GetMapping
    void export(Here here, HttpServletResponse response) throws IOException {
        response.setContentType("application/jsonl");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename("record-" + here.community().slug() + ".jsonl")
                        .build()
                        .toString());
        try (OutputStream out = new BufferedOutputStream(response.getOutputStream(), 1 << 16)) {
            copies.write(here.id(), out);
        }
    }
}
