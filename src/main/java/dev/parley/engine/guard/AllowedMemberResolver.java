package dev.parley.engine.guard;

import java.util.List;
import java.util.Set;

import dev.parley.engine.ModelBean;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.engine.delegate.BaseDelegateExecution;
import org.camunda.bpm.impl.juel.jakarta.el.BeanELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.support.AopUtils;

/** Lets expressions read and call only listed members of listed types. */
class AllowedMemberResolver extends BeanELResolver {

	private static final boolean READ_ONLY = true;

	private static final Set<String> DATE_ARITHMETIC = Set.of("plusSeconds", "plusMinutes", "plusHours", "plusDays",
			"plusWeeks", "plusMonths", "plusYears", "minusSeconds", "minusMinutes", "minusHours", "minusDays",
			"minusWeeks", "minusMonths", "minusYears", "withTimeAtStartOfDay", "toDate");

	private static final List<Rule> RULES = List.of(
			new Rule(BaseDelegateExecution.class, Set.of("processBusinessKey", "businessKey", "id")),
			new Rule(DmnDecisionResult.class, Set.of("getSingleResult")),
			new Rule(org.joda.time.base.AbstractDateTime.class, DATE_ARITHMETIC));

	AllowedMemberResolver() {
		super(READ_ONLY);
	}

	@Override
	public @Nullable Object getValue(ELContext context, @Nullable Object base, @Nullable Object property) {
		if (base == null) {
			return null;
		}
		check(base, String.valueOf(property));
		return super.getValue(context, base, property);
	}

	@Override
	public @Nullable Object invoke(ELContext context, Object base, Object method, Class<?>[] types,
			Object[] arguments) {
		check(base, String.valueOf(method));
		return super.invoke(context, base, method, types, arguments);
	}

	private static void check(Object base, String member) {
		if (!isModelBeanMethod(base, member) && RULES.stream().noneMatch((rule) -> rule.allows(base, member))) {
			throw new ExpressionRefused(member);
		}
	}

	private static boolean isModelBeanMethod(Object base, String member) {
		Class<?> type = AopUtils.getTargetClass(base);
		return type.isAnnotationPresent(ModelBean.class) && java.util.Arrays.stream(type.getDeclaredMethods())
			.anyMatch((method) -> method.getName().equals(member)
					&& java.lang.reflect.Modifier.isPublic(method.getModifiers()));
	}

	private record Rule(Class<?> type, Set<String> members) {

		boolean allows(Object base, String member) {
			return this.type.isInstance(base) && this.members.contains(member);
		}

	}

}
