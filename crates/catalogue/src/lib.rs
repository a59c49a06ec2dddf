//! One read model over all image sources
