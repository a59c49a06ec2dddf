//! The emulated upstreams against their contracts, in process: no socket, no clock of its own.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "these are tests")]

mod authentication;
mod catalogue;
mod clone;
mod cloud_foundry_backups;
mod cloud_foundry_client;
mod cloud_foundry_faults;
mod cloud_foundry_instances;
mod cloud_foundry_jobs;
mod cloud_foundry_tokens;
mod create;
mod delete;
mod export;
mod headers;
mod import;
mod list;
mod machines;
mod marketplace_client;
mod marketplace_courses;
mod marketplace_faults;
mod marketplace_search;
mod marketplace_status;
mod marketplace_storage;
mod marketplace_uploads;
mod oci_artifacts;
mod oci_export;
mod oci_images;
mod oci_list;
mod oci_pickers;
mod oci_retry;
mod oci_seed;
mod oci_sentinels;
mod oci_signature;
mod oci_support;
mod oci_vectors;
mod oci_work;
mod sentinels;
mod support;
mod update;
mod vectors;
