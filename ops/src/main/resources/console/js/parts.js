/** Pieces that several views are made of. */

import { element, fill, setData, setText } from './dom.js';
import { icon } from './icons.js';
import { SIGNS } from './words.js';

/** How long a question that failed waits before it is asked again. */
const RETRY_MILLISECONDS = 5000;

/** A state as a word with its sign. */
export function badge(state, text = state) {
    const sign = SIGNS[state] ?? SIGNS.unknown;
    return element('span', { class: `badge tone-${sign.tone}` }, icon(sign.icon), text ?? 'unknown');
}

/** A note with its sign; `more` are further nodes in it. */
export function notice(tone, text, ...more) {
    const sign = { bad: 'cross', warn: 'warning', calm: 'question' }[tone];
    return element(
        'div',
        { class: `notice tone-${tone}` },
        icon(sign),
        element('div', {}, element('p', {}, text), more),
    );
}

/** What is said where there is nothing to show. */
export function emptyState(title, text) {
    return element('div', { class: 'empty' }, element('p', { class: 'empty-title' }, title), element('p', {}, text));
}

/** A section with its heading; the content follows it. */
export function card(title, attributes, ...content) {
    const id = `title-${title.toLowerCase().replace(/[^a-z]+/g, '-')}`;
    return element(
        'section',
        { class: 'card', 'aria-labelledby': id, ...attributes },
        element('h2', { id }, title),
        content,
    );
}

/** A table in a region that scrolls by itself, by keyboard too, where it is wider than the screen. */
export function tableRegion(label, table) {
    return element('div', { class: 'table-region', role: 'region', 'aria-label': label, tabindex: '0' }, table);
}

/** Terms with their values; pairs whose value is null are left out. */
export function facts(pairs, attributes = {}) {
    const shown = pairs.filter(([, value]) => value !== null && value !== undefined);
    return element(
        'dl',
        { class: 'facts', ...attributes },
        shown.map(([term, value]) => element('div', {}, element('dt', {}, term), element('dd', {}, value))),
    );
}

/** "Newer" and "Older" or the like, and where one is. */
export function pager({ label, place, back, forward }) {
    const step = ({ text, go }) =>
        element('button', { type: 'button', disabled: !go, on: { click: go ?? (() => {}) } }, text);
    return element(
        'nav',
        { class: 'pager', 'aria-label': label },
        step(back),
        element('span', {}, place),
        step(forward),
    );
}

/** Changes the line at the top that says that something is wrong with the console itself; null takes it away. */
export function showBanner(text) {
    const banner = document.getElementById('banner');
    banner.hidden = !text;
    setText(banner, text);
}

/** Says what came of an order, or what has just happened; null takes it away. */
export function showMessage(text, tone = 'calm') {
    const message = document.getElementById('message');
    setText(message, text);
    setData(message, 'tone', text ? tone : null);
}

/** Tells something to those who listen to the page. */
export function announce(text) {
    setText(document.getElementById('announcer'), text);
}

/**
 * Asks, and shows the answer in the area; where that fails says why and, if it may pass, asks again by itself.
 *
 * @param question makes a promise of the answer
 * @param show puts an answer on the page
 */
export async function load(area, question, show, signal) {
    area.setAttribute('aria-busy', 'true');
    const slow = setTimeout(
        () => area.childElementCount === 0 && fill(area, element('p', { class: 'loading' }, 'Loading …')),
        250,
    );
    try {
        const answer = await question();
        if (!signal.aborted) {
            show(answer);
        }
    } catch (problem) {
        if (signal.aborted || problem.name === 'AbortError') {
            return;
        }
        showProblem(area, problem, () => load(area, question, show, signal), signal);
    } finally {
        clearTimeout(slow);
        area.removeAttribute('aria-busy');
    }
}

function showProblem(area, problem, again, signal) {
    let asked = false;
    const once = () => {
        if (!asked && !signal.aborted && area.contains(note)) {
            asked = true;
            again();
        }
    };
    const button = element('button', { type: 'button', on: { click: once } }, 'Try again');
    const note = notice('bad', problem.message, problem.passes ? button : null);
    note.setAttribute('role', 'alert');
    const shown = area.querySelector('.notice[role="alert"] p');
    if (shown?.textContent === problem.message) {
        // The same again is not announced again: only the waiting starts anew.
        shown.closest('.notice').removeAttribute('role');
        note.removeAttribute('role');
    }
    fill(area, note);
    if (problem.passes) {
        setTimeout(once, RETRY_MILLISECONDS);
    }
}
