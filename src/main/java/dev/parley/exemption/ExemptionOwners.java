package dev.parley.exemption;

import java.util.List;

import dev.parley.engine.ModelBean;
import dev.parley.register.Exemptions;
import dev.parley.register.FollowUpOwner;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.springframework.stereotype.Component;

/** Who answers for the compensating controls of an exemption. */
@Component("exemptionOwners")
@ModelBean
public class ExemptionOwners {

	private final Exemptions exemptions;

	ExemptionOwners(Exemptions exemptions) {
		this.exemptions = exemptions;
	}

	/** The person; none where an office does. */
	public List<String> users(ExecutionEntity execution) {
		return owner(execution).users();
	}

	/** The office; none where a person does. */
	public List<String> groups(ExecutionEntity execution) {
		return owner(execution).groups();
	}

	private FollowUpOwner owner(ExecutionEntity execution) {
		return new FollowUpOwner(
				this.exemptions.requireGranted(ExemptionProcess.caseId(execution)).terms().controlsOwner());
	}

}
