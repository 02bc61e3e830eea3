// Writes phone-metadata.txt from libphonenumber's published metadata, as the npm package libphonenumber-js ships it.
// Run:  npm pack libphonenumber-js && tar xzf libphonenumber-js-*.tgz
//       node make-phone-metadata.mjs package/metadata.max.json package/package.json > phone-metadata.txt
// The data is Apache-2.0, Copyright The Libphonenumber Authors; see NOTICE.txt beside this file.
import { readFileSync } from "node:fs";

const metadata = JSON.parse(readFileSync(process.argv[2], "utf8"));
const version = JSON.parse(readFileSync(process.argv[3], "utf8")).version;
const line = (region, m) => {
  const types = (m[11] || []).filter(Boolean).map((t) => t[0]);
  return [
    region,
    m[0], // calling code
    m[1] || "", // international prefix
    m[3].join(","), // possible lengths of the national number
    m[7] || m[5] || "", // national prefix, as a pattern at the start
    m[8] || "", // what the stripped number becomes, when groups were captured
    m[2], // the general pattern of a national number
    types.join("|"), // the patterns of the types, which are stricter
  ].join("\t");
};

console.log(`# libphonenumber metadata by way of libphonenumber-js ${version}; Apache-2.0, see NOTICE.txt. Made by make-phone-metadata.mjs.`);
console.log("# region, calling code, international prefix, lengths, national prefix, transform, general pattern, strict pattern");
for (const regions of Object.values(metadata.country_calling_codes)) {
  for (const region of regions) {
    if (metadata.countries[region]) console.log(line(region, metadata.countries[region]));
  }
}
for (const m of Object.values(metadata.nonGeographic)) console.log(line("001", m));
