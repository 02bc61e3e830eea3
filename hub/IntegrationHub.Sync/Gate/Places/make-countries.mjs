// Writes countries.txt: ISO 3166 alpha-2, alpha-3, then names in nine languages, from the CLDR data inside Node (Unicode licence).
// Run:  node make-countries.mjs iso3.tsv > countries.txt     (iso3.tsv: alpha-2, tab, alpha-3; .NET's RegionInfo gives both)
import { readFileSync } from "node:fs";

const languages = ["en", "de", "fr", "es", "it", "nl", "pt", "pl", "sv"].map((l) => new Intl.DisplayNames([l], { type: "region", fallback: "none" }));
const more = {
  US: ["U.S.A.", "U.S.", "United States of America", "America", "Vereinigte Staaten von Amerika", "Etats-Unis", "EEUU", "EE.UU.", "Estados Unidos de América"],
  GB: ["UK", "U.K.", "Great Britain", "Britain", "England", "Scotland", "Wales", "Northern Ireland", "United Kingdom of Great Britain and Northern Ireland"],
  DE: ["BRD", "Federal Republic of Germany"], NL: ["Holland", "The Netherlands"], KR: ["Korea", "Republic of Korea"], RU: ["Russian Federation"],
  CZ: ["Czech Republic"], TR: ["Turkey"], VN: ["Viet Nam"], IR: ["Iran, Islamic Republic of"], CI: ["Ivory Coast"], MK: ["Macedonia"],
  TW: ["Taiwan, Province of China"], CN: ["People's Republic of China", "PRC"], AE: ["UAE"], IE: ["Republic of Ireland"], CH: ["Switzerland (CH)"],
};
for (const row of readFileSync(process.argv[2], "utf8").trim().split("\n")) {
  const [two, three] = row.split("\t");
  const names = new Set([...languages.map((l) => l.of(two)).filter(Boolean), ...(more[two] || [])]);
  console.log([two, three || "", ...names].join("\t"));
}
