/** Builds the page out of text alone: nothing that comes from outside is ever taken as markup. */

/**
 * An element with its attributes and children. `on` holds listeners, `data` data attributes; an attribute that is null,
 * undefined or false is left out, as is such a child.
 */
export function element(name, attributes = {}, ...children) {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) {
        if (value === null || value === undefined || value === false) {
            continue;
        }
        if (key === 'on') {
            Object.entries(value).forEach(([event, listener]) => made.addEventListener(event, listener));
        } else if (key === 'data') {
            Object.entries(value).forEach(([field, text]) => setData(made, field, text));
        } else {
            made.setAttribute(key, value === true ? '' : value);
        }
    }
    append(made, children);
    return made;
}

function append(parent, children) {
    for (const child of children.flat(Infinity)) {
        if (child !== null && child !== undefined && child !== false) {
            parent.append(child);
        }
    }
}

/** Puts the children in place of what is there. */
export function fill(parent, ...children) {
    parent.replaceChildren();
    append(parent, children);
}

/** Changes a text only where it differs, so that selections stay and live regions keep still. */
export function setText(node, text) {
    const wanted = text ?? '';
    if (node.textContent !== String(wanted)) {
        node.textContent = wanted;
    }
}

/** Sets a data attribute, or takes it away if there is no value. */
export function setData(node, field, value) {
    if (value === null || value === undefined) {
        delete node.dataset[field];
    } else if (node.dataset[field] !== String(value)) {
        node.dataset[field] = value;
    }
}

/** Calls the listener on an event until the view is left. */
export function listen(target, event, listener, signal) {
    target.addEventListener(event, listener, { signal });
}

/** A text that only screen readers tell. */
export function hiddenText(text) {
    return element('span', { class: 'visually-hidden' }, text);
}

/** The function, called once its caller has been quiet for a while. */
export function whenQuiet(action, milliseconds) {
    let timer;
    return (...values) => {
        clearTimeout(timer);
        timer = setTimeout(() => action(...values), milliseconds);
    };
}
