package dev.parley.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;

import dev.parley.decision.CaseWithdrawal;
import dev.parley.decision.RiskClosure;
import dev.parley.demo.Script.CatalogImport;
import dev.parley.exemption.Revocation;
import dev.parley.intake.SecurityRestatement;
import dev.parley.kev.KevImport;
import dev.parley.register.Cases;
import dev.parley.register.Exemptions;
import dev.parley.submission.Submission;
import org.jspecify.annotations.Nullable;

import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What people do in the demo besides tasks. */
@Component
@Profile("demo")
class DemoActs {

	private final Cases cases;

	private final CaseWithdrawal withdrawal;

	private final RiskClosure closure;

	private final SecurityRestatement restatement;

	private final Revocation revocation;

	private final Exemptions exemptions;

	private final KevImport imports;

	private final JdbcClient jdbc;

	DemoActs(Cases cases, CaseWithdrawal withdrawal, RiskClosure closure, SecurityRestatement restatement,
			Revocation revocation, Exemptions exemptions, KevImport imports, JdbcClient jdbc) {
		this.cases = cases;
		this.imports = imports;
		this.jdbc = jdbc;
		this.withdrawal = withdrawal;
		this.closure = closure;
		this.restatement = restatement;
		this.revocation = revocation;
		this.exemptions = exemptions;
	}

	void withdraw(String caseId, Map<String, @Nullable Object> answers, String user) {
		this.withdrawal.withdraw(caseId, new Submission(answers), user);
	}

	void close(String caseId, Map<String, @Nullable Object> answers, String user) {
		this.closure.close(riskOf(caseId), new Submission(answers), user);
	}

	void restate(String caseId, Map<String, @Nullable Object> answers, String user) {
		this.restatement.restate(riskOf(caseId), new Submission(answers), user);
	}

	void revoke(String caseId, Map<String, @Nullable Object> answers, String user) {
		this.revocation.revoke(this.exemptions.requireGranted(caseId).id(), new Submission(answers), user);
	}

	void importCatalog(CatalogImport catalog) {
		try (InputStream content = Script.file(catalog.file()).getInputStream()) {
			this.imports.run(content, catalog.file(), catalog.by(), false);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private String riskOf(String caseId) {
		return String.valueOf(this.cases.require(caseId).riskId());
	}

	/** The case of an asset that an import opened. */
	String openedByImport(String assetId) {
		return this.jdbc.sql("""
				select c.case_id from risk_case c
				 where c.asset_id = ? and exists (select 1 from finding f where f.case_id = c.case_id)""")
			.param(assetId)
			.query(String.class)
			.single();
	}

	/** The case that Parley opened last on the risk of a case. */
	String openedAfter(String caseId) {
		return this.jdbc.sql("""
				select later.case_id
				  from risk_case earlier
				  join risk_case later using (risk_id)
				 where earlier.case_id = ? and later.case_id <> earlier.case_id
				 order by later.opened_at desc
				 limit 1""").param(caseId).query(String.class).single();
	}

}
