/** What could not be used: by kind, and record by record. */

import { ask } from './api.js';
import { element, fill, listen } from './dom.js';
import { counted, whole } from './format.js';
import { emptyState, load, pager } from './parts.js';

const PAGE_SIZE = 25;

export function showRejects({ page, signal }) {
    const area = element('div', { class: 'area' });
    fill(page, area);
    load(
        area,
        () => ask('/api/rejects', {}, signal),
        ({ total, kinds }) => {
            if (kinds.length === 0) {
                fill(area, emptyState('No rejected records.', 'All that was read could be used.'));
                return;
            }
            fill(
                area,
                element(
                    'p',
                    { class: 'lead', id: 'rejects-total' },
                    element('strong', {}, counted(total, 'record')),
                    ` could not be used, of ${counted(kinds.length, 'kind')}. Open a kind for its records; `,
                    'once the source is mended, ',
                    element('code', {}, './marquee replay'),
                    ' reads it again.',
                ),
                element(
                    'ul',
                    { class: 'kinds' },
                    kinds.map((kind) => element('li', {}, kindDetails(kind, signal))),
                ),
            );
        },
        signal,
    );
}

function kindDetails({ source, reason, records, example }, signal) {
    const area = element('div', { class: 'area kind-records' });
    const details = element(
        'details',
        { class: 'kind', data: { source, reason } },
        element(
            'summary',
            {},
            element('span', { class: 'kind-count number' }, whole(records)),
            element('span', { class: 'tag' }, source),
            element(
                'span',
                { class: 'kind-reason' },
                reason,
                example
                    ? element('span', { class: 'kind-example' }, 'for example ', element('code', {}, example))
                    : null,
            ),
        ),
        area,
    );
    let loaded = false;
    listen(
        details,
        'toggle',
        () => {
            if (details.open && !loaded) {
                loaded = true;
                showRecords(area, { source, reason }, 0, signal);
            }
        },
        signal,
    );
    return details;
}

function showRecords(area, kind, offset, signal) {
    const parameters = { ...kind, limit: PAGE_SIZE, offset };
    return load(
        area,
        () => ask('/api/rejects/records', parameters, signal),
        ({ total, rows }) => {
            const go = async (to, side) => {
                await showRecords(area, kind, to, signal);
                focusButton(area, side);
            };
            const last = offset + rows.length;
            fill(
                area,
                element('ol', { class: 'records', start: offset + 1 }, rows.map(recordItem)),
                total > PAGE_SIZE
                    ? pager({
                          label: `Pages of rejected records: ${kind.source}, ${kind.reason}`,
                          place: `${whole(offset + 1)}–${whole(last)} of ${whole(total)}`,
                          back: {
                              text: 'Previous',
                              go: offset > 0 ? () => go(Math.max(0, offset - PAGE_SIZE), 'first') : null,
                          },
                          forward: { text: 'Next', go: last < total ? () => go(last, 'last') : null },
                      })
                    : null,
            );
        },
        signal,
    );
}

// The button that was used is made anew with the page: the focus stays where it was, or goes to the other one.
function focusButton(area, side) {
    const buttons = [...area.querySelectorAll('.pager button')];
    const own = side === 'first' ? buttons.at(0) : buttons.at(-1);
    (own?.disabled ? buttons.find((button) => !button.disabled) : own)?.focus();
}

function recordItem({ place, reason, record }) {
    return element(
        'li',
        {},
        element(
            'div',
            { class: 'record-head' },
            element('code', { class: 'record-place' }, place ?? '–'),
            element('p', { class: 'record-reason' }, reason ?? '–'),
        ),
        element('code', { class: 'record-text' }, record ?? '–'),
    );
}
