/** Small pictures that stand next to a word; they are hidden from screen readers, for the word says it. */

const NAMESPACE = 'http://www.w3.org/2000/svg';

const PATHS = {
    check: 'M4.5 12.5l5 5 10-11',
    cross: 'M6 6l12 12M18 6L6 18',
    warning: 'M12 4L2.5 20h19zM12 10v4.5M12 17.2v.1',
    question: 'M8.5 9a3.5 3.5 0 1 1 5 3.2c-1 .5-1.5 1.2-1.5 2.3M12 18.2v.1',
    same: 'M5 9.5h14M5 14.5h14',
    running: 'M12 3a9 9 0 1 1-8.5 6',
    waiting: 'M12 4.5a7.5 7.5 0 1 0 0 15 7.5 7.5 0 0 0 0-15z',
    play: 'M7 4.5v15l12-7.5z',
    pause: 'M8 5v14M16 5v14',
    clock: 'M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17zM12 7.5V12l3 2',
    outside: 'M9 5H5v14h14v-4M13 4h7v7M20 4l-9 9',
    download: 'M12 4v11M7 10.5l5 5 5-5M5 20h14',
};

export function icon(name) {
    const svg = document.createElementNS(NAMESPACE, 'svg');
    const shape = document.createElementNS(NAMESPACE, 'path');
    svg.setAttribute('viewBox', '0 0 24 24');
    svg.setAttribute('class', `icon icon-${name}`);
    svg.setAttribute('aria-hidden', 'true');
    svg.setAttribute('focusable', 'false');
    shape.setAttribute('d', PATHS[name]);
    svg.append(shape);
    return svg;
}
