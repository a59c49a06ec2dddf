//! What a page does that leaves no trace in it: it is written down from the page's first moment on.

/// Keeps what goes to the console, to the history, into files for download, into the clipboard and into
/// desktop notifications.
pub const WATCH: &str = r#"
    (() => {
        const said = [], pending = [];
        window.watched = { said, pending };
        const text = value => {
            if (value instanceof Error) return `${value}\n${value.stack}`;
            try { return typeof value === 'string' ? value : JSON.stringify(value) ?? String(value); } catch { return String(value); }
        };
        for (const level of ['assert', 'debug', 'dir', 'error', 'group', 'info', 'log', 'table', 'trace', 'warn']) {
            const real = console[level].bind(console);
            console[level] = (...all) => { said.push(['the console', all.map(text).join(' ')]); real(...all); };
        }
        for (const act of ['pushState', 'replaceState']) {
            const real = history[act].bind(history);
            history[act] = (state, unused, url) => { said.push(['the history', `${url} ${text(state)}`]); real(state, unused, url); };
        }
        addEventListener('error', event => said.push(['an error', `${event.message} ${text(event.error)}`]));
        addEventListener('unhandledrejection', event => said.push(['an error', text(event.reason)]));
        const make = URL.createObjectURL.bind(URL);
        URL.createObjectURL = blob => {
            pending.push(blob.text().then(content => said.push(['a download', content])));
            return make(blob);
        };
        if (navigator.clipboard) {
            const write = navigator.clipboard.writeText.bind(navigator.clipboard);
            navigator.clipboard.writeText = content => { said.push(['the clipboard', content]); return write(content); };
        }
        window.Notification = class {
            static permission = 'granted';
            static requestPermission() { return Promise.resolve('granted'); }
            constructor(title, options) { said.push(['a notification', `${title}\n${text(options)}`]); }
            close() {}
        };
    })();"#;

/// All that there is to see of the page now, and what was written down since it was asked last: `[place, text]`.
/// What somebody is just typing into a dialog is not yet anywhere.
pub const LOOK: &str = r#"
    const done = arguments[0];
    const all = [];
    const say = (place, text) => all.push([place, String(text)]);
    say('the address', location.href);
    say('the history', JSON.stringify(history.state));
    say('the title', document.title);
    say('the referrer', document.referrer);
    say('the name of the window', window.name);
    say('the text', document.documentElement.textContent);
    const attributes = [];
    const walk = root => {
        for (const node of root.childNodes) {
            if (node.nodeType === Node.COMMENT_NODE) attributes.push(node.data);
            if (node.nodeType !== Node.ELEMENT_NODE) continue;
            for (const attribute of node.attributes) attributes.push(attribute.value);
            for (const inner of [node.shadowRoot, node.content]) {
                if (inner instanceof DocumentFragment) { attributes.push(inner.textContent); walk(inner); }
            }
            walk(node);
        }
    };
    walk(document);
    say('an attribute', attributes.join('\n'));
    const fields = [...document.querySelectorAll('input, textarea, select')].filter(e => !e.closest('dialog[open]'));
    say('a field', fields.map(e => e.value).join('\n'));
    say('what was loaded', performance.getEntriesByType('resource').map(e => e.name).join('\n'));
    const watched = window.watched ?? { said: [], pending: [] };
    Promise.all(watched.pending.splice(0)).then(() => {
        all.push(...watched.said.splice(0));
        done(JSON.stringify(all));
    });"#;
