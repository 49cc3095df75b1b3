/** The words and signs for what the back-end names. */

export const STAGES = {
    fetching: 'Fetching',
    checking: 'Checking',
    scanning: 'Scanning',
    publishing: 'Publishing',
    processing: 'Processing',
    verifying: 'Verifying',
};

export const STAGE_HINTS = {
    fetching: 'brings the sources to the machine',
    checking: 'looks whether the sources have changed',
    scanning: 'reads a source once to know its records',
    publishing: 'sends films and pages to Kafka',
    processing: 'matches films with pages and ranks them',
    verifying: 'compares sums, ranks and tables',
};

/** The durations that a run keeps, in the order in which they happen. */
export const STAGE_TIMES = [
    ['fetching_seconds', 'Fetching'],
    ['checking_seconds', 'Checking'],
    ['reading_films_seconds', 'Reading films'],
    ['reading_pages_seconds', 'Reading pages'],
    ['processing_seconds', 'Processing'],
    ['verifying_seconds', 'Verifying'],
];

export const RUN_STATES = ['running', 'succeeded', 'unchanged', 'suspect', 'failed'];

/** The sign and the tone of a state, be it of a run or of a part. */
export const SIGNS = {
    running: { icon: 'running', tone: 'busy' },
    succeeded: { icon: 'check', tone: 'good' },
    unchanged: { icon: 'same', tone: 'calm' },
    suspect: { icon: 'warning', tone: 'warn' },
    failed: { icon: 'cross', tone: 'bad' },
    up: { icon: 'check', tone: 'good' },
    degraded: { icon: 'warning', tone: 'warn' },
    down: { icon: 'cross', tone: 'bad' },
    unknown: { icon: 'question', tone: 'calm' },
    fine: { icon: 'check', tone: 'good' },
    broken: { icon: 'cross', tone: 'bad' },
    open: { icon: 'question', tone: 'calm' },
    paused: { icon: 'pause', tone: 'warn' },
    on: { icon: 'clock', tone: 'good' },
    off: { icon: 'pause', tone: 'calm' },
};

export const PARTS = {
    broker: 'Broker',
    processor: 'Processor',
    connectors: 'Connectors',
    database: 'Database',
    logs: 'Logs',
};

export const SOURCES = [
    ['films', 'Films'],
    ['wikipedia', 'Wikipedia'],
];

/** What a run's end means, in a sentence. */
export const OUTCOMES = {
    succeeded: 'The run has succeeded.',
    unchanged: 'The run found nothing changed.',
    suspect: 'The run is suspect: the report before it stays in place.',
    failed: 'The run has failed: the report before it stays in place.',
};
