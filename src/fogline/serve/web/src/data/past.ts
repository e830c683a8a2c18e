// A moment of the past as the address has it: a day, or a time with its offset.
const MOMENT = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,6})?)?(?:Z|[+-]\d{2}:\d{2})?)?$/;

export const isDay = (moment: string): boolean => moment.length === 10;

export function momentFrom(given: string | null): string | null {
  if (given === null || !MOMENT.test(given) || Number.isNaN(Date.parse(given))) return null;
  return given;
}

// What a field of the reader's own clock ("2024-12-21T18:00") means, to the minute in UTC; null for nothing.
export function momentOf(field: string): string | null {
  const at = new Date(field);
  return field && !Number.isNaN(at.getTime()) ? `${at.toISOString().slice(0, 16)}Z` : null;
}

// The same back: what the field shows for a moment. A day is its last minute in UTC, a time without an offset UTC.
export function fieldOf(moment: string): string {
  const hasOffset = /(?:Z|[+-]\d{2}:\d{2})$/.test(moment);
  const at = new Date(isDay(moment) ? `${moment}T23:59Z` : hasOffset ? moment : `${moment}Z`);
  const two = (number: number): string => String(number).padStart(2, "0");
  const day = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
  return `${day}T${two(at.getHours())}:${two(at.getMinutes())}`;
}

// Parameters of a question with its moment.
export function at(params: URLSearchParams, moment: string | null): URLSearchParams {
  if (moment !== null) params.set("as_of", moment);
  return params;
}
