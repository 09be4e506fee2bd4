package io.clearhold.config;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/**
 * The direction of imports between the modules; the table is in docs, and the poms agree with it.
 */
@AnalyzeClasses(packages = "io.clearhold", importOptions = DoNotIncludeTests.class)
class ModuleDirectionTest {
    private static final String CORE = "io.clearhold.core..";
    private static final String LEDGER = "io.clearhold.ledger..";
    private static final String BANK = "io.clearhold.bank..";
    private static final String GATEWAY = "io.clearhold.gateway..";
    private static final String CONFIG = "io.clearhold.config..";

    @ArchTest
    static final ArchRule shouldPlaceEveryClassInAModule =
            classes()
                    .that()
                    .resideInAPackage("io.clearhold..")
                    .should()
                    .resideInAnyPackage(CORE, LEDGER, BANK, GATEWAY, CONFIG);

    @ArchTest
    static final ArchRule shouldLetTheCoreUseOnlyTheJdkAndItsBuffers =
            classes()
                    .that()
                    .resideInAPackage(CORE)
                    .should()
                    .onlyDependOnClassesThat()
                    .resideInAnyPackage(CORE, "java..", "org.agrona..", "org.jspecify..");

    @ArchTest static final ArchRule shouldLetTheLedgerUseOnlyTheCore = mayUseOnlyTheCore(LEDGER);

    @ArchTest static final ArchRule shouldLetBanksUseOnlyTheCore = mayUseOnlyTheCore(BANK);

    @ArchTest static final ArchRule shouldLetTheGatewayUseOnlyTheCore = mayUseOnlyTheCore(GATEWAY);

    /** Only our own packages are judged here: libraries are the business of each module's pom. */
    private static ArchRule mayUseOnlyTheCore(String module) {
        return noClasses()
                .that()
                .resideInAPackage(module)
                .should()
                .dependOnClassesThat(
                        resideInAPackage("io.clearhold..")
                                .and(resideOutsideOfPackages(module, CORE)));
    }
}
