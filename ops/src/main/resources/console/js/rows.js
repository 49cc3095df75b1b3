/** The table of the report. */

import { element, hiddenText } from './dom.js';
import { moneyElement, oneDigit, times, twoDigits, UNKNOWN, whole } from './format.js';
import { icon } from './icons.js';

/** What the report can be sorted by, with the order that one expects first. */
export const COLUMNS = [
    { sort: 'rank', label: 'Rank', order: 'asc', kind: 'number' },
    { sort: 'title', label: 'Film', order: 'asc' },
    { sort: 'return_on_budget', label: 'Return', order: 'desc', kind: 'number' },
    { sort: 'year', label: 'Year', order: 'desc', kind: 'number' },
    { sort: 'budget', label: 'Budget', order: 'desc', kind: 'number' },
    { sort: 'revenue', label: 'Revenue', order: 'desc', kind: 'number' },
    { sort: 'rating', label: 'Rating', order: 'desc', kind: 'number' },
    { sort: 'votes', label: 'Votes', order: 'desc', kind: 'number' },
];

const SORTED = { asc: 'ascending', desc: 'descending' };

export function reportTable(rows, { sort, order }, onSort) {
    const heads = COLUMNS.map((column) =>
        element(
            'th',
            {
                scope: 'col',
                class: column.kind,
                'aria-sort': column.sort === sort ? SORTED[order] : null,
            },
            element(
                'button',
                {
                    type: 'button',
                    class: 'sort',
                    data: { sort: column.sort },
                    on: { click: () => onSort(column.sort) },
                },
                column.label,
                element('span', { class: 'sort-sign', 'aria-hidden': 'true' }, signOf(column, sort, order)),
            ),
        ),
    );
    return element(
        'table',
        { class: 'report' },
        element('caption', { class: 'visually-hidden' }, 'The report; the buttons in its head sort it'),
        element('thead', {}, element('tr', {}, heads, element('th', { scope: 'col' }, 'Page'))),
        element('tbody', {}, rows.map(filmRow)),
    );
}

function signOf(column, sort, order) {
    if (column.sort !== sort) {
        return '↕';
    }
    return order === 'asc' ? '↑' : '↓';
}

function filmRow(film) {
    const number = (value) => element('td', { class: 'number' }, value);
    return element(
        'tr',
        { data: { filmId: film.film_id } },
        number(whole(film.rank)),
        element('th', { scope: 'row', class: 'film' }, filmWords(film)),
        element(
            'td',
            { class: 'number', title: film.ratio ? `budget / revenue: ${film.ratio}` : null },
            times(film.return_on_budget),
        ),
        number(film.year ?? UNKNOWN),
        number(moneyElement(film.budget)),
        number(moneyElement(film.revenue)),
        number(oneDigit(film.rating)),
        number(whole(film.votes)),
        element('td', {}, pageLink(film)),
    );
}

function filmWords(film) {
    const genres = film.genres ?? [];
    const companies = film.production_companies ?? [];
    return [
        element('span', { class: 'film-title' }, film.title ?? UNKNOWN),
        genres.length + companies.length > 0
            ? element(
                  'span',
                  { class: 'film-more' },
                  genres.length > 0 ? hiddenText('. Genres: ') : null,
                  genres.map((genre, index) => [
                      index > 0 ? hiddenText(', ') : null,
                      element('span', { class: 'tag' }, genre),
                  ]),
                  companies.length > 0
                      ? element('span', { class: 'film-companies' }, hiddenText('. Companies: '), companies.join(', '))
                      : null,
              )
            : null,
        film.wikipedia_abstract
            ? element(
                  'details',
                  { class: 'abstract' },
                  element('summary', {}, 'Abstract', hiddenText(` of ${film.title}`)),
                  element('p', {}, film.wikipedia_abstract),
                  film.ratio ? element('p', { class: 'quiet' }, `Budget / revenue: ${shortRatio(film.ratio)}`) : null,
              )
            : null,
    ];
}

function shortRatio(ratio) {
    return ratio < 0.01 ? String(Number(ratio.toPrecision(2))) : twoDigits(ratio);
}

// An address of another kind, such as javascript:, must not become a link.
function pageLink({ wikipedia_url: url, title }) {
    if (typeof url !== 'string' || !url.startsWith('https://')) {
        return url ? element('span', { class: 'quiet' }, url) : UNKNOWN;
    }
    return element(
        'a',
        { class: 'outside', href: url, target: '_blank', rel: 'noopener noreferrer', title: url },
        'Wikipedia',
        hiddenText(` on ${title}, in a new tab`),
        icon('outside'),
    );
}
