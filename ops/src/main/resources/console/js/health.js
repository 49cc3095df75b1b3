/** How the parts of the pipeline are. */

import { element, fill } from './dom.js';
import { badge, card } from './parts.js';
import { PARTS } from './words.js';

export function healthCards() {
    const list = element('ul', { class: 'health' });
    const node = card('Health', { id: 'health', class: 'card' }, list);
    let shown = null;

    const update = (parts) => {
        const wanted = JSON.stringify(parts);
        if (wanted === shown) {
            return;
        }
        shown = wanted;
        fill(
            list,
            parts.map(({ name, state, detail }) =>
                element(
                    'li',
                    { data: { part: name, state } },
                    element('div', { class: 'health-head' }, element('h3', {}, PARTS[name] ?? name), badge(state)),
                    detail ? element('p', {}, detail) : null,
                ),
            ),
        );
    };
    return { node, update };
}
