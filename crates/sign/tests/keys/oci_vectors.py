"""Writes oci.vectors.json: requests to Oracle Cloud, signed by Oracle's own SDK for Python (PyPI: oci).

    python oci_vectors.py > oci.vectors.json

The SDK signs `date`, which a browser cannot send; it is told to sign `x-date` in its place, and to sign the
headers in the order of the documentation. Everything else is its own doing, with a key of this folder.
"""

import json
import pathlib

import oci
from oci._vendor import requests
from oci._vendor.httpsig_cffi.utils import generate_message

HERE = pathlib.Path(__file__).parent
HOST = "iaas.us-ashburn-1.oraclecloud.com"
REGISTRY = "artifacts.us-ashburn-1.oci.oraclecloud.com"
DATE = "Tue, 05 Mar 2024 10:15:30 GMT"
IMAGE = "/20160918/images/ocid1.image.oc1.iad.aaaaaaaaq3xv/actions/export"

GENERAL = ["x-date", "(request-target)", "host"]
OF_BODY = ["content-type", "content-length", "x-content-sha256"]

CASES = [
    ("GET", HOST, "/20160918/images?compartmentId=ocid1.compartment.oc1..aaaa&limit=100", None),
    # Characters that encoders of queries disagree on, each as the console encodes it.
    ("GET", HOST, "/20160918/images?displayName=a%20b%2Bc~d%2A%27%28%29%21%2F%3F%3A%40%26%3D%25%2C%3B%24", None),
    ("GET", HOST, "/20160918/images?displayName=gr%C3%B6%C3%9Fe%20%E5%83%8F%20%F0%9F%93%A6&page=AAA%3D%3D", None),
    ("GET", REGISTRY, "/20160918/container/images?repositoryName=shop%2F%2A&isVersioned=true", None),
    ("POST", HOST, IMAGE, json.dumps({"objectName": "ol8.vdi", "exportFormat": "VDI"})),
    ("POST", HOST, IMAGE, json.dumps({"objectName": "gr\u00f6\u00dfe \u50cf \U0001f4e6.oci"}, ensure_ascii=False)),
    ("POST", REGISTRY, "/20160918/container/images/ocid1.containerimage.oc1..aaaa/actions/restore", "{}"),
    ("POST", REGISTRY, "/20160918/container/images/ocid1.containerimage.oc1..aaaa/actions/restore", ""),
    ("PUT", HOST, "/20160918/images/ocid1.image.oc1.iad.aaaaaaaaq3xv", '{"displayName":"\u00e9t\u00e9"}'),
    ("DELETE", HOST, "/20160918/images/ocid1.image.oc1.iad.aaaaaaaaq3xv", None),
]


def main():
    signer = oci.signer.Signer(
        tenancy="ocid1.tenancy.oc1..aaaa",
        user="ocid1.user.oc1..bbbb",
        fingerprint="20:3b:97:13:55:1c:5b:0d:d3:37:d8:50:4e:c5:3a:34",
        private_key_file_location=str(HERE / "rsa.pkcs8.pem"),
    )
    signer.create_signers(signer.api_key, signer.private_key, GENERAL, OF_BODY)
    vectors = []
    for method, host, target, body in CASES:
        headers = {"x-date": DATE} | ({} if body is None else {"content-type": "application/json"})
        data = None if body is None else body.encode()
        request = requests.Request(method, f"https://{host}{target}", headers=headers, data=data).prepare()
        assert request.path_url == target, (request.path_url, target)
        signed = signer(request)
        vectors.append(
            {
                "method": method,
                "host": host,
                "target": target,
                "x-date": DATE,
                "body": body,
                "signing_string": generate_message(
                    GENERAL + (OF_BODY if method in ("POST", "PUT") else []),
                    signed.headers,
                    host=host,
                    method=method,
                    path=target,
                ).decode(),
                "x-content-sha256": signed.headers.get("x-content-sha256"),
                "authorization": signed.headers["authorization"],
            }
        )
    print(json.dumps(vectors, indent=1, ensure_ascii=False))


main()
