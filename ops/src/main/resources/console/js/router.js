/** Shows the view that the address names: `#/runs/ID?state=failed` is the path `/runs/ID` with a query. */

import { element, fill } from './dom.js';

/** The path and the query that the address holds. */
export function currentPlace() {
    const [path, query = ''] = (location.hash.replace(/^#/, '') || '/').split(/\?(.*)/s);
    return { path, query: new URLSearchParams(query) };
}

/** The address of a path with those parameters that have a value. */
export function placeOf(path, parameters = {}) {
    const kept = Object.entries(parameters).filter(
        ([, value]) => value !== undefined && value !== null && value !== '',
    );
    return `#${path}${kept.length > 0 ? `?${new URLSearchParams(kept)}` : ''}`;
}

/** Notes the state of the view that is shown in the address, without showing it anew. */
export function notePlace(place, { asStep = false } = {}) {
    if (place === location.hash) {
        return;
    }
    if (asStep) {
        history.pushState(null, '', place);
    } else {
        history.replaceState(null, '', place);
    }
}

/**
 * Shows views from now on.
 *
 * @param page where they go
 * @param routes each with `pattern`, a regular expression whose groups are handed to `show`; `title`; and `nav`, the
 *     address in the navigation that it belongs to
 */
export function startRouter(page, routes, navigation) {
    let left = new AbortController();
    let first = true;

    const showCurrent = () => {
        const { path, query } = currentPlace();
        if (!path.startsWith('/')) {
            return;
        }
        left.abort();
        left = new AbortController();
        const route = routes.find(({ pattern }) => pattern.test(path));
        const heading = element('h1', { tabindex: '-1' }, route.title);
        const body = element('div', { class: `view view-${route.name}` });
        fill(page, heading, body);
        document.title = `${route.title} · Marquee`;
        markNavigation(navigation, route, path);
        if (!first) {
            scrollTo(0, 0);
            heading.focus({ preventScroll: true });
        }
        first = false;
        route.show({ page: body, heading, groups: route.pattern.exec(path).slice(1), query, signal: left.signal });
    };
    addEventListener('hashchange', showCurrent);
    showCurrent();
}

function markNavigation(navigation, route, path) {
    for (const link of navigation.querySelectorAll('a')) {
        if (link.getAttribute('href') !== route.nav) {
            link.removeAttribute('aria-current');
        } else {
            link.setAttribute('aria-current', route.nav === `#${path}` ? 'page' : 'true');
        }
    }
}
