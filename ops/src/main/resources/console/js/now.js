/** The view of how everything is at this moment. */

import { element, fill } from './dom.js';
import { duration, secondsBetween } from './format.js';
import { healthCards } from './health.js';
import { lastRun } from './last.js';
import { liveRun } from './live.js';
import { reportNumbers } from './numbers.js';
import { announce, showBanner, showMessage } from './parts.js';
import { scheduleCard } from './schedule.js';
import { watchNow } from './watch.js';
import { SIGNS } from './words.js';

const TICK_MILLISECONDS = 1000;

export function showNow({ page, signal }) {
    const schedule = scheduleCard(() => pollNow());
    const live = liveRun();
    const last = lastRun();
    const numbers = reportNumbers();
    const health = healthCards();
    const teller = newsTeller();
    let answered = null;
    // The clock of this machine may differ from the console's.
    let clockAhead = 0;

    fill(page, element('p', { class: 'loading' }, 'Asking the console …'));
    const clock = () => Date.now() - clockAhead;
    const tick = () => {
        if (answered && !document.hidden) {
            schedule.tick(clock());
            live.tick(clock());
        }
    };

    const onAnswer = (answer) => {
        showBanner(null);
        clockAhead = Date.now() - (Date.parse(answer.at) || Date.now());
        if (!answered) {
            fill(
                page,
                schedule.node,
                live.node,
                element('div', { class: 'columns' }, last.node, numbers.node),
                health.node,
            );
        }
        answered = answer;
        schedule.update(answer.schedule ?? {});
        live.update(answer.run);
        last.update(answer.last, Boolean(answer.run));
        numbers.update(answer.report);
        health.update(answer.health ?? []);
        tick();
        teller(answer);
    };
    const onProblem = (problem) => {
        const reason = problem.status > 0 ? problem.message : 'Is it still up?';
        const below = answered ? 'Below is how things were last.' : null;
        showBanner(['The console does not answer.', reason, below, 'Trying again …'].filter(Boolean).join(' '));
    };
    const pollNow = watchNow({ onAnswer, onProblem, signal });

    const ticker = setInterval(tick, TICK_MILLISECONDS);
    signal.addEventListener('abort', () => {
        clearInterval(ticker);
        announce(null);
    });
}

/** Tells which stage begins and how a run has ended, if that happens while one watches. */
function newsTeller() {
    let before = null;
    return (answer) => {
        const stage = answer.run && [answer.run.stage, answer.run.source].filter(Boolean).join(' ');
        const stageBefore = before?.run && [before.run.stage, before.run.source].filter(Boolean).join(' ');
        if (before && stage && stage !== stageBefore) {
            announce(`Now ${stage}`);
        }
        if (before && answer.last && answer.last.run_id !== before.last?.run_id) {
            announce(null);
            showMessage(outcome(answer.last), SIGNS[answer.last.state]?.tone);
        }
        before = answer;
    };
}

function outcome(run) {
    const seconds = secondsBetween(run.started_at, run.ended_at);
    const after = seconds === null ? '' : ` after ${duration(seconds)}`;
    const how =
        {
            succeeded: `has succeeded${after}`,
            unchanged: `found nothing changed, and has ended${after}`,
            suspect: `is suspect${after}`,
            failed: `has failed${after}`,
        }[run.state] ?? `has ended${after}`;
    return `Run ${run.run_id} ${how}${run.error ? `: ${run.error}` : '.'}`;
}
