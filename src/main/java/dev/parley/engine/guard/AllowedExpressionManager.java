package dev.parley.engine.guard;

import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.engine.impl.el.VariableContextElResolver;
import org.camunda.bpm.engine.impl.el.VariableScopeElResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ArrayELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.CompositeELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ListELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.MapELResolver;

/**
 * Evaluates expressions with an allow-list: variables, the beans that models may name,
 * and a few harmless types. The engine's own manager reaches any bean and any method,
 * even from a query's text (CVE-2026-109432).
 */
class AllowedExpressionManager extends JuelExpressionManager {

	private static final boolean READ_ONLY = true;

	private final ModelBeans beans;

	AllowedExpressionManager(ModelBeans beans) {
		this.beans = beans;
	}

	@Override
	protected ELResolver createElResolver() {
		CompositeELResolver resolver = new CompositeELResolver();
		resolver.add(new VariableScopeElResolver());
		resolver.add(new VariableContextElResolver());
		resolver.add(new ModelBeanResolver(this.beans));
		resolver.add(new ArrayELResolver(READ_ONLY));
		resolver.add(new ListELResolver(READ_ONLY));
		resolver.add(new MapELResolver(READ_ONLY));
		resolver.add(new AllowedMemberResolver());
		return resolver;
	}

}
