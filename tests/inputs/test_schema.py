"""The Table Schema of the tables has the shape of the specification, and takes a case that is in order."""

import csv
import io
import json
import re
from datetime import date

import pytest

from inputs.schema import package, schema
from inputs.tables import TABLES, columns

TYPES = {"string", "number", "integer", "boolean", "object", "array", "date", "time", "datetime", "year", "any"}
"""Types of Table Schema 1; the rarer ones (yearmonth, duration, geopoint, geojson) are left out."""
LIMITED = {"number", "integer", "date"}
"""Types of which a minimum and a maximum may be asked."""
resources = pytest.mark.parametrize("resource", package()["resources"], ids=lambda resource: resource["name"])


def of(table):
    return schema(TABLES[table])


def fields(table):
    return {field["name"]: field for field in of(table)["fields"]}


def test_the_package_has_a_resource_for_every_table_and_is_plain_json():
    found = json.loads(json.dumps(package()))

    assert found["profile"] == "tabular-data-package"
    assert re.fullmatch(r"[-a-z0-9._/]+", found["name"])
    assert [resource["name"] for resource in found["resources"]] == list(TABLES)
    assert found == package()


@resources
def test_a_resource_says_where_its_file_is_and_how_it_is_written(resource):
    assert resource["profile"] == "tabular-data-resource"
    assert re.fullmatch(r"[-a-z0-9._/]+", resource["name"])
    assert resource["path"] == f"{resource['name']}.csv"
    assert (resource["encoding"], resource["mediatype"]) == ("utf-8", "text/csv")
    assert resource["dialect"] == {"delimiter": ";", "doubleQuote": True, "header": True}
    assert resource["schema"]["missingValues"] == [""]


@resources
def test_a_field_has_a_type_of_the_specification_and_constraints_that_fit_it(resource):
    names = [field["name"] for field in resource["schema"]["fields"]]
    assert len(set(names)) == len(names)

    for field in resource["schema"]["fields"]:
        limits = field.get("constraints", {})
        assert field["type"] in TYPES
        assert ("decimalChar" in field) == (field["type"] == "number")
        assert set(limits) <= {"required", "enum", "pattern", "minimum", "maximum"}
        assert not {"minimum", "maximum"} & set(limits) or field["type"] in LIMITED
        assert not {"pattern", "enum"} & set(limits) or field["type"] == "string"
        assert field["title"]
        assert field["description"]


@resources
def test_keys_name_fields_that_exist(resource):
    schemas = {each["name"]: each["schema"] for each in package()["resources"]}
    own = {field["name"] for field in resource["schema"]["fields"]}

    assert own.issuperset(resource["schema"].get("primaryKey", []))
    for key in resource["schema"].get("foreignKeys", []):
        target = key["reference"]["resource"]
        assert key["fields"] in own
        assert key["reference"]["fields"] in {field["name"] for field in schemas[target]["fields"]}


def test_limits_words_and_patterns_are_those_of_the_types():
    assert fields("woningaanbod")["slaapt"]["constraints"] == {"required": True, "minimum": 1, "maximum": 20}
    assert fields("woningaanbod")["leverkans"]["constraints"] == {"minimum": 0, "maximum": 1}
    assert fields("woningaanbod")["leverkans"]["leeg"] == "telt als 1"
    assert fields("onderwijs")["soort"]["constraints"] == {"required": True, "enum": ["po", "isk"]}
    assert fields("sleutel")["gewicht"]["constraints"] == {"required": True, "minimum": 0, "maximum": 10**12}
    assert fields("gemeenten")["ses_woa"].get("constraints") is None
    assert fields("onderwijs")["kwartaal"]["constraints"]["pattern"] == "20[0-9][0-9]K[1-4]"
    assert fields("bindingen")["tot"]["constraints"] == {"minimum": "1990-01-01", "maximum": "2100-12-31"}


def test_a_reception_site_may_stand_outside_the_case_and_a_home_may_not():
    assert "foreignKeys" not in of("opvanglocaties")
    assert [(key["fields"], key["reference"]) for key in of("woningaanbod")["foreignKeys"]] == [
        ("gemeentecode", {"resource": "gemeenten", "fields": "gemeentecode"}),
        ("gastgemeente", {"resource": "gemeenten", "fields": "gemeentecode"}),
    ]
    assert [key["fields"] for key in of("huishoudens")["foreignKeys"]] == ["opvanglocatie"]


def test_a_key_with_cells_that_may_be_empty_is_no_primary_key():
    assert of("onderwijs")["primaryKey"] == ["gemeentecode", "soort", "kwartaal"]
    assert "primaryKey" not in of("bindingen")
    assert "primaryKey" not in of("deelnemers")


def test_a_case_that_is_in_order_keeps_to_the_schema(files):
    found = 0
    for table in TABLES.values():
        described = fields(table.name)
        for row in csv.DictReader(io.StringIO(files.get(table.bestand, "")), delimiter=";"):
            for column in columns(table):
                found += keeps(row.get(column.name, ""), described[column.name])

    assert found > 100  # cells of the case that are filled


def keeps(text, field):
    """Ask that one cell keeps to its field; dates of the case are written in two ways."""
    limits = field.get("constraints", {})
    assert text or not limits.get("required")
    if not text:
        return 0
    value = value_of(text, field["type"])
    assert value in limits.get("enum", [value])
    assert re.fullmatch(limits.get("pattern", ".*"), text)
    assert limits.get("minimum", value) <= value <= limits.get("maximum", value)
    return 1


def value_of(text, kind):
    if kind in {"integer", "number"}:
        return float(text.replace(",", "."))
    if kind == "date" and not text.startswith("20"):
        return date(*(int(part) for part in reversed(text.split("-")))).isoformat()
    return text
