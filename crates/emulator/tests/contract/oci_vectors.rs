//! Signatures made with the openssl command line over the keys of this crate:
//! `printf %s TEXT | openssl dgst -sha256 -sign KEY | base64`, where TEXT is the signing string.

/// By `ola` over `x-date (request-target) host` of `GET` [`GET_TARGET`] in Frankfurt.
pub const GET: &str = "up8D4AP3g+0+ocAmXcU1/9XCql7LCieDb5JHoaBLUgn16Y3NLTKozSKU/dGwK6fTmHsjo/2ED6cXuzOH7a0SuOqQYeJ0ly6JcIAZ5ei6KTNS6ZQNZ3tkMaqhsH1E5MiNgk0+y93ZM4jI5a84fNAb9s1YUtSB96+4p7DZnvjKottu5bB/BO48nLXaWsbtqi/MPIcitOsOM4WsCUG0JB6tR6oNr3m+tveHxwSqLxsiARtuVNptScqD2VLS9QxsYeJj7TzIHEjdMkUfK/n+DXZbng4siMjzTQJMEiPRt2Lgvrn5Wr4FBeEzFrlu1JUXRbkdVtELOb+v+X452pothyqPmw==";
/// A query with characters that encoders disagree on.
pub const GET_TARGET: &str = "/20160918/images?compartmentId=ocid1.tenancy.oc1..aaaaaaaaimage4console7emulated2tenancy5for6demo3and2tests7aaaa&displayName=a%20b%2Bc~%C3%A9(%27)*!&limit=2";

/// The documents' export, in Ashburn.
pub const IMAGE: &str = "/20160918/images/ocid1.image.oc1.iad.aaaaaaaaq3xv";
/// Its body, whose hash the documents give.
pub const POST_BODY: &str = r#"{"destinationType":"objectStorageTuple","namespaceName":"axaxnpcrorw5","bucketName":"image-exports","objectName":"ol8-web-2024-03.vdi","exportFormat":"VDI"}"#;
/// The hash.
pub const POST_HASH: &str = "CyFMo6DC4r4ibQkumjruegdf68Edmxv8ZkqG5Ec5f0I=";
/// By `ola` over `x-date (request-target) host content-type content-length x-content-sha256`.
pub const POST: &str = "Y3dkVBXMbHuhofnsEn5j/qAhxbFcyApxiGyCTXjvyPFISbxz5QMmw4jQ4Dr7Tar5andWec8YcwiZpb/3yo9Pg+hMnfWmioL/BmD125A/9L+nImpV2qV7K82MJ5c7Q4podLeG+nbourwbLuHwvshzqvAb5swxYD5JFAaWwL6kLUMVjz9mmFhV1s0ilj10eFRxw31p5pWkr0f/iIAuZW923sXui5YAuE+Erqp3h5FufL7W1SeyDNTAn4PhOa2cPsR7XooZtLaAa6/S4JP3dbHzuYb9dkI6bj+gEebAETrmnkHkCpsPw+XIu3dDedrrsoci9alaWpYGPVLA6wthj7w8ow==";
/// The same over an empty body.
pub const EMPTY: &str = "vjfvjSUDb9kXSw7EkOdjt7/lw9+9Q18JDdirzSSGeEtD4u9dIU3M1JFFeMxF++rs2f/lbHv8BOS2Tbdv75648HeoCerQmWTA9GzYxVqsTFy9S+TBJQ/91fj6dBNIg2pj6W1eMcZus0hDyI06gAaSmIU8P0i70/BvXxVFJTDhwVYtV4QLPQjzAAAVTptJum07fi0YaQYmLqDmqK51+TQKevIKP08oCeyVBRhDKu5eOjJFKhzZDLkcsHzAkbxOgqFXTFY8Gx1RjIeHJtxbVRxxJlugRBtl6QXUJYzgyVuQW0J7LMkuFREWfz6P7+Ns3yxciaMFVXfuR1NEhvxiNhMNmg==";
/// The hash of nothing, as the documents give it.
pub const EMPTY_HASH: &str = "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=";

/// A body of 45 bytes that is not ASCII.
pub const PUT_BODY: &str = r#"{"displayName":"Grüße, かな 👩‍🚀"}"#;
/// Its hash.
pub const PUT_HASH: &str = "RI3WWv/NYbZSvWjFCAIoLJrvM6sBZMb0WttCPiqG8k0=";
/// By `ola` over `date (request-target) host content-length content-type x-content-sha256`.
pub const PUT: &str = "1swRkGJAhQy2lKSf7kfqmlgzitjuRaRozw/MBMdoYK8lLgWd7DMZyFpSEA/Sut/ee+xh2Ek41W9JZk0mmNhkbI9bAMUNI/6Jrc+zv03EjA9iQkUVF2Hmacn041XDHh7ShQw/kYM2XNTIwySgLhdZVVXl0Q0aibPzXfcAGDlkKjuun/ln7dJSb6+RrQ6Y95bOxSOwHZURI0CNrdYH/ShJjtCC8HtJctGI3h9ewA42X+6j5LkWliwKgrwAFsT6ahYbJLHLpOQPSuEh9FMoOkMBXVoNu6hCypeR2/57eqX4FE7u7kkCat4Ez6o1MiPKFGyLdT3J6xP65pjlXT9R6KnRHg==";

/// By `ola` over `date (request-target) host` of `GET /n` in Ashburn.
pub const DATE_GET: &str = "ftdv2UR2Hr3J3e+aYVUNYHhvMzct9dEmn31BiU53nabHyYVGSu71uOigqA5/IWwHu1ljaHrsdpa7/BrKqVnTMOY4KCNh5bvMjZ6Tgjqk5p2Ao9vouFxtZZPa30/v8Kv/PQ9vpQfgJWvLl/utuue4dcTFm7KsbqpkF1F/kH7qcZNiZynExAUlRQDZMaAfEPNH8u0L7uEyinDY+mM971TO8xpem8hewB2Y1EFVc5LvjiZ/BWk33RKjv8Q6VklYuxAuQjnIOcdLqEewRRnc/3WO6cN+gQhOjGcGKoLEMopMSMRzIIWR1yEQKsJ2EUus7QizNH3PQj2/ZzeqiJvks48zWw==";
/// By the session key over `x-date (request-target) host` of the same.
pub const SESSION: &str = "AE5dz0LsP4Q0Q3NEnqTQpZNZrUwW2OVLBh45Imgl9i46+pYNZ2VGzxC67/2ijCbbclF1agXyLjEoln4zw+p+P6kC4oSH099vaFS4O+T3TFooKzcTwab0eAsx8s+3hDXVciVA4/0GCe5WYTxEMKFrH27ExWajqgbo+xvRFkn+oWma7by2/Nnxqx3yFiThblOJRRxrNW/igwUVFg04PgPL86RN5e5bMpmrWYRP5lM3yHV4nJIDjo3aB3mFdTJBLI90GtzYIdJJPwgTTLqP0jH0vwuwM9JgV3Yv2QzY8r+kR5dmWkgVBno155V/N+MukYfKPXaIc6INCtL1Uwuif0dCoQ==";

/// keyId of `ola`, its fingerprint as `openssl md5 -c` prints it for the DER public key.
pub const KEY_ID: &str = "ocid1.tenancy.oc1..aaaaaaaaimage4console7emulated2tenancy5for6demo3and2tests7aaaa/ocid1.user.oc1..aaaaaaaaola2may2do7everything4in3the6emulated5tenancy2aaaaaaa/96:fa:d5:1f:34:9a:e1:92:ff:19:56:e7:1b:15:af:48";
