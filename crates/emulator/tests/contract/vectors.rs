//! Signatures made with the openssl command line over the keys of this crate:
//! `printf %s TEXT | openssl dgst -HASH -sign KEY | base64`.

/// The moment all of them were made for, in milliseconds since 1970.
pub const NOW: i64 = 1_709_633_730_000;
/// The same as an HTTP date.
pub const DATE: &str = "Tue, 05 Mar 2024 10:15:30 GMT";

/// Key name, algorithm, signature over `x-date: DATE`.
pub const OVER_X_DATE: &[(&str, &str, &str)] = &[
    (
        "laptop",
        "rsa-sha1",
        "iyVz7jmhjvE+/JEXBQixJk8QyVnvL5WcX2HjWW3l6mI73cyWUklwteoFKnD1DzGwJgPDzroWQVUeNfsCkEdtl9IdmggUEEc+CokvI/MzgPVyvMfGx9KhDsQ4F53wspyAJ3vPhMjARs7rzp0pQZ8MGrxuyqvRYuxJ282usunqw0WfCTZKPHmuCW2ZT1dOYY5C4InE1gTtAIEFQRMO++9VEzWKYbVjoj3JgAB7TAW0WrFy/DwoG8Rzk6tTzMBs4PzwLDKXsa/LMqZv/oYrksmyzPrT9oM4gVQc0mAybPN5hU6yQOCBKjS9NKA/a/S6B/zxZUQSvmItRAukrV6G1FVOPA==",
    ),
    (
        "laptop",
        "rsa-sha256",
        "UI3DqftfSUhSz8G4RDklGTuBP/MUgUNLDxkaB04XeRqowvxLtyPAr65nBZCab4POAVfSf4EZ0g1t5mIi8b7tW28bI1k9ZSOTFMgSv4hPZl/7z9v7mipFg+kU8XK1ljCwtJEdTpIJT9fpxPospdL2GbmkW/0nLNh2SGdZQcPoDX110knhDHKr25KnVi8Ya4ZANuFufCFjs65h6GcU+YCoragZPLHz4Qmvpo8h6C9oRE1WBbIBO1eoLsPOO6eZEw3NtUvLe5Z3PjUoxmVdGHv0Ur2f8t8i/dxWU2AOtljBg4hJTkbwcKBIz+mHDIJ+eFHOgd+RnRlPHIimlDdqSdOi1g==",
    ),
    (
        "laptop",
        "rsa-sha512",
        "dCSCV+wFoAKNlNYRjdI2Vw9XvZ01OkaMcb/nUMsvz/UbLf4VVUjp7ggLnMAwvZaVXzJNuTiyxJO6umXRnK46DBn1TGCoiX796fVAKpKxK4/bgztNJK6yMM7heh3B4el/iWP4Rx5Y0mod+VXVu1+Iu4f7pF9i5NRlP4b3DAqxyet1EoIyneNAxJYcZS+cPIzwl2ZHcTjRqdMTAt2yILCogDu0kpw+hDSXCGVx/Du5z3Fefz89R6QyHi7ABm4zlB+WieI+wjpuEYnPNR01cLB76fxutm+FizXeZXVivyd3gC7Vuk3sA4BnHUarP/WOwLyynswS/Exd9EgrLEtXdiqmBw==",
    ),
    (
        "laptop-ecdsa",
        "ecdsa-sha1",
        "MEUCIQDrbNoiS+7xsbnLTImRjcLsD5iYTg7q3p9OjVS406Q5pAIgIYzgRDHJ9LODQ6rx4w32pvLbmEiXX6/NtwX7McVS5g4=",
    ),
    (
        "laptop-ecdsa",
        "ecdsa-sha256",
        "MEQCIDFs/6CxfD8a+MQFPgP0QAlTfksBen+3zYTm98MDhyvtAiBn9bKqgkItk4keUPuwwpmn4MDDIZhgiK9AAn3w1gbpiQ==",
    ),
    (
        "laptop-ecdsa",
        "ecdsa-sha512",
        "MEQCIAJz0HR1Af01kBTaOeu0Lr+tVpZxPXEGJvm75g2Of1ZKAiBQoeakqSBg6DldHPcWLEOb6FYcJjIkC8gyPvGtPAqyqw==",
    ),
    (
        "build-p384",
        "ecdsa-sha1",
        "MGYCMQCEHB+P0AFW9Iq1Hk8AFbPOa1M0oH4T3578ZTG/28ELBl3/EXPgGM9BseJA5YQ8MTkCMQCHy5zKdewd02nXqB7Wd0tk+l8USqF89/jdD1ZBUvGHH32j52EY9708dBOwxvxYPps=",
    ),
    (
        "build-p384",
        "ecdsa-sha256",
        "MGUCMQDfJWZ/E4mL9zDODbrPt7ehcO7gJwlTsEpk1U7zWl1Cw8HS3fNSDWiAwb5gc+uUDnECMEPG7BCo+31U+T4175AlI67Bw0yxkxlg/MciZ4PFth4UygzYiLIPWOYZ5GydWoaU6A==",
    ),
    (
        "build-p384",
        "ecdsa-sha512",
        "MGQCMG1Y2ps5Uv4R9mFheOpVDRIN6KoMOoNPqup9IN8Zn7wH1zh0PAuHauUFiyA8xNVMnQIwdwBYLoRRQGwZTA1hX1BadzqjrFLZHvThDlr4uNtaVaVvmXEIb1ThAqRRt89DaS78",
    ),
    (
        "build-p521",
        "ecdsa-sha1",
        "MIGIAkIBnvS58uJTSl6bztwCwA0MmnO2LWXTciq5TxHzOoA7amlz4+nA0MDHfdtToTThgAJauSZBcNMuVbW5BSVU91kp59YCQgCfb/HzYGQQMGIX4IDgXls/xNFvnQymp+TdcRbSbFbiqx56MoOQHAzPGiFTczFrpXLtCgG6WFoozAS3ScIMP20UsA==",
    ),
    (
        "build-p521",
        "ecdsa-sha256",
        "MIGIAkIBHwh9bg27eSMDQIZNhDYqa72y10G2rRnuFtJXqsC+HT9ZA7jES1Tme0ud7n2UnQx0eAQdS3uOFVxgucvaL6cgUiMCQgEukG+QnLJJW22fyLq8jNsZ9RqP2dPyDQLAh5HOAGIDENsCewaIHXWurUSJCmu7ZlWc1Qz55PS/9qSH6pm0nlVSzQ==",
    ),
    (
        "build-p521",
        "ecdsa-sha512",
        "MIGIAkIA+6pfx8W2LjBsm58gqoykuxeLQ3UFnKk+Qhy2eGu+93R0C67OQ0uE8wqRaBkOFtlf6uF7erpKbPw7v/k7hYT5K54CQgFhcVZj9r8KxNNXaZu9Xp5iaQ5mGso3KhQfdqNt/ILJQaVpQUCdjbuEs770eW8trgRJE8R9H3Od2iVJ/hbj7z8Z0A==",
    ),
];

/// By `laptop` with rsa-sha256 over `(request-target) date` of `GET /my/images?state=all&name=~base`.
pub const OVER_TARGET: &str = "Fr829aMafMhnjEbG7XQ3AiCsn76ThM+z3wmXWO6YXBSy1WWcNZN/krWhfF9W/dgsolZR7E6by80NRBriDoo+3uejEQqbtWFc1g/I8HJLV5zK81vSmp6uF0Xbv0c5pSepIX0+cY5NSKHDS+oSThnGl9tHkZT0RDDXhbeDF7fpUUdbQqkmrqZn0GKDV52H+aHR1kj9v3uE3O8oXCxlYPz/WZ0jUE5/CJtqSPgK1ZENWYktVGiRBQo7QuBGR4i9ugIVgttvXmXdZv5GHUdzkY3SisYdrIQfQiqkkfjeKYhoXMFPIZ/e6+KFXtxSiXnAEAD+zWtlD8LbPWhDZ1xfQ+N5fQ==";

/// By `laptop` with rsa-sha256 over the bare date, as version 0.9 of the scheme has it.
pub const OVER_BARE_DATE: &str = "gsN3s0vPXZJxYCLVrauLn2cacNiDXRZL8WSyKlw/0LxPMNw+saESLSUUoPH69IVVLTfAMqPz17FCtNGwk1hc0cQZ8WJqxaw6UOLQeEmq5zCgtA86l0OP0OTclefemX5HFsCdsGk0VywWz+npVEAqMPyFDcIf+Ir0vvh4Ab0AOXnb3y+rNkX81+XpvTYXVfWU8PGejFxP3LWB5jPdSp+tAfgBZAXSwFHKHfMuVnbISSwrT/uOLtc8cmXg9beA+YSHvME8rjl5PqLeyhzD1zvjGpDFbBIS15/+wLiyb3/PyOYTsvgj+7Uz/jjq6C/yIDI7QJLQUWDVksBni9RqMZq/6Q==";

/// By the sub-user's key with ecdsa-sha256 over `x-date: DATE`.
pub const ALICE_OVER_X_DATE: &str =
    "MEUCIQChQqR08OMvVw7fK/e6svOBC8GhIyOA7ePg14CrAY/YegIgL1Z5m3YBmDPe9lL5IRZrnH0LgEJxYiODdHy8jTqdHtk=";

/// By `laptop` with rsa-sha256 over `date: DATE`.
pub const OVER_DATE: &str = "Gl2yFQb6viCqnbV8xdpyJIXA/mvWYaJlfsCYDtGwBmwnRxBxi8CQZSD6cWbi4NgshB3pxKuFd4PxLi/iYjvHRAl7Ue/XZh6WDhNhZRjJhVZqTLhkWmlCsjvP6yEkpib3coii4V8HJvvbKFaBOoBNj0VFXN3E2MF+LQE2+dLnnPUMtnePRL2LIW9aDNr0hkgSmAvs+yIBBJz2j/aRIWiUjQQt4sniRfkgJbFNIb/bZ4gjolMeU+4eEOOROMrM207W1+rZbhElk3trwx/sSeytY8DHh9KCEw3pVuZP6ijDNsOoGCfhAcnKWburoqQFTfm5WwTag0g+pzshNFClzPgIrA==";

/// The query of a pre-signed `GET /my/images`, without its signature.
pub const PRESIGNED_QUERY: &str =
    "algorithm=RSA-SHA256&expires=1709634330&keyId=%2Fjdoe%2Fkeys%2Flaptop&state=all";
/// Its signature by `laptop` with rsa-sha256.
pub const PRESIGNED: &str = "OvhE2qNVwwLih7hhtQ+k/7hUZPuYmGURlUHAz491UopG1U0KoTQ1x9o8alGXn+ljIXKtI196Uc3R2HfgqpFUzT7LV657VebbT5AnUABTtdoI4D3DhCHkH8IKTWPdB+JpHvbBCdSMWN2N5pvj3qaEtgYYuTTbaA6HXevfmAEdBrIFpxcrQO/P7zDZ8xQPCX/R1ILL1IGM52vdEF8r16fm0Ijv8eSiWRQbkIiagfK8R0HL+hwCd54WbCgJEcDBuvNzD4hIbmyPxVHAP9FKq9w6h/RGhyFujRbtZCoQ+Z8njVma1Q24VFXgz32dMghN+fY+cHcny/RaikasRyvKrO122Q==";
