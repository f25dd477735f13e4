package dev.parley.engine.guard;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import dev.parley.engine.ModelBean;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.beans.factory.BeanFactoryUtils;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.stereotype.Component;

/** The beans that a model may name: delegates, and those marked {@link ModelBean}. */
@Component
class ModelBeans {

	private final ListableBeanFactory factory;

	ModelBeans(ListableBeanFactory factory) {
		this.factory = factory;
	}

	/** Names of all beans that a model may name, in order. */
	Set<String> names() {
		Set<String> names = new TreeSet<>(delegateNames());
		names.addAll(Set.of(this.factory.getBeanNamesForAnnotation(ModelBean.class)));
		return names;
	}

	/** Names of the beans that do the work of a service task, in order. */
	Set<String> delegateNames() {
		return new TreeSet<>(
				Set.of(BeanFactoryUtils.beanNamesForTypeIncludingAncestors(this.factory, JavaDelegate.class)));
	}

	Optional<Object> find(String name) {
		if (!this.factory.containsBean(name)) {
			return Optional.empty();
		}
		boolean allowed = this.factory.isTypeMatch(name, JavaDelegate.class)
				|| this.factory.findAnnotationOnBean(name, ModelBean.class) != null;
		return allowed ? Optional.of(this.factory.getBean(name)) : Optional.empty();
	}

}
