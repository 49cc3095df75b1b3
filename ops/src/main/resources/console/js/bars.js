/** Bars that count films, upright or lying, with their axes and tooltips. */

import { clipped, counted } from './format.js';

const AXIS_LETTERS = 18;
const SPLIT = new RegExp(`^(.{1,${AXIS_LETTERS}})(?:\\s+(.*))?$`);

/** Names on an axis: long ones on two lines. */
export function linesOf(names) {
    return (value, index) => {
        const name = String(names[index] ?? 'not known');
        const [, first, second] = SPLIT.exec(name) ?? [null, name.slice(0, AXIS_LETTERS), name.slice(AXIS_LETTERS)];
        return second ? [first, clipped(second, AXIS_LETTERS)] : first;
    };
}

/** Bars that count films. */
export function countSeries(rows, palette) {
    return { data: rows.map((row) => row.films), backgroundColor: palette.first, borderRadius: 3, maxBarThickness: 56 };
}

/** Axes and tooltips of upright bars that count films; `names` is the title of the axis below them. */
export function countOptions(names, rows) {
    return {
        interaction: { mode: 'index', axis: 'x', intersect: false },
        scales: {
            x: { grid: { display: false }, title: { display: true, text: names }, ticks: { autoSkip: false } },
            y: { beginAtZero: true, title: { display: true, text: 'Films' }, ticks: { precision: 0 } },
        },
        plugins: { tooltip: { callbacks: { label: ({ dataIndex }) => counted(rows[dataIndex].films, 'film') } } },
    };
}

/** Axes and tooltips of lying bars that count films; `more` are further lines of a row's tooltip. */
export function lyingCountOptions(labels, rows, more) {
    return {
        indexAxis: 'y',
        interaction: { mode: 'index', axis: 'y', intersect: false },
        scales: {
            x: { beginAtZero: true, title: { display: true, text: 'Films' }, ticks: { precision: 0, maxRotation: 0 } },
            y: { grid: { display: false }, ticks: { autoSkip: false, callback: linesOf(labels) } },
        },
        plugins: {
            tooltip: {
                callbacks: {
                    label: ({ dataIndex }) =>
                        [counted(rows[dataIndex].films, 'film'), more(rows[dataIndex])].flat().filter(Boolean),
                },
            },
        },
    };
}
