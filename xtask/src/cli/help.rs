//! The texts of `--help`.

/// `cargo xtask --help`
pub const ALL: &str = "\
Usage: cargo xtask <command>

Commands:
  demo            build the console and run it against the emulated upstreams
  build           build the console into dist/, ready for a web server
  test            run every check; --fast leaves out all that needs a browser
  deploy-config   write the configuration of nginx or Caddy

`cargo xtask <command> --help` says more about each.";

/// `cargo xtask demo --help`
pub const DEMO: &str = "\
Usage: cargo xtask demo [--port P] [--images N] [--latency MS]

Builds the console, starts the emulated upstreams on this machine's own
address and prints where to look. Ctrl-C ends it. It opens nothing by itself.

  --port P       port of the page, 1024 to 65000; the APIs and a portal take the next two
  --images N     number of images in the catalogue, 0 to 1000000
  --latency MS   hold every answer back by so many milliseconds, 0 to 60000

Needs rustup and Node. What else it needs it brings into .tools/ once: the wasm
target, Trunk, wasm-bindgen and wasm-opt. The first run compiles two of them
and takes about 10 minutes on two cores; later runs take seconds.";

/// `cargo xtask build --help`
pub const BUILD: &str = "\
Usage: cargo xtask build [--base PATH]

Builds the console into dist/, writes .br and .gz beside every file that never
changes under its name, and prints the sizes. index.html and config.json are
left uncompressed, because they are yours to edit.

  --base PATH    the path it will be served below, such as /tools/images/; it
                 is the <base> in index.html, / when left out";

/// `cargo xtask test --help`
pub const TEST: &str = "\
Usage: cargo xtask test [--fast]

Formatting, guards, lints (native and wasm), native tests, release build with
its size budget, browser tests, end-to-end tests, deployments in nginx and
Caddy. A failed step does not stop the ones after it; the last line counts them.

  --fast         no release build, no browser, no web servers

Chromium, its driver and the web servers come by apt where that is possible; elsewhere it says
what to install. CHROMEDRIVER names a driver of your own.";
