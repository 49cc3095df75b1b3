/** The history of runs. */

import { ask } from './api.js';
import { element, fill, listen } from './dom.js';
import { duration, moment, secondsBetween, whole } from './format.js';
import { badge, emptyState, load, pager, tableRegion } from './parts.js';
import { notePlace, placeOf } from './router.js';
import { changedWords, rejectedOf } from './sums.js';
import { RUN_STATES } from './words.js';

const PAGE_SIZE = 50;

export function showRuns({ page, query, signal }) {
    let state = query.get('state') ?? '';
    let before = query.get('before') ?? '';
    const filter = element(
        'select',
        { id: 'state' },
        element('option', { value: '' }, 'all'),
        RUN_STATES.map((name) => element('option', { value: name, selected: name === state }, name)),
    );
    const area = element('div', { class: 'area' });
    fill(page, element('div', { class: 'toolbar' }, element('label', { for: 'state' }, 'State'), filter), area);

    const go = (changes) => {
        ({ state = state, before = before } = changes);
        notePlace(placeOf('/runs', { state, before }), { asStep: true });
        loadRuns();
    };
    const loadRuns = () => {
        const parameters = { limit: PAGE_SIZE, before, state };
        return load(
            area,
            () => ask('/api/runs', parameters, signal),
            (answer) => showAnswer(answer, parameters),
            signal,
        );
    };
    const showAnswer = ({ runs, more }, asked) => {
        // A slow answer to a question that is no longer asked.
        if (asked.before !== before || asked.state !== state) {
            return;
        }
        fill(
            area,
            runs.length > 0 ? tableRegion('Runs, newest first', runsTable(runs)) : nothing(state, before),
            pager({
                label: 'Pages of runs',
                place: before ? 'Older runs' : 'The newest runs',
                back: { text: 'Newest', go: before ? () => go({ before: '' }) : null },
                forward: { text: 'Older', go: more ? () => go({ before: runs.at(-1).run_id }) : null },
            }),
        );
    };
    listen(filter, 'change', () => go({ state: filter.value, before: '' }), signal);
    loadRuns();
}

function nothing(state, before) {
    if (state) {
        return emptyState(`No run is ${state} here.`, 'Choose another state.');
    }
    return before
        ? emptyState('No older runs.', 'Go back to the newest.')
        : emptyState('No run yet.', 'Start one in the view Now.');
}

function runsTable(runs) {
    const head = (text, kind) => element('th', { scope: 'col', class: kind }, text);
    return element(
        'table',
        {},
        element('caption', { class: 'visually-hidden' }, 'Runs, newest first'),
        element(
            'thead',
            {},
            element(
                'tr',
                {},
                head('Started'),
                head('State'),
                head('Reason'),
                head('Duration', 'number'),
                head('Changed'),
                head('Films', 'number'),
                head('With page', 'number'),
                head('Ranked', 'number'),
                head('Report rows', 'number'),
                head('Rejected', 'number'),
                head('Error'),
            ),
        ),
        element('tbody', {}, runs.map(runRow)),
    );
}

function runRow(run) {
    const number = (value) => element('td', { class: 'number' }, value);
    return element(
        'tr',
        { data: { runId: run.run_id, state: run.state } },
        element(
            'th',
            { scope: 'row' },
            element(
                'a',
                { href: `#/runs/${encodeURIComponent(run.run_id)}` },
                run.started_at ? moment(run.started_at) : run.run_id,
            ),
        ),
        element('td', {}, badge(run.state)),
        element('td', {}, run.reason ?? '–'),
        number(duration(secondsBetween(run.started_at, run.ended_at))),
        element('td', {}, changedWords(run) ?? '–'),
        number(whole(run.film_count)),
        number(whole(run.matched)),
        number(whole(run.ranked)),
        number(whole(run.report_rows)),
        number(whole(rejectedOf(run))),
        element('td', { class: 'error-cell' }, run.error ?? '–'),
    );
}
