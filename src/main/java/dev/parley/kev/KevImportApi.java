package dev.parley.kev;

import java.io.IOException;
import java.io.InputStream;
import java.security.Principal;
import java.util.List;

import dev.parley.identity.ApiProblems;
import dev.parley.submission.QueryParameters;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.SchemaProperty;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;

/**
 * Imports the catalog for systems: as the part {@code file} of a form, or as the body
 * itself. Whether it is CSV or JSON is seen by its content.
 */
@RestController
class KevImportApi {

	static final String PATH = "/api/v1/imports/kev";

	private static final MediaType CSV = new MediaType("text", "csv");

	private static final List<MediaType> BODIES = List.of(CSV, MediaType.APPLICATION_JSON,
			MediaType.APPLICATION_OCTET_STREAM);

	private final KevImport imports;

	KevImportApi(KevImport imports) {
		this.imports = imports;
	}

	@Operation(summary = "Imports the catalog of known exploited vulnerabilities",
			description = "As CSV or as JSON, as it is published. What was imported before changes nothing.",
			requestBody = @RequestBody(content = { @Content(mediaType = "text/csv", schema = @Schema(type = "string")),
					@Content(mediaType = "application/json", schema = @Schema(type = "object")),
					@Content(mediaType = "application/octet-stream",
							schema = @Schema(type = "string", format = "binary")),
					@Content(mediaType = "multipart/form-data", schema = @Schema(type = "object"),
							schemaProperties = @SchemaProperty(name = "file",
									schema = @Schema(type = "string", format = "binary"))) }))
	@PostMapping(path = PATH, produces = "application/json")
	ImportReport run(
			@Parameter(description = "Whether only to tell what would come of it") @RequestParam(
					defaultValue = "false") boolean dryRun,
			HttpServletRequest request, Principal caller) throws IOException, HttpMediaTypeNotSupportedException {
		QueryParameters.requireAmong(request, "dryRun");
		if (request instanceof MultipartHttpServletRequest form) {
			return ofForm(form, caller.getName(), dryRun);
		}
		requireSupported(request.getContentType());
		return this.imports.run(request.getInputStream(), "sent to the API", caller.getName(), dryRun);
	}

	@ExceptionHandler({ CatalogTooLarge.class, MaxUploadSizeExceededException.class })
	ProblemDetail tooLarge() {
		return ApiProblems.of(HttpStatus.PAYLOAD_TOO_LARGE, new CatalogTooLarge().getMessage());
	}

	@ExceptionHandler(MultipartException.class)
	ProblemDetail unreadable() {
		return ApiProblems.of(HttpStatus.BAD_REQUEST,
				"The form cannot be read: it is truncated or malformed. Nothing was imported.");
	}

	private ImportReport ofForm(MultipartHttpServletRequest form, String user, boolean dryRun) throws IOException {
		MultipartFile file = form.getFile("file");
		if (file == null) {
			throw new CatalogRefused("The form has no file. Send the catalog as its part \"file\".");
		}
		String name = file.getOriginalFilename();
		try (InputStream content = file.getInputStream()) {
			return this.imports.run(content, (name != null) ? name : "", user, dryRun);
		}
	}

	private static void requireSupported(@Nullable String contentType) throws HttpMediaTypeNotSupportedException {
		try {
			if (contentType != null
					&& BODIES.stream().anyMatch(MediaType.parseMediaType(contentType)::isCompatibleWith)) {
				return;
			}
		}
		catch (InvalidMediaTypeException ex) {
			throw new HttpMediaTypeNotSupportedException(String.valueOf(ex.getMessage()));
		}
		throw new HttpMediaTypeNotSupportedException(MediaType.valueOf((contentType != null) ? contentType : "*/*"),
				List.of(CSV, MediaType.APPLICATION_JSON, MediaType.APPLICATION_OCTET_STREAM,
						MediaType.MULTIPART_FORM_DATA));
	}

}
