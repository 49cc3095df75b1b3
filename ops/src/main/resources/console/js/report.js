/** The report: searched, sorted, page by page; its state is in the address. */

import { ask } from './api.js';
import { element, fill, listen, setText, whenQuiet } from './dom.js';
import { counted, whole } from './format.js';
import { icon } from './icons.js';
import { emptyState, load, pager, tableRegion } from './parts.js';
import { notePlace, placeOf } from './router.js';
import { COLUMNS, reportTable } from './rows.js';

const PAGE_SIZE = 50;
const QUIET_MILLISECONDS = 250;
const BEGINNING = { search: '', sort: 'rank', order: 'asc', offset: 0 };

export function showReport({ page, query, signal }) {
    let state = stateOf(query);
    let asked = new AbortController();
    const search = element('input', {
        id: 'search',
        type: 'search',
        value: state.search,
        autocomplete: 'off',
        spellcheck: 'false',
        placeholder: 'Title, company or genre',
    });
    const found = element('p', { class: 'quiet', role: 'status', id: 'found' });
    const area = element('div', { class: 'area' });
    fill(
        page,
        element(
            'div',
            { class: 'toolbar' },
            element('label', { for: 'search' }, 'Search'),
            search,
            found,
            element(
                'a',
                { class: 'button', href: '/api/report.csv', download: true },
                icon('download'),
                'The whole report as CSV',
            ),
        ),
        area,
    );

    const loadRows = () => {
        // What was asked before is no longer waited for.
        asked.abort();
        asked = new AbortController();
        const either = AbortSignal.any([signal, asked.signal]);
        const { search: text, sort, order, offset } = state;
        const parameters = { search: text, sort, order, limit: PAGE_SIZE, offset };
        return load(area, () => ask('/api/report', parameters, either), showRows, either);
    };
    const go = async (changes, { asStep, focus } = {}) => {
        state = { ...state, ...changes };
        notePlace(placeOf('/report', differing(state)), { asStep });
        await loadRows();
        if (focus) {
            area.querySelector(focus)?.focus();
        }
    };
    const showRows = ({ run_id: runId, total, rows }) => {
        setText(found, total === 0 ? 'No film' : `${counted(total, 'film')}${state.search ? ' found' : ''}`);
        if (rows.length === 0) {
            fill(
                area,
                nothing(state, total, () => go({ offset: 0 })),
            );
            return;
        }
        const last = state.offset + rows.length;
        const step = (offset) => async () => {
            await go({ offset }, { asStep: true });
            area.scrollIntoView({ block: 'start' });
            area.querySelector('.table-region')?.focus({ preventScroll: true });
        };
        const onSort = (column) =>
            go({ ...sortedBy(column, state), offset: 0 }, { asStep: true, focus: `[data-sort="${column}"]` });
        fill(
            area,
            tableRegion('The report', reportTable(rows, state, onSort)),
            pager({
                label: 'Pages of the report',
                place: `${whole(state.offset + 1)}–${whole(last)} of ${whole(total)}`,
                back: { text: 'Previous', go: state.offset > 0 ? step(Math.max(0, state.offset - PAGE_SIZE)) : null },
                forward: { text: 'Next', go: last < total ? step(last) : null },
            }),
            runId
                ? element(
                      'p',
                      { class: 'quiet' },
                      'Made by run ',
                      element('a', { href: `#/runs/${encodeURIComponent(runId)}` }, runId),
                  )
                : null,
        );
    };
    listen(
        search,
        'input',
        whenQuiet(() => {
            if (!signal.aborted && search.value.trim() !== state.search) {
                go({ search: search.value.trim(), offset: 0 });
            }
        }, QUIET_MILLISECONDS),
        signal,
    );
    signal.addEventListener('abort', () => asked.abort());
    loadRows();
}

function stateOf(query) {
    const sort = COLUMNS.some((column) => column.sort === query.get('sort')) ? query.get('sort') : BEGINNING.sort;
    const order = ['asc', 'desc'].includes(query.get('order')) ? query.get('order') : BEGINNING.order;
    const offset = Math.max(0, Number.parseInt(query.get('offset') ?? '0', 10) || 0);
    return { search: query.get('search') ?? '', sort, order, offset };
}

// What is as in the beginning need not be in the address.
function differing(state) {
    return Object.fromEntries(Object.entries(state).filter(([key, value]) => value !== BEGINNING[key]));
}

function sortedBy(column, state) {
    const usual = COLUMNS.find(({ sort }) => sort === column).order;
    if (state.sort !== column) {
        return { sort: column, order: usual };
    }
    return { sort: column, order: state.order === 'asc' ? 'desc' : 'asc' };
}

function nothing({ search, offset }, total, toFirst) {
    if (total > 0 && offset > 0) {
        return [
            emptyState('There is no such page of the report.', 'It has become shorter.'),
            element('p', {}, element('button', { type: 'button', on: { click: toFirst } }, 'Go to the first page')),
        ];
    }
    return search
        ? emptyState(`No film of the report matches “${search}”.`, 'Titles, companies and genres are searched.')
        : emptyState('No report yet.', 'Start a run in the view Now: the first one that succeeds makes it.');
}
