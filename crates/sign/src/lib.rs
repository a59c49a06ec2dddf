//! HTTP signatures and the private-key files they are made with
