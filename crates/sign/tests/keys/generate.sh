#!/bin/sh
# Makes every key file of this folder anew. Needs ssh-keygen (OpenSSH 9 or newer) and openssl 3.
# Afterwards the constants in ../key_files/expected.rs, and two in opened.rs, must be replaced by what the
# last lines print.
set -eu
cd "$(dirname "$0")"
rm -f -- *.pem *.openssh *.pub *.crt *.csr *.signature
pass='correct horse'
note='image console test'

# One RSA key and one key for each curve; every other file of that name is the same key again.
ssh-keygen -q -t rsa -b 2048 -N '' -C "$note" -f rsa.openssh
ssh-keygen -q -t ecdsa -b 256 -N '' -C "$note" -f p256.openssh
ssh-keygen -q -t ecdsa -b 384 -N '' -C "$note" -f p384.openssh
ssh-keygen -q -t ecdsa -b 521 -N '' -C "$note" -f p521.openssh

for key in rsa p256 p384 p521; do
  mv "$key.openssh.pub" "$key.pub"
  cp "$key.openssh" "$key.traditional.pem"
  ssh-keygen -q -p -m PEM -P '' -N '' -f "$key.traditional.pem"
  openssl pkcs8 -topk8 -nocrypt -in "$key.traditional.pem" -out "$key.pkcs8.pem"
  openssl pkey -in "$key.pkcs8.pem" -pubout -out "$key.spki.pem" 2>/dev/null
done

# OpenSSH, encrypted. The last two are ciphers that are not supported.
for cipher in aes256-ctr aes256-cbc aes192-ctr aes128-ctr aes128-cbc 3des-cbc aes256-gcm@openssh.com chacha20-poly1305@openssh.com; do
  file="rsa.${cipher%@*}.openssh"
  cp rsa.openssh "$file"
  ssh-keygen -q -p -a 4 -Z "$cipher" -P '' -N "$pass" -f "$file"
done
for key in p256 p384 p521; do
  cp "$key.openssh" "$key.aes256-ctr.openssh"
  ssh-keygen -q -p -a 4 -P '' -N "$pass" -f "$key.aes256-ctr.openssh"
done

# The traditional forms, encrypted the old way (Proc-Type, DEK-Info). Camellia is not supported.
for cipher in aes128 aes192 aes256 des3 camellia128; do
  openssl rsa -traditional -"$cipher" -passout "pass:$pass" -in rsa.traditional.pem -out "rsa.$cipher.traditional.pem" 2>/dev/null
done
for cipher in aes128 aes256 des3; do
  openssl ec -"$cipher" -passout "pass:$pass" -in p256.traditional.pem -out "p256.$cipher.traditional.pem" 2>/dev/null
done

# PKCS#8, encrypted. The last three are not supported.
pkcs8() { openssl pkcs8 -topk8 -passout "pass:$pass" -in "$1.pkcs8.pem" -out "$2" "$3" "$4" ${5:+"$5" "$6"}; }
pkcs8 rsa rsa.sha256-aes256.pkcs8.pem -v2 aes-256-cbc -v2prf hmacWithSHA256
pkcs8 rsa rsa.sha256-aes192.pkcs8.pem -v2 aes-192-cbc -v2prf hmacWithSHA256
pkcs8 rsa rsa.sha1-aes128.pkcs8.pem -v2 aes-128-cbc -v2prf hmacWithSHA1
pkcs8 rsa rsa.sha512-aes256.pkcs8.pem -v2 aes-256-cbc -v2prf hmacWithSHA512
pkcs8 rsa rsa.sha1-des3.pkcs8.pem -v2 des3 -v2prf hmacWithSHA1
pkcs8 p256 p256.sha256-aes256.pkcs8.pem -v2 aes-256-cbc -v2prf hmacWithSHA256
pkcs8 p521 p521.sha256-aes256.pkcs8.pem -v2 aes-256-cbc -v2prf hmacWithSHA256
openssl pkcs8 -topk8 -passout "pass:$pass" -in rsa.pkcs8.pem -out rsa.scrypt-aes256.pkcs8.pem -scrypt -scrypt_N 1024 -scrypt_r 8 -scrypt_p 1
pkcs8 rsa rsa.camellia.pkcs8.pem -v2 camellia-256-cbc -v2prf hmacWithSHA256
pkcs8 rsa rsa.sha384-aes256.pkcs8.pem -v2 aes-256-cbc -v2prf hmacWithSHA384
pkcs8 rsa rsa.pbes1.pkcs8.pem -v1 PBE-SHA1-3DES

# Supported with a remark, or in an unusual dress.
openssl genrsa -traditional -out rsa1024.traditional.pem 1024 2>/dev/null
openssl ecparam -name prime256v1 -genkey -out p256-with-parameters.traditional.pem
{ printf 'Bag Attributes\n    friendlyName: test\nKey Attributes: <No Attributes>\n'; cat rsa.pkcs8.pem; } > rsa.bag.pem
{ openssl req -x509 -new -key rsa.pkcs8.pem -subj '/CN=image console test' -days 1; cat rsa.pkcs8.pem; } > rsa.with-certificate.pem

# Not supported: kinds of key that the APIs or browsers do not take.
ssh-keygen -q -t ed25519 -N '' -C "$note" -f ed25519.openssh
ssh-keygen -q -t ed25519 -a 4 -N "$pass" -C "$note" -f ed25519.aes256-ctr.openssh
rm -f ed25519.openssh.pub ed25519.aes256-ctr.openssh.pub
openssl genpkey -algorithm ed25519 -out ed25519.pkcs8.pem
openssl genpkey -algorithm x25519 -out x25519.pkcs8.pem
ssh-keygen -q -t dsa -N '' -C "$note" -f dsa.openssh && rm dsa.openssh.pub
cp dsa.openssh dsa.traditional.pem && ssh-keygen -q -p -m PEM -P '' -N '' -f dsa.traditional.pem
openssl pkcs8 -topk8 -nocrypt -in dsa.traditional.pem -out dsa.pkcs8.pem
openssl ecparam -name secp256k1 -genkey -noout -out secp256k1.traditional.pem
openssl genpkey -algorithm ec -pkeyopt ec_paramgen_curve:brainpoolP256r1 -out brainpool.pkcs8.pem
openssl genpkey -algorithm rsa-pss -pkeyopt rsa_keygen_bits:2048 -out rsa-pss.pkcs8.pem 2>/dev/null
openssl genrsa -traditional -primes 3 -out rsa-three-primes.traditional.pem 2048 2>/dev/null
openssl ec -in p256.traditional.pem -param_enc explicit -out p256-explicit.traditional.pem 2>/dev/null
openssl ec -in p256.traditional.pem -no_public -out p256-no-public.traditional.pem 2>/dev/null
openssl ec -in p256.traditional.pem -conv_form compressed -out p256-compressed.traditional.pem 2>/dev/null

# Not private keys.
openssl req -x509 -new -key rsa.pkcs8.pem -subj '/CN=image console test' -days 1 -out rsa.crt
openssl req -new -key rsa.pkcs8.pem -subj '/CN=image console test' -out rsa.csr
openssl rsa -in rsa.pkcs8.pem -RSAPublicKey_out -out rsa.pkcs1-public.pem 2>/dev/null
ssh-keygen -q -e -f rsa.pub > rsa.ssh2.pub
ssh-keygen -q -s rsa.openssh -I test -n test rsa.pub

# Signatures over the strings of ../signature_headers.rs.
triton='x-date: Tue, 05 Mar 2024 10:15:30 GMT'
printf '%s' "$triton" | openssl dgst -sha256 -sign rsa.pkcs8.pem -out triton.rsa.signature
printf '%s' "$triton" | openssl dgst -sha256 -sign p256.pkcs8.pem -out triton.p256.signature
printf '%s' "$triton" | openssl dgst -sha512 -sign p384.pkcs8.pem -out triton.p384.signature
printf '%s' "$triton" | openssl dgst -sha512 -sign p521.pkcs8.pem -out triton.p521.signature
host='iaas.us-ashburn-1.oraclecloud.com'
printf 'x-date: Tue, 05 Mar 2024 10:15:30 GMT\n(request-target): get /20160918/images?compartmentId=ocid1.compartment.oc1..aaaa\nhost: %s' "$host" |
  openssl dgst -sha256 -sign rsa.pkcs8.pem -out oci.get.rsa.signature
body='{"destinationType":"objectStorageTuple","namespaceName":"axaxnpcrorw5","bucketName":"image-exports","objectName":"ol8-web-2024-03.vdi","exportFormat":"VDI"}'
printf 'x-date: Tue, 05 Mar 2024 10:15:30 GMT\n(request-target): post /20160918/images/ocid1.image.oc1.iad.aaaaaaaaq3xv/actions/export\nhost: %s\ncontent-type: application/json\ncontent-length: %d\nx-content-sha256: %s' \
  "$host" "${#body}" "$(printf '%s' "$body" | openssl dgst -sha256 -binary | openssl base64)" |
  openssl dgst -sha256 -sign rsa.pkcs8.pem -out oci.post.rsa.signature

for key in rsa p256 p384 p521; do
  ssh-keygen -l -E md5 -f "$key.pub"
  ssh-keygen -l -E sha256 -f "$key.pub"
  openssl pkey -pubin -in "$key.spki.pem" -outform DER | openssl md5 -c
done
for file in rsa1024.traditional.pem p256-with-parameters.traditional.pem; do
  printf '%s ' "$file"
  openssl pkey -in "$file" -pubout | ssh-keygen -i -m PKCS8 -f /dev/stdin | ssh-keygen -l -E md5 -f -
done
