package dev.parley.engine;

import java.util.Map;

import dev.parley.identity.Duty;
import dev.parley.identity.People;
import dev.parley.register.Acts;
import dev.parley.register.Asset;
import dev.parley.register.Cases;
import dev.parley.register.RaisedRisk;
import dev.parley.register.Risks;
import org.camunda.bpm.engine.RuntimeService;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Opens cases that software raises, not a person: the asset is known, often the risk too,
 * and nobody is asked for them.
 */
@Component
public class CaseOpening {

	private final Cases cases;

	private final Risks risks;

	private final Acts acts;

	private final RuntimeService runtime;

	private final SystemScope system;

	CaseOpening(Cases cases, Risks risks, Acts acts, RuntimeService runtime, SystemScope system) {
		this.cases = cases;
		this.risks = risks;
		this.acts = acts;
		this.runtime = runtime;
		this.system = system;
	}

	/**
	 * Opens a case raised by {@link People#SYSTEM} and starts its process.
	 * @param raised what is raised
	 * @param asset the asset it is about
	 * @param riskId the risk it is about, if that is in the register already; a closed
	 * one stays closed, and the case gets a risk of its own
	 * @return the case id
	 * @throws org.springframework.dao.DuplicateKeyException when another case of the risk
	 * is not over
	 */
	@Transactional
	public String open(RaisedRisk raised, Asset asset, @Nullable String riskId) {
		String caseId = this.cases.open(raised, People.SYSTEM);
		this.acts.record(caseId, Duty.RAISE, People.SYSTEM);
		if (riskId != null && this.risks.hold(riskId)) {
			this.cases.referTo(caseId, riskId);
		}
		this.cases.identifyAsset(caseId, asset);
		this.system.call(() -> this.runtime.startProcessInstanceByKey(CaseProcess.KEY, caseId,
				Map.of("caseId", caseId, "raisedBy", People.SYSTEM)));
		return caseId;
	}

}
