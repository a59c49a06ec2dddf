//! nginx and Caddy as child processes of a test, with everything they write in its folder.

use std::net::TcpListener;
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicU16, Ordering};
use std::time::{Duration, Instant};

use image_console_deploy::Server;
use tokio::net::TcpStream;

use crate::Folder;

/// What to do where a server is missing.
const MISSING: &str = "\
Debian and Ubuntu: apt-get install nginx libnginx-mod-http-brotli-static caddy openssl
Fedora:            dnf install nginx nginx-mod-brotli caddy openssl
macOS:             brew install nginx caddy openssl
`cargo xtask test` brings them itself where apt is.";

const PATIENCE: Duration = Duration::from_secs(30);

/// A running server. It ends with this value.
#[derive(Debug)]
pub struct Running {
    child: Child,
    log: String,
}

impl Running {
    /// Starts a server with a written configuration and waits until it answers at a port.
    pub async fn start(server: Server, folder: &Folder, config: &str, port: u16) -> Self {
        let command = match server {
            Server::Nginx => nginx(folder, config),
            Server::Caddy => caddy(folder, config),
        };
        Self::spawn(command, server.word(), folder, port).await
    }

    /// Starts nginx with a main file of one's own.
    pub async fn nginx(folder: &Folder, main: &str, port: u16) -> Self {
        Self::spawn(nginx_with(folder, main), "nginx", folder, port).await
    }

    async fn spawn(mut command: Command, name: &str, folder: &Folder, port: u16) -> Self {
        let log = folder.text("server.log");
        let output = std::fs::File::create(&log).expect("a log");
        let child = command
            .stdin(Stdio::null())
            .stdout(output.try_clone().expect("a log"))
            .stderr(output)
            .spawn()
            .unwrap_or_else(|error| panic!("{name} does not start: {error}\n{MISSING}"));
        let mut running = Self { child, log };
        running.wait(port).await;
        running
    }

    /// Waits until it answers at a port.
    pub async fn wait(&mut self, port: u16) {
        let end = Instant::now() + PATIENCE;
        let mut pause = tokio::time::interval(Duration::from_millis(20));
        while TcpStream::connect(("127.0.0.1", port)).await.is_err() {
            let ended = self.child.try_wait().expect("a child");
            assert!(ended.is_none() && Instant::now() < end, "the server did not start:\n{}", self.log());
            pause.tick().await;
        }
    }

    /// What the server has written about itself.
    pub fn log(&self) -> String {
        std::fs::read_to_string(&self.log).unwrap_or_default()
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// A port that nobody listens at, below those that the system gives away, so that it stays free.
pub fn free_port() -> u16 {
    static NEXT: AtomicU16 = AtomicU16::new(0);
    let start = 16_000 + u16::try_from(std::process::id() % 60).expect("small") * 200;
    for _ in 0..200 {
        let port = start + NEXT.fetch_add(1, Ordering::Relaxed) % 200;
        if TcpListener::bind(("127.0.0.1", port)).is_ok() {
            return port;
        }
    }
    panic!("no port is free from {start} on");
}

/// Whether nginx here can hand out `.br` files.
pub fn has_brotli() -> bool {
    std::path::Path::new(BROTLI).is_file()
}

const BROTLI: &str = "/usr/lib/nginx/modules/ngx_http_brotli_static_module.so";

/// A program of Debian's `sbin`, which is not on everybody's path.
pub fn program(name: &str) -> String {
    let sbin = format!("/usr/sbin/{name}");
    if std::path::Path::new(&sbin).is_file() { sbin } else { name.to_owned() }
}

fn nginx(folder: &Folder, config: &str) -> Command {
    folder.write("conf.d/image-console.conf", config);
    let module = if has_brotli() { format!("load_module {BROTLI};\n") } else { String::new() };
    let temp: Vec<String> = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
        .iter()
        .map(|name| format!("{name}_temp_path {};", folder.text(name)))
        .collect();
    // As Debian's own: what is around the written file. One process, so that ending it ends all.
    let main = format!(
        "{module}daemon off; master_process off; pid {}; error_log {} warn;\nevents {{ }}\nhttp {{\n{}\n\
         access_log {};\ninclude {};\n}}\n",
        folder.text("nginx.pid"),
        folder.text("error.log"),
        temp.join("\n"),
        folder.text("access.log"),
        folder.text("conf.d/*.conf"),
    );
    nginx_with(folder, &main)
}

fn nginx_with(folder: &Folder, main: &str) -> Command {
    let file = folder.write("nginx.conf", main);
    let mut command = Command::new(program("nginx"));
    command.args(["-p", &folder.text("."), "-c", &file, "-e", &folder.text("error.log")]);
    command
}

fn caddy(folder: &Folder, config: &str) -> Command {
    let file = folder.write("Caddyfile", config);
    let mut command = Command::new("caddy");
    command.args(["run", "--adapter", "caddyfile", "--config", &file]);
    command.env("XDG_DATA_HOME", folder.text("data")).env("XDG_CONFIG_HOME", folder.text("config"));
    // As systemd reads an EnvironmentFile.
    let environment = std::fs::read_to_string(folder.path("environment")).unwrap_or_default();
    command.envs(environment.lines().filter_map(|line| line.split_once('=')));
    command
}
