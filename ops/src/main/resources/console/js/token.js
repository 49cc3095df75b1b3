/** The token that steering needs: kept for this tab only, asked for in a dialog. */

import { setText } from './dom.js';

const KEY = 'marquee-token';

export function keptToken() {
    return sessionStorage.getItem(KEY);
}

export function keepToken(token) {
    sessionStorage.setItem(KEY, token);
}

export function forgetToken() {
    sessionStorage.removeItem(KEY);
}

/** The token that is typed in, or null if the dialog is left without one. */
export function askForToken(error = null) {
    const dialog = document.getElementById('token-dialog');
    const form = document.getElementById('token-form');
    const input = document.getElementById('token');
    const problem = document.getElementById('token-error');
    const finished = new AbortController();

    const tellProblem = (text) => {
        setText(problem, text);
        input.toggleAttribute('aria-invalid', false);
        if (text) {
            input.setAttribute('aria-invalid', 'true');
        }
    };
    input.value = '';
    dialog.showModal();
    // Said only once the dialog is there, so that it is told to those who listen.
    tellProblem(error);
    input.focus();

    return new Promise((resolve) => {
        let token = null;
        const { signal } = finished;
        form.addEventListener(
            'submit',
            (event) => {
                event.preventDefault();
                const typed = input.value.trim();
                // A header can carry nothing else, and no token has anything else.
                if (!/^[\x21-\x7e]+$/.test(typed)) {
                    tellProblem('The token is made of letters, digits and signs, without spaces.');
                    return;
                }
                token = typed;
                dialog.close();
            },
            { signal },
        );
        document.getElementById('token-cancel').addEventListener('click', () => dialog.close(), { signal });
        dialog.addEventListener(
            'close',
            () => {
                input.value = '';
                finished.abort();
                resolve(token);
            },
            { signal },
        );
    });
}
