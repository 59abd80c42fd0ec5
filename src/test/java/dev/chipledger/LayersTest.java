package dev.chipledger;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The text work knows nothing of the engine that carries it, and the steps know nothing of the commands. */
@AnalyzeClasses(packages = "dev.chipledger", importOptions = ImportOption.DoNotIncludeTests.class)
class LayersTest {
  @ArchTest
  static final ArchRule TEXT_WORK_IS_FREE_OF_THE_ENGINE = noClasses()
      .that().resideInAnyPackage("..read..", "..text..", "..lexicon..", "..extract..", "..statement..")
      .should().dependOnClassesThat().resideInAnyPackage(
          "org.apache.spark..", "org.apache.iceberg..", "org.apache.hadoop..", "scala..",
          "dev.chipledger.table..", "dev.chipledger.step..", "dev.chipledger.job..");

  @ArchTest
  static final ArchRule TABLES_KNOW_NO_STEPS = noClasses()
      .that().resideInAPackage("..table..")
      .should().dependOnClassesThat().resideInAnyPackage("dev.chipledger.step..", "dev.chipledger.job..");

  @ArchTest
  static final ArchRule STEPS_KNOW_NO_COMMANDS = noClasses()
      .that().resideInAPackage("..step..")
      .should().dependOnClassesThat().resideInAPackage("dev.chipledger.job..");
}
