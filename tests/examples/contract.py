# SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
# SPDX-License-Identifier: MIT

"""Compares requests and answers with an OpenAPI document."""

import json

import jsonschema
import yaml


class Contract:
    def __init__(self, file):
        with open(file, encoding="utf-8") as document:
            self._document = yaml.safe_load(document)
        # (path, status) of every answer that was compared.
        self._seen = set()
        for schema in self._document["components"]["schemas"].values():
            jsonschema.Draft202012Validator.check_schema(schema)

    def check_form(self, path, fields):
        """Raises an error unless these are fields that the document wants at this path."""
        body = self._resolved(self._document["paths"][path]["post"]["requestBody"])
        self._validate(fields, body["content"]["application/x-www-form-urlencoded"]["schema"])

    def check_answer(self, path, status, headers, body, expects_body=True):
        """Raises an error unless the document has an answer like this."""
        responses = self._document["paths"][path]["post"]["responses"]
        assert str(status) in responses, f"{path}: the document has no answer {status}"
        response = self._resolved(responses[str(status)])
        self._seen.add((path, str(status)))
        for name, header in response.get("headers", {}).items():
            assert name in headers or not header.get("required"), f"{path}: {status} without {name}"
            if name in headers:
                self._validate(headers[name], header["schema"])
        if not expects_body:
            assert body == b"", f"{path}: {status} with a body"
            return
        content_type = headers.get("Content-Type", "").partition(";")[0]
        assert content_type in response["content"], f"{path}: {status} with the type {content_type!r}"
        assert len(body) <= 65536, f"{path}: {len(body)} bytes"
        self._validate(json.loads(body), response["content"][content_type]["schema"])

    def check_examples(self):
        """Raises an error unless the document's own examples are as it says."""
        for path, item in self._document["paths"].items():
            bodies = [item["post"]["requestBody"], *map(self._resolved, item["post"]["responses"].values())]
            for content in (content for body in bodies for content in body["content"].values()):
                examples = [example["value"] for example in content.get("examples", {}).values()]
                if "example" in content:
                    examples.append(content["example"])
                for example in examples:
                    self._validate(example, content["schema"])

    def unseen(self):
        """The answers in the document that were never compared."""
        documented = {
            (path, status) for path, item in self._document["paths"].items() for status in item["post"]["responses"]
        }
        return sorted(documented - self._seen)

    def _resolved(self, part):
        while "$ref" in part:
            found = self._document
            for name in part["$ref"].removeprefix("#/").split("/"):
                found = found[name]
            part = found
        return part

    def _validate(self, value, schema):
        # With the components, because the schemas refer to each other.
        schema = {**schema, "components": self._document["components"]}
        jsonschema.Draft202012Validator(schema, format_checker=jsonschema.FormatChecker()).validate(value)
