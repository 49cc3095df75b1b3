/** The log of a run, with a filter. */

import { element, fill, listen, setText, whenQuiet } from './dom.js';
import { counted, whole } from './format.js';
import { card, emptyState, load } from './parts.js';

const LEVEL = /\b(TRACE|DEBUG|INFO|WARN|ERROR|FATAL)\b/;
const BEGINNING = /^\d{4}-\d{2}-\d{2}/;
const QUIET_MILLISECONDS = 150;

export function logViewer(runId, question, signal) {
    const filter = element('input', { id: 'log-filter', type: 'search', autocomplete: 'off', spellcheck: 'false' });
    const troubleOnly = element('input', { id: 'log-trouble', type: 'checkbox' });
    const count = element('p', { class: 'quiet', role: 'status' });
    const region = element('div', {
        id: 'log',
        class: 'log',
        role: 'region',
        tabindex: '0',
        'aria-label': `Log of run ${runId}`,
    });
    const area = element('div', { class: 'area' });
    const node = card(
        'Log',
        {},
        element(
            'div',
            { class: 'toolbar' },
            element('label', { for: 'log-filter' }, 'Filter'),
            filter,
            element('label', { class: 'choice' }, troubleOnly, ' only warnings and errors'),
            count,
        ),
        area,
    );
    let lines = [];
    let shown = '';
    let cut = false;

    const apply = () => {
        const wanted = filter.value.trim().toLowerCase();
        let matching = 0;
        for (const { line, text, trouble } of lines) {
            const fits = (!wanted || text.includes(wanted)) && (!troubleOnly.checked || trouble);
            line.hidden = !fits;
            matching += fits ? 1 : 0;
        }
        const total = counted(lines.length, 'line');
        setText(
            count,
            (matching === lines.length ? total : `${whole(matching)} of ${total}`)
                + (cut ? '; the log is longer than what is shown' : ''),
        );
    };
    const show = (answer) => {
        cut = answer.cut;
        // What has not changed stays as it is, with the reader's place in it.
        const wanted = JSON.stringify(answer);
        if (wanted === shown) {
            return;
        }
        shown = wanted;
        lines = linesOf(answer.lines ?? []);
        fill(
            region,
            lines.map(({ line }) => line),
        );
        fill(
            area,
            lines.length > 0 ? region : emptyState('No lines.', answer.note ?? 'The log has nothing of this run.'),
            lines.length > 0 && answer.note ? element('p', { class: 'quiet' }, answer.note) : null,
        );
        apply();
    };
    listen(filter, 'input', whenQuiet(apply, QUIET_MILLISECONDS), signal);
    listen(troubleOnly, 'change', apply, signal);
    return {
        node,
        load: () => load(area, question, show, signal),
    };
}

// A line that does not begin with a time belongs to the event before it, such as a stack trace.
function linesOf(texts) {
    let level = null;
    return texts.map((text) => {
        const own = LEVEL.exec(text)?.[1];
        level = BEGINNING.test(text) || own ? (own ?? null) : level;
        const trouble = ['WARN', 'ERROR', 'FATAL'].includes(level);
        return {
            line: element(
                'div',
                { class: `log-line${trouble ? ` log-${level.toLowerCase()}` : ''}`, data: { level } },
                text || ' ',
            ),
            text: text.toLowerCase(),
            trouble,
        };
    });
}
