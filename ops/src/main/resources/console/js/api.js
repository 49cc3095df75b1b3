/** Speaks to the console's back-end. */

const PATIENCE_MILLISECONDS = 20_000;

/** What went wrong, to read; status 0 if there was no answer at all. */
export class ConsoleError extends Error {
    constructor(status, message) {
        super(message);
        this.name = 'ConsoleError';
        this.status = status;
    }

    /** Whether the same question may well be answered later. */
    get passes() {
        return this.status === 0 || this.status >= 500;
    }
}

/** The address of a question with those parameters that have a value. */
export function address(path, parameters = {}) {
    const asked = Object.entries(parameters).filter(
        ([, value]) => value !== undefined && value !== null && value !== '',
    );
    return asked.length > 0 ? `${path}?${new URLSearchParams(asked)}` : path;
}

/** The answer to a question. Throws a ConsoleError, or an AbortError once the signal says that nobody waits for it. */
export async function ask(path, parameters, signal) {
    const { status, body } = await exchange(
        address(path, parameters),
        { headers: { Accept: 'application/json' } },
        signal,
    );
    if (status < 200 || status > 299) {
        throw new ConsoleError(status, body.error ?? `The console answers with status ${status}.`);
    }
    return body;
}

/** Has something done: the status and what the console says of it, whatever it is. Throws if there is no answer. */
export function order(path, token) {
    return exchange(path, {
        method: 'POST',
        headers: { Accept: 'application/json', Authorization: `Bearer ${token}` },
    });
}

async function exchange(path, request, signal) {
    const patience = AbortSignal.timeout(PATIENCE_MILLISECONDS);
    const either = signal ? AbortSignal.any([signal, patience]) : patience;
    try {
        const response = await fetch(path, {
            ...request,
            signal: either,
            cache: 'no-store',
            credentials: 'same-origin',
        });
        return { status: response.status, body: bodyOf(await response.text()) };
    } catch (problem) {
        if (signal?.aborted) {
            throw problem;
        }
        throw new ConsoleError(0, 'The console does not answer. Is it still up?');
    }
}

// A proxy in between may answer in its own words: the status alone then tells.
function bodyOf(text) {
    try {
        return JSON.parse(text) ?? {};
    } catch {
        return {};
    }
}
