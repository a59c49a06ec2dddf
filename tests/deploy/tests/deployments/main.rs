//! Each rule of a deployment, in nginx and in Caddy.

#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test that cannot go on must stop"
)]

mod cors;
mod credentials;
mod embedding;
mod examples;
mod files;
mod follows;
mod headers;
mod hostile;
mod lists;
mod refusals;
mod signed;
mod tls;

/// The same tests in both servers: each is a function of the server.
macro_rules! servers {
    ($($test:ident),+ $(,)?) => {
        mod nginx {
            use image_console_deploy::Server;
            $(#[tokio::test(flavor = "multi_thread")]
            async fn $test() { super::$test(Server::Nginx).await })+
        }
        mod caddy {
            use image_console_deploy::Server;
            $(#[tokio::test(flavor = "multi_thread")]
            async fn $test() { super::$test(Server::Caddy).await })+
        }
    };
}
pub(crate) use servers;
