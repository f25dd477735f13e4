package dev.parley.intake;

import dev.parley.register.Cases;
import dev.parley.register.Route;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Records which way the case takes to its decision. */
@Component("recordRoute")
class RecordRouteDelegate implements JavaDelegate {

	private final Cases cases;

	RecordRouteDelegate(Cases cases) {
		this.cases = cases;
	}

	@Override
	public void execute(DelegateExecution execution) {
		Route route = Route.valueOf((String) execution.getVariable(RiskIntakeProcess.ROUTE));
		this.cases.recordRoute(RiskIntakeProcess.caseId(execution), route);
	}

}
