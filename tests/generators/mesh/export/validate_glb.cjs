// Validates the GLB files named; prints one JSON object: file -> {errors, warnings, messages}.
const fs = require("fs");
const validator = require("gltf-validator");

async function main(files) {
  const found = {};
  for (const file of files) {
    const bytes = new Uint8Array(fs.readFileSync(file));
    const report = await validator.validateBytes(bytes, { maxIssues: 20 });
    found[file] = {
      errors: report.issues.numErrors,
      warnings: report.issues.numWarnings,
      messages: report.issues.messages.map((m) => `${m.code} ${m.pointer}: ${m.message}`),
    };
  }
  process.stdout.write(JSON.stringify(found));
}

main(process.argv.slice(2));
