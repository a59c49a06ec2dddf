//! The engine that follows asynchronous work of every upstream
