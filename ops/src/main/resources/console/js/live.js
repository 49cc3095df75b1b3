/** The run that is on, as it goes. */

import { element, fill, setData, setText } from './dom.js';
import { bytes, duration, moment, share, ticking, UNKNOWN, whole } from './format.js';
import { icon } from './icons.js';
import { badge, card } from './parts.js';
import { STAGE_HINTS, STAGES } from './words.js';

const STATES = { done: ['check', 'done'], now: ['running', 'now'], waiting: ['waiting', 'waiting'] };

export function liveRun() {
    const about = element('p', { class: 'live-about' });
    const stages = stageList();
    const progress = stageProgress();
    const values = {
        records: ['Records read', element('dd')],
        pace: ['Records per second', element('dd')],
        speed: ['Speed', element('dd')],
        left: ['Time left', element('dd')],
        elapsed: ['Elapsed', element('dd')],
    };
    const numbers = element(
        'dl',
        { class: 'stats' },
        Object.values(values).map(([term, value]) => element('div', {}, element('dt', {}, term), value)),
    );
    const node = card(
        'Run in progress',
        { id: 'live-run', class: 'card live-run', hidden: true },
        about,
        stages.node,
        progress.node,
        numbers,
    );
    let startedAt = null;
    let shownId = null;

    const update = (run) => {
        node.hidden = !run;
        setData(node, 'stage', run?.stage);
        setData(node, 'runId', run?.run_id);
        startedAt = run?.started_at ?? null;
        if (!run) {
            return;
        }
        if (shownId !== run.run_id) {
            shownId = run.run_id;
            fill(
                about,
                badge('running'),
                ' ',
                element('a', { href: `#/runs/${encodeURIComponent(run.run_id)}` }, run.run_id),
                run.reason ? ` by ${run.reason}` : null,
                ', started ',
                moment(run.started_at),
            );
        }
        stages.update(run.stages ?? []);
        progress.update(run);
        setText(values.records[1], whole(run.records));
        setText(values.pace[1], whole(run.records_per_second));
        setText(values.speed[1], speed(run));
        setText(values.left[1], ticking(run.seconds_left));
    };
    const tick = (now) => {
        if (startedAt) {
            setText(values.elapsed[1], ticking((now - Date.parse(startedAt)) / 1000));
        }
    };
    return { node, update, tick };
}

function speed(run) {
    // What counts records has its pace beside it.
    const known = run.stage !== 'processing' && typeof run.units_per_second === 'number';
    return known ? `${bytes(run.units_per_second)}/s` : UNKNOWN;
}

function stageList() {
    const node = element('ol', { class: 'stages' });
    const items = new Map();
    Object.entries(STAGES).forEach(([name, label]) => {
        const sign = element('span', { class: 'stage-sign' });
        const state = element('span', { class: 'stage-state' });
        const item = element(
            'li',
            { data: { name }, title: `${label}: ${STAGE_HINTS[name]}` },
            sign,
            element('span', { class: 'stage-name' }, label),
            state,
        );
        items.set(name, { item, sign, state });
        node.append(item);
    });
    const update = (stages) => {
        for (const { name, state: wanted, seconds } of stages) {
            const shown = items.get(name);
            if (!shown) {
                continue;
            }
            const [sign, word] = STATES[wanted] ?? STATES.waiting;
            if (shown.item.dataset.state !== wanted) {
                setData(shown.item, 'state', wanted);
                fill(shown.sign, icon(sign));
                shown.item.toggleAttribute('aria-current', false);
                if (wanted === 'now') {
                    shown.item.setAttribute('aria-current', 'step');
                }
            }
            const time = wanted === 'done' ? duration(seconds) : ticking(seconds);
            setText(shown.state, time === UNKNOWN ? word : `${word}, ${time}`);
        }
    };
    return { node, update };
}

function stageProgress() {
    const words = element('span', { class: 'progress-words', id: 'progress-words' });
    const figures = element('span', { class: 'progress-figures number' });
    const bar = element('progress', { 'aria-labelledby': 'progress-words', max: '1' });
    const node = element('div', { class: 'progress' }, element('div', { class: 'progress-line' }, words, figures), bar);
    const update = (run) => {
        const known = run.total > 0;
        const part = known ? Math.min(1, run.done / run.total) : null;
        setText(
            words,
            [STAGES[run.stage] ?? run.stage, run.source, run.file && `· ${run.file}`].filter(Boolean).join(' '),
        );
        setText(figures, figuresOf(run, part));
        if (known) {
            bar.value = part;
        } else {
            bar.removeAttribute('value');
        }
    };
    return { node, update };
}

function figuresOf(run, part) {
    const amount = run.stage === 'processing' ? (value) => `${whole(value)} records` : bytes;
    if (part !== null) {
        return `${share(part)} · ${amount(run.done)} of ${amount(run.total)}`;
    }
    return run.done > 0 ? amount(run.done) : '';
}
