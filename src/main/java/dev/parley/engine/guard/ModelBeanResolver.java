package dev.parley.engine.guard;

import java.beans.FeatureDescriptor;
import java.util.Collections;
import java.util.Iterator;

import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.PropertyNotWritableException;
import org.jspecify.annotations.Nullable;

/** Finds the beans that a model may name. */
class ModelBeanResolver extends ELResolver {

	private final ModelBeans beans;

	ModelBeanResolver(ModelBeans beans) {
		this.beans = beans;
	}

	@Override
	public @Nullable Object getValue(ELContext context, @Nullable Object base, Object property) {
		if (base != null) {
			return null;
		}
		Object bean = this.beans.find(property.toString()).orElse(null);
		context.setPropertyResolved(bean != null);
		return bean;
	}

	@Override
	public @Nullable Class<?> getType(ELContext context, @Nullable Object base, Object property) {
		return null;
	}

	@Override
	public boolean isReadOnly(ELContext context, @Nullable Object base, Object property) {
		return true;
	}

	@Override
	public void setValue(ELContext context, @Nullable Object base, Object property, Object value) {
		if (base == null) {
			throw new PropertyNotWritableException(property.toString());
		}
	}

	@Override
	public Iterator<FeatureDescriptor> getFeatureDescriptors(ELContext context, @Nullable Object base) {
		return Collections.emptyIterator();
	}

	@Override
	public Class<?> getCommonPropertyType(ELContext context, @Nullable Object base) {
		return Object.class;
	}

}
