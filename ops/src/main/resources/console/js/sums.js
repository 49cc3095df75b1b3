/** What a run's counts say: what had changed, what was rejected, and whether the sums add up. */

import { SOURCES } from './words.js';

const isNumber = (value) => typeof value === 'number';

/** "films, wikipedia", "nothing", or null if that is not known. */
export function changedWords(run) {
    const known = SOURCES.filter(([source]) => typeof run[`${source}_changed`] === 'boolean');
    if (known.length === 0) {
        return null;
    }
    return (
        known
            .filter(([source]) => run[`${source}_changed`])
            .map(([source]) => source)
            .join(', ') || 'nothing'
    );
}

/** The rejected records of all sources, or null if there is no count. */
export function rejectedOf(run) {
    const counts = SOURCES.map(([source]) => run[`${source}_rejected`]).filter(isNumber);
    return counts.length === 0 ? null : counts.reduce((sum, count) => sum + count, 0);
}

/** Of one source, each rule with its state: `fine`, `broken`, or `open` where a count is missing. */
export function sumsOf(run, source) {
    const [read, published, rejected, seen] = ['read', 'published', 'rejected', 'seen'].map(
        (count) => run[`${source}_${count}`],
    );
    return [
        {
            rule: 'read = published + rejected',
            state: stateOf([read, published, rejected], () => read === published + rejected),
        },
        { rule: 'published = seen', state: stateOf([published, seen], () => published === seen) },
    ];
}

function stateOf(counts, holds) {
    if (!counts.every(isNumber)) {
        return 'open';
    }
    return holds() ? 'fine' : 'broken';
}
