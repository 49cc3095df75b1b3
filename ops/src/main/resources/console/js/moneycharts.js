/** Charts of budgets, revenues and returns: what each shows and says. */

import { countOptions, countSeries, linesOf } from './bars.js';
import { clipped, counted, money, times, whole } from './format.js';

const TOOLTIP_LETTERS = 44;

// Only powers of ten are written on an axis with a logarithm, or the words run into one another.
function atPowers(words) {
    return (value) =>
        Number.isInteger(Math.log10(value)) || Math.abs(Math.log10(value) % 1) < 1e-9 ? words(value) : null;
}

const shortTimes = (value) => `${value >= 1 ? whole(value) : Number(value.toPrecision(1))}×`;

const byReturn = (one, other) => (other.return_on_budget ?? 0) - (one.return_on_budget ?? 0);

const named = ({ title, year }) => (year ? `${title} (${year})` : `${title}`);

export function scatterChart(points = []) {
    // An axis with a logarithm has no place for nothing.
    const drawn = points.filter(({ budget, return_on_budget: back }) => budget > 0 && back > 0);
    if (drawn.length === 0) {
        return null;
    }
    const [best] = drawn.toSorted(byReturn);
    return {
        id: 'points',
        title: 'Return and budget of the films of the report',
        summary:
            `${counted(drawn.length, 'film')}; ${named(best)} made the most of its money: `
            + `${money(best.revenue)} from ${money(best.budget)}, ${times(best.return_on_budget)}.`,
        wide: true,
        table: {
            heads: ['Film', 'Budget', 'Revenue', 'Return'],
            rows: drawn.map((film) => [
                named(film),
                money(film.budget),
                money(film.revenue),
                times(film.return_on_budget),
            ]),
        },
        configure: (palette) => ({
            type: 'scatter',
            data: {
                datasets: [
                    {
                        data: drawn.map((film) => ({ x: film.budget, y: film.return_on_budget, film })),
                        backgroundColor: palette.firstSoft,
                        borderColor: palette.first,
                        borderWidth: 1,
                        pointRadius: 3.5,
                        pointHoverRadius: 7,
                    },
                ],
            },
            options: {
                scales: {
                    x: {
                        type: 'logarithmic',
                        title: { display: true, text: 'Budget' },
                        ticks: { callback: atPowers(money), maxRotation: 0 },
                    },
                    y: {
                        type: 'logarithmic',
                        title: { display: true, text: 'Return: revenue / budget' },
                        ticks: { callback: atPowers(shortTimes) },
                    },
                },
                plugins: {
                    tooltip: {
                        callbacks: {
                            title: (items) => items.map(({ raw }) => clipped(named(raw.film), TOOLTIP_LETTERS)),
                            label: ({ raw: { film } }) => [
                                `Rank ${whole(film.rank)}`,
                                `${money(film.budget)} → ${money(film.revenue)}`,
                                `Return ${times(film.return_on_budget)}`,
                            ],
                        },
                    },
                },
            },
        }),
    };
}

function groupTable(head, groups) {
    return {
        words: 'Best film',
        heads: [head, 'Films', 'Budget', 'Revenue', 'Return', 'Median return', 'Best film'],
        rows: groups.map((group) => [
            group.name,
            whole(group.films),
            money(group.budget),
            money(group.revenue),
            times(group.return_on_budget),
            times(group.median_return),
            group.best_film ?? '–',
        ]),
    };
}

function groupConfiguration(groups, palette, { lying }) {
    const value = lying ? 'x' : 'y';
    const name = lying ? 'y' : 'x';
    const series = (label, field, colour) => ({
        label,
        data: groups.map((group) => group[field]),
        backgroundColor: colour,
        borderRadius: 3,
        categoryPercentage: 0.75,
        barPercentage: 0.9,
    });
    return {
        type: 'bar',
        data: {
            labels: groups.map((group) => group.name),
            datasets: [
                series('All films together', 'return_on_budget', palette.first),
                series('The median film', 'median_return', palette.second),
            ],
        },
        options: {
            indexAxis: name,
            interaction: { mode: 'index', axis: name, intersect: false },
            scales: {
                [value]: {
                    beginAtZero: true,
                    title: { display: true, text: 'Return: revenue / budget' },
                    ticks: { callback: shortTicks },
                },
                [name]: {
                    grid: { display: false },
                    ticks: { autoSkip: false, ...(lying && { callback: linesOf(groups.map((group) => group.name)) }) },
                },
            },
            plugins: {
                legend: { display: true },
                tooltip: {
                    callbacks: {
                        label: (item) => `${item.dataset.label}: ${times(item.raw)}`,
                        footer: ([{ dataIndex }]) => footerOf(groups[dataIndex]),
                    },
                },
            },
        },
    };
}

const shortTicks = (value) => `${Number(value.toPrecision(3))}×`;

function footerOf(group) {
    return [
        counted(group.films, 'film'),
        group.best_film ? clipped(`Best: ${group.best_film}`, TOOLTIP_LETTERS) : null,
    ].filter(Boolean);
}

export function groupsChart(id, title, head, given = []) {
    const groups = given.toSorted(byReturn);
    if (groups.length === 0) {
        return null;
    }
    const [best] = groups;
    return {
        id,
        title,
        summary:
            `${best.name} made the most of it: ${times(best.return_on_budget)} over ${counted(best.films, 'film')}`
            + `${best.best_film ? `, best of them ${best.best_film}` : ''}.`,
        rows: groups.length,
        table: groupTable(head, groups),
        configure: (palette) => groupConfiguration(groups, palette, { lying: true }),
    };
}

export function decadesChart(given = []) {
    const groups = given.toSorted((one, other) => String(one.name).localeCompare(String(other.name)));
    if (groups.length === 0) {
        return null;
    }
    const [best] = given.toSorted(byReturn);
    const [most] = given.toSorted((one, other) => other.films - one.films);
    return {
        id: 'decades',
        title: 'Return by decade',
        summary:
            `Best decade: ${best.name}, ${times(best.return_on_budget)}. `
            + `Most films, ${whole(most.films)}, are of the decade ${most.name}.`,
        table: groupTable('Decade', groups),
        configure: (palette) => groupConfiguration(groups, palette, { lying: false }),
    };
}

export function bandsChart(bands = []) {
    const films = bands.reduce((sum, band) => sum + band.films, 0);
    if (films === 0) {
        return null;
    }
    const [most] = bands.toSorted((one, other) => other.films - one.films);
    return {
        id: 'returns',
        title: 'Distribution of the return',
        summary: `Of ${counted(films, 'ranked film')} most, ${whole(most.films)}, have a return of ${most.name}.`,
        table: { heads: ['Return', 'Films'], rows: bands.map((band) => [band.name, whole(band.films)]) },
        configure: (palette) => ({
            type: 'bar',
            data: { labels: bands.map((band) => band.name), datasets: [countSeries(bands, palette)] },
            options: countOptions('Return: revenue / budget', bands),
        }),
    };
}
