/** Charts of how films found their pages, how sure that is, and what films lack. */

import { countOptions, countSeries, lyingCountOptions } from './bars.js';
import { counted, share, twoDigits, whole } from './format.js';

const NO_PAGE = 'no page';

export function methodsChart(given = []) {
    const methods = given.toSorted((one, other) => other.films - one.films);
    if (methods.length === 0) {
        return null;
    }
    const names = methods.map(({ method }) => method);
    const without = methods.find(({ method }) => method === NO_PAGE);
    const [first] = methods.filter(({ method }) => method !== NO_PAGE);
    return {
        id: 'methods',
        title: 'How films found their pages',
        summary: [
            first && `Most by ${first.method}: ${counted(first.films, 'film')}, ${share(first.share)}.`,
            without
                ? `${counted(without.films, 'film')} (${share(without.share)}) have no page.`
                : 'Every film has a page.',
        ]
            .filter(Boolean)
            .join(' '),
        rows: methods.length,
        table: {
            heads: ['Method', 'Films', 'Share', 'Lowest confidence', 'Average confidence'],
            rows: methods.map((row) => [
                row.method,
                whole(row.films),
                share(row.share),
                twoDigits(row.lowest_confidence),
                twoDigits(row.average_confidence),
            ]),
        },
        configure: (palette) => ({
            type: 'bar',
            data: { labels: names, datasets: [countSeries(methods, palette)] },
            options: lyingCountOptions(names, methods, (row) => [share(row.share), confidenceOf(row)]),
        }),
    };
}

function confidenceOf({ average_confidence: average, lowest_confidence: lowest }) {
    return typeof average === 'number'
        ? `Confidence ${twoDigits(average)} on average, ${twoDigits(lowest)} at least`
        : null;
}

export function confidenceChart(bands = []) {
    const films = bands.reduce((sum, band) => sum + band.films, 0);
    if (films === 0) {
        return null;
    }
    const named = ({ at_least: from, below: to }) => `${twoDigits(from)}–${twoDigits(to)}`;
    // Bounds that come of a sum, such as 0.6 + 7 × 0.05, may be a hair below.
    const sure = bands.filter((band) => band.at_least > 0.949).reduce((sum, band) => sum + band.films, 0);
    return {
        id: 'confidence',
        title: 'Confidence of the matches',
        summary: `${whole(sure)} of ${counted(films, 'match', 'matches')} (${share(sure / films)}) reach 0.95.`,
        table: { heads: ['Confidence', 'Matches'], rows: bands.map((band) => [named(band), whole(band.films)]) },
        configure: (palette) => ({
            type: 'bar',
            data: {
                labels: bands.map(named),
                datasets: [{ ...countSeries(bands, palette), categoryPercentage: 1, barPercentage: 0.94 }],
            },
            options: countOptions('Confidence', bands),
        }),
    };
}

export function qualityChart(questions = []) {
    if (questions.length === 0) {
        return null;
    }
    const names = questions.map(({ name }) => name);
    const [most] = questions.toSorted((one, other) => other.films - one.films);
    return {
        id: 'quality',
        title: 'What the films lack',
        summary: `The most frequent: ${counted(most.films, 'film')} ${most.name} (${share(most.share)}).`,
        rows: questions.length,
        table: {
            heads: ['Question', 'Films', 'Share'],
            rows: questions.map((row) => [row.name, whole(row.films), share(row.share)]),
        },
        configure: (palette) => ({
            type: 'bar',
            data: { labels: names, datasets: [countSeries(questions, palette)] },
            options: lyingCountOptions(names, questions, (row) => share(row.share)),
        }),
    };
}
