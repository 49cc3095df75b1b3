/** Asks again and again how everything is, as long as somebody looks. */

import { ask, ConsoleError } from './api.js';

const WHILE_A_RUN_IS_ON = 1000;
const OTHERWISE = 3000;

/**
 * Hands each answer to `onAnswer` and each failure to `onProblem` until the signal ends it; rests while the tab is
 * hidden.
 *
 * @returns a function that asks at once
 */
export function watchNow({ onAnswer, onProblem, signal }) {
    let timer;
    let pause = OTHERWISE;
    let asking = false;
    let askAgain = false;

    const poll = async () => {
        clearTimeout(timer);
        if (asking) {
            askAgain = true;
            return;
        }
        asking = true;
        askAgain = false;
        try {
            const answer = await ask('/api/now', {}, signal);
            pause = answer.run ? WHILE_A_RUN_IS_ON : OTHERWISE;
            onAnswer(answer);
        } catch (problem) {
            // What is no answer's fault is ours, and is to be seen as such.
            if (!(problem instanceof ConsoleError) && !signal.aborted) {
                throw problem;
            }
            if (!signal.aborted) {
                pause = OTHERWISE;
                onProblem(problem);
            }
        } finally {
            asking = false;
            if (!signal.aborted && !document.hidden) {
                timer = setTimeout(poll, askAgain ? 0 : pause);
            }
        }
    };
    document.addEventListener('visibilitychange', () => (document.hidden ? clearTimeout(timer) : poll()), { signal });
    signal.addEventListener('abort', () => clearTimeout(timer));
    poll();
    return poll;
}
