//! The words that generated images are made of. Plain ASCII without quotes or backslashes, since
//! they go into JSON text as they are.

/// What the versions of a family of operator images have in common.
pub struct Family {
    pub name: &'static str,
    pub os: &'static str,
    pub kind: &'static str,
    pub brand: &'static str,
    pub description: &'static str,
    /// Whether versions are dates, as of the Linux distributions.
    pub dated: bool,
}

macro_rules! families {
    ($($name:literal $os:literal $kind:literal $brand:literal $dated:literal $description:literal;)*) => {
        /// The operator's families.
        pub const FAMILIES: &[Family] = &[$(Family {
            name: $name, os: $os, kind: $kind, brand: $brand, description: $description, dated: $dated,
        }),*];
    };
}

families! {
    "base-64" "smartos" "zone-dataset" "joyent" false "A 64-bit SmartOS image with just essential packages installed. Ideal for users who are comfortable with setting up their own environment and tools.";
    "base-64-lts" "smartos" "zone-dataset" "joyent" false "A 64-bit SmartOS image from a long-term support branch, with essential packages installed.";
    "minimal-64" "smartos" "zone-dataset" "joyent-minimal" false "A 64-bit SmartOS image with the smallest set of services that still boots.";
    "postgresql" "smartos" "zone-dataset" "joyent" false "A SmartOS image with PostgreSQL, tuned at first boot to the memory of its package.";
    "nginx" "smartos" "zone-dataset" "joyent" false "A SmartOS image with nginx as a reverse proxy and a service to renew certificates.";
    "redis" "smartos" "zone-dataset" "joyent" false "A SmartOS image with Redis and its sentinel, ready to join others.";
    "java" "smartos" "zone-dataset" "joyent" false "A SmartOS image with a Java runtime and the usual application servers.";
    "nodejs" "smartos" "zone-dataset" "joyent" false "A SmartOS image with Node.js, its package manager and DTrace providers.";
    "elasticsearch" "smartos" "zone-dataset" "joyent" false "A SmartOS image with Elasticsearch, discovered by its tags.";
    "debian-11" "linux" "lx-dataset" "lx" true "Container-native Debian 11 64-bit image, built to run on containers with bare metal speed.";
    "debian-12" "linux" "lx-dataset" "lx" true "Container-native Debian 12 64-bit image, built to run on containers with bare metal speed.";
    "ubuntu-20.04" "linux" "lx-dataset" "lx" true "Container-native Ubuntu 20.04 64-bit image, built to run on containers with bare metal speed.";
    "alpine-3" "linux" "lx-dataset" "lx" true "Container-native Alpine 3 64-bit image, small and quick to boot.";
    "void-linux" "linux" "lx-dataset" "lx" true "Container-native Void Linux image with musl.";
    "debian-12-hvm" "linux" "zvol" "bhyve" true "Debian 12 for hardware virtual machines, with cloud-init.";
    "rocky-9" "linux" "zvol" "bhyve" true "Rocky Linux 9 for hardware virtual machines, with cloud-init.";
    "almalinux-9" "linux" "zvol" "bhyve" true "AlmaLinux 9 for hardware virtual machines, with cloud-init.";
    "ubuntu-certified-22.04" "linux" "zvol" "kvm" true "Ubuntu 22.04 LTS, certified by its maker for these hosts.";
    "freebsd-13" "bsd" "zvol" "bhyve" true "FreeBSD 13 with ZFS on root.";
    "openbsd-7" "bsd" "zvol" "kvm" true "OpenBSD 7 with the standard sets.";
    "windows-server-2019" "windows" "zvol" "bhyve" true "Windows Server 2019 Standard; the licence is billed by the hour.";
    "omnios-ce" "illumos" "other" "bhyve" true "OmniOS community edition, long-term support.";
}

/// Names of customers' images.
pub const PROJECTS: &[&str] = &[
    "web-frontend",
    "checkout",
    "billing-worker",
    "search-api",
    "session-store",
    "image-resizer",
    "mail-gateway",
    "ci-runner",
    "metrics-agent",
    "log-shipper",
    "vpn-gateway",
    "dns-resolver",
    "chat-server",
    "cron-host",
    "report-builder",
    "feature-flags",
    "payment-gateway",
    "wiki",
    "artifact-mirror",
    "load-balancer",
];

/// Teams, for tags.
pub const TEAMS: &[&str] = &["web", "platform", "data", "billing", "security", "mobile"];
