package dev.parley;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.parley.engine.ModelBean;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.modulith.core.ApplicationModules;

import static com.tngtech.archunit.lang.conditions.ArchConditions.haveSimpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static org.assertj.core.api.Assertions.assertThat;

/** The rules of the architecture. A rule that matches nothing fails. */
@AnalyzeClasses(packages = "dev.parley", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

	private static final DescribedPredicate<JavaClass> NEAR_THE_ENGINE = new DescribedPredicate<>(
			"delegates, process constants, what models call, the engine's set-up or identity's bridge") {

		@Override
		public boolean test(JavaClass type) {
			return type.isAssignableTo(JavaDelegate.class) || type.getSimpleName().endsWith("Process")
					|| type.isAnnotatedWith(ModelBean.class) || type.getPackageName().startsWith("dev.parley.engine")
					|| type.getPackageName().equals("dev.parley.identity");
		}

	};

	@ArchTest
	static final ArchRule onlyTheEnginesNeighboursKnowTheEngine = noClasses()
		.that(DescribedPredicate.not(NEAR_THE_ENGINE))
		.should()
		.dependOnClassesThat()
		.resideInAPackage("org.camunda..")
		.because("another engine of the same family must stay a small step away");

	@ArchTest
	static final ArchRule delegatesAreNamedSo = classes().that()
		.implement(JavaDelegate.class)
		.should(haveSimpleNameEndingWith("Delegate"))
		.andShould()
		.bePackagePrivate()
		.because("somebody who clicks an element finds its code by one word, and calls it only through the model");

	@ArchTest
	static final ArchRule policiesArePureJava = noClasses().that()
		.haveSimpleNameEndingWith("Policy")
		.or()
		.haveSimpleName("SeparationOfDuties")
		.or()
		.haveSimpleName("Appetite")
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage("org.springframework..", "org.camunda..", "java.sql..")
		.because("a rule of the business is read and tested without a framework");

	@ArchTest
	static final ArchRule nothingIsInjectedIntoFields = noFields().should()
		.beAnnotatedWith(Autowired.class)
		.because("what a class needs stands in its constructor");

	@ArchTest
	static final ArchRule loggersAreConstants = fields().that()
		.haveRawType(Logger.class)
		.should()
		.bePrivate()
		.andShould()
		.beStatic()
		.andShould()
		.beFinal();

	@ArchTest
	static final ArchRule settingsAreRecords = classes().that()
		.areAnnotatedWith(ConfigurationProperties.class)
		.should()
		.beRecords()
		.because("settings do not change while Parley runs");

	@ArchTest
	static final ArchRule timeComesFromTheClock = noClasses().should()
		.callMethod(java.time.Instant.class, "now")
		.orShould()
		.callMethod(java.time.LocalDate.class, "now")
		.orShould()
		.callMethod(System.class, "currentTimeMillis")
		.because("register and engine tell one time, which tests can move");

	@Test
	void modulesKeepToTheirArrows() {
		ApplicationModules modules = ApplicationModules.of(ParleyApplication.class);

		assertThat(modules.stream().map((module) -> module.getIdentifier().toString())).contains("register", "intake",
				"decision", "engine", "identity", "notice");
		modules.verify();
	}

}
