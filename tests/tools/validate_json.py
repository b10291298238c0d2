"""Validates the JSON on standard input: validate_json.py SCHEMA.

Prints a line for each fault and nothing else; exits with 0 if it could look.
"""
import json
import sys

from jsonschema.validators import validator_for

with open(sys.argv[1], encoding="utf-8") as file:
    schema = json.load(file)
validator = validator_for(schema)(schema)
validator.check_schema(schema)
document = json.loads(sys.stdin.buffer.read().decode("utf-8"))
for fault in validator.iter_errors(document):
    at = "/".join(str(part) for part in fault.absolute_path)
    print(f"/{at}: {fault.message[:200]}")
