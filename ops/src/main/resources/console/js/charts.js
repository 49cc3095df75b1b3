/** Draws charts in the colours of the style sheet, anew when those change. */

import { element, fill, listen } from './dom.js';
import { notice, tableRegion } from './parts.js';

const ROW_PIXELS = 30;
const AXIS_PIXELS = 90;

/** The colours as the style sheet has them now. */
function colours() {
    const style = getComputedStyle(document.documentElement);
    const of = (name) => style.getPropertyValue(`--${name}`).trim();
    return {
        first: of('chart-first'),
        firstSoft: of('chart-first-soft'),
        second: of('chart-second'),
        text: of('text-quiet'),
        grid: of('line'),
        surface: of('surface'),
        strong: of('text'),
    };
}

/**
 * A chart with its heading, its summary and its table.
 *
 * @param summary one line that says what can be seen
 * @param configure makes the configuration for Chart.js out of the colours
 * @param rows the number of bars that lie below one another, if they do
 * @param table the heads and the rows of the same data; `words` is the head that has texts below it, not numbers
 */
export function chartCard({ id, title, summary, configure, rows, table, wide }, signal) {
    const canvas = element('canvas', { role: 'img', 'aria-label': `${title}. ${summary}` });
    const frame = element('div', { class: 'chart-frame' }, canvas);
    if (rows) {
        frame.style.blockSize = `${rows * ROW_PIXELS + AXIS_PIXELS}px`;
    }
    const titleId = `chart-${id}`;
    const node = element(
        'section',
        { class: `card chart${wide ? ' chart-wide' : ''}`, 'aria-labelledby': titleId, data: { chart: id } },
        element('h2', { id: titleId }, title),
        element('p', { class: 'quiet' }, summary),
        frame,
        element(
            'details',
            { class: 'as-table' },
            element('summary', {}, 'Show as table', element('span', { class: 'visually-hidden' }, `: ${title}`)),
            tableRegion(`${title}, as table`, dataTable(title, table)),
        ),
    );
    draw(frame, canvas, configure, signal);
    return node;
}

function draw(frame, canvas, configure, signal) {
    if (!globalThis.Chart) {
        fill(frame, notice('warn', 'The charts cannot be drawn here; the table has the same data.'));
        frame.classList.add('chart-missing');
        return;
    }
    let chart = null;
    const drawNow = () => {
        chart?.destroy();
        const palette = colours();
        chart = new globalThis.Chart(canvas, withManners(configure(palette), palette));
    };
    // Chart.js measures its frame, so the card must be on the page first.
    requestAnimationFrame(() => {
        if (signal.aborted) {
            return;
        }
        drawNow();
        listen(matchMedia('(prefers-color-scheme: dark)'), 'change', drawNow, signal);
        signal.addEventListener('abort', () => chart.destroy());
    });
}

function withManners(configuration, palette) {
    const options = configuration.options ?? {};
    const { tooltip = {}, legend = { display: false } } = options.plugins ?? {};
    const axis = (own = {}) => ({
        ...own,
        border: { color: palette.grid },
        grid: { color: palette.grid, ...own.grid },
        ticks: { color: palette.text, ...own.ticks },
        title: { color: palette.text, ...own.title },
    });
    const font = { family: getComputedStyle(document.body).fontFamily, size: 12 };
    return {
        ...configuration,
        options: {
            ...options,
            animation: false,
            maintainAspectRatio: false,
            responsive: true,
            font,
            scales: { x: axis(options.scales?.x), y: axis(options.scales?.y) },
            plugins: {
                legend: {
                    position: 'top',
                    align: 'start',
                    ...legend,
                    labels: { color: palette.text, boxWidth: 12, boxHeight: 12 },
                },
                tooltip: {
                    backgroundColor: palette.strong,
                    titleColor: palette.surface,
                    bodyColor: palette.surface,
                    padding: 10,
                    cornerRadius: 6,
                    displayColors: false,
                    ...tooltip,
                },
            },
        },
    };
}

function dataTable(title, { heads, rows, words }) {
    const kindOf = (index) => (index === 0 || heads[index] === words ? null : 'number');
    return element(
        'table',
        {},
        element('caption', { class: 'visually-hidden' }, title),
        element(
            'thead',
            {},
            element(
                'tr',
                {},
                heads.map((head, index) => element('th', { scope: 'col', class: kindOf(index) }, head)),
            ),
        ),
        element(
            'tbody',
            {},
            rows.map(([first, ...others]) =>
                element(
                    'tr',
                    {},
                    element('th', { scope: 'row' }, first),
                    others.map((value, index) => element('td', { class: kindOf(index + 1) }, value)),
                ),
            ),
        ),
    );
}
