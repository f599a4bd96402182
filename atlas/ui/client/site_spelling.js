/** Spellings, read as atlas/spelling.py reads them: the rules come from there, in `spelling`. */
const RULES = spelling.rules.map(([pattern, instead]) => [new RegExp(pattern, "g"), instead]);
const APOSTROPHES = new RegExp(spelling.apostrophes, "g");

function plainWords(text) {
  const bare = text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(APOSTROPHES, "");
  return bare.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
}

function folded(word) {
  const latin = [...word].map((sign) => spelling.letters[sign] ?? sign).join("");
  return RULES.reduce((form, [pattern, instead]) => form.replace(pattern, instead), latin);
}

/** Give a question to ask of what `findable` gave: whether it holds every word of a query, in some spelling. */
function asking(query) {
  const wanted = plainWords(query).map((word) => [...word].length >= spelling.deep ? [word, folded(word)] : [word]);
  const inside = (form) => form.codePointAt(0) > 0x2e80 ? form : ` ${form}`;
  return (hay) => wanted.every((forms) => forms.some((form) => hay.includes(inside(form))));
}
