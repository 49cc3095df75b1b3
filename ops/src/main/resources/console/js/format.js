/** Numbers, money, durations and times as people read them. Nothing known is told as a dash. */

import { element } from './dom.js';

export const UNKNOWN = '–';

const WHOLE = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 });
const ONE_DIGIT = new Intl.NumberFormat('en-US', { minimumFractionDigits: 1, maximumFractionDigits: 1 });
const TWO_DIGITS = new Intl.NumberFormat('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
const SHORT = new Intl.NumberFormat('en-US', { maximumFractionDigits: 1 });
const MOMENT = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'medium' });

const known = (value) => value !== null && value !== undefined && !Number.isNaN(value);

/** 45,361 */
export function whole(value) {
    return known(value) ? WHOLE.format(value) : UNKNOWN;
}

/** 7.4 */
export function oneDigit(value) {
    return known(value) ? ONE_DIGIT.format(value) : UNKNOWN;
}

/** 0.97 */
export function twoDigits(value) {
    return known(value) ? TWO_DIGITS.format(value) : UNKNOWN;
}

/** 12,890.39×; a very small one keeps enough digits to differ from nothing */
export function times(value) {
    if (!known(value)) {
        return UNKNOWN;
    }
    return value > 0 && value < 0.01 ? `${Number(value.toPrecision(2))}×` : `${TWO_DIGITS.format(value)}×`;
}

/** 94.3 % */
export function share(value) {
    return known(value) ? `${ONE_DIGIT.format(value * 100)} %` : UNKNOWN;
}

function scaled(value, base, units) {
    let rest = value;
    let unit = 0;
    // What would round up to the next unit belongs to it: 999,960 is 1 M, not 1,000 K.
    while (unit < units.length - 1 && Math.abs(rest) >= base - 0.05) {
        rest /= base;
        unit += 1;
    }
    return (unit === 0 ? WHOLE : SHORT).format(rest) + (units[unit] ? ` ${units[unit]}` : '');
}

/** $193.4 M */
export function money(value) {
    return known(value) ? `$${scaled(value, 1000, ['', 'K', 'M', 'B', 'T'])}` : UNKNOWN;
}

/** $193,355,800 */
export function wholeMoney(value) {
    return known(value) ? `$${WHOLE.format(value)}` : UNKNOWN;
}

/** Money in short, the whole of it when pointed at. */
export function moneyElement(value) {
    return known(value) ? element('span', { title: wholeMoney(value) }, money(value)) : UNKNOWN;
}

/** 1.2 GB */
export function bytes(value) {
    return known(value) ? scaled(value, 1000, ['B', 'kB', 'MB', 'GB', 'TB']) : UNKNOWN;
}

/** 6.6 s, 4 min 12 s, 1 h 3 min */
export function duration(seconds) {
    if (!known(seconds)) {
        return UNKNOWN;
    }
    if (seconds < 59.95) {
        return seconds === 0 || seconds >= 0.05 ? `${SHORT.format(seconds)} s` : '< 0.1 s';
    }
    return longDuration(Math.round(seconds));
}

/** As duration, but in whole seconds: for what ticks. */
export function ticking(seconds) {
    if (!known(seconds)) {
        return UNKNOWN;
    }
    const rounded = Math.max(0, Math.round(seconds));
    return rounded < 60 ? `${rounded} s` : longDuration(rounded);
}

function longDuration(seconds) {
    const minutes = Math.floor(seconds / 60);
    const hours = Math.floor(minutes / 60);
    if (hours >= 48) {
        return `${Math.floor(hours / 24)} d ${hours % 24} h`;
    }
    return hours > 0 ? `${hours} h ${minutes % 60} min` : `${minutes} min ${seconds % 60} s`;
}

/** The seconds from one moment to another, or null. */
export function secondsBetween(from, to) {
    const seconds = (Date.parse(to) - Date.parse(from)) / 1000;
    return Number.isFinite(seconds) ? Math.max(0, seconds) : null;
}

/** The text, cut where it is longer than the most that fits. */
export function clipped(text, most) {
    return text.length > most ? `${text.slice(0, most - 1).trimEnd()}…` : text;
}

/** A moment in the reader's own manner, in UTC when pointed at. */
export function moment(iso) {
    const at = Date.parse(iso);
    if (!known(at)) {
        return iso ?? UNKNOWN;
    }
    return element('time', { datetime: iso, title: iso }, MOMENT.format(at));
}

/** "1 film", "2 films" */
export function counted(value, one, many = `${one}s`) {
    return `${whole(value)} ${value === 1 ? one : many}`;
}
