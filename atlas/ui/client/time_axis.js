/**
 * Axis: years and months below the bars, as many as there is room for.
 */
const YEAR_PX = 40, MONTH_PX = 28, TICK_PX = 6, YEAR_WORD_PX = 34;
const YEAR_STEPS = [1, 2, 5, 10, 20, 50, 100];

/** Which signs there are: {x, name, major}; a sign without a name is only a tick. */
function axisSigns(scale) {
  const {span, width, days} = scale, aMonth = DAYS_A_MONTH * width / days;
  const years = YEAR_STEPS.find((step) => step * 12 * aMonth >= YEAR_PX) || YEAR_STEPS.at(-1);
  const named = years > 1 ? 12 : [1, 3, 12].find((step) => step * aMonth >= MONTH_PX) || 12;
  const ticked = named < 12 || aMonth >= TICK_PX ? (aMonth >= TICK_PX ? 1 : named) : 12;
  const signs = [];
  for (let month = monthOf(span.from); month <= monthOf(span.to); month++) {
    const first = firstOf(month), year = yearOf(first), january = month % 12 === 0;
    if (first < span.from || month % ticked) continue;
    const name = january ? (year % years ? "" : String(year)) : month % named ? "" : monthName(month).slice(0, 3);
    signs.push({x: scale.x(first), name, major: january});
  }
  return withFirstYear(signs, scale);
}

/** The year in which the span begins is named at its edge, where there is room before the next name. */
function withFirstYear(signs, {span, width}) {
  const next = signs.find(({name}) => name), x = next ? next.x : width;
  const signed = x >= YEAR_PX ? [{x: 0, name: String(yearOf(span.from)), major: true}, ...signs] : signs;
  return signed.map((sign) => sign.x + YEAR_WORD_PX > width ? {...sign, name: ""} : sign);
}

function drawAxis(root, scale) {
  root.replaceChildren(...axisSigns(scale).map(({x, name, major}) => {
    const sign = make("span", major ? "major" : "", null, name);
    sign.style.left = `${x}px`;
    return sign;
  }));
}

/** Lefts of two words centred on their handles: inside the strip, and apart from each other. */
function wordsApart(xa, wideA, xb, wideB, width, gap) {
  let a = within(xa - wideA / 2, 0, width - wideA), b = within(xb - wideB / 2, 0, width - wideB);
  const lack = a + wideA + gap - b;
  if (lack > 0) {
    a = within(a - lack / 2, 0, width - wideA - gap - wideB);
    b = a + wideA + gap;
  }
  return [a, b];
}
