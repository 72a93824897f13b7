#!/bin/sh
# SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
# SPDX-License-Identifier: MIT

# Creates the certificates of the tests again: sh tests/shared/certificates/make-certificates.sh
# The keys are not secret: they are for servers on 127.0.0.1 that run for the duration of a test.
set -eu
folder=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

# Only "openssl ca" can set the first day of validity: the tests must pass on a computer whose clock is slow.
cat > ca.cnf <<'END'
[ca]
default_ca = test
[test]
database = index.txt
new_certs_dir = .
default_md = sha256
policy = any
rand_serial = yes
unique_subject = no
copy_extensions = copy
[any]
commonName = supplied
[req]
distinguished_name = name
[name]
END
: > index.txt

# certificate NAME EXTENSION FIRST_DAY LAST_DAY SIGNING_OPTION...
certificate() {
    name=$1 extension=$2 first=$3 last=$4
    shift 4
    openssl ecparam -name prime256v1 -genkey -noout -out "$name.key"
    openssl req -new -config ca.cnf -key "$name.key" -subj "/CN=SmartCaptcha test $name" -addext "$extension" \
        -out "$name.csr"
    openssl ca -config ca.cnf -batch -notext -in "$name.csr" -out "$name.pem" \
        -startdate "${first}000000Z" -enddate "${last}000000Z" "$@" 2> /dev/null
    for file in "$name.pem" "$name.key"; do
        {
            # REUSE-IgnoreStart
            echo "SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors"
            echo "SPDX-License-Identifier: MIT"
            # REUSE-IgnoreEnd
            echo
            cat "$file"
        } > "$folder/$file"
    done
    chmod 644 "$folder/$name.key"
}
self="-selfsign -keyfile"
signed="-cert ca.pem -keyfile ca.key"
local="subjectAltName=DNS:localhost,IP:127.0.0.1,IP:::1"
certificate ca "basicConstraints=critical,CA:TRUE" 20200101 21200101 $self ca.key
certificate server "$local" 20200101 21200101 $signed
certificate wronghost "subjectAltName=DNS:elsewhere.example" 20200101 21200101 $signed
certificate expired "$local" 20200101 20200102 $signed
certificate selfsigned "$local" 20200101 21200101 $self selfsigned.key
rm "$folder/ca.key"
