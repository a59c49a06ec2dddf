//! The objects inside an image (contract §4.1, §4.2).

use serde_json::{Map, Value};

use crate::decode::{Fields, Lenient};

/// `launchOptions`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct LaunchOptions {
    /// `ISCSI`, `SCSI`, `IDE`, `VFIO`, `PARAVIRTUALIZED`, `NVME`.
    pub boot_volume_type: Lenient<String>,
    /// The same words.
    pub remote_data_volume_type: Lenient<String>,
    /// `BIOS`, `UEFI_64`.
    pub firmware: Lenient<String>,
    /// `E1000`, `VFIO`, `PARAVIRTUALIZED`, `ACCELERATEDPV`.
    pub network_type: Lenient<String>,
    /// Deprecated in favour of the next.
    pub is_pv_encryption_in_transit_enabled: Lenient<bool>,
    /// Whether data is encrypted between instance and volumes.
    pub is_encryption_in_transit_enabled: Lenient<bool>,
    /// Whether volumes keep their device names.
    pub is_consistent_volume_naming_enabled: Lenient<bool>,
    /// Fields that the contract does not name.
    pub unknown: Map<String, Value>,
}

impl LaunchOptions {
    pub(super) fn from_fields(mut f: Fields) -> Self {
        Self {
            boot_volume_type: f.text("bootVolumeType"),
            remote_data_volume_type: f.text("remoteDataVolumeType"),
            firmware: f.text("firmware"),
            network_type: f.text("networkType"),
            is_pv_encryption_in_transit_enabled: f.boolean("isPvEncryptionInTransitEnabled"),
            is_encryption_in_transit_enabled: f.boolean("isEncryptionInTransitEnabled"),
            is_consistent_volume_naming_enabled: f.boolean("isConsistentVolumeNamingEnabled"),
            unknown: f.rest(),
        }
    }

    pub(super) fn wrong_fields(&self) -> [(&'static str, Option<&str>); 7] {
        [
            ("launchOptions.bootVolumeType", self.boot_volume_type.wrong()),
            ("launchOptions.remoteDataVolumeType", self.remote_data_volume_type.wrong()),
            ("launchOptions.firmware", self.firmware.wrong()),
            ("launchOptions.networkType", self.network_type.wrong()),
            (
                "launchOptions.isPvEncryptionInTransitEnabled",
                self.is_pv_encryption_in_transit_enabled.wrong(),
            ),
            ("launchOptions.isEncryptionInTransitEnabled", self.is_encryption_in_transit_enabled.wrong()),
            (
                "launchOptions.isConsistentVolumeNamingEnabled",
                self.is_consistent_volume_naming_enabled.wrong(),
            ),
        ]
    }
}

/// `agentFeatures`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct AgentFeatures {
    /// Whether the agent can send metrics.
    pub is_monitoring_supported: Lenient<bool>,
    /// Whether the agent can be given commands.
    pub is_management_supported: Lenient<bool>,
    /// Fields that the contract does not name.
    pub unknown: Map<String, Value>,
}

impl AgentFeatures {
    pub(super) fn from_fields(mut f: Fields) -> Self {
        Self {
            is_monitoring_supported: f.boolean("isMonitoringSupported"),
            is_management_supported: f.boolean("isManagementSupported"),
            unknown: f.rest(),
        }
    }

    pub(super) fn wrong_fields(&self) -> [(&'static str, Option<&str>); 2] {
        [
            ("agentFeatures.isMonitoringSupported", self.is_monitoring_supported.wrong()),
            ("agentFeatures.isManagementSupported", self.is_management_supported.wrong()),
        ]
    }
}
