/** How the newest run that is over has ended. */

import { element, fill, setData } from './dom.js';
import { duration, moment, secondsBetween, share, whole } from './format.js';
import { badge, card, emptyState, facts, notice } from './parts.js';
import { changedWords, rejectedOf } from './sums.js';
import { OUTCOMES } from './words.js';

export function lastRun() {
    const body = element('div', { class: 'card-body' });
    const node = card('Last run', { id: 'last-run', class: 'card' }, body);
    let shown = null;

    const update = (run, isOn) => {
        const wanted = JSON.stringify([run, isOn]);
        if (wanted === shown) {
            return;
        }
        shown = wanted;
        setData(node, 'state', run?.state ?? 'none');
        setData(node, 'runId', run?.run_id);
        fill(body, run ? story(run) : nothingYet(isOn));
    };
    return { node, update };
}

function nothingYet(isOn) {
    return isOn
        ? emptyState('No run has ended yet.', 'The first one is on: see above.')
        : emptyState(
              'No run yet: start one above.',
              'It reads the films and the pages, matches them and makes the report.',
          );
}

function story(run) {
    const problem = run.error && notice(run.state === 'failed' ? 'bad' : 'warn', run.error);
    return [
        element('p', { class: 'outcome' }, badge(run.state), ' ', OUTCOMES[run.state] ?? null),
        problem,
        facts([
            ['Started', moment(run.started_at)],
            ['Took', duration(secondsBetween(run.started_at, run.ended_at))],
            ['Started by', run.reason],
            ['Changed', changedWords(run)],
            ['Films', known(run.film_count)],
            ['With page', withPage(run)],
            ['Ranked', known(run.ranked)],
            ['Rejected', known(rejectedOf(run))],
        ]),
        element(
            'p',
            {},
            element(
                'a',
                { href: `#/runs/${encodeURIComponent(run.run_id)}` },
                `Run ${run.run_id}: counts, times and log`,
            ),
        ),
    ];
}

const known = (count) => (typeof count === 'number' ? whole(count) : null);

function withPage({ matched, film_count: films }) {
    if (typeof matched !== 'number') {
        return null;
    }
    return films > 0 ? `${whole(matched)} (${share(matched / films)})` : whole(matched);
}
