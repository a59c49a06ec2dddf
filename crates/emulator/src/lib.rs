//! The upstreams, emulated over wire JSON for the demo and the tests
