package dev.parley.exemption;

import java.util.List;

import dev.parley.engine.ModelBean;
import dev.parley.identity.Office;
import dev.parley.register.Exemptions;
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
		String owner = owner(execution);
		return isOffice(owner) ? List.of() : List.of(owner);
	}

	/** The office; none where a person does. */
	public List<String> groups(ExecutionEntity execution) {
		String owner = owner(execution);
		return isOffice(owner) ? List.of(owner) : List.of();
	}

	private String owner(ExecutionEntity execution) {
		return this.exemptions.requireGranted(ExemptionProcess.caseId(execution)).terms().controlsOwner();
	}

	private static boolean isOffice(String owner) {
		return Office.ofGroup(owner).isPresent();
	}

}
