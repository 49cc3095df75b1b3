/** The schedule, and the buttons that steer it. */

import { element, fill, setText } from './dom.js';
import { moment, ticking } from './format.js';
import { icon } from './icons.js';
import { badge, card, notice } from './parts.js';
import { steer } from './steer.js';

export function scheduleCard(afterOrder) {
    const state = element('p', { class: 'schedule-state' });
    const next = element('p', { class: 'schedule-next' });
    const countdown = element('strong', { class: 'number', id: 'countdown' });
    const start = orderButton('start-run', 'Start a run', 'play', 'trigger', afterOrder, 'primary');
    const pause = orderButton('pause', 'Pause', 'pause', 'pause', afterOrder);
    const resume = orderButton('resume', 'Resume', 'play', 'resume', afterOrder);
    let shown = null;
    let nextAt = null;

    const update = (schedule) => {
        const wanted = JSON.stringify(schedule);
        if (wanted === shown) {
            return;
        }
        shown = wanted;
        nextAt = schedule.error ? null : schedule.next;
        if (schedule.error) {
            fill(state, badge('unknown', 'not known'));
            fill(next, notice('warn', schedule.error));
        } else {
            fill(state, stateBadge(schedule));
            fill(next, nextWords(schedule, countdown));
        }
        // Where it is not known, both are there: the answer to an order tells.
        offer(pause, resume, schedule.error || !schedule.paused);
        offer(resume, pause, schedule.error || schedule.paused);
    };
    const tick = (now) => {
        if (nextAt) {
            const seconds = (Date.parse(nextAt) - now) / 1000;
            setText(countdown, seconds > 0 ? `in ${ticking(seconds)}` : 'any moment');
        }
    };
    const node = card(
        'Schedule',
        { id: 'schedule', class: 'card schedule' },
        element('div', { class: 'schedule-words' }, state, next),
        element('div', { class: 'buttons' }, start, pause, resume),
    );
    return { node, update, tick };
}

function stateBadge({ paused, next }) {
    if (paused) {
        return badge('paused');
    }
    return next ? badge('on', 'active') : badge('off', 'no more times');
}

function nextWords({ paused, next }, countdown) {
    if (next) {
        return ['Next run ', countdown, ', at ', moment(next)];
    }
    return paused ? 'No run starts by itself until you resume.' : 'No run starts by itself.';
}

// The button that goes away hands its focus to the one that comes.
function offer(button, other, wanted) {
    const focused = document.activeElement === button;
    button.hidden = !wanted;
    if (focused && !wanted) {
        other.hidden = false;
        other.focus();
    }
}

function orderButton(id, text, sign, action, afterOrder, kind) {
    const button = element('button', { id, type: 'button', class: kind }, icon(sign), text);
    button.addEventListener('click', async () => {
        if (button.getAttribute('aria-disabled') === 'true') {
            return;
        }
        button.setAttribute('aria-disabled', 'true');
        try {
            await steer(action);
        } finally {
            button.removeAttribute('aria-disabled');
            afterOrder();
        }
    });
    return button;
}
