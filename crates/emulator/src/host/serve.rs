//! Accepting connections. A hand-made loop rather than axum's own, because a connection has to be
//! closed without an answer when a fault says so.

use std::convert::Infallible;
use std::io;

use axum::Router;
use axum::body::Body;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::TokioIo;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::watch;
use tokio::task::JoinSet;
use tower::ServiceExt;

/// Marks a response in whose place the connection is closed.
#[derive(Clone, Copy, Debug)]
pub struct Dropped;

/// How long a connection lives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Connections {
    /// As long as the client likes.
    Kept,
    /// For one request. A browser quietly sends a request again when a connection that it had used
    /// before is dropped, be it a POST; on a fresh one it does not, and a fault is seen once.
    Single,
}

/// Serves until told to stop, then closes every connection.
pub async fn serve(
    listener: TcpListener,
    router: Router,
    kind: Connections,
    mut stop: watch::Receiver<bool>,
) {
    let mut connections = JoinSet::new();
    loop {
        tokio::select! {
            // A change, or the handle is gone.
            _ = stop.changed() => break,
            Some(_) = connections.join_next() => {}
            accepted = listener.accept() => if let Ok((stream, _)) = accepted {
                let _ = stream.set_nodelay(true);
                connections.spawn(connection(stream, router.clone(), kind));
            }
        }
    }
    connections.shutdown().await;
}

async fn connection(stream: TcpStream, router: Router, kind: Connections) {
    let service = service_fn(move |request: hyper::Request<Incoming>| {
        let router = router.clone();
        async move {
            let answered: Result<_, Infallible> = router.oneshot(request.map(Body::new)).await;
            match answered {
                Ok(response) if response.extensions().get::<Dropped>().is_none() => Ok(response),
                _ => Err(io::Error::from(io::ErrorKind::ConnectionAborted)),
            }
        }
    });
    // An error is a client that went away, or a fault at work.
    let mut server = http1::Builder::new();
    server.keep_alive(kind == Connections::Kept);
    let _ = server.serve_connection(TokioIo::new(stream), service).await;
}
