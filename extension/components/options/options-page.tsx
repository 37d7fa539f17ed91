import { DataSection } from "./data-section";
import { KeysSection } from "./keys-section";
import { LearningSection } from "./learning-section";
import { PrivacySection } from "./privacy-section";
import { RubricSection } from "./rubric-section";
import { SecondReaderSection } from "./second-reader-section";
import { TeamSection } from "./team-section";
import { WorkbookSection } from "./workbook-section";

/** All settings on one page. Every change counts at once. */
export function OptionsPage() {
  return (
    <main class="options">
      <h1>Settings of Plumbline</h1>
      <p class="quiet">
        Every change counts at once, in every open document. New here? <a href="/welcome.html">See how it works</a> in a
        minute.
      </p>
      <TeamSection />
      <WorkbookSection />
      <SecondReaderSection />
      <LearningSection />
      <RubricSection />
      <KeysSection />
      <PrivacySection />
      <DataSection />
    </main>
  );
}
