/** The numbers of the report that readers see. */

import { element, fill } from './dom.js';
import { share, whole } from './format.js';
import { card, emptyState } from './parts.js';

export function reportNumbers() {
    const body = element('div', { class: 'card-body' });
    const node = card('Report', { id: 'report-numbers', class: 'card' }, body);
    let shown = null;

    const update = (report) => {
        const wanted = JSON.stringify(report ?? null);
        if (wanted === shown) {
            return;
        }
        shown = wanted;
        fill(body, report ? numbersOf(report) : emptyState('No report yet.', 'The first run that succeeds makes it.'));
    };
    return { node, update };
}

function numbersOf(report) {
    const linkedShare = report.films > 0 ? share(report.linked / report.films) : null;
    const number = (term, value, more) =>
        element(
            'div',
            {},
            element('dt', {}, term),
            element('dd', {}, whole(value), more ? element('small', {}, ` ${more}`) : null),
        );
    return [
        element(
            'dl',
            { class: 'stats' },
            number('Report rows', report.rows),
            number('Films', report.films),
            number('With page', report.linked, linkedShare),
            number('Ranked', report.ranked),
            number('Rejected', report.rejected),
        ),
        element(
            'ul',
            { class: 'links' },
            element('li', {}, element('a', { href: '#/report' }, 'The report')),
            element('li', {}, element('a', { href: '#/money' }, 'Charts of the money')),
            element('li', {}, element('a', { href: '#/rejects' }, 'Rejected records')),
        ),
    ];
}
