/** Starts the console: the routes to its views. */

import { fill } from './dom.js';
import { showMoney } from './money.js';
import { showNow } from './now.js';
import { emptyState, showBanner, showMessage } from './parts.js';
import { showRejects } from './rejects.js';
import { showReport } from './report.js';
import { startRouter } from './router.js';
import { showRun } from './run.js';
import { showRuns } from './runs.js';

const ROUTES = [
    { name: 'now', pattern: /^\/$/, title: 'Now', nav: '#/', show: showNow },
    { name: 'runs', pattern: /^\/runs$/, title: 'Runs', nav: '#/runs', show: showRuns },
    { name: 'run', pattern: /^\/runs\/([^/]+)$/, title: 'Run', nav: '#/runs', show: showRun },
    { name: 'rejects', pattern: /^\/rejects$/, title: 'Rejected records', nav: '#/rejects', show: showRejects },
    { name: 'report', pattern: /^\/report$/, title: 'Report', nav: '#/report', show: showReport },
    { name: 'money', pattern: /^\/money$/, title: 'Money', nav: '#/money', show: showMoney },
    { name: 'nothing', pattern: /(?:)/, title: 'Nothing here', nav: null, show: showNothing },
];

function showNothing({ page }) {
    fill(page, emptyState('There is no such view.', 'Choose one of those above.'));
}

const content = document.getElementById('content');

// The address names the view, so the link must not put its own target there.
document.getElementById('skip').addEventListener('click', (event) => {
    event.preventDefault();
    content.focus();
});

// What was said belongs to the view that is left.
addEventListener('hashchange', () => {
    showBanner(null);
    showMessage(null);
});

startRouter(content, ROUTES, document.getElementById('navigation'));
