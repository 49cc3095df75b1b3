/** One run: its counts, its times, its settings and its log. */

import { ask } from './api.js';
import { element, fill } from './dom.js';
import { duration, moment, money, secondsBetween, share, whole } from './format.js';
import { logViewer } from './log.js';
import { badge, card, facts, load, notice, tableRegion } from './parts.js';
import { sumsOf } from './sums.js';
import { OUTCOMES, SOURCES, STAGE_TIMES } from './words.js';

/** How often a run that is on is looked at again. */
const AGAIN_MILLISECONDS = 5000;

export function showRun({ page, heading, groups, signal }) {
    const runId = idOf(groups[0]);
    const path = `/api/runs/${encodeURIComponent(runId)}`;
    const area = element('div', { class: 'area stack' });
    const log = logViewer(runId, () => ask(`${path}/log`, {}, signal), signal);
    heading.textContent = `Run ${runId}`;
    document.title = `Run ${runId} · Marquee`;
    fill(page, element('p', { class: 'back' }, element('a', { href: '#/runs' }, 'All runs')), area, log.node);

    let shown = null;
    let columns = null;
    const loadRun = () =>
        load(
            area,
            () => ask(path, {}, signal),
            (run) => {
                // What is filled anew loses focus, place and selection.
                const told = JSON.stringify(run);
                if (told !== shown || !area.contains(columns)) {
                    shown = told;
                    columns = element('div', { class: 'columns' }, timesCard(run), settingsCard(run));
                    fill(area, story(run), sourcesCard(run), columns);
                }
                if (run.state === 'running') {
                    setTimeout(lookAgain, AGAIN_MILLISECONDS);
                }
            },
            signal,
        );
    const lookAgain = () => {
        if (signal.aborted) {
            return;
        }
        if (document.hidden) {
            setTimeout(lookAgain, AGAIN_MILLISECONDS);
        } else {
            loadRun();
            log.load();
        }
    };
    loadRun();
    log.load();
}

// An address that somebody has mistyped may not be decodable: then there is no such run.
function idOf(text) {
    try {
        return decodeURIComponent(text);
    } catch {
        return text;
    }
}

function story(run) {
    const known = (value, shown = whole) => (value === undefined || value === null ? null : shown(value));
    const part = run.film_count > 0 ? ` (${share(run.matched / run.film_count)})` : '';
    return card(
        'Outcome',
        { data: { state: run.state } },
        element(
            'p',
            { class: 'outcome' },
            badge(run.state),
            ' ',
            run.state === 'running'
                ? ['The run is on: ', element('a', { href: '#/' }, 'watch it in the view Now'), '.']
                : OUTCOMES[run.state],
        ),
        run.error ? notice(run.state === 'failed' ? 'bad' : 'warn', run.error) : null,
        facts([
            ['Started', run.started_at ? moment(run.started_at) : null],
            ['Ended', run.ended_at ? moment(run.ended_at) : null],
            ['Took', run.ended_at ? duration(secondsBetween(run.started_at, run.ended_at)) : null],
            ['Started by', run.reason],
            ['Films', known(run.film_count)],
            ['With page', known(run.matched, (value) => whole(value) + part)],
            ['Ranked', known(run.ranked)],
            ['Report rows', known(run.report_rows)],
        ]),
    );
}

function sourcesCard(run) {
    const head = (text, kind) => element('th', { scope: 'col', class: kind }, text);
    const rows = SOURCES.map(([source, label]) => {
        const count = (name) => element('td', { class: 'number' }, whole(run[`${source}_${name}`]));
        const changed = run[`${source}_changed`];
        return element(
            'tr',
            { data: { source } },
            element('th', { scope: 'row' }, label),
            element('td', {}, { true: 'yes', false: 'no' }[changed] ?? '–'),
            count('read'),
            count('published'),
            count('rejected'),
            count('seen'),
            element(
                'td',
                {},
                element(
                    'ul',
                    { class: 'checks' },
                    sumsOf(run, source).map(({ rule, state }) =>
                        element(
                            'li',
                            { data: { check: rule, state } },
                            badge(state, { fine: 'fine', broken: 'broken', open: 'no counts' }[state]),
                            ' ',
                            rule,
                        ),
                    ),
                ),
            ),
            element('td', { class: 'location' }, run[`${source}_location`] ?? '–'),
        );
    });
    return card(
        'Sources',
        {},
        tableRegion(
            'Counts of the sources',
            element(
                'table',
                {},
                element('caption', { class: 'visually-hidden' }, 'What the run did with each source'),
                element(
                    'thead',
                    {},
                    element(
                        'tr',
                        {},
                        head('Source'),
                        head('Changed'),
                        head('Read', 'number'),
                        head('Published', 'number'),
                        head('Rejected', 'number'),
                        head('Seen', 'number'),
                        head('Sums'),
                        head('Location'),
                    ),
                ),
                element('tbody', {}, rows),
            ),
        ),
    );
}

function timesCard(run) {
    const times = STAGE_TIMES.map(([field, label]) => [label, run[field] ?? null]);
    const known = times.filter(([, seconds]) => seconds !== null);
    if (known.length === 0) {
        return card('Durations', {}, element('p', { class: 'quiet' }, 'There are no durations of this run.'));
    }
    const longest = Math.max(...known.map(([, seconds]) => seconds), Number.MIN_VALUE);
    return card(
        'Durations',
        {},
        element(
            'dl',
            { class: 'bars' },
            times.map(([label, seconds]) => {
                const bar = element('span', { class: 'bar', 'aria-hidden': 'true' });
                bar.style.inlineSize = `${((seconds ?? 0) / longest) * 100}%`;
                return element(
                    'div',
                    {},
                    element('dt', {}, label),
                    element(
                        'dd',
                        {},
                        element('span', { class: 'bar-track' }, bar),
                        element('span', { class: 'number' }, duration(seconds)),
                    ),
                );
            }),
        ),
    );
}

function settingsCard(run) {
    const ranking = { return: 'return: revenue / budget', ratio: 'ratio: budget / revenue' };
    const settings = [
        ['Rows of the report at most', run.top && whole(run.top)],
        ['Ranked by', run.rank_by && (ranking[run.rank_by] ?? run.rank_by)],
        ['Least budget', typeof run.min_budget === 'number' ? money(run.min_budget) : null],
        ['Least revenue', typeof run.min_revenue === 'number' ? money(run.min_revenue) : null],
    ].filter(([, value]) => value);
    return card(
        'Settings',
        {},
        settings.length > 0
            ? facts(settings, { class: 'facts facts-list' })
            : element('p', { class: 'quiet' }, 'There are no settings of this run.'),
    );
}
