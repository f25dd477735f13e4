// Writes the bill of materials (CycloneDX) of the browser libraries that ship in the jar, alike for alike libraries:
// npm puts a random number, the time and the folder's name into its own. Needs npm 10 or newer.
import { execSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

const target = process.argv[2];
const bill = JSON.parse(execSync('npm sbom --sbom-format cyclonedx --omit dev --loglevel error', { encoding: 'utf8' }));
delete bill.serialNumber;
delete bill.metadata.timestamp;
bill.metadata.component.name = 'parley-browser-libraries';
for (const component of bill.components) {
  component.externalReferences = component.externalReferences.filter((reference) => reference.type !== 'distribution');
}
mkdirSync(dirname(target), { recursive: true });
writeFileSync(target, JSON.stringify(bill, null, 2) + '\n');
