/**
 * Calendar: days and months counted from 1970, all in UTC so that no time zone moves a day.
 *
 * A range {from, to} holds both its days; its edges are where `from` begins and where the day after `to` begins.
 */
const DAY_MS = 864e5;
const MONTH_NAMES = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

const dateOf = (day) => new Date(day * DAY_MS);
const yearOf = (day) => dateOf(day).getUTCFullYear();
const monthOf = (day) => (yearOf(day) - 1970) * 12 + dateOf(day).getUTCMonth();

/** The first day of a month. */
const firstOf = (month) => Date.UTC(1970, month, 1) / DAY_MS;
const beginsMonth = (day) => dateOf(day).getUTCDate() === 1;

/** The same day of another month, or the last one of a month that is too short. */
function monthsOn(day, months) {
  const month = monthOf(day) + months;
  return Math.min(firstOf(month) + dateOf(day).getUTCDate() - 1, firstOf(month + 1) - 1);
}

const monthName = (month) => MONTH_NAMES[((month % 12) + 12) % 12];
const monthYear = (month) => `${monthName(month)} ${1970 + Math.floor(month / 12)}`;
const shortMonth = (month) => `${monthName(month).slice(0, 3)} ${1970 + Math.floor(month / 12)}`;

const longDay = (day) => `${dateOf(day).getUTCDate()} ${monthYear(monthOf(day))}`;
const shortDay = (day) => `${dateOf(day).getUTCDate()} ${shortMonth(monthOf(day))}`;

/** A day as a date input holds it. */
const isoDay = (day) => dateOf(day).toISOString().slice(0, 10);

/** The year of a span as a range within the span. */
function yearRange(year, {from, to}) {
  return {from: Math.max(from, firstOf((year - 1970) * 12)), to: Math.min(to, firstOf((year - 1969) * 12) - 1)};
}

/** The ranges that have a name; a part of one is not offered under its name. */
function namedRanges(span) {
  const july = (2023 - 1970) * 12 + 6;   // the month of the story page
  return [
    {name: "Whole span", ...span},
    {name: "Last 12 months", from: monthsOn(span.to + 1, -12), to: span.to},
    {name: monthYear(july), from: firstOf(july), to: firstOf(july + 1) - 1},
  ].filter(({from, to}) => span.from <= from && to <= span.to);
}

const same = (a, b) => a.from === b.from && a.to === b.to;
const within = (value, low, high) => Math.min(Math.max(value, low), high);

/** Is a range made of whole months? The ends of the span count as ends of a month, for nothing lies beyond them. */
function wholeMonths({from, to}, span) {
  return (from === span.from || beginsMonth(from)) && (to === span.to || beginsMonth(to + 1));
}
