/** The charts: what films made of their money, and how sure their pages are. */

import { ask } from './api.js';
import { chartCard } from './charts.js';
import { element, fill } from './dom.js';
import { confidenceChart, methodsChart, qualityChart } from './linkcharts.js';
import { bandsChart, decadesChart, groupsChart, scatterChart } from './moneycharts.js';
import { emptyState, load } from './parts.js';

const COMPANIES = 20;

export function showMoney({ page, signal }) {
    const area = (kind = '') => element('div', { class: `area chart-area ${kind}` });
    const areas = {
        points: area('chart-wide'),
        genres: area(),
        companies: area(),
        decades: area(),
        returns: area(),
        links: area('chart-pair'),
        quality: area('chart-wide'),
    };
    fill(page, element('div', { class: 'charts' }, Object.values(areas)));

    const show = (name, path, parameters, chartsOf) =>
        load(
            areas[name],
            () => ask(path, parameters, signal),
            (answer) => {
                const charts = chartsOf(answer).filter(Boolean);
                fill(
                    areas[name],
                    charts.length > 0
                        ? charts.map((chart) => chartCard(chart, signal))
                        : element(
                              'section',
                              { class: 'card' },
                              emptyState('Nothing to draw yet.', 'Start a run in the view Now.'),
                          ),
                );
            },
            signal,
        );
    show('points', '/api/report/points', {}, ({ points }) => [scatterChart(points)]);
    show('genres', '/api/genres', {}, ({ groups }) => [groupsChart('genres', 'Return by genre', 'Genre', groups)]);
    show('companies', '/api/companies', { limit: COMPANIES }, ({ groups }) => [
        groupsChart('companies', 'Return by company', 'Company', groups),
    ]);
    show('decades', '/api/decades', {}, ({ groups }) => [decadesChart(groups)]);
    show('returns', '/api/returns', {}, ({ bands }) => [bandsChart(bands)]);
    show('links', '/api/links', {}, ({ methods, confidence }) => [methodsChart(methods), confidenceChart(confidence)]);
    show('quality', '/api/quality', {}, ({ questions }) => [qualityChart(questions)]);
}
