/** Orders to the console: a run now, pause, resume. Each needs the token. */

import { order } from './api.js';
import { showMessage } from './parts.js';
import { askForToken, forgetToken, keepToken, keptToken } from './token.js';

const PATHS = { trigger: '/api/trigger', pause: '/api/pause', resume: '/api/resume' };

/** Has it done and shows what the console says of it; asks for the token until the console takes it. */
export async function steer(action) {
    showMessage(null);
    let token = keptToken() ?? (await askForToken());
    while (token !== null) {
        try {
            const { status, body } = await order(PATHS[action], token);
            if (status !== 401) {
                keepToken(token);
                showMessage(body.message ?? body.error ?? `The console answers with status ${status}.`, toneOf(status));
                return;
            }
            forgetToken();
            token = await askForToken(body.error ?? 'The token is missing or wrong.');
        } catch (problem) {
            showMessage(problem.message, 'bad');
            return;
        }
    }
}

function toneOf(status) {
    if (status < 300) {
        return 'good';
    }
    return status < 500 ? 'warn' : 'bad';
}
