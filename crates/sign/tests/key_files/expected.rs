//! What `ssh-keygen -l` and `openssl` print about the keys, recorded.

use image_console_sign::{Curve, KeyKind};

/// One key, whatever file it is in.
pub(crate) struct Expected {
    pub(crate) name: &'static str,
    pub(crate) kind: KeyKind,
    /// `ssh-keygen -l -E md5`
    pub(crate) md5: &'static str,
    /// `ssh-keygen -l -E sha256`
    pub(crate) sha256: &'static str,
    /// `openssl pkey -pubout -outform DER | openssl md5 -c`
    pub(crate) spki_md5: &'static str,
}

pub(crate) const RSA: Expected = Expected {
    name: "rsa",
    kind: KeyKind::Rsa { bits: 2048 },
    md5: "b6:05:74:7a:50:a3:d7:88:91:46:e0:07:73:93:11:d2",
    sha256: "SHA256:0NJMAIMvO32xLTIYSsXSpQWe3ZQ3ZIuyl++XVJ/1d3c",
    spki_md5: "3f:01:01:cb:17:00:9c:d8:e5:03:25:85:e2:69:e4:f2",
};

pub(crate) const P256: Expected = Expected {
    name: "p256",
    kind: KeyKind::Ecdsa { curve: Curve::P256 },
    md5: "58:01:20:73:2c:5b:6b:7c:36:f3:be:17:e0:66:f2:f1",
    sha256: "SHA256:A3XlAmyF6Oc+SoixKs49a7GvvadMin/gMzL4Z/NlraA",
    spki_md5: "cf:ef:84:4b:bc:fe:1d:7f:d0:d4:c4:11:a9:d7:79:27",
};

pub(crate) const P384: Expected = Expected {
    name: "p384",
    kind: KeyKind::Ecdsa { curve: Curve::P384 },
    md5: "04:a2:86:2f:34:88:75:2a:1f:db:8b:27:27:5d:e1:c4",
    sha256: "SHA256:2AAk550EFUkDVrHvZGhz1N5w9Xgcbi+DpenEpkiCAIY",
    spki_md5: "53:cb:b9:ee:fe:ae:d3:eb:61:6b:06:31:5d:d0:7d:e3",
};

pub(crate) const P521: Expected = Expected {
    name: "p521",
    kind: KeyKind::Ecdsa { curve: Curve::P521 },
    md5: "d9:ea:17:a4:a5:d9:67:e6:17:d6:76:3b:95:41:01:49",
    sha256: "SHA256:+s/mPcRC9NxblmzAfFVdVPT+L3en/XAXFPJFCAhhhDw",
    spki_md5: "67:1b:0e:dc:2c:8c:b4:60:89:eb:53:6b:8c:3b:e5:a1",
};
